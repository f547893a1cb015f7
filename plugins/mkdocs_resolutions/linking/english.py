"""English as references know it: whose resolutions they are, what parts are called.

A further language is a further module with the same names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from mkdocs_resolutions.parsing.english import DATE, IBID, TREATY_SERIES

# --- organs and their numbers ------------------------------------------------------------------

ASSEMBLY = "General Assembly"
SECURITY_COUNCIL = "Security Council"
HUMAN_RIGHTS_COUNCIL = "Human Rights Council"
ECONOMIC_AND_SOCIAL_COUNCIL = "Economic and Social Council"
COMMISSION_ON_HUMAN_RIGHTS = "Commission on Human Rights"
ENVIRONMENT_ASSEMBLY = "United Nations Environment Assembly"
ENVIRONMENT_ASSEMBLY_FOR_SHORT = "Environment Assembly"
COUNCIL = "Council"
"""Short for the one that numbers so: no two Councils do it alike."""
FOR_SHORT = {"Assembly": ASSEMBLY, COUNCIL: COUNCIL}
TWO_ORGANS = (
    "General Assembly and Security Council", "General Assembly and Economic and Social Council",
    "Assembly and Security Council", "Assembly and Council",
)  # fmt: skip
REPORT_OF_THE_HUMAN_RIGHTS_COUNCIL = re.compile(r"A/[0-9]+/53(?:/|$)")
"""Supplement No. 53 of every session, in which its resolutions stand."""
DECISION = "decision"

ORGANS = (
    SECURITY_COUNCIL, HUMAN_RIGHTS_COUNCIL, ECONOMIC_AND_SOCIAL_COUNCIL, COMMISSION_ON_HUMAN_RIGHTS,
    ENVIRONMENT_ASSEMBLY, ASSEMBLY,
)  # fmt: skip
"""Organs whose symbols are known."""
ORGAN_WORDS = frozenset(
    """
Council Commission Conference Committee Board Assembly Organization Organisation Authority Union
Meeting Group Agency Forum Congress Parliament League
""".split()  # noqa: SIM905 -- a list of words reads best as words
)
"""One of these stands in the name of every organ that adopts resolutions."""
ORGAN_JOINS = frozenset(("and", "of", "on", "for", "the"))
PARTICIPLE = "ing"
"""How the first word of a preambular paragraph ends."""
NOUN = re.compile(r"\b(?P<word>[Rr]esolution|[Dd]ecision)(?P<many>s?)\b")
"""What governs numbers: "resolutions", "decision"."""
_NAMED = "|".join(name.replace(" ", r"\s+") for name in ORGANS)
ITS = re.compile(
    rf"(?:\b(?P<organ>{_NAMED}|Council),?\s+(?:in|by|and|through|with|under|of)\s+)?"
    r"(?:\b[Ii]ts|\b[Tt]heir)(?:\s+[a-z]+){0,2}\s+$"
)
"""Whose a resolution is that stands behind "its": the organ named right before, else our own."""
ORGAN_BEHIND = re.compile(
    rf"(?:,?\s+of\s+{DATE},?)?(?:,?\s+adopted)?\s+(?:of|by)\s+(?:the|its)\s+"
    rf"(?P<organ>{_NAMED}|(?:[A-Z][\w-]*\s+(?:(?:and|of|on|for|the)\s+){{0,2}}){{0,4}}"
    rf"(?:{'|'.join(sorted(ORGAN_WORDS))})\b)"
)
ENTITLED = re.compile(r",?\s+entitled\s+“[^”\n]{1,300}”,?")
UP_TO_ITS_NOTE = re.compile(rf"(?:,?\s+of\s+{DATE})?[,;.]?")
"""What may stand between a number and the footnote on it."""
NUMBER_OF_ANOTHER = re.compile(
    r"(?<!\wesolution)(?<!\wesolutions)(?<!\wecision)(?<!\wecisions)\sNos?\.\s$"
    r"|\b(?:Laws?|Acts?|Decrees?|Ordinances?|Directives?|[Cc]ases?)\s$"
)
"""What shows that a number is no resolution's: `Law No. 10/2018`, `comment No. 25 (2021)`."""
RESPECTIVELY = re.compile(r"[^;.]{0,80}\brespectively\b")
DATED = re.compile(rf",?\s+(?:of|on|dated)\s+{DATE}")
LIST_GLUE = "and|or|to|in|its|also|as|well|General|Assembly|the|by|both"
"""Words that may stand between the numbers of a list of resolutions."""
_LETTER = r"[A-Z](?![\w’']|-(?![A-Z]\b)|\.\w)"
LETTERS = re.compile(
    rf"(?P<letter>\s(?P<first>{_LETTER}))"
    rf"(?P<more>(?:,\s{_LETTER})*(?:,?\s(?:and|to|or)\s{_LETTER}|[–-]{_LETTER})?)"
)
RANGE = re.compile(r"\s*(?:\bto\b|\bthrough\b|[–-])\s*")

# --- what instruments are called ---------------------------------------------------------------

CHARTER = "Charter of the United Nations"
UNIVERSAL_DECLARATION = "Universal Declaration of Human Rights"
TREATY_HEADS = frozenset(
    """
Convention Conventions Covenant Covenants Protocol Protocols Treaty Treaties Charter Statute
Agreement Agreements Constitution
""".split()  # noqa: SIM905 -- a list of words reads best as words
)
HEADS = TREATY_HEADS | frozenset(
    """
Declaration Declarations Agenda Strategy Framework Principles Rules Guidelines Accord Pact
Consensus Compact Code Regulations Pathway Commitment Roadmap Memorandum
""".split()  # noqa: SIM905 -- a list of words reads best as words
)
"""What instruments are called: the first such word of a name tells what it is for short."""

# --- parts of documents ------------------------------------------------------------------------

PARTS = {
    "annex": "annex", "annexes": "annex", "appendix": "appendix", "appendices": "appendix",
    "enclosure": "enclosure", "enclosures": "enclosure", "part": "part", "parts": "part",
    "chapter": "chap", "chapters": "chap", "chap.": "chap", "chaps.": "chap",
    "resolution": "res", "decision": "dec",
    "section": "sect", "sections": "sect", "sect.": "sect", "sects.": "sect", "sect": "sect",
    "article": "art", "articles": "art", "art.": "art", "arts.": "art",
    "rule": "rule", "rules": "rule", "regulation": "reg", "regulations": "reg",
    "operative paragraph": "op", "operative paragraphs": "op",
    "paragraph": "para", "paragraphs": "para", "para.": "para", "paras.": "para", "para": "para",
    "preambular paragraph": "pp", "preambular paragraphs": "pp",
    "subparagraph": "subpara", "subparagraphs": "subpara",
}  # fmt: skip
"""What parts are called, and their names in targets."""
RANKS = {
    "annex": 0, "appendix": 1, "enclosure": 1, "part": 2, "chap": 3, "sect": 4, "res": 5, "dec": 5,
    "art": 6, "rule": 6, "reg": 6, "op": 7, "para": 7, "pp": 7, "subpara": 8,
}  # fmt: skip
"""How deep a part lies: of two named together, the one of higher rank lies in the other."""


def _printed(names: Iterable[str]) -> str:
    """A pattern of names, the longest first."""
    return "|".join(re.escape(name).replace(r"\ ", r"\s") for name in sorted(names, key=len)[::-1])


_PARTS = [name for name in PARTS if name not in ("resolution", "decision")]
PART = re.compile(
    rf"(?P<name>(?=[a-z])(?:{_printed(_PARTS)})"
    rf"|(?=[A-Z])(?:{_printed(name[0].upper() + name[1:] for name in _PARTS)}))(?!\w)"
)
PLURAL = re.compile(r"(?:s|es|ices|s\.)$")
UNNUMBERED = frozenset(("annex", "appendix", "enclosure"))
"""Parts of which a document may have one without a number."""
ANNEXES = re.compile(r"\b[aA]nnexes\b")
VALUE = re.compile(
    r"(?P<value>[0-9]{1,4}(?:\.[0-9]{1,3})*(?![0-9/]|\s?(?:per\scent|%)|\.[0-9])"
    r"(?:\s?(?:bis|ter|quater)\b)?"
    r"|[IVXLC]+(?![\w’])(?:\.[A-Z0-9]{1,2}\b)?|[A-Z](?![\w’])(?:\.[0-9]{1,2}\b)?)"
    r"(?P<subs>(?:\s?\((?:[a-z]{1,4}|[0-9]{1,2})\))+|\s[a-e](?![\w.’])|)"
)
SUB = re.compile(r"(?P<subs>(?:\s?\((?:[a-z]{1,4}|[0-9]{1,2})\))+)")
AND = re.compile(r"\s*(?:,\s+and/or|,\s+and|,\s+or|,|\s(?:and/or|and|or))\s+")
OF = re.compile(r",?\s+(?:of|to|in|under)\s+(?:the\s+)?")
CONNECTOR = re.compile(
    r",?\s+(?:(?:as\s+)?(?:contained|set\s+out|set\s+forth|annexed|attached|laid\s+down)\s+)?"
    r"(?:of|to|in|under|from)\s+(?:the\s+|that\s+|its\s+|said\s+|both\s+)*(?:document\s+)?"
)
RESOLVED_WITHIN = re.compile(
    r"(?P<name>resolution|decision)(?P<many>s?)\s+"
    r"(?P<value>(?:[IVX]+|[A-Z]{2}\.[IVX]+)/[0-9]{1,3}|[0-9]{1,3}/(?:[A-Z]{2,4}\.[0-9]{1,3}|[IVX]+)"
    r"|(?P<plain>[0-9]{1,3}/[0-9]{1,3})(?![\w/])|[0-9]{1,3}(?![\w/]|\s\()|[IVX]+(?![\w/]))"
)
"""A resolution or decision as part of a report: `chap. I, resolution 1`, `decision 1/CP.21`."""
ABOVE = re.compile(r",?\s(?:above|below)\b|,?\s(?:of|to)\s(?:the\s+)?present\sresolution\b")
BEHIND = re.compile(
    r",?\s+(?P<particular>(?:in\s+particular|especially|notably|including)\s+(?:in\s+)?(?:its\s+)?)?"
)
"""What stands between a document and its parts: `resolution 60/1, in particular paragraph 5`."""
OF_SOMETHING = re.compile(r",?\s+(?:of|to|in|under|from|thereof)\b")
OF_THIS = re.compile(
    r"\s(?:of|in|to|under)\s(?:this|the\spresent)\s"
    r"(?:[aA]rticle|[rR]ule|[rR]egulation|[sS]ection|[aA]nnex|[pP]art|[cC]hapter"
    rf"|{'|'.join(sorted(HEADS))})\b"
)
"""What says that parts are of the instrument or the part of it that they stand in."""
OF_ANOTHER = re.compile(
    r"[.–-]\w|,?\s+(?:(?:of|in|under|from|on|bis|ter|quater|entitled|thereof|[Cc]onvention)\b"
    r"|to\s+(?:the|its|their|this|that|which|[A-Z0-9]))"
)
"""What may say that parts are of something that no rule reads."""
TOLD_ALONE = frozenset(("art", "rule", "reg", "subpara"))
"""Parts that a text names of itself without saying so: `subject to rule 28`."""
LEADS_TO_PARTS = re.compile(r"\b(?:in|with|to|under|by)\s$")
PARTS_ARE_OVER = re.compile(r"[;.]|,(?!\s(?:[a-z]*paragraphs?|of|in|to\sthe|and|or|items?)\b)|$")
"""What stands before paragraphs of which nothing is named behind, and what shows that."""
ITS_OWN = re.compile(r"\bits\s$")
ARTICLES_OF_THE_CHARTER = ("Article", "Chapter")
"""With a capital they are the Charter's, by the United Nations Editorial Manual."""
ARTICLES_OF_A_TREATY = "article"
AMENDED = re.compile(r"\bamended\s$")
"""What shows that an article stands in another document than its treaty."""
AMONG_ITS_PARTS = re.compile(
    r",\s+(?:and\s+)?(?:(?:in\s+particular|especially|notably|including|inter\s+alia)(?:,|\s+in)?"
    r"\s+)?(?:(?:its|the\s+provisions\s+of)\s+)?"
)
"""What stands between an instrument and its parts: `the Convention, in particular article 49`."""
IN_PARTICULAR = re.compile(
    r",?\s+(?:and\s+)?(?:(?:in\s+particular|especially|notably|including)\s+)?(?:in\s+)?"
)
"""What may stand between a document and the parts "thereof"."""
THEREOF = re.compile(r"\sthereof\b")
OF_THAT = re.compile(r"\s(?:of|to)\sthat\s(?:resolution|decision)\b")
SEE_ALSO = re.compile(r"\b[Ss]ee(?:\salso)?\s$")
SIBLING = re.compile(r"resolution\s(?P<letter>[A-Z])\s(?:above|below)\b")
PRESENT = re.compile(r"(?P<word>\bpresent)\s$")
DETERMINERS = re.compile(
    rf"(?:(?:its|the|that|said|their|both|{_NAMED}|Assembly|Council)(?:’s)?\s+)*"
    r"(?:(?:[A-Z][\w-]*\s+)(?:(?:of|on|for|and)\s+(?:the\s+)?)?){0,6}"
)
"""What stands between "of" and the noun of a resolution: whose it is."""
THE_ANNEX = re.compile(r"[Aa]nnex(?:es)?\s+to\s+the\s+present\s+resolution\b")

OF_THE_NEXT = re.compile(
    r"\s*(?:,\s)?(?:of|to|in)\s+(?:the\s|its\s|General\s|Assembly\s|[A-Z][a-z]+\s){0,5}"
    r"(?:resolution|decision|section|annex|chapter|present)"
)
"""What shows that parts behind a document are of the next one."""

# --- documents named otherwise -----------------------------------------------------------------

OFFICIAL_RECORDS = re.compile(
    r"Official\s+Records\s+of\s+the\s+(?:General\s+Assembly|Security\s+Council"
    r"|Economic\s+and\s+Social\s+Council|[A-Z][\w\s]{1,80}?)(?:,[^();]{0,160})?\s*\("
)
SUPPLEMENT = re.compile(r"[^();]{0,120}Supplement\s+No\.[^();]{0,60}\(")
VOLUME_IN_BRACKETS = re.compile(r",\s+vols?\.\s+(?:[IVX]+|[0-9]+)\s+\(")
ANOTHER_VOLUME = re.compile(r",?\s+vols?\.\s|[^();]{0,120}\bSupplement\s+No\.\s")
"""What shows that `Ibid.` is another volume or supplement than that of the note before."""
LEAGUE = re.compile(
    rf"League\s+of\s+Nations,\s+{TREATY_SERIES},\s+vol\.\s+(?P<volume>[IVXLC]+)"
    r"(?:\s+\([0-9–-]+\))?,\s+No\.\s+(?P<number>[0-9]{1,5})"
)
SERIES = re.compile(rf"(?:United\s+Nations,\s+)?{TREATY_SERIES}(?=,\s+vols?\.)")
VOLUMES = re.compile(
    r"(?:,|;)?\s+(?:and\s+)?vols?\.\s+(?P<volume>[1-9][0-9]{0,4})"
    r"(?P<more>(?:,\s+[0-9]{1,5})*(?:,?\s+and\s+[0-9]{1,5})?)"
)
NUMBERS = re.compile(
    r",?\s+Nos?\.\s+(?P<numbers>(?:A-)?[0-9]{1,6}(?:(?:,\s+|,?\s+and\s+|\s*[–-]\s*)[0-9]{1,6})*)"
)
IBID_BEGINS = re.compile(rf"\b[Ii]{re.escape(IBID[1:])}")
SERIES_BEGINS = rf"(?:United\s+Nations,\s+)?{TREATY_SERIES}|League\s+of\s+Nations"
RECORDS_BEGIN = r"Official\s+Records\s+of\b"
URL = re.compile(r"\b(?:https?://|www\.)[^\s<>“”\"]*[^\s<>“”\".,;:)]")

# --- treaties and other instruments by name ----------------------------------------------------

HEAD = re.compile(
    r"\b(?:(?:Programme|Plan)\sof\sAction|Platform\sfor\sAction|"
    + "|".join(sorted(HEADS - {"Framework"}, key=len)[::-1])
    + r"|Framework(?!\sConvention)|Programme(?=s?\sof\b|\sfor\s(?:the\s)?[A-Z])"
    r"|Platform(?=\sfor\b)|Plan(?=\sof\b)|Action\sPlan|Constitutive\sAct|Outcome|Final\sDocument|Initiative"
    r"|Model\sLaws?)\b"
)
MAY_NAME = re.compile(rf"{HEAD.pattern}|“")
"""What stands in a text that names an instrument."""
ABOUT = re.compile(
    r"\b(?:[Rr]eports?|[Nn]otes?|[Ss]tudy|[Jj]udgments?|[Oo]pinions?|[Aa]pplication"
    r"|[Aa]mendments?|[Aa]llegations|[Dd]ocuments?|[Ss]ession|[Mm]eetings?|[Cc]onferences?"
    r"|[Cc]ommittee|[Gg]roup|[Ss]tatement|[Rr]eview|[Oo]utcomes?|[Ss]ummary"
    r"|[Pp]rogress|[Pp]arties|[Ss]ecretariat|[Rr]epresentative|[Rr]apporteur|[Ff]und"
    r"|[Hh]andbook|[Mm]anual|[Gg]uide|[Gg]uidance|[Cc]ommentar(?:y|ies)|[Ll]etters?|[Dd]raft"
    r"|[Ii]mplementing|[Ff]ollow(?:ing|-)?\s?up|[Cc]ompilation|[Pp]aper|[Oo]verview|[Ss]urvey|[Aa]ssessment|[Aa]nalysis|[Pp]roposals?|plans?)\b"
    r"(?:(?!\band\b)[^,;“”]){0,200}$"
)
"""Words of which a name is a part: a footnote behind both may be one on them."""
ABOUT_NEAR = re.compile(
    r"\b(?:[Rr]eport|declaration|review|meeting|note|statement)s?\b"
    r"(?:(?!\band\sthe\b)[^,;“”]){0,160}$"
)
"""The same before a name that a resolution is cited for: "declaration on the review of the …"."""
NAME_JOINS = frozenset(
    """
of on the and for to in against with relating relative concerning from by at their its all as
between or a an under and/or thereto beyond through towards within de including
""".split()  # noqa: SIM905 -- a list of words reads best as words
)
"""Small words that stand inside the name of an instrument."""
NAME_JOINS_BEFORE = frozenset(("and", "of", "for"))
"""Those that stand before its telling word, too: `Gas and Lamp Posts Convention`."""
CALLED = re.compile(
    r"\s*\((?:hereinafter\s+)?(?:“)?(?:the\s+)?(?P<alias>(?!No\.)[A-Z][^()“”]{2,80}?)(?:”)?\)$"
)
"""What a name is for short, in brackets behind it."""
ANOTHER = re.compile(r"\b(?:[Aa]mended|[Rr]evised|[Dd]raft)\s$")
"""Words before a name that make another instrument of it."""
AMENDED_VERSION = re.compile(r"\W*and\s+its\s+amended\s+version")
AMENDS = re.compile(r"\b[Aa]mendments?\b[^;]{0,200}$")
AND_PROTOCOLS = re.compile(r"\s+and\s+(?:the|its)\s+(?:[a-z]+\s+)?Protocols?\s+[Tt]hereto$")
AND_THE = re.compile(
    r"(?:,\s+|,?\s+and\s+(?:to\s+|of\s+|in\s+)?)the\s+(?!(?:[a-z]+\s+)?Protocols?\s+[Tt]hereto)"
)
"""What parts the names of two instruments."""
NAME_GOES_ON = re.compile(
    r"-[A-Z]|\s(?!Article|Chapter|Annex|Part|Section|Rule|Member|State|Head|Government)[A-Z][a-z]"
)
"""What shows that a known name is the beginning of a longer one."""
NO_PART_OF_NAMES = frozenset(("The", "That", "This", "Said", "In", "To", "Of", "By", "Under"))
"""Words with a capital that stand before a name where a sentence begins."""
ANOTHERS = re.compile(
    r"\s(?:(?:on|of|for|against|concerning|between|relating\sto|relative\sto|under)\s(?:the\s|an?\s)?"
    r"(?!Article|Chapter|Annex|Part|Section|Rule|Member|State|Government)|to\s)[A-Z]"
)
"""What shows that a telling word is one of a longer name."""
AND_ANOTHER = re.compile(r"\s+and\s+(?:Plan|Programme|Rules|Platform|Framework|Agenda)\b")
"""What shows that a bare word is half of a name: `the Declaration and Plan of Action`."""
TELL_NOTHING = frozenset(("United", "Nations", "International", "Additional", "Optional", "New"))
"""Words that stand before many a telling word and do not say which instrument it is."""
OF_OUR_OWN = re.compile(r"United\sNations\s")
"""What a name may go without: `Convention against Corruption`."""
THE, THIS = "the", "this"
ARTICLE = re.compile(r"\b(?:[Tt]he|[Tt]hat|[Tt]his|[Ss]aid)\s$")
SUPPLEMENTING = re.compile(r",?\s+supplementing\s+the\s+[^;]{0,160}$")
"""What the protocol supplements that a note behind is on."""
_HOW = r"(?:(?!\sand\s(?:the|its)\s)[^;]){0,200}"
ADOPTED = re.compile(
    rf"(?:,?\s+(?:as\s+amended|adopted|done|signed|concluded|opened|endorsed|annexed)\b{_HOW}"
    rf"|,\s+which\b{_HOW}|,\s+(?:by\s+consensus|(?:the|a|an)\s+[a-z][^,;A-Z]{{0,80}}))$"
)
"""What stands between a name and its footnote and is no part of it: how it was adopted."""
DONE_AT = re.compile(
    r"\s+(?:at|in)\s+[A-Z]\w+(?:,\s+[A-Z]\w+)?,?\s+on\s+[0-9]{1,2}\s+[A-Z][a-z]+\s+[0-9]{4}$"
)
"""Where and when a treaty was made."""
AND_PARTIES = re.compile(r",?\s+(?:and\s+)?[A-Z][a-z]+\s+to\b")
"""What shows that a name is over: "the Agreement, and Parties to the …"."""
UNDER = re.compile(r"\s+(?:adopted\s+)?(?:under|to|of|supplementing)\s+the\s+(?:[A-Z]\w+\s+)*")
"""What parts the name of an instrument from that which it lies under."""
CONTINUES = re.compile(
    r"(?:’s)?\s+(?:(?:on|of|for|relating\sto|against|concerning|between|to|under)\s+"
    r"(?:the\s+|an?\s+)?[A-Z]|to\sth(?:at|is)\b|[A-Z]|[0-9])"
)
"""What shows that the name of another instrument goes on behind its telling word."""
