"""Two resolutions, clause by clause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from mkdocs_resolutions.comparing import english
from mkdocs_resolutions.comparing.align import align
from mkdocs_resolutions.comparing.answers import answers
from mkdocs_resolutions.comparing.footnotes import changed_notes, mark_places, spelled_out
from mkdocs_resolutions.comparing.halves import halves
from mkdocs_resolutions.comparing.known import Known
from mkdocs_resolutions.comparing.likeness import Likeness
from mkdocs_resolutions.comparing.masthead import masthead_changes
from mkdocs_resolutions.comparing.opening import opening, qualifiers
from mkdocs_resolutions.comparing.order import moved
from mkdocs_resolutions.comparing.passages import carried
from mkdocs_resolutions.comparing.redline import CONTEXT, redline, stretch
from mkdocs_resolutions.comparing.splits import parted
from mkdocs_resolutions.comparing.states import states_changed
from mkdocs_resolutions.comparing.units import PARTS, Part, Unit, units
from mkdocs_resolutions.comparing.weigh import weigh
from mkdocs_resolutions.comparing.words import least_length, words
from mkdocs_resolutions.model import (
    WEIGHTS,
    Change,
    Comparison,
    NoteChange,
    Resolution,
    Run,
    Weight,
)
from mkdocs_resolutions.model.comparison import ChangeKind, RunKind


def compare_pair(earlier: Resolution, later: Resolution) -> Comparison:
    """What changed from one resolution to another, whatever they are; both may be the same.

    What returned from before the earlier one is not known here: `trace` says it.
    """
    return _Comparing(earlier, later).comparison()


@dataclass(slots=True)
class _Bond:
    """Clauses of both texts that belong together; one side may be empty."""

    old: list[int] = field(default_factory=list)
    new: list[int] = field(default_factory=list)


class _Comparing:
    """Two texts, their clauses in rows, and which of them belong together."""

    def __init__(self, earlier: Resolution, later: Resolution) -> None:
        self.earlier, self.later = earlier, later
        self.old, self.new = units(earlier), units(later)
        like = Likeness(self.old, self.new)
        self.found = align(self.old, self.new, like, backwards=_is_younger(earlier, later))
        self.split, self.merged = parted(self.found, like)
        self.moved = moved(self.found, self.split)
        self.answers = answers(
            self.found,
            like,
            {place for place in self.found.left_old() if place not in self.merged},
            {place for place in self.found.left_new() if place not in self.split},
        )
        self.notes = spelled_out(earlier.footnotes), spelled_out(later.footnotes)
        titles = earlier.masthead.title, later.masthead.title
        self.known = Known((*self.old, *self.new), titles, _years_between(earlier, later))

    def comparison(self) -> Comparison:
        changes = [self._change(bond) for bond in self._in_order(self._bonds())]
        return Comparison(
            self.earlier.symbol,
            self.later.symbol,
            masthead_changes(self.earlier.masthead, self.later.masthead),
            tuple(self._with_passages(changes)),
        )

    # --- what belongs together -----------------------------------------------------------------

    def _bonds(self) -> list[_Bond]:
        """Pairs, with the halves of what was split and merged, and what stands alone."""
        bonds = {place: _Bond([place], [other]) for place, other in self.found.forward.items()}
        for place, whole in self.split.items():
            bonds[whole].new.append(place)
        for place, whole in self.merged.items():
            bonds[self.found.backward[whole]].old.append(place)
        told = {place for bond in bonds.values() for place in bond.old}
        known = {place for bond in bonds.values() for place in bond.new}
        alone = [_Bond(old=[place]) for place in range(len(self.old)) if place not in told]
        alone += [_Bond(new=[place]) for place in range(len(self.new)) if place not in known]
        return [*bonds.values(), *alone]

    def _in_order(self, bonds: list[_Bond]) -> Iterator[_Bond]:
        """In the order of the later text, removed ones behind what stood before them."""
        for bond in bonds:
            bond.old.sort()
            bond.new.sort()
        behind = self._gone({place: bond for bond in bonds for place in bond.old})
        yield from behind.get(-1, ())
        for bond in sorted((bond for bond in bonds if bond.new), key=lambda bond: bond.new):
            yield bond
            for place in bond.new:
                yield from behind.get(place, ())

    def _gone(self, by_old: dict[int, _Bond]) -> dict[int, list[_Bond]]:
        """Removed clauses by the place of the later text behind which they stood: that of the last
        clause before them in their part that stayed, else the end of the parts before; -1 before
        all."""
        gone: dict[int, list[_Bond]] = {}
        part, anchor = None, -1
        for place, unit in enumerate(self.old):
            if unit.within != part:
                part, anchor = unit.within, self._end_before(unit.within)
            bond = by_old[place]
            if not bond.new:
                gone.setdefault(anchor, []).append(bond)
            elif place not in self.moved:
                anchor = bond.new[-1] if place == bond.old[-1] else bond.new[0]
        return gone

    def _end_before(self, part: Part) -> int:
        """The last place of the later text in the parts before one; -1 where there is none."""
        earlier = PARTS[: PARTS.index(part)]
        return max((at for at, unit in enumerate(self.new) if unit.within in earlier), default=-1)

    # --- what is said of it --------------------------------------------------------------------

    def _change(self, bond: _Bond) -> Change:
        old = [self.old[place] for place in bond.old]
        new = [self.new[place] for place in bond.new]
        change = self._answering(self._told(old, new), bond)
        if any(place in self.moved for place in bond.old):
            change = replace(change, moved=bool(new))
        if any(unit.is_table for unit in (*old, *new)):
            return replace(change, runs=(), table=change.runs, halves=())
        return change

    def _answering(self, change: Change, bond: _Bond) -> Change:
        """A removed clause with the one that looks back on what it asked for, and that one with
        it."""
        if change.kind == "removed" and bond.old[0] in self.answers:
            return replace(change, answered_by=self.new[self.answers[bond.old[0]]].id)
        if change.kind == "added" and bond.new[0] in self.answers.values():
            asked = next(one for one, other in self.answers.items() if other == bond.new[0])
            return replace(change, asked_by=self.old[asked].id)
        return change

    def _with_passages(self, changes: Sequence[Change]) -> Iterator[Change]:
        """Changes with whose passages the added clauses have, and who has those of the removed."""
        lost, gained = [*self._stretches(changes, "-")], [*self._stretches(changes, "+")]
        come = {one.after[0] for one in changes if one.kind == "added"}
        gone = {one.before[0] for one in changes if one.kind == "removed"}
        words_of = carried([one for one in gained if one[0] in come], lost)
        words_in = carried([one for one in lost if one[0] in gone], gained)
        for one in changes:
            if one.kind == "added" and not one.asked_by and one.after[0] in words_of:
                yield replace(one, words_of=words_of[one.after[0]])
            elif one.kind == "removed" and not one.answered_by and one.before[0] in words_in:
                yield replace(one, words_in=words_in[one.before[0]])
            else:
                yield one

    def _stretches(self, changes: Sequence[Change], sign: RunKind) -> Iterator[tuple[str, str]]:
        """The stretches that went ("-") or came ("+"), with the ids of their clauses."""
        texts = {unit.id: unit.text for unit in (self.old if sign == "-" else self.new)}
        for change in changes:
            names = change.before if sign == "-" else change.after
            for run in change.runs:
                if run.kind == sign:
                    found = (name for name in names if run.text.strip() in texts[name])
                    yield next(found, names[0]), run.text

    def _told(self, old: Sequence[Unit], new: Sequence[Unit]) -> Change:
        """What became of clauses, as if none were a table, or had moved."""
        before, after = _spoken(old), _spoken(new)
        ids = tuple([unit.id for unit in old]), tuple([unit.id for unit in new])
        runs = redline(before, after)
        if not old or not new:
            kind: ChangeKind = "removed" if old else "added"
            return Change(kind, *ids, runs, reasons=self._agenda(old or new))
        notes = self._notes(old, new, runs)
        part = ("part",) if old[0].part != new[0].part else ()
        if before == after and len(old) == len(new):
            weight: Weight | None = "substantive" if part else None
            return Change("unchanged", *ids, runs, weight, part, footnotes=notes)
        kind = "split" if len(new) > 1 else "merged" if len(old) > 1 else "edited"
        turned = opening(old[0].clause.phrase, new[0].clause.phrase, before, after)
        least, most = stretch(runs, CONTEXT)
        watched = qualifiers(least, most)
        states = states_changed(before, after, self.known.states)
        said = weigh(least, most, turned, watched, self.known, states)
        shape = _shape(kind, runs)
        reasons = (*part, *shape, *(one for one in said.reasons if _SAID_BY.get(one) not in shape))
        weight = "substantive" if part else said.weight
        change = Change(
            kind, *ids, runs, weight, tuple(dict.fromkeys(reasons)), turned, watched,
            footnotes=notes, states=states,
        )  # fmt: skip
        return self._parted(change, old, new) if kind == "split" else change

    def _parted(self, change: Change, old: Sequence[Unit], new: Sequence[Unit]) -> Change:
        """A split with its halves: it weighs as much as the heaviest of them."""
        told = halves(change, old, new, self.known)
        if "part" in change.reasons:
            told = tuple(
                replace(half, weight="substantive", reasons=("part", *half.reasons))
                for half in told
            )
        weight = max((half.weight or "editorial" for half in told), key=WEIGHTS.index)
        return replace(change, weight=weight, halves=told)

    def _agenda(self, alone: Sequence[Unit]) -> tuple[str, ...]:
        """Whether an added or removed clause is what puts the matter on the next agenda, while the
        other text says nothing of it."""
        if not any(_is_on_agenda(unit) for unit in alone):
            return ()
        both = all(any(map(_is_on_agenda, row)) for row in (self.old, self.new))
        return () if both else ("agenda",)

    def _notes(
        self, old: Sequence[Unit], new: Sequence[Unit], runs: Sequence[Run]
    ) -> tuple[NoteChange, ...]:
        if not any(unit.clause.footnotes for unit in (*old, *new)):
            return ()
        places = mark_places(old, runs, "-"), mark_places(new, runs, "+")
        found = changed_notes(*places, *self.notes)
        return tuple(note for note in found if not self._is_repeated(note))

    def _is_repeated(self, note: NoteChange) -> bool:
        """Whether a mark came or went of a note that both texts have, and that is marked in another
        clause too: the XML leaves such second marks out, so that nothing can be told by them."""
        if note.change == "edited":
            return False
        side = int(note.change == "added")
        name, text = (note.after_id, note.after) if side else (note.before_id, note.before)
        marks = (mark.id for unit in (self.old, self.new)[side] for mark in unit.clause.footnotes)
        kept = any(other.text == text for other in self.notes[1 - side].values())
        return kept and sum(mark == name for mark in marks) > 1


def _is_younger(one: Resolution, other: Resolution) -> bool:
    """Whether a resolution was adopted after another one; without both dates by their symbols."""
    days = one.masthead.adopted, other.masthead.adopted
    if days[0] and days[1] and days[0] != days[1]:
        return days[0] > days[1]
    return one.symbol > other.symbol


def _years_between(one: Resolution, other: Resolution) -> int | None:
    """The years from the adoption of one resolution to that of another; None without both dates."""
    days = one.masthead.adopted, other.masthead.adopted
    return int(days[1][:4]) - int(days[0][:4]) if days[0] and days[1] else None


def _shape(kind: ChangeKind, runs: Sequence[Run]) -> tuple[str, ...]:
    """Whether a clause was extended or cut: one holds every word of the other, and more."""
    if kind != "edited":
        return ()
    before, after = (" ".join([run.text for run in runs if run.kind == sign]) for sign in "-+")
    if max(len(before), len(after)) < least_length(_MUCH - _LITTLE):
        return ()
    one, other = words(before), words(after)
    if abs(len(one) - len(other)) < _MUCH - _LITTLE:
        return ()
    gone, come = Counter(one), Counter(other)
    less, more = (come - gone).total(), (gone - come).total()
    if less >= _MUCH and more <= _LITTLE:
        return ("extended",)
    return ("cut",) if more >= _MUCH and less <= _LITTLE else ()


_SAID_BY = {"added words": "extended", "dropped words": "cut"}
"""Reasons that the shape of a change says already."""


def _is_on_agenda(unit: Unit) -> bool:
    return unit.part == "operative" and english.NEXT_AGENDA in unit.text


_MUCH, _LITTLE = 8, 2
"""Words that a clause gains or loses to be called extended or cut, and that it may change else."""


def _spoken(row: Sequence[Unit]) -> str:
    return row[0].text if len(row) == 1 else "\n".join([unit.text for unit in row])
