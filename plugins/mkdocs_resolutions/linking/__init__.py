"""From texts to citations to references. `link` is the way in."""

from mkdocs_resolutions.linking.agreement import unlike_others
from mkdocs_resolutions.linking.citation import THIS, Citation
from mkdocs_resolutions.linking.citers import Citer, Citers, find_citers
from mkdocs_resolutions.linking.document import MASTHEAD, cite, words_of
from mkdocs_resolutions.linking.finding import Around, find_citations
from mkdocs_resolutions.linking.resolving import Doubt, Held, Linked, link

__all__ = [
    "MASTHEAD", "THIS", "Around", "Citation", "Citer", "Citers", "Doubt", "Held", "Linked", "cite",
    "find_citations", "find_citers", "link", "unlike_others", "words_of",
]  # fmt: skip
