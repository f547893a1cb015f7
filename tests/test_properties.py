"""What must hold of any number, any symbol and any structure of clauses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from lines_run import lines_run
from mkdocs_resolutions.comparing.editorial import editorial
from mkdocs_resolutions.comparing.kinds import pieces
from mkdocs_resolutions.model import (
    Anchor,
    AnchorError,
    Node,
    Numbered,
    Symbol,
    SymbolError,
    assign_anchors,
)
from mkdocs_resolutions.model.anchor import Role
from mkdocs_resolutions.model.numeral import from_roman, label_value, to_roman
from mkdocs_resolutions.publishing.record import schema

PHRASES = (
    "The Keepers", "keepers’ lamps", "keepers' lamps", "İzmir", "well-lit", "upon", "also", "an",
    "one hundred and", "twenty-first session", "seventh", "and/or", "ﬁnal", "States", "Sea—Harbour",
)  # fmt: skip
LONG = settings(max_examples=20_000, derandomize=False)

CLAUSE_ID = re.compile(schema()["$defs"]["clauseId"]["pattern"])

# --- numbers -------------------------------------------------------------------------------------

GLYPHS = "abcxivzIVX0123456789()[].,-–—'’‘ـ أبجدهوىاإ١٢٣асе一二十㈠㈩（）ⅳ½²ſ*§ "
LABELS = st.text(GLYPHS, max_size=12) | st.text(max_size=8)


@given(st.integers(1, 3999))
def test_roman_numerals_are_read_back(value: int) -> None:
    assert from_roman(to_roman(value)) == from_roman(to_roman(value).upper()) == value


@given(st.text("ivxlcdmIVXLCDM", max_size=8) | st.text(max_size=4))
def test_only_well_formed_roman_numerals_have_a_value(text: str) -> None:
    value = from_roman(text)
    assert value is None or to_roman(value) == text.lower()


@given(LABELS)
@example("’88‘")
@example("’1888‘")
@example("(九十九)")
def test_a_value_is_its_own_value(label: str) -> None:
    value = label_value(label)
    assert value is None or re.fullmatch("[a-z]{1,9}|0|[1-9][0-9]{0,8}", value)
    assert value is None or label_value(value) == value


# --- symbols -------------------------------------------------------------------------------------

COUNT = st.integers(1, 9999)
PART = st.sampled_from(["", *"ABCDEFGHIJKLMNOPQRSTUVWXYZ"])
SPACE = st.sampled_from(["", " "])
SPECIAL = st.sampled_from(["", "S-", "ES-"])


@st.composite
def modern(draw: st.DrawFn) -> tuple[str, str]:
    """A resolution since 1976 as printed, and its normal form."""
    session, number, part = draw(st.integers(1, 999)), draw(COUNT), draw(PART)
    head = f"{draw(SPECIAL)}{session}/{number}"
    return f"{head}{draw(SPACE) if part else ''}{part}", f"A/RES/{head}{part}"


@st.composite
def early(draw: st.DrawFn) -> tuple[str, str]:
    """A resolution to 1975 as printed, and its normal form."""
    number, part = draw(COUNT), draw(PART)
    session = f"({draw(SPECIAL)}{to_roman(draw(st.integers(1, 39))).upper()})"
    inner = f"{number}{draw(SPACE)}{part}{draw(SPACE)}{session}"
    outer = f"{number}{draw(SPACE)}{session}{draw(SPACE)}{part}".strip()
    return draw(st.sampled_from([inner, outer])), f"A/RES/{number}{session}{part}"


RESOLUTIONS = modern() | early()
DOCUMENTS = st.from_regex(
    r"(A|S|E|ST|CCM|TD)(/(C\.[1-6]|CONF|SGB|L\.[1-9][0-9]|[1-9][0-9]{0,3}|Add\.[1-9])){1,4}"
    r"(\((Vol\.I|Part II|2000)\))?",
    fullmatch=True,
)


@given(RESOLUTIONS)
def test_resolutions_are_read_back(case: tuple[str, str]) -> None:
    printed, normal = case
    symbol = Symbol.resolution(printed)
    assert str(symbol) == normal
    for form in (f"A/RES/{printed}", str(symbol), f"A/RES/{symbol.spoken}", f" A / RES/{printed} "):
        assert Symbol.parse(form) == symbol
    assert Symbol.resolution(symbol.short) == Symbol.resolution(symbol.spoken) == symbol


@given(RESOLUTIONS)
def test_resolutions_have_an_address_and_a_whole(case: tuple[str, str]) -> None:
    symbol = Symbol.resolution(case[0])
    assert symbol.is_resolution
    assert symbol.address == f"{symbol}/"
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", symbol.slug)
    assert symbol.whole.part is None
    assert Symbol.parse(str(symbol.whole)) == symbol.whole == symbol.whole.whole


@given(DOCUMENTS)
def test_documents_are_read_back(text: str) -> None:
    assume(not text.startswith("A/RES/"))
    symbol = Symbol.parse(text)
    assert str(symbol) == text.replace(" ", "")
    assert Symbol.parse(str(symbol)) == symbol
    assert not symbol.is_resolution


@given(
    st.text("A/RES.-()0123456789 XIV\\%:?#<>\"'\u202e\u0661", max_size=24) | st.text(max_size=24)
)
def test_whatever_is_a_symbol_is_a_safe_path(text: str) -> None:
    try:
        symbol = Symbol.parse(text)
    except SymbolError:
        return
    assert Symbol.parse(str(symbol)) == symbol
    pieces = str(symbol).split("/")
    assert len(pieces) > 1
    assert all(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._,()-]*", piece) for piece in pieces)


@given(st.lists(st.tuples(st.booleans(), RESOLUTIONS, DOCUMENTS), max_size=12), st.randoms())
def test_order_does_not_depend_on_the_order_before(
    cases: list[tuple[bool, tuple[str, str], str]], random: Any
) -> None:
    symbols = [Symbol.parse(document if other else case[1]) for other, case, document in cases]
    shuffled = symbols.copy()
    random.shuffle(shuffled)
    assert sorted(shuffled) == sorted(symbols)


# --- anchors -------------------------------------------------------------------------------------

ITEM_LABELS = st.sampled_from([
    "(a)", "(b)", "(c)", "(i)", "(ii)", "a.", "i.", "A.", "1.", "2.", "(aa)", "(x)", "(end)", "b)",
    "(أ)", "’1‘", "㈡", "(§)", None,
])  # fmt: skip
NUMBERS = st.sampled_from(
    ["1.", "1.", "2.", "2.", "3.", "4", "5 -", "10.", "0.", "3 bis.", "l.", "(a)", None, None]
)
SECTIONS = st.sampled_from(["I", "II", "III", "A.", "B.", "C.", "Section II", "1", "7", "*", None])


def _below(inner: st.SearchStrategy[tuple[Node, ...]]) -> st.SearchStrategy[tuple[Node, ...]]:
    items = st.builds(Node, st.just("item"), ITEM_LABELS, inner)
    blocks = st.builds(Node, st.just("block"), ITEM_LABELS, inner)
    ends = st.sampled_from([Node("closing"), Node("table")])
    return st.lists(items | blocks | ends, max_size=4).map(tuple)


CHILDREN = st.recursive(st.just(()), _below, max_leaves=6)
HEADING_ROLES: list[Role] = ["heading", "section", "unit"]
HEADINGS = st.builds(Node, st.sampled_from(HEADING_ROLES), SECTIONS, st.just(()), st.integers(1, 3))
PREAMBULAR = st.builds(Node, st.just("preambular"), st.none(), CHILDREN)
OPERATIVE = st.builds(Node, st.just("operative"), NUMBERS, CHILDREN)
OTHERS = st.builds(Node, st.just("block"), ITEM_LABELS, CHILDREN) | st.sampled_from(
    [Node("closing"), Node("table")]
)
NODES = st.lists(PREAMBULAR | OPERATIVE | OPERATIVE | OTHERS | HEADINGS, max_size=14)
PARTS = st.sampled_from([("body", None), ("annex", "annex1"), ("annex", "annex12")])


def flat(numbered: Sequence[Numbered]) -> Iterator[Numbered]:
    for entry in numbered:
        yield entry
        yield from flat(entry.children)


def shape(tree: Sequence[Node] | Sequence[Numbered]) -> list[Any]:
    return [shape(entry.children) for entry in tree]


def check_ids(nodes: list[Node], part: tuple[Any, str | None]) -> None:
    """No two things share an id, and each id is one of the grammar."""
    numbered = assign_anchors(nodes, *part)
    assert assign_anchors(tuple(nodes), *part) == numbered
    assert shape(numbered) == shape(nodes)
    names = [name for entry in flat(numbered) for name in (entry.id, *entry.aliases)]
    assert sorted(set(names)) == sorted(names)
    for name in names:
        anchor = Anchor.parse(name)
        assert str(anchor) == name
        assert anchor.annex == part[1]
        assert CLAUSE_ID.search(name)


@given(NODES, PARTS)
def test_ids_are_unique_and_of_the_grammar(nodes: list[Node], part: tuple[Any, str | None]) -> None:
    check_ids(nodes, part)


@pytest.mark.fuzz
@LONG
@given(NODES, PARTS)
def test_ids_are_unique_and_of_the_grammar_at_length(
    nodes: list[Node], part: tuple[Any, str | None]
) -> None:
    check_ids(nodes, part)


@given(st.lists(st.integers(1, 6), max_size=12), st.data())
def test_a_number_has_its_prefix_exactly_when_it_is_printed_again(
    numbers: list[int], data: st.DataObject
) -> None:
    sections = data.draw(st.lists(st.integers(0, 3), min_size=len(numbers), max_size=len(numbers)))
    nodes: list[Node] = []
    for section, number in zip(sorted(sections), numbers, strict=True):
        name = to_roman(section).upper() if section else None
        if name and not any(node.role == "section" and node.label == name for node in nodes):
            nodes.append(Node("section", name))
        nodes.append(Node("operative", f"{number}."))
    ids = [
        entry.id
        for entry in assign_anchors(nodes)
        if not entry.id.startswith("s") or "-" in entry.id
    ]
    for section, number, found in zip(sorted(sections), numbers, ids, strict=True):
        again = numbers.count(number) > 1 and section
        wanted = f"s{section}-op{number}" if again else f"op{number}"
        assert found.partition("_")[0] == wanted


@given(NODES)
def test_a_preambular_paragraph_more_changes_no_operative_id(nodes: list[Node]) -> None:
    operative = [
        node for node in nodes if node.role not in ("preambular", "block", "closing", "table")
    ]
    without = [entry.id for entry in assign_anchors(operative)]
    longer = assign_anchors([Node("preambular"), Node("preambular"), *operative])
    assert [entry.id for entry in longer] == ["pp1", "pp2", *without]


LANGUAGES = {
    "(a)": "a) (أ) а)",
    "(b)": "b) (ب)",
    "(c)": "c) (ج) с)",
    "(i)": "i) ’1‘ ㈠",
    "(ii)": "ii) ’2‘ ㈡",
    "1.": "1 1- ١.",
    "2.": "2 2- ٢.",
}


@given(NODES, st.randoms())
def test_ids_are_the_same_in_every_language(nodes: list[Node], random: Any) -> None:
    def translated(node: Node) -> Node:
        forms = LANGUAGES.get(node.label or "", "").split()
        label = random.choice(forms) if forms and node.role not in HEADING_ROLES else node.label
        return Node(node.role, label, tuple(map(translated, node.children)), node.level)

    assert assign_anchors(list(map(translated, nodes))) == assign_anchors(nodes)


@given(st.from_regex(CLAUSE_ID, fullmatch=True))
def test_the_schema_and_the_grammar_agree(text: str) -> None:
    assume(len(text) <= 200)
    assert str(Anchor.parse(text)) == text


@given(st.text("opsuhxtafn0123_-eid", max_size=14))
def test_what_the_grammar_refuses_the_schema_refuses(text: str) -> None:
    try:
        anchor = Anchor.parse(text)
    except AnchorError:
        assert not CLAUSE_ID.search(text)
    else:
        assert str(anchor) == text


# --- cost ----------------------------------------------------------------------------------------


def unnumbered(size: int) -> list[Node]:
    return [Node("operative")] * size


def repeated(size: int) -> list[Node]:
    return [Node("operative", "1.")] * size


def blocks_of_one_clause(size: int) -> list[Node]:
    half = size // 2
    return [Node("operative", "1.", (Node("block"),) * half), *[Node("block")] * half]


def same_letter(size: int) -> list[Node]:
    return [Node("operative", "1.", (Node("item", "(a)"),) * (size - 1))]


def sections(size: int) -> list[Node]:
    return [Node("section", "I"), Node("operative", "1.")] * (size // 2)


def deep(size: int) -> list[Node]:
    """Trees of six levels, as many as resolutions print."""
    tree = Node("operative", "1.")
    for label in ("i.", "a.", "(i)", "(a)"):
        tree = Node("item", label, (tree,) if tree.role == "item" else ())
    return [Node("operative", f"{n}.", (tree,)) for n in range(size // 5)]


def nested(size: int) -> list[Node]:
    """Headings of falling ranks, each around all that follows."""
    levels = [Node("section", "I", (), level) for level in range(1, 7)]
    return [*levels, *[Node("operative", "1.")] * (size - 6)]


SHAPES = [unnumbered, repeated, blocks_of_one_clause, same_letter, sections, deep, nested]


@pytest.mark.parametrize("tree", SHAPES, ids=lambda tree: tree.__name__)
def test_numbering_costs_in_proportion(tree: Callable[[int], list[Node]]) -> None:
    small, large = (lines_run(partial(assign_anchors, tree(size))) for size in (1_000, 10_000))
    assert large < 12 * small


def test_a_long_text_that_is_almost_an_anchor_is_refused_at_once() -> None:
    """A pattern that backtracks would not come back from these."""
    for text in (
        "op1" + "-end" * 49 + "-",
        "op1" + "-a_2" * 49 + "_",
        "sa-" * 66,
        "s1-" * 66 + "x",
    ):
        with pytest.raises(AnchorError):
            Anchor.parse(text)


@given(st.lists(st.sampled_from(PHRASES), max_size=8).map(" ".join) | st.text(max_size=20))
def test_words_are_the_same_pieces_beside_a_figure(text: str) -> None:
    """A text without figures is read in another way than one with them."""
    assert pieces(f"{text} ; 7")[:-1] == pieces(text)


@given(*[st.lists(st.sampled_from(PHRASES), max_size=4).map(" ".join)] * 2)
def test_words_are_the_same_beside_a_dash(before: str, after: str) -> None:
    """A text of ASCII is folded in another way than one with other signs."""
    assert bool(editorial(f"{before} —", f"{after} —")) == bool(editorial(before, after))
