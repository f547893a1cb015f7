"""English: every word of the language that the parser knows, in one place.

A further language is a further module with the same names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from mkdocs_resolutions.reading import SUPERSCRIPTS

CODE = "en"
SCRIPT = "LATIN"
"""What it is written in, as Unicode names the letters."""

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
# Any two figures are a day here: one that no month has is still a date, and a wrong one. It begins
# with a figure, and only then looks behind it: so a search passes quickly over everything else.
DATE = (
    rf"(?P<day>[0-9](?<![0-9][0-9])[0-9]?)\s+(?P<month>{'|'.join(MONTHS)})"
    r"\s+(?P<year>(?:19|20)[0-9][0-9])"
)

_UNITS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
)  # fmt: skip
_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")


def ordinals() -> dict[str, int]:
    """Ordinal words up to *one hundred and ninety-ninth* and their values."""
    below: dict[str, int] = {word: value for value, word in enumerate(_UNITS, start=1)}
    for ten, stem in enumerate(_TENS, start=2):
        below[f"{stem}ieth"] = ten * 10
        below.update({f"{stem}y-{unit}": ten * 10 + n for n, unit in enumerate(_UNITS[:9], 1)})
    above = {f"one hundred and {word}": 100 + value for word, value in below.items()}
    return {**below, **above, "hundredth": 100, "one hundredth": 100}


ORDINALS = ordinals()

# --- masthead and adoption -------------------------------------------------------------------

ORGANS = {"General Assembly": "A", "Assembly of Lamplighters": "LAMP"}
"""The organs whose resolutions are read, by name, as symbols name them."""


def _as_set(words: str) -> str:
    """The pattern of words that older documents set in capitals, whatever parts them."""
    return "|".join(r"\s+".join(form.split()) for form in (words, words.upper()))


_ORGAN = "|".join(map(_as_set, ORGANS))
ENACTING = re.compile(
    rf"T(?:he|HE) (?P<organ>{'|'.join(ORGANS)}|{'|'.join(ORGANS).upper()})"
    r"(?:,|(?<=[a-z])(?=\s*$|\s[A-Z]))"
)
THEREFORE = re.compile(
    rf"(?i:Now, therefore)(?:,|\b)(?: (?i:the (?P<organ>{'|'.join(ORGANS)}))(?:,|\b))?"
)
"""The enacting words, or what stands before them, where the preamble stands above them."""
NOTES = re.compile(r"(?:Notes|NOTES|Footnotes|FOOTNOTES|End\s?notes|END\s?NOTES):?")
"""The heading of notes that stand together at the end."""
IN_NOTES = ("otes", "OTES")
"""Letters of every such heading."""
PREAMBLE = re.compile(r"Preamble|PREAMBLE")
"""The heading of a preamble."""
WHEREAS = re.compile(r"Whereas\b")
# The enacting words of the other official languages, to say what a file is.
OTHER_LANGUAGES = re.compile(
    "L[’']Assemblée générale|La Asamblea General|Генеральная Ассамблея|إن الجمعية العامة|大会"
)
SUPPLEMENT = re.compile(r"/(?:Corr|Add)\.\s?[0-9]{1,3}\b")
"""What a symbol ends with whose document corrects another or adds to it."""
INCORPORATES = re.compile(r"\bincorporat(?:e|es|ing)\s*$", re.IGNORECASE)
"""What stands before the symbol of a correction that a text has in it."""
SESSION = re.compile(
    r"(?P<ordinal>[A-Z][a-z]+(?:-[a-z]+)?(?: hundred and [a-z]+(?:-[a-z]+)?)?)\s+"
    r"(?P<kind>(?:emergency\s+)?special\s+)?session\b"
)
_AGENDA_NUMBER = r"[1-9][0-9]{0,2}(?![0-9A-Za-z])"
_AGENDA_LETTER = r"\([a-z]{1,3}\)"
AGENDA = re.compile(
    rf"Agenda\s+items?\s+(?P<items>[1-9][0-9]{{0,2}}(?![0-9])(?:\s?{_AGENDA_LETTER})*"
    rf"(?:\s*(?:,(?:\s*and\b)?|and\b|to\b|[-–])\s*(?:{_AGENDA_NUMBER}|{_AGENDA_LETTER})"
    rf"(?:\s?{_AGENDA_LETTER})*)*)"
)
AGENDA_ITEM = re.compile(
    r"(?P<to>(?:to|[-–])\s*)?(?=[0-9(])(?P<number>[0-9]*)\s?(?:\((?P<letter>[a-z]{1,3})\))?"
)
RESOLVED = re.compile(
    rf"(?:{_as_set('Resolutions? adopted by the')})\s+(?P<organ>{_ORGAN})(?:\s+on\s+{DATE})?"
)
ADOPTED_ON = re.compile(rf"Adopted\s+by\s+the\s+(?P<organ>{_ORGAN})\s+on\s+{DATE}")
"""The same as copies on web pages print it."""
NAMED = (
    rf"(?:(?i:adopted)\b[a-z,\s]{{0,80}}?\sby\s+(?:the\s+)?)?(?:United\s+Nations\s+)?"
    rf"(?:(?P<organ>{_ORGAN})\s+)?(?i:resolution)\s+"
)
"""What names a resolution in a masthead of its own: before its number, and before the day."""
NAMED_DAY = rf"(?:,?\s+(?:(?i:adopted)\s+)?o[fn]\s+{DATE})?"
# In brackets; the Official Records head with it what one committee reported.
ORIGIN = re.compile(
    r"\[(?:on\s+the\s+(?:report|recommendation)|without\s+reference|adopted\s+without)"
    r"[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*\]"
    r"|Resolutions?\s+adopted\s+(?:on\s+the\s+reports?\s+of\s+the\s+[A-Z][\w\s]{0,60}?Committee"
    r"|without\s+reference\s+to\s+a\s+Main\s+Committee)\b"
)
COMMITTEE = re.compile(
    r"(?:of|by)\s+the\s+(?P<name>(?:First|Second|Third|Fourth|Fifth|Sixth|General|Credentials"
    r"|Ad\s+Hoc|Special\s+Political)[\w\s]{0,60}?(?:Committee(?:\s+\((?:Fourth|First)\s+Committee\))?))"
)
PARAGRAPH = re.compile(r"paras?\.\s*(?P<paragraphs>[0-9]+(?:\s*(?:,|and|–|-)\s*[0-9]+)*)")
_MEETING = re.compile(
    r"(?P<meeting>(?:[0-9]{1,4}(?:st|nd|rd|th)|[A-Z][a-z]+(?:[\s-][a-z]+){0,6}?)"
    r"(?:\s+\(resumed\))?\s+plenary\s+meeting)(?:,?\s+(?=[0-9])|,?\s*$)"
)


ADOPTED_AT = re.compile(
    rf"(?P<meeting>[0-9]{{1,4}}(?:st|nd|rd|th)(?:\s+\(resumed\))?\s+plenary\s+meeting),?\s+{DATE}"
)
"""The meeting and the day, which some copies print above the title."""


def find_meeting(text: str) -> re.Match[str] | None:
    """The plenary meeting that a text begins with; one word tells at once that most have none."""
    return _MEETING.match(text) if "plenary" in text else None


def organ_of(printed: str) -> str:
    """The organ that a name means, as symbols name it, in whatever letters it is set."""
    words = " ".join(printed.split()).casefold()
    return next(organ for name, organ in ORGANS.items() if name.casefold() == words)


_COUNT = r"(?:[0-9]{1,3}|none|no|zero)"
_COUNTED = (
    r"by\s+(?:an?\s+)?(?:(?P<kind>recorded|roll-call|non-recorded)\s+vote\s+of\s+)?"
    rf"(?P<in_favour>{_COUNT})(?:\s+votes?)?(?:\s+in\s+favour)?\s+to\s+"
    rf"(?P<against>{_COUNT})(?:\s+votes?)?(?:\s+against)?"
    rf"(?:,?\s+with\s+(?P<abstaining>{_COUNT})\s+abstentions?)?"
)
ADOPTED_HOW = re.compile(
    r"(?:(?:draft\s+)?resolution(?:\s+[^\s\[\]]{1,12}){0,4}\s+(?:was\s+)?)?adopted,?"
    rf"(?:\s+at\s+the\s+(?P<meeting>[^,]{{1,80}}\s+meeting),?\s+on\s+{DATE},?)?\s+"
    rf"(?:{_COUNTED}|(?P<consensus>without\s+a\s+vote|by\s+consensus|unanimously))",
    re.IGNORECASE,
)
"""How it was adopted, in the words of the Human Rights Council or the Official Records."""
RECORDED = ("recorded", "roll-call")
VOTE_SIDE = re.compile(r"(?P<side>In\s+favou?r|Against|Abstaining|Abstentions?)\s*:")
VOTE_SIDES = {"in": "in_favour", "against": "against", "abstaining": "abstaining",
              "abstention": "abstaining", "abstentions": "abstaining"}  # fmt: skip
NOBODY = ("", "none", "nil", "no one")
VOTE = re.compile(
    rf"\[?\s*(?:\*+\s*)?(?:(?i:{ADOPTED_HOW.pattern})|{VOTE_SIDE.pattern}"
    r"|The\s+voting\s+was\s+as\s+follows\s*:)"
)
"""What the words on a vote begin with."""
REISSUED = re.compile(
    r"\*+\s*(?:Reissued|(?:Second|Third|Fourth|Fifth)\s+reissue)\s+for\s+technical\s+reasons\s+"
    rf"(?:on\s+|\(){DATE}\)?\.?"
)
RECORDS_HEAD = (
    rf"(?:{_as_set('General Assembly')})\s*[-–—]+\s*"
    r"(?i:(?:[a-z]+-)?[a-z]+(?:\s+emergency)?(?:\s+special)?\s+session)"
)
"""The head of a page of the Official Records."""
# To 1996 the name stood in two lines, and a large letter for the organ in a column of its own.
LETTERHEAD = re.compile(
    rf"{RECORDS_HEAD}|(?:{_as_set('United Nations')})\b(?:\s+A(?=\s|$))?"
    r"|(?:UNITED|NATIONS|A)(?:\s+A)?$|Distr\.:?$|(?:ORIGINAL:|GENERAL|LIMITED|ENGLISH)$"
    rf"|(?:{_as_set('General Assembly')})\b(?!\s+(?i:resolution)\s)"
    rf"|Distr\.:?\s*(?:{_as_set('General')}|{_as_set('Limited')})"
    rf"|(?:{_as_set('Original')}):\s*(?:{_as_set('English')})"
)
NO_TITLE = re.compile(
    r"\bdraft\s+(?:resolution|decision)\b|\brecorded\s+vote\b|^text\s+of\b"
    r"|^(?:print|share|download|search|home|menu|login|español|français)$",
    re.IGNORECASE,
)
"""What may stand above the enacting words and is no title."""
BEFORE_SYMBOL = (
    r"(?i:(?:document\s+)?symbol|document)\s?:\s?"
    r"|https?://(?:www\.)?(?:undocs|docs\.un)\.org/(?:[a-z]{2}/)?"
)
"""What may stand before the symbol of a document on its line: a word, or where it is found."""
DISTRIBUTION = "distr."
"""The first word of the line on distribution, in small letters."""
LETTERS_FROM_TO = r"(?:[-–]|to|and)"
"""What stands between the letters of several resolutions under one number, `259 A to C`."""
TREATY_SERIES = "Treaty Series"
IBID = "Ibid."

# Words that no line ends with: what stands behind them goes on.
GOES_ON = re.compile(
    r"\b(?:a|an|and|as|at|between|by|for|from|in|including|into|its|of|on|or|our|other|than|that"
    r"|the|their|to|under|upon|which|who|whose|with|within|without)$",
    re.IGNORECASE,
)

LEADS_ON = re.compile(rf"{GOES_ON.pattern}|\b(?:are|can|is|may|must|shall|should|will)$", re.I)
"""What ends words that stand above a list and go on in each of its items."""

# Words that a plain figure behind them belongs to, so that it is no footnote mark: those that are
# numbered, and those that stand before a count. Behind a figure, what it counts.
NUMBERED = frozenset(
    """
action agenda annex appendix article articles chapter chapters decision decisions document goal
goals guideline item items group level no number page pages panel para paragraph paragraphs part
phase pillar principle protocol resolution resolutions round rule rules section sections sect
session step sub-item table target targets tier title track version vol volume
january february march april may june july august september october november december
""".split()  # noqa: SIM905 -- a list of words reads best as words
)
ABBREVIATED = frozenset(
    ("art.", "arts.", "chap.", "chaps.", "no.", "nos.", "p.", "para.", "paras.", "pp.", "sect.",
     "sects.", "vol.", "vols.")
)  # fmt: skip
COUNTED = frozenset(
    """
a about above all an and another any approximately are as at be below between by during estimated
every exactly following for from had has have held in includes including into is its last least
more most nearly next of on only or other over past per some than that the their these those to
total under until up was were with within
""".split()  # noqa: SIM905 -- a list of words reads best as words
)
COUNTS = frozenset(
    """
billion million trillion thousand hundred per percent years days months hours dollars
""".split()  # noqa: SIM905 -- a list of words reads best as words
)

BULLET = re.compile(r"[•▪◦●○■*–—-]\s")


# --- headings --------------------------------------------------------------------------------

ANNEX = re.compile(
    r"(?P<heading>A(?:nnex|NNEX|(?P<appendix>ppendix|PPENDIX))"
    rf"(?:\s+(?P<number>[IVXLC]+|[0-9]{{1,5}}|[A-Z](?=[.:*{SUPERSCRIPTS}]|\s*$)))?)"
    rf"(?:\s?(?:\*{{1,3}}|[{SUPERSCRIPTS}]{{1,3}})|(?!\w))(?P<sign>\s?[.:–—])?(?P<title>.*)"
)
"""An appendix is a part of the annex it stands in, or an annex by another name; either may have the
mark of a note."""
# What the words below a table begin with that explain its columns or say where it is from.
TABLE_NOTE = re.compile(r"(?:Abbreviations?|Notes?|Sources?)\s*:")

SECTION = re.compile(
    r"(?P<heading>(?:(?:Section|SECTION)\s+(?=[0-9IVXLA-Z]))?"
    r"(?P<number>[IVXL]+|[A-Z]|(?<=Section )[0-9]{1,3}|(?<=SECTION )[0-9]{1,3}))"
    r"(?:\.\s+|\.?\s*$|(?<=[IVXL])\s+(?=[A-Z]))(?P<title>.*)"
)
_UNITS_OF_TEXT = ("Rule", "Article", "Action", "Part", "Pillar", "Chapter", "Principle", "Goal")
_COUNTING = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
_COUNTED_BY_WORDS = {word.lower(): str(n) for n, word in enumerate(_COUNTING, start=1)}
UNIT = re.compile(
    rf"(?P<heading>(?P<name>{'|'.join(map(_as_set, _UNITS_OF_TEXT))})\s+"
    rf"(?P<number>[0-9]{{1,3}}|[IVXLC]{{1,6}}|{'|'.join(map(_as_set, _COUNTING))}))"
    r"\b(?:\s*[.:–—]\s*|\s*$)(?P<title>.*)"
)
LARGE_UNITS = ("part", "pillar")
"""Those that hold chapters and sections."""
CHAPTERS = ("chapter",)
DECLARED_UNITS = ("article", "principle", "rule")
"""Those whose words declare something, and do not say what the organ does."""


def number_of(printed: str) -> str:
    """A number in figures or letters, where it may be printed as a word, `One`."""
    return _COUNTED_BY_WORDS.get(printed.lower(), printed)


# --- opening phrases -------------------------------------------------------------------------
# A preambular paragraph opens with a participle or an adjective, an operative one with a verb of
# the present tense; both are made of the same stems and take the same complements.

_VERBS = """
accept acknowledge adopt affirm agree allow amend anticipate appeal applaud appoint appreciate
appropriate approve assert assure authorize bear believe call caution choose commemorate commend
commit concur condemn confirm congratulate consider continue convene convey decide declare demand
denounce deplore designate determine direct draw elect emphasize encourage endorse ensure
establish exhort expect express extend find give greet highlight honour hope insist instruct
intend invite keep lament look maintain mark mourn note object observe pay pledge praise proceed
proclaim promote propose raise re-emphasize reaffirm realize recall recognize recommend recommit
reconfirm refer register regret reiterate reject remain remind renew repeat request resolve
respect revise salute seek share solemnize stress strive submit suggest support suspend take thank
transmit trust underline underscore understand urge value voice warn welcome wish
""".split()  # noqa: SIM905 -- a list of words reads best as words
_ADJECTIVES = """
Aggrieved Alarmed Anxious Appalled Aware Cognizant Committed Concerned Confident Conscious
Convinced Desirous Determined Disappointed Dismayed Distressed Disturbed Eager Encouraged Grateful
Gratified Guided Hopeful Horrified Impressed Inspired Mindful Motivated Moved Outraged Pleased
Reassured Resolute Resolved Saddened Satisfied Seized Shocked Troubled Whereas Worried
""".split()  # noqa: SIM905 -- a list of words reads best as words
_BEFORE = (
    "Also|Further|Again|Once\\s+again|Once\\s+more|Deeply|Gravely|Seriously|Strongly|Profoundly|Firmly|Fully"
    "|Extremely|Particularly|Especially|Equally|Greatly|Keenly|Highly|Solemnly|Sincerely|Warmly"
    "|Unequivocally|Categorically|Vehemently|Urgently|Increasingly|Specifically|Actively|Duly"
    "|Still|Very|Nevertheless|Likewise|Remaining|Being|Continuing\\s+to\\s+be|Additionally"
)
_DEGREE = (
    "(?:(?:(?:very|continued)\\s+)?(?:unwavering|unequivocal|firm|utmost|deep|deepest|grave|gravest|great|serious|strong|strongest|profound|particular|utmost|extreme|sincere"
    "|special|much|full|firm|increasing|growing|continuing|continued|heartfelt|warm|high|keen)"
    "(?:\\s+and\\s+\\w+|,\\s+\\w+)?\\s+)?"
)
_FEELING = (
    "(?:concerns?|appreciation|satisfaction|gratitude|regret|alarm|dismay|interest|approval|hope"
    "|conviction|support|solidarity|condemnation|indignation|outrage|condolences|sympathy|thanks"
    "|disappointment|sadness|belief|shock|distress|respect|sorrow|admiration|anguish|confidence)"
)
_STANCE = (
    "(?:commitment|determination|resolve|intention|recognition|endorsement|opposition|abhorrence"
    "|encouragement|readiness|willingness)"
)
_OWN = "(?:once\\s+(?:again|more)\\s+)?(?:(?:its|their|our|the)\\s+)?"
_EMOTION = rf"{_OWN}{_DEGREE}{_FEELING}(?:\s+(?:and|at\s+the)\s+{_DEGREE}{_FEELING})?"
_CALL = (
    rf"{_OWN}(?:strong\s+|urgent\s+|previous\s+|standing\s+)?"
    r"(?:call(?:\s+(?:upon|for|on))?|requests?|demand|invitation|appeal|recommendation|decision)"
    r"(?:\s+and\s+(?:encouragement|call|appeal|request|recommendation))?"
)
# What is the Assembly's own belongs to the phrase; whose resolution it is does not.
_THEIRS = (
    rf"(?:once\s+again\s+)?its\s+{_DEGREE}(?:{_FEELING}|{_STANCE}"
    r"|request|invitation|appeal|demand|call(?:\s+(?:upon|for|on))?)"
    rf"(?:\s+and\s+{_DEGREE}(?:{_FEELING}|{_STANCE}))?"
)
_IT_IS = (
    r"it\s+(?:necessary|essential|important|desirable|appropriate|imperative|vital|crucial|urgent"
    r"|useful)"
)
_AFTER = (
    "also|further|again|once\\s+again|once\\s+more|furthermore|likewise|in\\s+(?:this|that)\\s+(?:regard|connection|respect|context)"
    "|in\\s+particular|in\\s+the\\s+strongest(?:\\s+possible)?\\s+terms|unequivocally|strongly|fully|deeply|firmly|categorically"
    f"|with\\s+{_DEGREE}(?:{_FEELING}|pleasure|pride|anticipation)(?:\\s+and\\s+{_DEGREE}{_FEELING})?"
)
# Which complements a verb takes as part of its phrase; the other verbs stand alone.
_TAKES = {
    "give": r"due\s+consideration",
    "take": r"(?:due\s+)?note|into\s+(?:account|consideration)",
    "bear": r"in\s+mind",
    "keep": r"in\s+mind",
    "look": r"forward",
    "call": r"(?:once\s+again\s+|again\s+|also\s+|further\s+)?(?:upon|for|on|attention)",
    "draw": r"(?:the\s+)?attention",
    "pay": r"tribute",
    "remain": r"(?:seized|(?:(?:deeply|gravely|seriously)\s+)?concerned)",
    "appeal": r"(?!)",
    **dict.fromkeys(("express", "voice", "convey", "register", "extend", "share"),
                    f"(?:{_EMOTION}|{_THEIRS})"),
    **dict.fromkeys(("reiterate", "renew", "repeat"), f"(?:{_EMOTION}|{_CALL}|{_THEIRS})"),
    **dict.fromkeys(("reaffirm", "affirm", "confirm", "re-emphasize", "emphasize", "stress",
                     "underline", "underscore", "recall", "pledge", "declare"), _THEIRS),
    **dict.fromkeys(("believe", "consider", "find"), _IT_IS),
}  # fmt: skip
_HAVING = (
    r"Having\s+(?:(?:also|further|again)\s+)?(?:considered|examined|received|heard|listened|reviewed"
    r"|noted|taken\s+note|adopted|studied|regard|discussed|decided|met|recalled|established|been)"
)


def _participle(verb: str) -> str:
    if verb in ("refer", "regret", "submit", "commit", "recommit"):
        return f"{verb}{verb[-1]}ing"
    return f"{verb.removesuffix('e') if not verb.endswith('ee') else verb}ing"


def _present(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch")):
        return f"{verb}es"
    return f"{verb}s"


def _by_initials(words: Iterable[str]) -> str:
    """Alternatives whose initial may be a capital or not, those of one initial together.

    The others are passed over at one look, which hundreds of words one by one are not.
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0].lower(), []).append(word[1:])
    return "|".join(
        f"(?-i:[{initial.upper()}{initial}])(?:{'|'.join(several)})"
        for initial, several in rests.items()
    )


def _opening(form: dict[str, str], alone: Sequence[str]) -> re.Pattern[str]:
    """The pattern of an opening: adverbs, a head with its complement, a second head, adverbs."""
    alike: dict[str | None, list[str]] = {}
    for verb, word in form.items():
        alike.setdefault(_TAKES.get(verb), []).append(word)
    # Verbs that take the same stand together: what they take is long, and compiled each time.
    taking = [
        rf"(?:{_by_initials(words)})(?:(?:\s+(?:also|further))?\s+(?:{taken})\b)?"
        for taken, words in alike.items()
        if taken
    ]
    going_on = rf"{form['continue']}\s+to\s+(?:{'|'.join(_VERBS)})\b"
    first = "|".join((_by_initials((going_on, *alike[None], *alone)), *taking))
    head = "|".join((_by_initials((going_on, *alike[None])), *taking, *alone))
    before = _by_initials(_BEFORE.split("|"))
    return re.compile(
        rf"(?=[A-Z])(?i:(?:(?:{before})\s+(?:(?:and|,)\s+\w+ly\s+)?){{0,3}}(?:{first}))"
        rf"(?:\s+(?:{_AFTER})\b){{0,3}}"
        rf"(?:(?:,|\s+and)\s+(?:(?:also|further|strongly|deeply)\s+)?(?:{head})(?:\s+(?:{_AFTER})\b){{0,2}}"
        r"(?=\s+(?:the|its|that|all|with|to|upon|of|in|by|on|for|also|a|an|States|Member|Governments)\b))?\b"
    )


# They take time to compile, and much that is said of a site needs neither.
@cache
def preambular() -> re.Pattern[str]:
    """The opening of a preambular paragraph."""
    return _opening({verb: _participle(verb) for verb in _VERBS}, (_HAVING, *_ADJECTIVES))


@cache
def operative() -> re.Pattern[str]:
    """The opening of an operative paragraph."""
    return _opening({verb: _present(verb) for verb in _VERBS}, ())


ANY_PARTICIPLE = re.compile(r"[A-Z][a-z]+(?:-[a-z]+)?ing\b")

# --- citations -------------------------------------------------------------------------------

RECALLING = re.compile(
    r"Recalling (?:also |further )?(?:its|the) (?:previous |earlier |relevant )?resolutions?\b"
)

# --- words ------------------------------------------------------------------------------------

SUSPENDS = frozenset(("and", "or", "nor", "but", "to"))
"""What stands before a hyphen that leaves out the word before it: “need- and merit-”, “or -led”."""
TELLS_WHEN = frozenset(("after", "before", "by", "during", "for", "in", "of", "since", "until"))
"""What stands before a year."""

WORDS_OF_ONE_LETTER = ("a", "A", "I")
WORDS_FILE = Path(__file__).with_name("english-words.txt")


# --- words of other languages ------------------------------------------------------------------
# Those that resolutions print; what English has made its own (ad hoc) is not among them.

FOREIGN_WORDS = {
    **dict.fromkeys(
        ("ad referendum", "de facto", "de jure", "de minimis", "erga omnes", "ex officio",
         "in absentia", "in situ", "inter alia", "jus cogens", "mutatis mutandis", "prima facie",
         "pro bono", "proprio motu", "sui generis"), "la"),
    **dict.fromkeys(
        ("force majeure", "non-refoulement", "note verbale", "notes verbales", "procès-verbal",
         "vis-à-vis"), "fr"),
}  # fmt: skip
FOREIGN = re.compile(rf"(?<![\w-])(?:{'|'.join(FOREIGN_WORDS)})(?![\w-])", re.IGNORECASE)


@cache
def common_words() -> frozenset[str]:
    """Forty thousand words in small letters, of two letters or more, foreign ones among them."""
    lines = WORDS_FILE.read_text(encoding="utf-8").splitlines()
    foreign = (word for words in FOREIGN_WORDS for word in words.split())
    return frozenset((*(line for line in lines if not line.startswith("#")), *foreign))
