"""Raw files changed at random, by kind: real ones where the shared corpus is, and our own.

No text of the corpus stands here: it is read, and converted, when a long run begins.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hypothesis import strategies as st
from lxml import etree

from benchmarks.quality.flavours import FLAVOURS
from golden import FILES
from shared_corpus import CORPUS, XML

SMALL = 24_000
"""Bytes of a real file, at most: what takes the reader of a long one long is much of the same."""
PDFS = sorted(sorted((CORPUS / "pdf").glob("*.pdf"), key=lambda path: path.stat().st_size)[:48])


# --- kinds ---------------------------------------------------------------------------------------


def _converted(*names: str) -> Iterator[bytes]:
    """Files of some flavours, made of the smaller PDFs of the corpus."""
    for flavour in FLAVOURS:
        if flavour.name in names and flavour.is_here:
            with tempfile.TemporaryDirectory() as folder:
                for pdf in PDFS:
                    yield flavour.convert(pdf, Path(folder)).read_bytes()


def _texts() -> Iterator[bytes]:
    return (path.read_bytes() for path in sorted((CORPUS / "text").glob("*.txt")))


def _written() -> Iterator[bytes]:
    """The marked texts of the corpus as pandoc makes HTML of them."""
    if shutil.which("pandoc"):
        program = ["pandoc", "--from", "markdown", "--to", "html"]
        for text in _texts():
            yield subprocess.run(program, input=text, check=True, capture_output=True).stdout


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of raw file: numbers of our own of that kind, and how the real ones are had."""

    name: str
    numbers: str
    real: Callable[[], Iterable[bytes]]

    def own(self) -> list[str]:
        """Our own files of this kind, the real one of the content folder first."""
        names = {f"A_RES_{number}" for number in self.numbers.split()}
        return [path.read_text("utf-8") for path in FILES if path.stem in names]

    def all(self) -> list[str]:
        """The real files that are small, and our own."""
        texts = (data.decode("utf-8", "replace") for data in self.real() if len(data) <= SMALL)
        return [*texts, *self.own()]


KINDS = [
    Kind("marked-text", "77_79 63_905 76_906 77_901 77_902 78_903 78_904 79_907 917_III ES-11_909",
         _texts),
    Kind("reading-order", "78_921A-C 78_922 80_920",
         lambda: _converted("text in reading order")),
    Kind("layout", "80_935", lambda: _converted("text by layout")),
    Kind("xml", "80_918 80_919A-B 80_921", lambda: (path.read_bytes() for path in XML)),
    Kind("html-paragraphs", "80_931 80_932", _written),
    Kind("html-pages", "80_933 80_934",
         lambda: _converted("HTML of lines", "HTML of places", "XML of places")),
]  # fmt: skip


@cache
def _bases(kind: Kind, long: bool) -> list[str]:
    return kind.all() if long else kind.own()


# --- changes of letters and lines ----------------------------------------------------------------

TOKENS = [
    "\n", "\n\n", "\f", "\r", " ", "\u00a0", "\u202e", "\u00ad", "\ufeff", "\x00", "é", "𝔘",
    "*", "**", "***", "****", "\\*", "_", "¹", "²", "⁹", "¹²", "*¹*", "¹ ", "* ", "** ",
    "1. ", "2. ", "3. ", "12. ", "0. ", "999. ", "l. ", "3 ", "1.", "(a) ", "(b) ", "(i) ", "(ii) ",
    "(aa) ", "a) ", "\n\nA\n\n", "\nB\n", "A. ", "B. ", "I. ", "II. ", "I\n\n", "**I**\n\n", "’1‘ ",
    "Annex", "\n\nAnnex\n\n", "\n\nAnnex II\n\n", "\n\n**Annex I. Lamps**\n\n", "Article 3\n\n",
    "\n\nRule 1. Lamps\n\n", "\n\nPart I\n\n", "\n\n**Lamps**\n\n", "\n\n*Lamps*\n\n",
    "The General Assembly,", "*The General Assembly*,\n\n",
    "Resolution adopted by the General Assembly",
    "Agenda item 7 (b)", "[on the report of the First Committee (A/1/2, para. 3)]", "77/79. ",
    "A/RES/77/80", "A/RES/217 (III)", "\n\n46th plenary meeting\n7 December 2022\n\n",
    "[Adopted by a recorded vote of 2 to 1, with no abstentions. ", "\nIn favour: ", "Chad and ",
    "31 February 2022", "Seventy-seventh session", "Recalling ", "*Recalling* ", "*Urges* ",
    "Decides: ", ":", ";", ",", ".", "“", "”", "\n\n“", "paragraph 4 of its resolution 61/261",
    "resolutions 63/71 and 70/54", "United Nations, *Treaty Series*, vol. 1, No. 2", "*Ibid.*, ",
    "A/77/385, annexes I and II", "[63/71](#)", "[x](javascript:alert(1))", "[", "](#)", "]", "(",
    "<script>", "<b onclick=x>", "</p>", "{{ x }}", "&amp;", "\"'", "inter alia", "| a | b |",
    "<num>(a)</num>", "<num>1.</num>", "<p>Lamps</p>", "<heading>Lamps</heading>", "<i>Urges</i>",
    "<docNumber>B</docNumber>", "<p/>", "<table><tr><td>x</td></tr></table>", "<!-- x -->",
    "____", "22-12345 (E)", "*2212345*", "2/3", "Please recycle", "ABc", "tHe", "    ",
    "                    ", "\n                    2.    ", "  |  ", "\n| a | b |\n|---|---|\n",
    "<br>", "<br/>", "<hr>", "<sup>1</sup>", "<li>", "<ol start=7>", "<ul>", "<td colspan=2>",
    "<pre>", "<div style='top:9px;left:9px'>", "<span style='display:none'>", "<a href=#fn1>1</a>",
    "<a id=fn1></a>", "<style>p{font-style:italic}</style>", "<textarea>", "<!--", "-->",
    "<![CDATA[", "<text top='9' left='9' font='0'>", "<page>", "</page>", "&#0;", "&nbsp;", "&shy;",
    "<a", ">", "\n\nNotes\n\n", "\n\n**Notes**\n\n1. See A/77/9.\n2. Ibid.\n", "[1]", "[2] ", " 1/",
    "\n2/ ", "†", "\n‡ ", "§ 5", "Whereas ", "\n\nPreamble\n\n", "Now, therefore, ",
    "\n\nAppendix I\n\n", "\n\nPART TWO\n\n", "\n\nARTICLE 3\n\n", "Page 2", "/. . .",
    "UNITED NATIONS", "\nA\n", "46th plenary meeting, 7 December 2022", "lamps,12 ",
]  # fmt: skip

PLACE = st.integers(0, SMALL)
LENGTH = st.sampled_from([1, 2, 5, 20, 80, 400])
TOKEN = st.sampled_from(TOKENS)
# A change is what is done, where, how much of the text it takes or a second place, and a token.
Change = tuple[str, int, int, str]
CHANGES: st.SearchStrategy[list[Change]] = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["delete", "double"]), PLACE, LENGTH, st.just("")),
        st.tuples(st.just("insert"), PLACE, st.just(0), TOKEN),
        st.tuples(st.just("begin"), PLACE, st.just(0), TOKEN),
        st.tuples(st.just("replace"), PLACE, LENGTH, TOKEN),
        st.tuples(st.sampled_from(["drop", "repeat", "swap", "glue"]), PLACE, PLACE, st.just("")),
        st.tuples(st.just("cut"), PLACE, st.just(0), st.just("")),
    ),
    max_size=6,
)


def changed(text: str, change: Change) -> str:
    """The text after one change; its first place counts letters, or lines."""
    what, first, second, token = change
    if what in ("drop", "repeat", "swap", "glue", "begin"):
        return _lines_changed(text, what, first, second, token)
    start = first % (len(text) + 1)
    if what == "cut":
        return text[:start]
    end = min(start + second, len(text))
    taken = text[start:end]
    middle = {"delete": "", "double": taken + taken, "insert": token + taken, "replace": token}
    return text[:start] + middle[what] + text[end:]


def _lines_changed(text: str, what: str, first: int, second: int, token: str) -> str:
    lines = text.split("\n")
    at, to = first % len(lines), second % len(lines)
    if what == "drop":
        del lines[at]
    elif what == "repeat":
        lines.insert(to, lines[at])
    elif what == "swap":
        lines[at], lines[to] = lines[to], lines[at]
    elif what == "begin":
        lines[at] = token + lines[at]
    else:
        lines[at : at + 2] = ["".join(lines[at : at + 2])]
    return "\n".join(lines)


# --- changes of elements -------------------------------------------------------------------------

ELEMENT_CHANGES: st.SearchStrategy[list[Change]] = st.lists(
    st.tuples(
        st.sampled_from(["drop", "repeat", "move", "rename", "words", "tail", "attributes", "cut"]),
        PLACE,
        PLACE,
        TOKEN.filter(lambda token: token.isprintable() or "\n" in token),
    ),
    max_size=6,
)


def elements_changed(text: str, changes: Iterable[Change]) -> str:
    """Well-formed XML after some changes of its elements."""
    root = etree.fromstring(text.encode())
    for what, first, second, token in changes:
        elements = [*root.iter(etree.Element)][1:]
        if elements:
            one, other = elements[first % len(elements)], elements[second % len(elements)]
            _element_changed(one, other, what, token)
    return etree.tostring(root, encoding="unicode")


def _element_changed(one: etree._Element, other: etree._Element, what: str, token: str) -> None:
    parent = one.getparent()
    assert parent is not None
    if what == "drop":
        parent.remove(one)
    elif what == "repeat":
        parent.insert(parent.index(one), deepcopy(one))
    elif what == "move" and one not in (other, *other.iterancestors()):
        other.append(one)
    elif what == "rename":
        one.tag = other.tag
    elif what == "words":
        one.text = token
    elif what == "tail":
        one.tail = token
    elif what == "attributes":
        one.attrib.update(other.attrib)
    elif what == "cut":
        for sibling in [*one.itersiblings()]:
            parent.remove(sibling)


# --- files ---------------------------------------------------------------------------------------

ENCODINGS = st.sampled_from(["utf-8"] * 8 + ["utf-8-sig", "utf-16", "cp1252"])


@st.composite
def raw_files(draw: st.DrawFn, kind: Kind, long: bool) -> bytes:
    """A raw file of a kind after a few changes, in an encoding that may be wrong."""
    text = draw(st.sampled_from(_bases(kind, long)))
    # Of XML that is broken there is little to see.
    if kind.name == "xml" and draw(st.integers(0, 3)):
        text = elements_changed(text, draw(ELEMENT_CHANGES))
    else:
        for change in draw(CHANGES):
            text = changed(text, change)
    return text.encode(draw(ENCODINGS), "replace")
