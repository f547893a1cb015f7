"""From bytes to clean characters: decoding, and the folding that every reader shares."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterable

from mkdocs_resolutions.reading.manuscript import Unreadable

# Contract, JSON: no-break and other spaces are spaces, U+2011 is a hyphen, soft hyphens and word
# joiners are dropped; all keep words as a reader sees them.
_SPACES = dict.fromkeys(map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
                                 "\u2008\u2009\u200a\u202f\u205f\u3000\t"), " ")  # fmt: skip
# PDFium writes U+FFFE, which is no character, for the hyphen that ends a line, and no end of it.
_HYPHENS = {0x2010: "-", 0x2011: "-", 0xFFFE: "-"}
_LIGATURES = dict(enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"), start=0xFB00))
"""Letters that a font joins: how a page sets a word, not how it is spelt."""
_SILENT = dict.fromkeys([0x00AD, 0x2060])
_FOLD = {**_SPACES, **_HYPHENS, **_LIGATURES, **_SILENT}

# What prints nothing and could mislead: control characters, marks that turn the direction of the
# text around them, zero-width spaces, invisible letters, variation selectors and tags.
_HARMLESS = "\u200b\u200e\u200f\ufeff"
"""Marks that word processors leave: no width, the direction that the letters have anyway."""
_MARKS = re.compile(f"[{_HARMLESS}]")
_TRICKS = re.compile(
    "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b\u200e\u200f\u202a-\u202e\u2061-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# What prints but is not what it seems: figures of other scripts, Greek and Cyrillic letters inside
# a Latin word, joiners in one, characters whose meaning is private or none.
_ODD = re.compile(
    "[^\\D0-9]|(?<=[A-Za-z])[\u0370-\u052f]|[\u0370-\u052f](?=[A-Za-z])"
    "|(?<=[A-Za-z])[\u200c\u200d]|[\u200c\u200d](?=[A-Za-z])"
    "|[\ue000-\uf8ff\ufdd0-\ufdef\uffff\U000f0000-\U0010ffff]"
)
# What is wholly so reads as it stands: nothing of it is folded, dropped or odd, all is NFC, and no
# letter is one that begins what was misread. Nearly every text of a document is, which one look
# tells.
_PLAIN = re.compile("[ -~\u00a1-\u00ac\u00ae-\u00c1\u00c4-\u024f\u2012-\u2027\u2070-\u2079]*")
# Tags, entities and the syntax of templates: no document prints them.
_FOREIGN = re.compile(
    r"<[/!?]?[A-Za-z][^<>\s]{0,40}>?|&(?:#\w{1,10}|[A-Za-z][a-z]{1,30}[0-9]{0,2});|\{[{%#]"
)
# Where marks may be heaped on a letter. Ordering a heap costs the square of its length.
_HEAP = re.compile(r"[^\w\x00-\x7f]{9,}")
_HIGHEST_HEAP = 8

BROKEN = "\N{REPLACEMENT CHARACTER}"
"""What stands for a character that could not be read."""
_BROKEN_RUN = re.compile(f"{BROKEN}+")
# UTF-8 that was taken for Windows-1252 and written as UTF-8 again: “é” has become “Ã©”.
_MISREAD = re.compile("[ÂÃ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€.?")

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"

_SIGNATURES = (
    (b"PK\x03\x04", "a ZIP archive such as DOCX is not read yet; save the document as HTML"),
    (b"\xd0\xcf\x11\xe0", "an old Word document is not read; save it as HTML"),
    (rb"{\rtf", "RTF is not read; save the document as HTML"),
    (b"%!PS", "PostScript is not read; make text of it"),
    (b"\x89PNG", "it is a picture"),
    (b"\xff\xd8\xff", "it is a picture"),
    (b"\x1f\x8b", "it is compressed"),
)
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_XML = re.compile(r"<(?:\?xml\b|akomantoso\b|[\w:.-]{1,80}\s[^<>]{0,500}\bxmlns)", re.I)


def is_xml(data: bytes) -> bool:
    """Whether a file says that it is XML: by its declaration, or the namespace of its root."""
    beginning = data[:2000].replace(b"\x00", b"").decode("latin-1")
    return bool(_XML.match(beginning.lstrip("\xef\xbb\xbf\xff\xfe \t\r\n")))


def decode(data: bytes) -> tuple[str, str | None]:
    """The text of a file, and the name of its encoding where that had to be guessed.

    A byte order mark decides, else UTF-8 if most of what is not ASCII is, else Windows-1252. What
    cannot be read becomes BROKEN. Raises Unreadable for files that are empty or no plain text.
    """
    for signature, reason in _SIGNATURES:
        if data.startswith(signature):
            raise Unreadable(reason)
    if b"%PDF-" in data[:1024]:
        raise Unreadable("a PDF is not read yet; make text of it with `pdftotext -layout`")
    marked = next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), None)
    if marked:
        text, guess = data.decode(marked, "replace"), None
    elif b"\x00" in data:
        text, guess = _guess_wide(data), "UTF-16"
    else:
        text, guess = _guess_narrow(data)
    beginning = text[:1000].lstrip()
    if not data:
        raise Unreadable("it is empty")
    if not beginning and not text.strip():
        raise Unreadable("it is empty: it holds nothing but white space")
    return text, guess


def _guess_wide(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of text in Latin letters is zero."""
    pairs = len(data) / 2
    first, second = data[::2].count(0), data[1::2].count(0)
    if second > pairs / 2 and first < pairs / 10:
        return data.decode("utf-16-le", "replace")
    if first > pairs / 2 and second < pairs / 10:
        return data.decode("utf-16-be", "replace")
    raise Unreadable("it is a binary file, not text")


def _guess_narrow(data: bytes) -> tuple[str, str | None]:
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    sound = len(text) - text.count(BROKEN) - len(text.encode("ascii", "ignore"))
    if sound >= len(_BROKEN_RUN.findall(text)):
        return text, None
    return data.decode("cp1252", "replace"), "Windows-1252"


def is_plain(text: str) -> bool:
    """Whether a line is as readers see it: `clean` keeps it, and `tricks`, `oddities` and `broken`
    find nothing. False says only that they have to look.
    """
    return (text.isascii() and text.isprintable()) or _PLAIN.fullmatch(text) is not None


def clean(text: str) -> str:
    """A line as readers see it: NFC, one kind of space and hyphen, nothing that prints nothing."""
    if is_plain(text):
        return text
    seen = _TRICKS.sub("", text.translate(_FOLD))
    return unicodedata.normalize("NFC", _HEAP.sub(_lowered, seen))


def _lowered(run: re.Match[str]) -> str:
    """A run of characters without the marks that are heaped too high."""
    kept, height = [], 0
    for character in run[0]:
        height = height + 1 if unicodedata.category(character)[0] == "M" else 0
        if height <= _HIGHEST_HEAP:
            kept.append(character)
    return "".join(kept)


def marks(text: str) -> str | None:
    """Which marks `clean` drops that change nothing a reader sees, by name; None if none."""
    return None if is_plain(text) else _names(_MARKS.findall(text))


def tricks(text: str) -> str | None:
    """What else `clean` drops of a line beyond spaces and hyphens, by name; None if nothing."""
    if is_plain(text):
        return None
    found = [one for one in _TRICKS.findall(text) if one not in _HARMLESS]
    if any(_lowered(run) != run[0] for run in _HEAP.finditer(_TRICKS.sub("", text))):
        return _names([*found, "accents on accents"])
    return _names(found)


def oddities(text: str) -> str | None:
    """What is not what it seems in a line, by name; None if nothing is."""
    return None if text.isascii() or is_plain(text) else _names(_ODD.findall(text))


def broken(text: str) -> str | None:
    """What stands in a line for characters that were lost or read in a wrong encoding, or None."""
    if text.isascii():
        return None
    said = []
    if BROKEN in text:
        said.append(f"“{BROKEN}” (U+FFFD) for a lost character{_times(text.count(BROKEN))}")
    if "Ã" in text or "Â" in text or "â" in text:  # One of them begins each.
        found = _MISREAD.findall(text)
        several = ", ".join(f"“{one}”" for one in list(dict.fromkeys(found))[:3])
        more = " and others" if len(set(found)) > 3 else ""
        wrong = f"{several}{more}, UTF-8 that was read as Windows-1252{_times(len(found))}"
        said += [wrong] if found else []
    return ", and ".join(said) or None


def _times(count: int) -> str:
    return f", {count:,} times" if count > 1 else ""


def foreign_markup(text: str) -> str | None:
    """The first words of a text that mean something to a browser or a template; None if none do."""
    if "<" not in text and "&" not in text and "{" not in text:
        return None  # One of them begins each: they are rare, and quicker looked for than forms.
    found = _FOREIGN.search(text)
    return found[0] if found else None


def _names(found: Iterable[str]) -> str | None:
    several = list(dict.fromkeys(found))
    named = ", ".join(_name(character) for character in several[:3])
    return f"{named} and others" if len(several) > 3 else named or None


def _name(character: str) -> str:
    if len(character) > 1:
        return character
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name}".strip()
