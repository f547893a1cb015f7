"""The shared corpus: real documents that lie outside the repository, if they are here at all."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).parent.parent
CORPUS = Path(os.environ.get("RESOLUTIONS_CORPUS", ROOT.parent / "shared" / "corpus"))
XML = sorted((CORPUS / "xml" / "en").glob("*.xml"))
MISSING = (
    "" if XML else "no real documents: neither RESOLUTIONS_CORPUS nor ../shared/corpus has any"
)
