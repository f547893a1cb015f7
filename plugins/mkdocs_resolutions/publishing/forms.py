"""The forms in which a resolution is cited: three styles, links, and records for citation managers.

A form is one text for the whole and for a clause; only the pinpoint differs. The page prints each
once, with slots where a pinpoint goes, and its script fills the slots for a clause.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from markupsafe import Markup, escape

from mkdocs_resolutions.model import Resolution
from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.publishing.citing import STYLES, Citations
from mkdocs_resolutions.publishing.labels import author_name

Form = Literal["un", "oscola", "bluebook", "markdown", "html", "bibtex", "ris", "csl"]
NAMES: Mapping[Form, str] = {
    "un": "UN style", "oscola": "OSCOLA", "bluebook": "Bluebook", "markdown": "Markdown",
    "html": "HTML", "bibtex": "BibTeX", "ris": "RIS", "csl": "CSL-JSON",
}  # fmt: skip
FILES: Mapping[str, Form] = {"cite.bib": "bibtex", "cite.ris": "ris", "cite.json": "csl"}
"""The records that lie beside a page, by the name of their file."""

_INVENTED = "An invented example; nobody adopted this text."


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """A place as the forms say it: what it adds to a key, to an address, to a citation of each
    style. All empty for the whole."""

    key: str = ""
    fragment: str = ""
    un: str = ""
    oscola: str = ""
    bluebook: str = ""


WHOLE = Pinpoint()
# Noncharacters of Unicode stand for what a form is to be filled with.
_SLOTS = Pinpoint("\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3", "\ufdd4")
_SLOT_NAMES = dict(
    zip("\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4", ("key", "fragment", "un", "oscola", "bluebook"),
        strict=True)
)  # fmt: skip


class Forms:
    """The forms of one resolution; `address` is that of its page, None where it is not known."""

    def __init__(self, resolution: Resolution, address: str | None) -> None:
        self._cite = Citations(resolution)
        self._symbol = resolution.symbol
        self._language = resolution.language
        self._address = address
        masthead = resolution.masthead
        self._title = _line(masthead.title) or f"Resolution {resolution.symbol.spoken}"
        self._adopted = masthead.adopted and date.fromisoformat(masthead.adopted)
        self._author = author_name(resolution.symbol)
        self._publisher = None if resolution.symbol.is_invented else "United Nations"

    @property
    def names(self) -> Mapping[Form, str]:
        """The forms that it has, by name. What is invented has none of a document of the United
        Nations: there is one way to name it in words."""
        if not self._symbol.is_invented:
            return NAMES
        plain: dict[Form, str] = {"un": "In words"}
        return plain | {form: name for form, name in NAMES.items() if form not in STYLES}

    def at(self, identifier: str) -> Pinpoint:
        """The place of a clause."""
        pins = (self._cite.pinpoint(identifier, style) for style in STYLES)
        return Pinpoint(f"-{identifier}", f"#{identifier}", *pins)

    def text(self, form: Form, place: Pinpoint = WHOLE) -> str:
        """A form as plain text, of the whole or of a place."""
        if form == "un" or form == "oscola" or form == "bluebook":
            return self._cite.whole(form, getattr(place, form))
        made = {"markdown": self._markdown, "html": self._html, "bibtex": self._bibtex,
                "ris": self._ris, "csl": self._csl}  # fmt: skip
        return made[form](place)

    def slotted(self, form: Form) -> Markup:
        """A form of the whole as HTML, with an empty element for each part of a pinpoint."""
        html = str(escape(self.text(form, _SLOTS)))
        for sign, name in _SLOT_NAMES.items():
            html = html.replace(sign, f'<span data-slot="{name}"></span>')
        return Markup(html)

    def _url(self, place: Pinpoint) -> str | None:
        return self._address and f"{self._address}{place.fragment}"

    def _markdown(self, place: Pinpoint) -> str:
        words = re.sub(r"([\\`*_\[\]<>])", r"\\\1", self.text("un", place))
        url = self._url(place)
        # A parenthesis would end the address.
        return f"[{words}]({url.replace('(', '%28').replace(')', '%29')})" if url else words

    def _html(self, place: Pinpoint) -> str:
        words, url = self.text("un", place), self._url(place)
        return str(Markup('<a href="{}">{}</a>').format(url, words) if url else escape(words))

    def _key(self, place: Pinpoint) -> str:
        name = re.sub(r"[^A-Za-z0-9]+", "-", str(self._symbol)).strip("-")
        return f"{name}{place.key}"

    def _number(self, place: Pinpoint) -> str:
        # With the place, since styles print a number and leave out sections and notes.
        return f"{self._symbol}{place.un}"

    def _bibtex(self, place: Pinpoint) -> str:
        """A `@techreport`, which every style prints with type, number and institution; `date` is
        for biblatex, `year` and `month` for BibTeX. No date of access: the file must not change."""
        fields = {
            "author": f"{{{_tex(self._author)}}}",
            "title": f"{{{_tex(self._title)}}}",
            "type": "Resolution",
            "number": _tex(self._number(place)),
            "institution": self._publisher,
            "date": self._adopted and self._adopted.isoformat(),
            "year": self._adopted and str(self._adopted.year),
            "month": self._adopted and english.MONTHS[self._adopted.month - 1][:3].lower(),
            "url": self._url(place),
            "note": _tex(_INVENTED) if self._symbol.is_invented else None,
        }
        # A month is the name of a macro of BibTeX's: braces would make it words.
        lines = [
            f"  {name} = {value}" if name == "month" else f"  {name} = {{{value}}}"
            for name, value in fields.items()
            if value
        ]
        kind = "misc" if self._symbol.is_invented else "techreport"
        return ",\n".join([f"@{kind}{{{self._key(place)}", *lines]) + "\n}"

    def _ris(self, place: Pinpoint) -> str:
        """A report, as in the other records; its tags are those of a report's type and number."""
        fields = {
            "TY": "GEN" if self._symbol.is_invented else "RPRT",
            "AU": self._author,
            "TI": self._title,
            "M3": "Resolution",
            "SN": self._number(place),
            "PB": self._publisher,
            "DA": self._adopted and self._adopted.isoformat().replace("-", "/"),
            "PY": self._adopted and str(self._adopted.year),
            "N1": _INVENTED if self._symbol.is_invented else None,
            "LA": self._language,
            "UR": self._url(place),
        }
        lines = [f"{tag}  - {value}\n" for tag, value in fields.items() if value]
        return "".join(lines) + "ER  - "

    def _csl(self, place: Pinpoint) -> str:
        """An item of the type `report`: of `legislation` and `bill` half the styles leave out the
        symbol and the address."""
        day = self._adopted
        item = {
            "id": self._key(place),
            "type": "document" if self._symbol.is_invented else "report",
            "title": self._title,
            "author": [{"literal": self._author}],
            "genre": "Resolution",
            "number": self._number(place),
            "publisher": self._publisher,
            "language": self._language,
            "issued": day and {"date-parts": [[day.year, day.month, day.day]]},
            "URL": self._url(place),
            "note": _INVENTED if self._symbol.is_invented else None,
        }
        known = ({name: value} for name, value in item.items() if value)
        pairs = (json.dumps(pair, ensure_ascii=False)[1:-1] for pair in known)
        return "[{\n  " + ",\n  ".join(pairs) + "\n}]"


def file_of(forms: Forms, form: Form) -> bytes:
    """A record as the file that citation managers read; RIS wants the line ends of DOS."""
    end = "\r\n" if form == "ris" else "\n"
    return (forms.text(form).replace("\n", end) + end).encode()


_TEX = {
    "\\": r"{\textbackslash}", "{": r"{\textbraceleft}", "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}", "^": r"{\textasciicircum}",
    **{sign: f"\\{sign}" for sign in "$&#_%"},
}  # fmt: skip


def _tex(words: str) -> str:
    """Words for TeX. Braces by name: BibTeX counts them even behind a backslash."""
    return "".join(_TEX.get(sign, sign) for sign in words)


def _line(words: str) -> str:
    """Words on one line: in RIS a new line is a new field."""
    return " ".join(words.split())
