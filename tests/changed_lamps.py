"""Three years of a resolution of our own invention, in which each kind of change occurs."""

from __future__ import annotations

from pathlib import Path

FIRST = """\
Seventy-sixth session

Agenda item 9

**Resolution adopted by the General Assembly on 6 December 2021**

*[without reference to a Main Committee (A/76/L.9)]*

**76/901. Keeping of lamps**

*The General Assembly,*

*Recalling* its resolution 75/900 of 5 December 2020,

*Deeply concerned* at the number of lamps that went out during the long nights of the winter,¹

*Welcoming* the booklet on wicks that the guild of keepers wrote for its apprentices and
their masters,

*Noting with satisfaction* the oil that the northern harbours sent to the islands without being
asked,

1. *Invites* keepers to light every lamp before the dusk and to write the hour into their logs;

2. *Requests* the guild to count all lamps of the coast and to report on their glass and brass;

3. *Thanks* the retired keeper of the northern tower for forty years of oil;

4. *Encourages* harbours:

(a) To lend ladders to keepers who have none;

(b) To keep a barrel of oil dry in every boathouse;

5. *Decides* to remain seized of the matter.

*70th plenary meeting
6 December 2021*

¹ See A/76/9.
"""

SECOND = (
    FIRST.replace("Seventy-sixth", "Seventy-seventh")
    .replace("6 December 2021", "7 December 2022")
    .replace("75/900 of 5 December 2020", "76/901 of 6 December 2021")
    .replace("76/901. ", "77/902. ")
    .replace("A/76/L.9", "A/77/L.9")
    .replace("*Noting with satisfaction* the oil that the northern harbours sent to the islands "
             "without being\nasked,\n\n", "")
    .replace("(b) To keep a barrel of oil dry in every boathouse;\n\n", "")
)  # fmt: skip

THIRD = """\
Seventy-eighth session

Agenda item 10 (a)

**Resolution adopted by the General Assembly on 4 December 2023**

*[without reference to a Main Committee (A/78/L.9)]*

**78/903. Keeping of lamps**

*The General Assembly,*

*Recalling* its resolution 77/902 of 7 December 2022,

*Gravely concerned* at the number of lamps that went out during the long nights of the winter,¹

*Welcoming* the booklet on wicks that the guild of keepers wrote for its apprentices and
their masters,²

*Noting with satisfaction* the oil that the northern harbours sent to the islands without being
asked,

1. *Requests* the guild to count all lamps of the coast and to report on their glass and brass;

2. *Urges* keepers to light every lamp before the dusk, as appropriate, and to write the
hour into their logs;

3. *Encourages* harbours:

(a) To lend ladders to keepers who have none;

(b) To paint their bollards white before the fogs of autumn come in from the sea;

4. *Decides* to remain seized of the matter.

*71st plenary meeting
4 December 2023*

¹ See A/76/9.

² See A/78/12.
"""

SERIES = "lamps:\n  name: Keeping of lamps\n"
PAGE = "A/RES/78/903/"
BEFORE = "A/RES/77/902/"


def write_changed_lamps(content: Path) -> None:
    """Put the three years and their series into a content folder."""
    for name, text in (("76", FIRST), ("77", SECOND), ("78", THIRD)):
        (content / "resolutions" / f"lamps-{name}.txt").write_text(text, encoding="utf-8")
    with (content / "series.yml").open("a", encoding="utf-8") as file:
        file.write(SERIES)
