"""English as comparisons know it: what weighs little, what qualifies, what is stronger.

A further language is a further module with the same names.
"""

from __future__ import annotations

PUNCTUATION = ".,;:!?()[]“”\"‘’'–—"
SMALL_WORDS = frozenset(
    """
a an the and or of in on to for at by with from as its their that which this these those it is are
be been was were has have had also further not all any such other into upon under
""".split()  # noqa: SIM905 -- a list of words reads best as words
)
JOINING = frozenset(("and", "as", "including", "in", "with", "or", "which", "while", "through"))
ARTICLES = frozenset(("a", "an", "the"))
ALSO = frozenset(("also", "further", "again", "furthermore"))
"""What an opening says only because its neighbour opens with the same verb, with the articles."""
SAME_WORDS = {"upon": "on"}
"""Words that say the same: "Calls on", "Calls upon"."""

QUALIFIERS = (
    "as appropriate", "where appropriate", "when appropriate", "if appropriate", "as applicable",
    "where applicable", "as necessary", "where necessary", "if necessary", "as needed",
    "as relevant", "where relevant", "where feasible", "if feasible", "where possible",
    "as far as possible", "to the extent possible", "to the fullest extent possible",
    "to the maximum extent possible", "insofar as possible", "in a position to do so",
    "within existing resources", "from within existing resources",
    "within available resources", "from existing resources", "subject to available resources",
    "subject to the availability of resources", "subject to the availability of funds",
    "on a voluntary basis", "voluntarily", "voluntary", "inter alia", "upon request",
    "upon their request", "at their request", "on mutually agreed terms",
    "under mutually agreed terms", "upon mutually agreed terms",
    "in accordance with national law", "in accordance with national legislation",
    "in accordance with domestic law", "in accordance with their national legislation",
    "consistent with national legislation", "consistent with international law",
    "in accordance with international law", "in conformity with international law",
    "taking into account national circumstances", "on an exceptional basis", "in principle",
    "without prejudice to", "mutatis mutandis", "on request", "if they so wish",
)  # fmt: skip
"""Phrases that take from a duty or add to it, and that negotiators fight over."""
FORMS_OF_QUALIFIERS = (
    ("upon request", "on request", "upon their request", "at their request", "upon the request of",
     "on the request of", "at the request of"),
    ("voluntary", "voluntarily", "on a voluntary basis"),
    ("on mutually agreed terms", "under mutually agreed terms", "upon mutually agreed terms"),
)  # fmt: skip
"""Phrases that qualify alike; which of them is used is a matter of the sentence."""
# Those with other words in between, "upon the request of the States concerned"; each begins with
# a letter.
QUALIFIER_FORMS = (
    r"upon the request of",
    r"on the request of",
    r"at the request of",
    r"within (?:the )?existing (?:resources|mandates?)(?: and (?:mandates?|resources))?",
    r"in(?<!not in) a position to(?: do so)?",
)

LADDERS: tuple[tuple[tuple[str, ...], ...], ...] = (
    # Concern, weakest first; one rung holds what cannot be told apart.
    (("concern",), ("serious concern", "strong concern"), ("deep concern", "great concern"),
     ("grave concern", "utmost concern", "alarm"), ("condemn",), ("strongly condemn",),
     ("condemn in the strongest terms",)),
    (("regret",), ("deep regret", "profound regret"), ("deplore",), ("strongly deplore",),
     ("condemn",), ("strongly condemn",), ("condemn in the strongest terms",)),
    # What others are asked to do.
    (("invite",), ("encourage",), ("strongly encourage",), ("call",), ("strongly call",),
     ("urge",), ("strongly urge",), ("demand",), ("strongly demand",)),
    (("request",), ("strongly request", "urgently request"), ("demand",)),
    # How a fact is received.
    (("take note", "note", "acknowledge"), ("note with interest", "take note with interest"),
     ("note with appreciation", "note with satisfaction", "take note with appreciation",
      "take note with satisfaction"), ("welcome",),
     ("welcome with appreciation", "welcome with satisfaction", "warmly welcome")),
    (("note",), ("note with concern",), ("note with deep concern",), ("note with grave concern",),
     ("condemn",), ("strongly condemn",), ("condemn in the strongest terms",)),
    (("appreciation",), ("sincere appreciation", "deep appreciation", "great appreciation")),
    (("support",), ("strong support", "full support", "firm support")),
    (("commend",), ("strongly commend", "highly commend")),
    (("reaffirm",), ("strongly reaffirm",)),
    (("stress",), ("strongly stress",)),
    (("aware",), ("deeply aware", "fully aware")),
    (("convinced",), ("firmly convinced", "deeply convinced", "strongly convinced")),
    (("support",), ("strongly support",)),
    (("reject",), ("strongly reject", "categorically reject")),
    (("recommend",), ("strongly recommend",)),
)  # fmt: skip
"""Openings in the order of their strength, each ladder for one act. Two openings that stand on no
common ladder are not compared. The order is that of editors of the Assembly's texts: a degree
word makes the same act stronger, and of two acts the one that leaves less choice is stronger."""
DEGREES = {
    "deeply": "deep", "gravely": "grave", "seriously": "serious", "strongly": "strong",
    "profoundly": "profound", "greatly": "great", "extremely": "utmost",
}  # fmt: skip
"""Adverbs before an adjective (Deeply concerned) and the same degree before a noun."""
DEGREE_WORDS = frozenset(
    """
deeply gravely seriously strongly profoundly greatly extremely urgently firmly fully highly warmly
keenly solemnly categorically unequivocally vehemently particularly strongest
""".split()  # noqa: SIM905 -- a list of words reads best as words
)
"""Words before an act that make it stronger, whatever the act is."""
THANKS = frozenset(("appreciation", "satisfaction", "gratitude"))
"""What is added to an act with "with", and makes it stronger."""
FEELINGS = {"concerned": "concern", "alarmed": "alarm", "regretful": "regret"}
CARRIERS = (
    "expresses",
    "expressing",
    "voices",
    "voicing",
    "expressed",
    "reiterates",
    "reiterating",
)
"""Verbs that only carry what is felt: "Expresses strong concern"."""

ASKING = (
    r"(?:request|encourag|invit|urg|demand|ask|recommend|decid|appeal)(?:e?s|ing)"
    r"|call(?:s|ing) (?:upon|on|for)"
)
ASKED = (
    r"(?:its (?:[a-z]+ )?(?:request|invitation|encouragement|decision|call|demand|appeal"
    r"|recommendation) (?:to|for|that|upon)"
    r"|(?:it|Assembly) (?:decided|requested|invited|encouraged|urged|called upon))"
)
"""The verbs by which a clause asks for something, and the words by which it recalls that it did."""
RECEIVING = (
    r"(?:welcom|commend|congratulat|thank|acknowledg|endors|recall)(?:e?s|ing)"
    r"|not(?:e|es|ing)(?! with (?:[a-z]+ )?(?:concern|regret|alarm))"
    r"|appreciation|satisfaction|gratitude|grateful|appreciat(?:es|ing|ive)"
)
"""Openings that look back on what has been done."""
HELD = r"(?:the )?(?:conven|hold|organiz)(?:ing|ation) of"
TO_HOLD = r"to (?:convene|hold|organize)\b"
"""What stands behind an opening that looks back on a meeting, and behind one that decides it."""

# --- entities that are replaced by the next of their kind ---------------------------------------

PARTIES = frozenset(
    """
parties party members member signatories signatory ratifications accessions signatures adherents
states countries
""".split()  # noqa: SIM905 -- a list of words reads best as words
)
NUMBERED = frozenset(("paragraph", "paragraphs", "para", "paras", "section", "annex", "article"))
"""Words whose figure behind them is a place, not a count."""
CHAINING = frozenset(
    """
and of its section sections resolution resolutions decision decisions
""".split()  # noqa: SIM905 -- a list of words reads best as words
)
"""Words between the resolutions that a clause recalls in a row."""
NUMBER_WORDS = frozenset(
    """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
""".split()  # noqa: SIM905 -- a list of words reads best as words
)
ROUGHLY = frozenset(
    ("almost", "nearly", "more", "than", "over", "some", "about", "approximately", "exactly")
)
SPANS = frozenset(("years", "decades", "decade", "century", "centuries"))
PASSED = frozenset(("since", "after", "ago"))
"""What has passed since something happened, and how exactly that is told: a span to come weighs."""
MEETINGS = frozenset(
    """
meeting meetings conference conferences summit session sessions forum congress workshop workshops
seminar symposium assembly dialogue consultation consultations review
""".split()  # noqa: SIM905 -- a list of words reads best as words
)
TIMES = {
    "will": "will", "shall": "shall", "would": "would", "has": "has", "have": "has", "had": "had",
    "is": "is", "are": "is", "was": "was", "were": "was", "be": "be", "been": "been",
    "being": "being", "to": "",
}  # fmt: skip
"""Words that put a verb into its time or mood, those of one time under one name; "to" alone does
not."""
IRREGULAR = {
    "held": "hold", "took": "take", "taken": "take", "began": "begin", "begun": "begin",
    "made": "make", "met": "meet", "chosen": "choose",
}  # fmt: skip
BODIES = (
    "Commission", "Committee", "Group", "Mission", "Rapporteur", "Representative", "Expert",
    "Envoy", "Coordinator", "Office", "Mechanism", "Panel", "Conference", "Institution",
    "Institutions", "Court", "Programme", "State",
)  # fmt: skip
"""What may have a State in its name: "the Mission in Liberia", "Islamic State in Iraq"."""
NAME_JOINTS = ("on", "of", "for", "to", "against", "in")
"""Words that join a name to what it is about: "the Convention[ on Cluster Munitions]"."""
HOLDING = frozenset(
    """
held hold convened convene hosted host adopted opened
""".split()  # noqa: SIM905 -- a list of words reads best as words
)
"""What is done with a meeting in a place."""
PRESIDENCIES = frozenset(("presidency", "presidencies", "chairmanship", "chairship", "chaired"))
PRESIDENTS = frozenset(("president", "chair"))
"""Those who preside, over a meeting where one stands beside them; a State has a president too."""
MONEY = frozenset(("dollars", "dollar", "euros"))
MONEY_WORDS = MONEY | {"budget", "appropriation", "appropriations"}
NEXT_AGENDA = "provisional agenda"
"""What a resolution says that puts its matter on the agenda of a session to come."""
AGENDA = frozenset(("agenda", "seized", "item", "sub-item"))
OF_AN_AGENDA = frozenset(("provisional", "item", "items", "sub-item", "sub-items", "session"))
"""Words beside an agenda that is one of the Assembly."""
DEADLINES = frozenset(("by", "before", "until"))
"""Words before a year by which something is to be done."""
END_OF = frozenset(("end", "of", "year"))
"""Words between these and the year."""
PRESENT = frozenset(("present", "above", "below"))
"""Words behind the number of a paragraph that is the same text's own."""
TOTALLING = frozenset(("number", "total", "totals", "totalling", "reached", "brings", "bringing"))
"""Words between parties and how many of them there are, where that comes behind."""
AWAY = frozenset(("in", "from", "to", "by", "for", "at", "on", "with"))
"""Words behind which a figure counts no longer: "300 children in both countries"."""
