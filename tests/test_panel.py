"""The summary of what changed since the text before, in lists."""

from __future__ import annotations

from mkdocs_resolutions.model import Adoption, AgendaItem, Comparison, Sponsor, Symbol
from mkdocs_resolutions.model.comparison import MastheadChanges
from mkdocs_resolutions.parsing import parse
from mkdocs_resolutions.publishing.labels import Labels
from mkdocs_resolutions.publishing.panel import Panel, masthead_runs
from mkdocs_resolutions.publishing.redline import redline_plain
from mkdocs_resolutions.reading import read
from raw_texts import sound


def test_states_stand_in_the_order_of_the_alphabet() -> None:
    names = ("Zambia", "Türkiye", "Tuvalu", "CÔTE D’IVOIRE", "Cuba")
    masthead = MastheadChanges(
        (Adoption(), Adoption()),
        sponsors_added=tuple(
            Sponsor(name) for name in ("Togo", "Antigua And Barbuda", "CHAD", "Benin")
        ),
        votes_changed=tuple((name, "abstaining", "in_favour") for name in names),
    )
    text = parse(read(sound("77/902").encode(), "case.txt")[0]).resolution
    assert text
    labels = Labels(text)
    comparison = Comparison(Symbol.resolution("76/905"), Symbol.resolution("77/902"), masthead, ())
    shown = Panel(comparison, labels, labels, "").shown()
    assert shown["switched"] == [
        ("abstaining → in favour", "Côte d’Ivoire, Cuba, Türkiye, Tuvalu, Zambia")
    ]
    assert shown["sponsors"] == [("New sponsors", "Antigua and Barbuda, Benin, Chad, Togo")]


def test_a_title_is_redlined_word_by_word() -> None:
    both = Adoption(), Adoption()
    title = ("Oil of the lamps for the year 2025", "Oil of the lamps for the year 2026")
    agenda = ((AgendaItem("9 (a)", "Oil"),), (AgendaItem("10 (a)", "Oil"),))
    runs = dict(masthead_runs(MastheadChanges(both, title=title, agenda=agenda)))
    assert {name: redline_plain(told) for name, told in runs.items()} == {
        "Title": "Oil of the lamps for the year [-2025-]{+2026+}",
        "Agenda item": "[-9 (a)-] {+10 (a)+}",
    }
