"""Notices: what a maintainer should know of a file, and the catalogue of their rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from mkdocs_resolutions.model import Origin

Severity = Literal["error", "warning", "info"]

MOST_OF_A_RULE = 20
"""Notices of one rule that are said of one file; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of notice: its id, how grave it is, what it means and what to do about it.

    An *error* says that a file or a part of it is not published, a *warning* that something should
    be looked at (both count under `--strict`), an *info* that the build took a harmless decision.
    """

    id: str
    severity: Severity
    meaning: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A rule that applies at a place; `message` says what was found there."""

    rule: str
    message: str
    origin: Origin

    @property
    def severity(self) -> Severity:
        """How grave its rule is."""
        return CATALOGUE[self.rule].severity

    @property
    def remedy(self) -> str:
        """What its rule says to do."""
        return CATALOGUE[self.rule].remedy

    def __str__(self) -> str:
        """`path:line: rule: message`, with the remedy as its last sentence."""
        return f"{self.origin}: {self.rule}: {self.message} {self.remedy}"


def limited(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """Notices in their order, at most so many of one rule in one file that somebody reads them.

    The last of them says how many more there are.
    """
    said = Counter[tuple[str, str]]()
    kept: list[Notice] = []
    last: dict[tuple[str, str], int] = {}
    for notice in notices:
        kind = notice.rule, notice.origin.path
        said[kind] += 1
        if said[kind] <= MOST_OF_A_RULE:
            kept.append(notice)
        elif said[kind] == MOST_OF_A_RULE + 1:
            last[kind] = len(kept)
            kept.append(notice)
    for kind, place in last.items():
        count = said[kind] - MOST_OF_A_RULE
        message = f"From here on the file has {count:,} more of these."
        kept[place] = replace(kept[place], message=message)
    return tuple(kept)


def printable(text: str) -> str:
    """A name as one line can show it: what prints nothing, or breaks the line, by its code."""
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode()
        for character in text
    )


def quoted(text: str, longest: int = 60) -> str:
    """Words of a file as a message cites them: in quotation marks, cut where they are long."""
    return f"“{printable(text if len(text) <= longest else f'{text[: longest - 1]}…')}”"


_RULES = (
    Rule("file-unreadable", "error", "The file's bytes could not be read as text of a known kind.",
         "Bring the document in a form that is read (README.md), or remove the file."),
    Rule("file-name", "warning",
         "A file's name holds markup or characters that print nothing; it is shown by their codes.",
         "Rename the file: the name does not matter, the symbol inside the file counts."),
    Rule("not-a-resolution", "error",
         "The file has no words that open a resolution (“The General Assembly,”).",
         "Move the file out of the content folder, or add the missing part of the document."),
    Rule("language-unread", "error",
         "The resolution is in a language that is not read yet; English is.",
         "Keep it out of the content folder, and bring the English text of the same symbol."),
    Rule("corrigendum", "error",
         "The document only corrects a resolution or adds to it (`/Corr.1`, `/Add.1`).",
         "Keep it out of the content folder; make the change in the raw file of the resolution."),
    Rule("symbol-named", "info",
         "No symbol is printed; it was taken from the words that name the resolution.",
         "Add the printed symbol, such as A/RES/77/79, on a line of its own at the top."),
    Rule("title-unnumbered", "info",
         "No number stands before the title; it was taken from where it stands in print.",
         "If it is another line, write the number and a full stop before that, such as 77/79."),
    Rule("symbol-missing", "error",
         "Neither a symbol nor a number before the title says which resolution this is.",
         "Add the printed symbol, such as A/RES/77/79, on a line of its own at the top."),
    Rule("symbol-odd", "warning",
         "A symbol or number is printed that no resolution can have; it was not used.",
         "Compare with the official document and correct the file."),
    Rule("fact-odd", "info",
         "A fact in the head of an XML file, such as its draft, is no document; it was left out.",
         "Nothing needs doing: the words of the resolution do not depend on it."),
    Rule("symbol-conflict", "warning", "Two places of the file print different symbols.",
         "Compare with the official document and correct the file."),
    Rule("symbol-twice", "error",
         "Two files hold the same symbol in the same language and format; only the first is used.",
         "Remove one of the two files."),
    Rule("sources-differ", "warning",
         "Two files held of one resolution disagree (`resolutions check --compare-sources`).",
         "The file of the better format counts, the one that the message names: compare both with"
         " the official document, and remove or correct the one that errs."),
    Rule("parts-unclear", "warning",
         "The file holds several lettered resolutions, and it is not clear where each begins.",
         "Let the letter of each stand alone on a line, above its title and its enacting words."),
    Rule("file-of-several", "info",
         "The file holds several documents, one behind the other; each is read by itself.",
         "Nothing needs doing; a file of its own for each can be replaced alone."),
    Rule("program-failed", "error",
         "The program itself failed on the file and left it out; the other files are not touched.",
         "Report the file: this is a defect of the program, not of the file."),
    Rule("encoding-guessed", "warning",
         "The file does not say its encoding and is not UTF-8; the encoding was guessed.",
         "Save the file as UTF-8."),
    Rule("state-unknown", "warning",
         "A vote names a State that is not known by this name; it is counted but not shown.",
         "Compare with the record of the meeting and correct the name."),
    Rule("characters-broken", "warning",
         "A character could not be read, or had been lost before; “�” stands in its place.",
         "Compare the place with the official document and write the character anew."),
    Rule("characters-dropped", "warning",
         "Characters that print nothing, such as control characters and direction marks, and"
         " accents heaped on one letter were left out.",
         "Remove them from the file if they are not meant."),
    Rule("marks-dropped", "info",
         "Marks that print nothing and change no order of letters were left out.",
         "Nothing needs doing."),
    Rule("characters-odd", "warning",
         "Characters were kept that readers cannot see or take for others.",
         "Write the figures 0 to 9 and the letters of the official document instead."),
    Rule("script-foreign", "warning",
         "Words stand in a script that the language is not written in; they were kept.",
         "Compare with the official document; if it prints so, nothing needs doing."),
    Rule("link-dropped", "info",
         "A link leads elsewhere than to the document its words name; its words were kept.",
         "Nothing needs doing: links are made from the words."),
    Rule("markup-foreign", "warning",
         "Tags of HTML, entities or template syntax stand in the words; they are shown as written.",
         "Remove them if the official document does not print them."),
    Rule("markup-dropped", "info",
         "A part of an HTML file that is none of the document was left out, such as a picture, a"
         " script, a form or the navigation of a website.",
         "Look whether the document has words there; if so, take them into the file as text."),
    Rule("text-hidden", "warning",
         "An HTML file holds words that browsers do not show; they were left out.",
         "Compare with the official document; take away what hides them if it prints them."),
    Rule("markup-unclosed", "warning",
         "Asterisks open italics or bold that nothing closes; they end with the paragraph.",
         "Close the markup, or escape the asterisk with a backslash."),
    Rule("session-conflict", "warning",
         "The printed session is not the one in the symbol; the symbol was used.",
         "Compare with the official document and correct the file."),
    Rule("field-missing", "warning", "A field that every resolution prints was not found.",
         "Compare with the official document and add what is missing."),
    Rule("title-long", "warning", "The title is longer than any title of a resolution.",
         "Look for a line that is missing behind the title, such as “The General Assembly,”."),
    Rule("date-impossible", "warning", "A date names a day that its month does not have.",
         "Compare with the official document and correct the date."),
    Rule("masthead-unplaced", "warning",
         "A line above the enacting words fits no field of the masthead; the page shows it there.",
         "Check the line against the official document."),
    Rule("word-mended", "info",
         "A word that a converter of printed pages spaced, or whose hyphen or sign it lost or set"
         " apart, was made whole.",
         "Nothing needs doing, unless the official document prints what stood there."),
    Rule("opening-unknown", "info",
         "No opening phrase was found at the beginning of a clause; none is set in italics.",
         "If the document prints one in italics, mark it in the raw file, as in *Recalling*."),
    Rule("clause-joined", "warning",
         "Words behind a page break open no clause that is known; they went to the clause before.",
         "Compare with the official document; if a paragraph begins there, mark its opening phrase"
         " in the raw file, as in *Recalling*."),
    Rule("lines-swapped", "warning",
         "The file holds the first line of a paragraph behind its last; they changed places.",
         "Compare with the official document and put the lines in its order in the raw file."),
    Rule("number-repeated", "warning",
         "A number is printed twice; the id of the second ends in _2.",
         "Compare with the official document; if it prints so, nothing needs doing."),
    Rule("number-hole", "warning", "A number is missing before this one.",
         "Compare with the official document and add what is missing."),
    Rule("number-order", "warning", "A number is smaller than the one before it.",
         "Compare with the official document and put the parts in its order."),
    Rule("number-odd", "warning",
         "A number is printed in an unusual form; the message says how it was read.",
         "Compare with the official document and correct the number."),
    Rule("note-without-mark", "warning", "A footnote has no mark in the text; it is shown as such.",
         "Add the mark where the official document prints it."),
    Rule("mark-without-note", "warning",
         "A footnote mark has no footnote; its figure stays in the text.",
         "Add the footnote, or remove the mark."),
    Rule("table-lost", "warning",
         "A converter took a table apart: its cells stand below each other, in no rows or columns.",
         "Make the text anew with `pdftotext -layout`, or hold the XML, which have the table."),
    Rule("vote-differs", "warning",
         "A printed vote names more or fewer States than it counts, or one of them twice.",
         "Compare with the official document and correct the names or the numbers."),
    Rule("text-unplaced", "warning",
         "Words stand behind the adoption block; they are shown with the clause before them.",
         "Check the passage against the official document."),
    Rule("text-cut", "warning",
         "The document or its footnotes break off: in a sentence, before the meeting that adopted"
         " it, before the last of its pages or of its notes; its page says so.",
         "Compare with the official document and add what is missing: the file may be cut off."),
    Rule("words-lost", "error",
         "A word of the file reached neither the resolution nor the page furniture.",
         "Report the file: this is a defect of the program, not of the file."),
    Rule("reference-ambiguous", "info",
         "A number, a short name or “Ibid.” could name more than one document; it is no link.",
         "Nothing needs doing; the words stay as they are."),
    Rule("reference-missing", "info",
         "A paragraph or another part is cited that the held text does not have.",
         "Compare both with the official documents: either may have been read wrongly."),
    Rule("reference-contradicted", "info",
         "A link of the raw file leads to another document than the words name; the words count.",
         "Nothing needs doing, unless the words were misprinted."),
    Rule("reference-unlike", "info",
         "A name stands for another resolution of the same session than in most other texts.",
         "Compare with the official document: the number may be misprinted. It is linked as it is"
         " printed."),
    Rule("series-invalid", "error", "content/series.yml could not be used, or an entry of it.",
         "Correct the entry; README.md shows the form."),
    Rule("series-misspelt", "warning",
         "An entry of content/series.yml claims no text, but one has nearly its title.",
         "Correct the name or the title: a series that its entry does not claim has another"
         " address."),
    Rule("series-empty", "info", "An entry of content/series.yml claims no text that is held.",
         "Correct its name, titles or members, or take it out; it may wait for its texts."),
    Rule("series-member", "info", "A member that an entry of content/series.yml names is not held.",
         "Add its text, or correct the symbol; what is not held yet may stay."),
    Rule("series-derived", "info",
         "Resolutions follow each other, and no entry of content/series.yml names their series.",
         "Give the series an entry: its address then stays when an older member is added."),
    Rule("address-taken", "error",
         "A file of the content folder stands where a page of ours belongs; ours is left out.",
         "Rename or move the file of the content folder."),
    Rule("link-broken", "warning",
         "A link leads to a page or an anchor that the site does not have.",
         "Correct the link, or add the page it names."),
)  # fmt: skip

CATALOGUE: dict[str, Rule] = {rule.id: rule for rule in _RULES}
"""Every rule by its id."""
