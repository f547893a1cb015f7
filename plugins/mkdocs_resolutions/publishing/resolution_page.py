"""The page of a resolution."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from markupsafe import Markup, escape

from mkdocs_resolutions.corpus import Text
from mkdocs_resolutions.linking import MASTHEAD
from mkdocs_resolutions.model import (
    Annex,
    Clause,
    Footnote,
    Member,
    NoteMark,
    Vote,
    official_url,
)
from mkdocs_resolutions.model.anchor import mark_id
from mkdocs_resolutions.model.states import state_name
from mkdocs_resolutions.publishing.address import series_address, session_address
from mkdocs_resolutions.publishing.cards import Cards
from mkdocs_resolutions.publishing.changes import Changes
from mkdocs_resolutions.publishing.cited_by import CitedPage
from mkdocs_resolutions.publishing.citing import STYLES, Citations
from mkdocs_resolutions.publishing.concordance import Concordance
from mkdocs_resolutions.publishing.content import Content, PageLinks, Place, render, time_html
from mkdocs_resolutions.publishing.documents import Cited
from mkdocs_resolutions.publishing.figures import rows_with_figures
from mkdocs_resolutions.publishing.forms import FILES, Forms
from mkdocs_resolutions.publishing.labels import (
    Labels,
    label_of,
    long_date,
    organ_name,
    session_name,
)
from mkdocs_resolutions.publishing.markup import words_html
from mkdocs_resolutions.publishing.metadata import head_html
from mkdocs_resolutions.publishing.network import network_html, network_of
from mkdocs_resolutions.publishing.outline import heading_depths, outline_of
from mkdocs_resolutions.publishing.search import search_records


def resolution_page(
    text: Text, concordance: Concordance, place: Place, documents: Mapping[str, Cited]
) -> Content:
    """The page of a resolution at its permanent address; the corpus is that of the concordance,
    `documents` are those that it cites."""
    return _ResolutionPage(text, concordance, place, documents).content()


class _ResolutionPage:
    """The view of one resolution that its template shows."""

    def __init__(
        self, text: Text, concordance: Concordance, place: Place, documents: Mapping[str, Cited]
    ) -> None:
        self.text, self.place = text, place
        self.corpus = corpus = concordance.corpus
        self.resolution = resolution = text.resolution
        self.masthead = resolution.masthead
        self.address = self.resolution.symbol.address
        self.links = PageLinks(self.address)
        self.cards = Cards(text, concordance, self.links)
        self.cited = CitedPage(resolution.symbol, concordance, self.links)
        self.cite = Citations(self.resolution)
        self.labels = Labels(self.resolution)
        self.marked: dict[str, int] = {}
        self.nums = {note.id: note.num for note in self.resolution.footnotes}
        self.carriers = self.resolution.marks()
        self.ids: list[str] = ["title"]
        self.network = network_of(text, corpus, documents)
        annexes = (annex.clauses for annex in resolution.annexes)
        parts = (resolution.preamble, resolution.operative, *annexes)
        comparison = corpus.histories.comparison_of(resolution.symbol)
        self.changes = comparison and Changes(comparison, resolution, corpus, self.links)
        self.outline = outline_of(
            resolution,
            is_alone=self.network.is_empty,
            earlier=comparison.earlier if comparison else None,
        )
        self.depths = {name: depth for part in parts for name, depth in heading_depths(part)}

    def content(self) -> Content:
        resolution = self.resolution
        preamble = [self._clause(clause) for clause in resolution.preamble]
        operative = [self._clause(clause) for clause in resolution.operative]
        annexes = [
            {
                "id": annex.id,
                "aliases": annex.aliases,
                "heading": annex.heading,
                "title": self._annex_title(annex),
                "cited": self.cited.part(annex.id),
                "clauses": [self._clause(clause) for clause in annex.clauses],
            }
            for annex in resolution.annexes
        ]
        address = self.place.canonical and f"{self.place.canonical}{self.address}"
        forms = Forms(resolution, address)
        html = render(
            "resolution.html",
            r=resolution,
            m=self.masthead,
            official=official_url(str(resolution.symbol), self.place.official),
            incomplete=any(notice.rule == "text-cut" for notice in self.text.notices),
            to=self.links.to,
            facts=list(self._facts()),
            preamble=preamble,
            enacted_below=resolution.enacted_below,
            operative=operative,
            annexes=annexes,
            adoption=self._adoption(),
            footnotes=[self._footnote(note) for note in resolution.footnotes],
            network=Markup(network_html(self.text, self.network, self.links)),
            cited=self.cited.whole(),
            unlinked=list(self.cards.unlinked()),
            cards=self.cards.made,
            neighbours=list(self._neighbours()),
            panel=self.changes and self.changes.panel(),
            graves=self._graves,
            history=self._history(),
            raw={"href": self.place.raw, "name": self.place.raw_name},
            edit=self.place.edit,
            about=self.place.about,
            guide=self.place.guide,
            direction="rtl" if resolution.language == "ar" else "ltr",
            cites=[(form, name, forms.slotted(form)) for form, name in forms.names.items()],
            cite_files=list(FILES),
            address=address,
            outline=self.outline,
            # What changed stands above these ways, and the sources are no part of the text.
            ways=[one for one in self.outline if one.id not in ("changes", "sources")],
        )
        return Content(
            address=self.address,
            title=f"{resolution.symbol} {self.masthead.title}".strip(),
            description=self._description(),
            html=html,
            outline=self.outline,
            ids=tuple(self._ids()),
            links=tuple(self.links.made),
            search=tuple(search_records(resolution)),
            edit=self.place.edit,
            date=self.masthead.reissued or self.masthead.issued or self.masthead.adopted,
            head=head_html(self.text, self.corpus, self.place),
        )

    def _description(self) -> str:
        adopted = long_date(self.masthead.adopted)
        when = f", adopted on {adopted}" if adopted else ""
        symbol = self.resolution.symbol
        return (
            f"{organ_name(symbol)} resolution {symbol.spoken}{when}: "
            f"{self.masthead.title}. Every clause has a permanent address."
        )

    # --- masthead ----------------------------------------------------------------------------

    def _facts(self) -> Iterator[tuple[str, Markup | str]]:
        masthead, to = self.masthead, self.links.to
        yield "Symbol", str(self.resolution.symbol)
        if masthead.session:
            yield "Session", self._session(masthead.session)
        items = [": ".join(filter(None, (item.item, item.title))) for item in masthead.agenda]
        if items:
            yield f"Agenda item{'s' if items[1:] else ''}", Markup("<br>").join(items)
        origin = masthead.as_printed("origin")
        if origin:
            words = words_html(origin.text, self.text.linked.of(MASTHEAD), leads=self.cards.lead)
            yield "Origin", words
        if masthead.adopted:
            yield "Adopted", time_html(masthead.adopted)
        if masthead.meeting:
            yield "Meeting", masthead.meeting
        yield from self._adopted_how()
        if masthead.issued:
            yield "Issued", time_html(masthead.issued)
        if masthead.reissued:
            yield "Reissued for technical reasons", time_html(masthead.reissued)
        series = self.corpus.histories.series_of(self.resolution.symbol)
        if series:
            link = to(f"{series_address(series.slug)}#{self.resolution.symbol.slug}")
            yield "Series", Markup('<a href="{}">{}</a>').format(link, series.name)
        others = [line.text for line in masthead.printed if line.field == "other"]
        if others:
            yield "Also printed", Markup("<br>").join(others)

    def _session(self, session: str) -> Markup | str:
        """A session by its name, with a link to its page: only the Assembly's have one."""
        name = session_name(session).capitalize()
        if self.resolution.symbol.is_invented:
            return name
        return Markup('<a href="{}">{}</a>').format(self.links.to(session_address(session)), name)

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
            named = [replace(one, name=state_name(one.name)) for one in self.masthead.sponsors]
            yield "Sponsors", Markup(render("sponsors.html", sponsors=named))

    def _document(self, symbol: str) -> Markup:
        """A document by its symbol in normal form, with a link to the official one."""
        url = official_url(symbol, self.place.official)
        link = Markup('<a href="{}" rel="external">{}</a>')
        return link.format(url, symbol) if url else Markup(escape(symbol))

    def _adoption(self) -> list[str]:
        line = self.masthead.as_printed("adoption")
        if line is None:
            return []
        meeting = self.masthead.meeting or ""
        return [part for part in (meeting, line.text.removeprefix(meeting).strip()) if part]

    def _neighbours(self) -> Iterator[dict[str, Any]]:
        symbol, ways = self.resolution.symbol, ("previous", "next")
        for way, member in zip(ways, self.corpus.histories.beside(symbol), strict=True):
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
        official = official_url(str(member.symbol), self.place.official)
        note = "text not held, official document" if official else "text not held"
        return {"name": str(member.symbol), "href": official, "external": True, "note": note}

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
            self.cards.lead,
        )
        redlined = {
            "references": self.text.linked.of(clause.id),
            "phrase": clause.phrase,
            "italics": clause.italics,
            "marks": tuple((mark, self._mark_again(mark)) for mark in clause.footnotes),
            "leads": self.cards.lead,
        }
        return {
            "id": clause.id,
            "aliases": clause.aliases,
            "change": self.changes and self.changes.of(clause, redlined),
            "life": self.changes and self.changes.life(self.resolution.symbol, clause.id),
            "graves_in": self._graves(f"in:{clause.id}"),
            "graves": self._graves(f"after:{clause.id}"),
            "kind": clause.kind,
            "label": self.labels.of(clause.id),
            "cited": self.cited.part(clause.id),
            "num": clause.num,
            "pins": [(style, self.cite.pinpoint(clause.id, style)) for style in STYLES],
            "margin": clause.num or _margin(clause),
            "element": "blockquote" if clause.kind == "quote" else "p",
            "words": words,
            "rows": rows_with_figures(clause.rows),
            "table_notes": clause.table_notes,
            "marks": marks,
            "heading": min(self.depths[clause.id] + 2, 6) if clause.level else None,
            "clauses": [self._clause(child) for child in clause.clauses],
        }

    def _graves(self, place: str) -> list[dict[str, Any]]:
        return self.changes.graves(place) if self.changes else []

    def _history(self) -> str:
        """Where the series page tells what became of a clause, but for the id of the clause."""
        series = self.corpus.histories.series_of(self.resolution.symbol)
        if not series:
            return ""
        slug = self.resolution.symbol.slug
        return f"{self.links.to(f'{series_address(series.slug)}#{slug}')}-"

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

    def _mark_again(self, mark: NoteMark) -> Markup:
        """A footnote mark in the redline of a clause: its id stays with the clause's own words."""
        num = self.nums[mark.id]
        said, kind = self.changes.note_words(mark.id) if self.changes else ("", "")
        return Markup(
            '<sup class="note-mark{}"><a href="#{}" aria-label="Footnote {}{}" role="doc-noteref">'
            "{}</a></sup>"
        ).format(kind and f" note-mark--{kind}", mark.id, num, said, num)

    def _footnote(self, note: Footnote) -> dict[str, Any]:
        self.ids.append(note.id)
        words = words_html(
            note.text, self.text.linked.of(note.id), italics=note.italics, leads=self.cards.lead
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

    def _ids(self) -> Iterator[str]:
        yield from self.ids
        annexes = [annex.id for annex in self.resolution.annexes]
        yield from annexes
        if self.changes:
            yield from self.changes.ids()
        known = {*self.ids, *annexes}
        yield from (heading.id for heading in self.outline if heading.id not in known)
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
            "states": [state_name(one.state) for one in vote.by_state if one.vote == side],
        }
        for side, count in counts.items()
    ]


def _margin(clause: Clause) -> str:
    """What stands in the margin of a clause that prints no number: its address in short."""
    if clause.kind in ("preambular", "operative"):
        return label_of(clause.id).rpartition(", ")[2]
    return "¶"
