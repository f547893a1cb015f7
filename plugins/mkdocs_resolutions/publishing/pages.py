"""The pages of the site, as HTML made from the model by the templates of the package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from mkdocs_resolutions.corpus import Corpus, Text
from mkdocs_resolutions.linking import MASTHEAD
from mkdocs_resolutions.model import (
    Annex,
    Clause,
    Footnote,
    Member,
    NoteMark,
    Reference,
    Series,
    Symbol,
    Vote,
    official_url,
)
from mkdocs_resolutions.model.anchor import mark_id
from mkdocs_resolutions.model.resolution import walk
from mkdocs_resolutions.publishing.address import relative, series_address, session_address
from mkdocs_resolutions.publishing.citing import STYLES, Citations
from mkdocs_resolutions.publishing.labels import Labels, label_of, long_date, session_name
from mkdocs_resolutions.publishing.markup import words_html
from mkdocs_resolutions.publishing.search import SearchRecord, search_records

OUTLINED = 40
"""Operative paragraphs. Up to so many, the outline of a page names each of them."""
LONGEST_OUTLINE = 300
"""Entries. The resolution of the corpus that has most headings has sixty."""


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of a page's outline and those below it."""

    id: str
    title: str
    below: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """An internal link of a page: the address of the page it leads to, and the anchor if any."""

    address: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """What a page says, for whatever engine puts it into its frame.

    `address` is its folder below the site's root; `edit` the address at which its raw file is
    edited; `date` the day its text was last changed, in ISO form.
    """

    address: str
    title: str
    description: str
    html: str
    outline: tuple[Heading, ...] = ()
    ids: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    search: tuple[SearchRecord, ...] = ()
    edit: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """What a page needs to know of where it stands: the official site, the raw file's address and
    name beside it, the address at which the raw file is edited, that of the page about the site,
    the site's own address, ending in a slash."""

    official: str
    raw: str = ""
    raw_name: str = ""
    edit: str | None = None
    about: str | None = None
    canonical: str | None = None


@dataclass(slots=True)
class _Links:
    """The links of one page, told relative to it and remembered for the judge."""

    page: str
    made: list[Link] = field(default_factory=list)

    def to(self, target: str) -> str:
        """The relative link to an address of the site."""
        address, _, anchor = target.partition("#")
        if address.endswith("/") or not address:
            self.made.append(Link(address, anchor))
        return relative(target, self.page)


def environment() -> Environment:
    """Jinja with the templates of the package: everything escaped, nothing undefined allowed."""
    return Environment(
        loader=PackageLoader("mkdocs_resolutions.publishing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


_ENVIRONMENT = environment()


def render(template: str, **values: object) -> str:
    """A template of the package with its values."""
    return _ENVIRONMENT.get_template(template).render(**values)


# --- the page of a resolution ------------------------------------------------------------------


def resolution_page(text: Text, corpus: Corpus, place: Place) -> Content:
    """The page of a resolution at its permanent address."""
    return _ResolutionPage(text, corpus, place).content()


class _ResolutionPage:
    """The view of one resolution that its template shows."""

    def __init__(self, text: Text, corpus: Corpus, place: Place) -> None:
        self.text, self.corpus, self.place = text, corpus, place
        self.resolution = resolution = text.resolution
        self.masthead = resolution.masthead
        self.address = self.resolution.symbol.address
        self.links = _Links(self.address)
        self.cite = Citations(self.resolution)
        self.labels = Labels(self.resolution)
        self.marked: dict[str, int] = {}
        self.nums = {note.id: note.num for note in self.resolution.footnotes}
        self.carriers = self.resolution.marks()
        self.ids: list[str] = ["title"]
        parts = (resolution.operative, *(annex.clauses for annex in resolution.annexes))
        self.depths = {name: depth for part in parts for name, depth in _depths(part)}

    def content(self) -> Content:
        resolution = self.resolution
        preamble = [self._clause(clause) for clause in resolution.preamble]
        operative = [self._clause(clause) for clause in resolution.operative]
        annexes = [
            {
                "id": annex.id,
                "aliases": annex.aliases,
                "heading": annex.heading,
                "title": annex.title and self._annex_title(annex),
                "clauses": [self._clause(clause) for clause in annex.clauses],
            }
            for annex in resolution.annexes
        ]
        html = render(
            "resolution.html",
            r=resolution,
            m=self.masthead,
            official=official_url(str(resolution.symbol), self.place.official),
            to=self.links.to,
            facts=list(self._facts()),
            preamble=preamble,
            operative=operative,
            annexes=annexes,
            adoption=self._adoption(),
            footnotes=[self._footnote(note) for note in resolution.footnotes],
            neighbours=list(self._neighbours()),
            raw={"href": self.place.raw, "name": self.place.raw_name},
            edit=self.place.edit,
            about=self.place.about,
            direction="rtl" if resolution.language == "ar" else "ltr",
            cites=[(style, self.cite.whole(style, "{}")) for style in STYLES],
            address=self.place.canonical and f"{self.place.canonical}{self.address}",
            ways=[heading for heading in self._outline() if heading.id != "sources"],
        )
        return Content(
            address=self.address,
            title=f"{resolution.symbol} {self.masthead.title}".strip(),
            description=self._description(),
            html=html,
            outline=tuple(self._outline()),
            ids=tuple(self._ids()),
            links=tuple(self.links.made),
            search=tuple(search_records(resolution)),
            edit=self.place.edit,
            date=self.masthead.reissued or self.masthead.issued or self.masthead.adopted,
        )

    def _description(self) -> str:
        adopted = long_date(self.masthead.adopted)
        when = f", adopted on {adopted}" if adopted else ""
        return (
            f"General Assembly resolution {self.resolution.symbol.spoken}{when}: "
            f"{self.masthead.title}. Every clause has a permanent address."
        )

    # --- masthead ----------------------------------------------------------------------------

    def _facts(self) -> Iterator[tuple[str, Markup | str]]:
        masthead, to = self.masthead, self.links.to
        yield "Symbol", str(self.resolution.symbol)
        if masthead.session:
            link = to(session_address(masthead.session))
            name = session_name(masthead.session).capitalize()
            yield "Session", Markup('<a href="{}">{}</a>').format(link, name)
        for item in masthead.agenda:
            title = f": {item.title}" if item.title else ""
            yield "Agenda item", f"{item.item}{title}"
        origin = masthead.as_printed("origin")
        if origin:
            words = words_html(origin.text, self.text.linked.of(MASTHEAD), href=self._href)
            yield "Origin", words
        if masthead.adopted:
            yield "Adopted", _time(masthead.adopted)
        if masthead.meeting:
            yield "Meeting", masthead.meeting
        yield from self._adopted_how()
        if masthead.issued:
            yield "Issued", _time(masthead.issued)
        if masthead.reissued:
            yield "Reissued for technical reasons", _time(masthead.reissued)
        series = self.corpus.series_of(self.resolution.symbol)
        if series:
            link = to(f"{series_address(series.slug)}#{self.resolution.symbol.slug}")
            yield "Series", Markup('<a href="{}">{}</a>').format(link, series.name)
        for line in masthead.printed:
            if line.field == "other":
                yield "Also printed", line.text

    def _adopted_how(self) -> Iterator[tuple[str, Markup | str]]:
        """Vote, record, draft and sponsors, where the raw file says them."""
        adoption = self.masthead.adoption
        if adoption.vote:
            yield "Recorded vote", Markup(render("vote.html", vote=_sides(adoption.vote)))
        elif adoption.procedure == "recorded_vote":
            yield "Procedure", "Adopted by a recorded vote"
        elif adoption.procedure == "without_vote":
            yield "Procedure", "Adopted without a vote"
        words = " ".join(line.text for line in self.masthead.printed if line.field == "vote")
        if words:
            yield "Vote as printed", Markup(render("printed_vote.html", words=words))
        if adoption.record:
            yield "Record", self._document(adoption.record)
        if self.masthead.draft:
            yield "Draft", self._document(self.masthead.draft)
        if self.masthead.sponsors:
            yield "Sponsors", Markup(render("sponsors.html", sponsors=self.masthead.sponsors))

    def _document(self, symbol: str) -> Markup:
        """A document by its symbol in normal form, with a link to the official one."""
        return Markup('<a href="{}" rel="external">{}</a>').format(
            official_url(symbol, self.place.official), symbol
        )

    def _adoption(self) -> list[str]:
        line = self.masthead.as_printed("adoption")
        if line is None:
            return []
        meeting = self.masthead.meeting or ""
        return [part for part in (meeting, line.text.removeprefix(meeting).strip()) if part]

    def _neighbours(self) -> Iterator[dict[str, Any]]:
        symbol, ways = self.resolution.symbol, ("previous", "next")
        for way, member in zip(ways, self.corpus.beside_in_series(symbol), strict=True):
            if member:
                what = f"{way.capitalize()} in the series:"
                yield {"way": way, "what": what, **self._member(member)}
        for way, other in zip(ways, self.corpus.beside_in_session(symbol), strict=True):
            if other:
                what = f"{way.capitalize()} held of the session:"
                yield {"way": way, "what": what, **self._member(Member(other, None, held=True))}

    def _member(self, member: Member) -> dict[str, Any]:
        if member.held:
            href = self.links.to(member.symbol.address)
            return {"name": str(member.symbol), "href": href, "external": False, "note": ""}
        href = official_url(str(member.symbol), self.place.official)
        note = "text not held, official document"
        return {"name": str(member.symbol), "href": href, "external": True, "note": note}

    # --- clauses and notes -------------------------------------------------------------------

    def _clause(self, clause: Clause) -> dict[str, Any]:
        self.ids += [clause.id, *clause.aliases]
        marks = tuple((mark, self._mark(mark)) for mark in clause.footnotes)
        words = words_html(
            clause.text,
            self.text.linked.of(clause.id),
            clause.phrase,
            clause.italics,
            marks,
            self._href,
        )
        return {
            "id": clause.id,
            "aliases": clause.aliases,
            "kind": clause.kind,
            "label": self.labels.of(clause.id),
            "num": clause.num,
            "pins": [(style, self.cite.pinpoint(clause.id, style)) for style in STYLES],
            "margin": clause.num or _margin(clause),
            "element": "blockquote" if clause.kind == "quote" else "p",
            "words": words,
            "rows": clause.rows,
            "table_notes": clause.table_notes,
            "marks": marks,
            "heading": min(self.depths[clause.id] + 2, 6) if clause.level else None,
            "clauses": [self._clause(child) for child in clause.clauses],
        }

    def _annex_title(self, annex: Annex) -> Markup:
        marks = tuple((mark, self._mark(mark)) for mark in annex.footnotes)
        return words_html(annex.title, (), marks=marks)

    def _mark(self, mark: NoteMark) -> Markup:
        self.marked[mark.id] = self.marked.get(mark.id, 0) + 1
        name = mark_id(mark.id, self.marked[mark.id])
        self.ids.append(name)
        return Markup(
            '<sup class="note-mark" id="{}"><a href="#{}" aria-label="Footnote {}" '
            'role="doc-noteref">{}</a></sup>'
        ).format(name, mark.id, self.nums[mark.id], self.nums[mark.id])

    def _footnote(self, note: Footnote) -> dict[str, Any]:
        self.ids.append(note.id)
        words = words_html(
            note.text, self.text.linked.of(note.id), italics=note.italics, href=self._href
        )
        back = [
            {"id": mark_id(note.id, n), "label": self.labels.of(place)}
            for n, place in enumerate(self.carriers.get(note.id, ()), start=1)
        ]
        if not back and not note.orphan:
            back = [{"id": "title", "label": label_of("title")}]
        return {
            "id": note.id,
            "label": label_of(note.id),
            "num": note.num,
            "words": words,
            "back": back,
            "orphan": note.orphan,
        }

    def _href(self, reference: Reference) -> str | None:
        """Where a reference leads: a held clause, else the official document."""
        if reference.status in ("held", "missing") and reference.symbol:
            held = self.corpus.by_symbol[reference.symbol].resolution.symbol
            place = (reference.target or "").partition("#")[2]
            fragment = f"#{place}" if place and reference.status == "held" else ""
            return self.links.to(f"{held.address}{fragment}")
        return reference.url

    # --- outline -----------------------------------------------------------------------------

    def _outline(self) -> tuple[Heading, ...]:
        return _within_reason(tuple(self._parts()))

    def _parts(self) -> Iterator[Heading]:
        resolution = self.resolution
        if resolution.preamble:
            yield Heading("preamble", "Preamble", _headings(resolution.preamble))
        if resolution.operative:
            named = len(resolution.operative) <= OUTLINED
            yield Heading("operative", "Operative part", _headings(resolution.operative, named))
        for annex in resolution.annexes:
            title = ": ".join(filter(None, (annex.heading, annex.title)))
            yield Heading(annex.id, title, _headings(annex.clauses))
        if resolution.footnotes:
            yield Heading("footnotes", "Footnotes")
        yield Heading("sources", "Sources")

    def _ids(self) -> Iterator[str]:
        yield from self.ids
        annexes = [annex.id for annex in self.resolution.annexes]
        yield from annexes
        known = {*self.ids, *annexes}
        yield from (heading.id for heading in self._outline() if heading.id not in known)
        if self.masthead.as_printed("adoption"):
            yield "adoption"
        for annex in self.resolution.annexes:
            yield from annex.aliases


def _sides(vote: Vote) -> list[dict[str, Any]]:
    """The sides of a vote: what they are called, how many States they are, and which."""
    counts = {"in_favour": vote.in_favour, "against": vote.against, "abstaining": vote.abstaining}
    return [
        {
            "name": side.replace("_", " "),
            "count": count,
            "states": [one.state for one in vote.by_state if one.vote == side],
        }
        for side, count in counts.items()
    ]


def _margin(clause: Clause) -> str:
    """What stands in the margin of a clause that prints no number: its address in short."""
    if clause.kind in ("preambular", "operative"):
        return label_of(clause.id).rpartition(", ")[2]
    return "¶"


def _within_reason(outline: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """An outline that can be looked through: of a longer one the parts, the last two among them."""
    if _count(outline) <= LONGEST_OUTLINE:
        return outline
    parts = tuple(replace(heading, below=()) for heading in outline)
    return (*parts[:LONGEST_OUTLINE], *parts[LONGEST_OUTLINE:][-2:])


def _count(outline: tuple[Heading, ...]) -> int:
    return sum(1 + _count(heading.below) for heading in outline)


def _headings(clauses: Iterable[Clause], named: bool = False) -> tuple[Heading, ...]:
    """Headings of a part, each with those below it, and its paragraphs where they are few enough
    to be named."""
    entries: list[tuple[int, Heading]] = []
    for clause in walk(clauses):
        if clause.level:
            title = ". ".join(filter(None, (clause.num, clause.text)))
            entries.append((clause.level, Heading(clause.id, title)))
        elif named and clause.kind == "operative":
            opening = clause.phrase or " ".join(clause.text.split()[:5])
            title = f"{clause.num or ''} {opening}".strip()
            entries.append((_PARAGRAPH, Heading(clause.id, title)))
    return _nested(entries)


def _depths(clauses: Iterable[Clause]) -> Iterator[tuple[str, int]]:
    """How deep the headings of a part stand: one below the heading that is open around each.

    Their levels tell bold from italics all through the part; the first may well be a deep one.
    """
    around: list[int] = []
    for clause in walk(clauses):
        if clause.level:
            while around and around[-1] >= clause.level:
                around.pop()
            around.append(clause.level)
            yield clause.id, len(around)


_PARAGRAPH = 99
"""The level of a paragraph in an outline: below every heading."""


def _nested(entries: Sequence[tuple[int, Heading]]) -> tuple[Heading, ...]:
    """Entries as a tree: each holds the deeper ones that follow it."""
    made: list[Heading] = []
    at = 0
    while at < len(entries):
        level, heading = entries[at]
        end = at + 1
        while end < len(entries) and entries[end][0] > level:
            end += 1
        made.append(replace(heading, below=_nested(entries[at + 1 : end])))
        at = end
    return tuple(made)


def _time(iso: str) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(iso, long_date(iso))


# --- indexes -------------------------------------------------------------------------------------


def _entries(texts: Iterable[Text]) -> list[dict[str, Any]]:
    return [
        {
            "address": text.resolution.symbol.address,
            "symbol": str(text.resolution.symbol),
            "title": text.resolution.masthead.title,
            "iso": text.resolution.masthead.adopted,
            "date": long_date(text.resolution.masthead.adopted),
        }
        for text in texts
    ]


def latest_html(corpus: Corpus, page: str, count: int) -> str:
    """A list of the held resolutions adopted last, for a page at an address."""
    links = _Links(page)
    newest = sorted(
        corpus.texts,
        key=lambda text: (text.resolution.masthead.adopted or "", text.resolution.symbol),
        reverse=True,
    )
    return render("entries.html", entries=_entries(newest[:count]), to=links.to)


def by_session(texts: Sequence[Text]) -> dict[str, list[Text]]:
    """Held texts by session, in the order of their symbols."""
    sessions: dict[str, list[Text]] = {}
    for text in texts:
        sessions.setdefault(text.resolution.symbol.session or "", []).append(text)
    return sessions


def sessions_page(corpus: Corpus) -> Content:
    """The index of sessions, newest first."""
    links = _Links("sessions/")
    sessions = [
        {
            "address": session_address(session),
            "name": session_name(session).capitalize(),
            "count": len(texts),
        }
        for session, texts in reversed(by_session(corpus.texts).items())
    ]
    html = render("sessions.html", sessions=sessions, to=links.to)
    description = "Resolutions of the General Assembly by session."
    return _index("sessions/", "Sessions", description, html, "sessions", links, corpus.texts)


def session_pages(corpus: Corpus) -> Iterator[Content]:
    """A page for each session with its held resolutions."""
    for session, texts in by_session(corpus.texts).items():
        address = session_address(session)
        links = _Links(address)
        name = session_name(session).capitalize()
        html = render("session.html", name=name, entries=_entries(texts), to=links.to)
        description = f"Resolutions of the {name.lower()} of the General Assembly."
        yield _index(address, name, description, html, "session", links, texts)


def parts_pages(corpus: Corpus) -> Iterator[Content]:
    """A page for each resolution adopted in parts that lists those held."""
    parts: dict[Symbol, list[Text]] = {}
    for text in corpus.texts:
        if text.resolution.symbol.part:
            parts.setdefault(text.resolution.symbol.whole, []).append(text)
    for symbol, texts in parts.items():
        if str(symbol) in corpus.by_symbol:
            continue
        links = _Links(symbol.address)
        html = render("parts.html", symbol=symbol, entries=_entries(texts), to=links.to)
        description = f"The parts of General Assembly resolution {symbol.spoken}."
        yield _index(symbol.address, str(symbol), description, html, "parts", links, texts)


def series_index_page(corpus: Corpus) -> Content:
    """The index of series by name."""
    links = _Links("series/")
    series = [
        {
            "address": series_address(one.slug),
            "name": one.name,
            "held": sum(member.held for member in one.members),
            "known": len(one.members),
        }
        for one in sorted(corpus.series, key=lambda one: one.name)
    ]
    html = render("series_index.html", series=series, to=links.to)
    description = "Resolutions of the General Assembly that return under one subject."
    return _index("series/", "Series", description, html, "series", links, corpus.texts)


def series_pages(corpus: Corpus, official: str) -> Iterator[Content]:
    """A page for each series: its members, and an anchor for every clause of the held ones."""
    for series in corpus.series:
        yield _series_page(series, corpus, official)


def _series_page(series: Series, corpus: Corpus, official: str) -> Content:
    address = series_address(series.slug)
    links = _Links(address)
    texts = [corpus.by_symbol[str(member.symbol)] for member in series.members if member.held]
    held = [_held_text(text, links) for text in texts]
    members = [
        {
            "slug": member.symbol.slug,
            "symbol": str(member.symbol),
            "address": member.symbol.address,
            "held": member.held,
            "iso": member.date,
            "date": long_date(member.date),
            "official": official_url(str(member.symbol), official),
        }
        for member in series.members
    ]
    html = render("series.html", series=series, members=members, held=held, to=links.to)
    description = f"{series.name}: {len(members)} resolutions of the General Assembly."
    page = _index(address, series.name, description, html, "series", links, texts)
    ids = [member.symbol.slug for member in series.members]
    for text in held:
        ids.append(f"{text['slug']}-clauses")
        ids += [f"{text['slug']}-{clause['id']}" for clause in text["clauses"]]
    return _with_ids(page, ids)


def _held_text(text: Text, links: _Links) -> dict[str, Any]:
    resolution = text.resolution
    clauses = [
        {
            "id": clause.id,
            "label": label_of(clause.id),
            "href": links.to(f"{resolution.symbol.address}#{clause.id}"),
            "words": clause.phrase or _beginning(clause.text),
        }
        for clause in resolution.clauses()
    ]
    return {"slug": resolution.symbol.slug, "symbol": str(resolution.symbol), "clauses": clauses}


def _beginning(text: str) -> str:
    words = text.split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")


def _index(
    address: str, title: str, description: str, html: str, heading: str, links: _Links,
    texts: Iterable[Text],
) -> Content:  # fmt: skip
    dates = (text.resolution.masthead.adopted for text in texts)
    return Content(
        address=address,
        title=title,
        description=description,
        html=html,
        ids=(heading,),
        links=tuple(links.made),
        search=(SearchRecord(address, title, description),),
        date=max(filter(None, dates), default=None),
    )


def _with_ids(page: Content, ids: Iterable[str]) -> Content:
    return replace(page, ids=(*page.ids, *ids))
