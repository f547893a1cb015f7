"""What is odd about the numbers of a part, level by level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_resolutions.model.numeral import from_roman
from mkdocs_resolutions.notices import Notice, quoted
from mkdocs_resolutions.parsing.draft import Draft
from mkdocs_resolutions.parsing.headings import LETTERED
from mkdocs_resolutions.parsing.labels import Style, ordinal
from mkdocs_resolutions.parsing.run import NumberRun


def check_step(owner: Draft, item: Draft, style: Style) -> Iterator[Notice]:
    """What is odd about the number of a sub-clause; where one is repeated, its id tells."""
    run = owner.runs.setdefault(style, NumberRun())
    number, printed = ordinal(item.value or "", style), f"item {item.label}"
    odd = _unread(item) if number is None else run.step(number, printed, item.origin)
    if odd and odd.rule != "number-repeated":
        yield odd


def check_numbers(flat: Iterable[Draft]) -> Iterator[Notice]:
    """What is odd about the numbers of paragraphs, sections and units.

    Below a new section the paragraphs run on or begin again; of units a part may be quoted, from
    here and there, too, where the paragraphs below them run on and so show that nothing is missing.
    """
    paragraphs, headings = NumberRun(), dict[tuple[int, str], NumberRun]()
    count, holes = 0, list[Notice]()
    for draft in flat:
        odd: Notice | None = None
        if draft.role in ("section", "unit"):
            paragraphs.open = True
            headings = {kind: run for kind, run in headings.items() if kind[0] <= draft.level}
            named = (draft.label or "").split()
            name = named[0] if len(named) > 1 else ""
            run = headings.setdefault((draft.level, name), NumberRun(quoted=bool(name)))
            number = _heading_number(draft)
            printed = f"{'' if name else 'heading '}{draft.label or ''}"
            odd = _unread(draft) if number is None else run.step(number, printed, draft.origin)
            if odd and name and odd.rule == "number-hole":
                holes.append(odd)
                continue
        elif draft.role == "operative" and draft.value:
            count += 1
            odd = paragraphs.step(int(draft.value), f"paragraph {draft.value}", draft.origin)
        if odd:
            yield odd
    runs_on = count and paragraphs.last == len(paragraphs.seen) == count
    if not runs_on:
        yield from holes


def _heading_number(draft: Draft) -> int | None:
    """The number of a section or a unit among its like; letters count as their place."""
    value = draft.value or ""
    if draft.level == LETTERED and len(value) == 1 and value.isalpha():
        return ord(value) - ord("A") + 1
    return int(value) if value.isdecimal() else from_roman(value)


def _unread(draft: Draft) -> Notice:
    message = f"{quoted(draft.label or '')} cannot be counted with the numbers beside it."
    return Notice("number-odd", message, draft.origin)
