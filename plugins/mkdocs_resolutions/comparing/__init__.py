"""What belongs together: over the years (`read_series`, `build_series`), and in several files.

`compare_sources` says where two files of one resolution disagree.
"""

from mkdocs_resolutions.comparing.series import build_series, read_series
from mkdocs_resolutions.comparing.sources import compare_sources

__all__ = ["build_series", "compare_sources", "read_series"]
