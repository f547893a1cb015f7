"""What belongs together over the years, what changed, and in several files.

`read_series` and `build_series` say which resolutions follow each other, `claims` what entries of
the file claim that is not there, `compare` what changed from one to another, `trace` the life of
every clause of a series, and `Histories` what all series tell of one text; `compare_sources` says
where two files of one resolution disagree, `redline_words` what differs between two wordings,
`weigh_words` how much that weighs, `is_another_act` and `only_ages` what another opening
comes to, and `states_named` which States a running text names.
"""

from mkdocs_resolutions.comparing.acts import is_another_act, only_ages
from mkdocs_resolutions.comparing.histories import Histories, beside
from mkdocs_resolutions.comparing.lineage import compare, trace
from mkdocs_resolutions.comparing.redline import redline as redline_words
from mkdocs_resolutions.comparing.series import build_series
from mkdocs_resolutions.comparing.seriesfile import claims, read_series
from mkdocs_resolutions.comparing.sources import compare_sources
from mkdocs_resolutions.comparing.states import states_named
from mkdocs_resolutions.comparing.weigh import weigh as weigh_words

__all__ = [
    "Histories",
    "beside",
    "build_series",
    "claims",
    "compare",
    "compare_sources",
    "is_another_act",
    "only_ages",
    "read_series",
    "redline_words",
    "states_named",
    "trace",
    "weigh_words",
]
