"""A raw file of our own invention that nothing is odd about, to be made odd by the tests."""

SOUND = """\
Seventy-seventh session

Agenda item 9

**Resolution adopted by the General Assembly on 7 December 2022**

*[without reference to a Main Committee (A/77/L.9)]*

**77/902. Lamps**

*The General Assembly,*

*Recalling* its resolution 76/901 of 6 December 2021,¹

1. *Requests* keepers to light lamps;

2. *Decides* to remain seized of the matter.

*70th plenary meeting
7 December 2022*

¹ See A/77/9.
"""


def sound(number: str, old: str = "", new: str = "") -> str:
    """The sound file under another number (`77/903`), with one place changed."""
    text = SOUND.replace("77/902", number)
    assert old in text
    return text.replace(old, new, 1)
