"""The redline of a table: row by row, cell by cell."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from mkdocs_resolutions.comparing.redline import redline
from mkdocs_resolutions.model import Cell
from mkdocs_resolutions.publishing.figures import rows_with_figures
from mkdocs_resolutions.publishing.redline import earlier_text, later_text, redline_plain
from mkdocs_resolutions.publishing.tables import table_html, table_lines, table_rows

HEAD = "Post | Grade | Number"
BEFORE = f"{HEAD}\nKeeper | 3 | 2\nPainter | 2 | 1\nCook | 1 | 4\nTotal |  | 7"
AFTER = f"{HEAD}\nKeeper | 3 | 5\nPilot | 4 | 3\nCook | 1 | 4\nTotal |  | 12"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (HEAD, HEAD, [HEAD]),
        (BEFORE, AFTER, [
            HEAD, "Keeper | 3 | [-2-]{+5+}",
            "[-Painter-] | [-2-] | [-1-]", "{+Pilot+} | {+4+} | {+3+}",
            "Cook | 1 | 4", "Total |  | [-7-]{+12+}",
        ]),
        ("", "Keeper | 3", ["{+Keeper+} | {+3+}"]),
        ("Keeper | 3", "", ["[-Keeper-] | [-3-]"]),
        # A column more, and a row that was put in before the one that stayed.
        ("A | B | C", "X | Y | Z\nA | B | C | D",
         ["{+X+} | {+Y+} | {+Z+}", "A | B | C | {+D+}"]),
        # A row keeps its name where every figure is another, whatever stands empty before it.
        (" | Subtotal, oil | 500\n | Subtotal, tar | 70",
         " | Subtotal, oil | 450\n | Subtotal, tar | 8",
         [" | Subtotal, oil | [-500-]{+450+}", " | Subtotal, tar | [-70-]{+8+}"]),
        ("Keepers | 3 | 20 | 4", "Painters | 3 | 9 | 9\nKeepers | 5 | 21 | 6",
         ["{+Painters+} | {+3+} | {+9+} | {+9+}",
          "Keepers | [-3-]{+5+} | [-20-]{+21+} | [-4-]{+6+}"]),
        # What is called the same is one row, before what only begins alike or has the same figure.
        ("New | Painter | P-3 | 1\nNew | Keeper | P-2 | 9\nTotal new posts |  |  | 10",
         "New | Keeper | P-2 | 2\nNew | Cook | P-3 | 1\nTotal new post |  |  | 3",
         ["[-New-] | [-Painter-] | [-P-3-] | [-1-]", "New | Keeper | P-2 | [-9-]{+2+}",
          "{+New+} | {+Cook+} | {+P-3+} | {+1+}",
          "[-Total new posts-]{+Total new post+} |  |  | [-10-]{+3+}"]),
        # Where a line of a narrow cell ended is no change.
        ("Post | Category/ level\nKeeper | P- 4", "Post | Category/level\nKeeper | P-5",
         ["Post | Category/level", "Keeper | [-P- 4-]{+P-5+}"]),
        # A figure is no name.
        ("1 | 20 | 4", "1 | 21 | 6", ["[-1-] | [-20-] | [-4-]", "{+1+} | {+21+} | {+6+}"]),
    ],
)  # fmt: skip
def test_rows_and_cells(before: str, after: str, said: list[str]) -> None:
    runs = redline(before, after)
    assert redline_plain(table_lines(runs)).split("\n") == said
    assert len(list(table_rows(runs))) == len(said)


def test_the_cells_of_a_redline_are_those_of_both_texts() -> None:
    runs = table_lines(redline(BEFORE, AFTER))
    for text, wanted in ((earlier_text(runs), BEFORE), (later_text(runs), AFTER)):
        cells = [cell.strip() for cell in text.replace("\n", "|").split("|") if cell.strip()]
        assert cells == [
            cell.strip() for cell in wanted.replace("\n", "|").split("|") if cell.strip()
        ]


def test_as_html_it_is_a_table() -> None:
    soup = BeautifulSoup(table_html(redline(BEFORE, AFTER)), "html.parser")
    rows = soup.select("table tr")
    assert [row.get("class") for row in rows] == [
        None, None, ["row--gone"], ["row--new"], None, None,
    ]  # fmt: skip
    assert {len(row.select("td")) for row in rows} == {3}
    assert "|" not in soup.get_text()
    (left,) = rows[1].select("del")
    assert "2" in left.get_text()


def test_columns_of_figures_stand_by_their_last_digit() -> None:
    """What heads them goes with them; a column that has words among its figures is none."""
    rows = [
        [Cell("Posts", span=1), Cell("Number"), Cell("Of them new", header=True), Cell("From")],
        [Cell("Northern coast", span=4)],
        [Cell("Keepers"), Cell("14 412"), Cell("–"), Cell("2024")],
        [Cell("Painters"), Cell("8"), Cell("(1.5)"), Cell("2 March 2025")],
        [Cell("All", span=2), Cell("1,250"), Cell("")],
    ]
    found = [[is_figure for _, is_figure in row] for row in rows_with_figures(rows)]
    assert found == [
        [False, True, True, False],
        [False],
        [False, True, True, False],
        [False, True, True, False],
        [False, True, False],
    ]
    html = str(
        table_html(redline("Posts | Number\nKeepers | 14 412", "Posts | Number\nKeepers | 8"))
    )
    assert html.count('<td class="is-figure">') == 2
    assert '<td>Posts</td><td class="is-figure">Number</td>' in html


def test_cells_span_and_head_what_they_do_in_the_text() -> None:
    """A row of both as in the later text, one that went as in the earlier."""

    def table(*lines: str) -> list[list[Cell]]:
        head = [Cell("Section", header=True, span=2), Cell("Amount", header=True)]
        return [head, *([Cell(cell) for cell in line.split(" | ")] for line in lines)]

    def text(rows: list[list[Cell]]) -> str:
        return "\n".join(" | ".join(cell.text for cell in row) for row in rows)

    before = [*table("A | Lamps | 20"), [Cell("Tar", span=2), Cell("5")]]
    after = table("A | Lamps | 30", "B | Oil | 9")
    html = str(table_html(redline(text(before), text(after)), before, after))
    soup = BeautifulSoup(html, "html.parser")
    rows = [
        [(cell.name, cell.get("colspan"), cell.get("class")) for cell in row.select("td, th")]
        for row in soup.select("tr")
    ]
    head = [("th", "2", None), ("th", None, ["is-figure"])]
    entry = [("td", None, None), ("td", None, None), ("td", None, ["is-figure"])]
    gone = [("td", "2", None), ("td", None, ["is-figure"])]
    assert [row for row in rows if row not in (head, entry, gone)] == []
    assert rows[0] == head
    assert sorted(map(len, rows)) == [2, 2, 3, 3]
