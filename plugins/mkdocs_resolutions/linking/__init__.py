"""From texts to citations to references. `link` is the way in."""

from mkdocs_resolutions.linking.citation import Citation
from mkdocs_resolutions.linking.finding import find_citations
from mkdocs_resolutions.linking.resolving import MASTHEAD, Held, Linked, link

__all__ = ["MASTHEAD", "Citation", "Held", "Linked", "find_citations", "link"]
