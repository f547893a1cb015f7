"""Repairs of Material where it offers no partial to override: a hook of MkDocs.

Each is a piece of the stock templates or scripts and what stands there instead;
`tests/test_frame.py` fails when an upgrade of Material no longer has the piece.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_resolutions.publishing.lean import without_comments

REPAIRS = {
    # Not allowed on a checkbox; assets/frame.js does what it was there for.
    'id="__drawer" autocomplete="off"': 'id="__drawer"',
    'id="__search" autocomplete="off"': 'id="__search"',
    # A section always stands open, in the drawer too (assets/site.css): its label does nothing.
    '_label" tabindex=""': '_label"',
    '_label" tabindex="0"': '_label"',
}

# Stock Material's link leads past the title, to the first entry of the outline, and pages without
# one have none. Here it leads to where the content of every page begins.
CONTENT = '<article class="md-content__inner md-typeset"'
SKIP = '<div data-md-component="skip">'
TO_CONTENT = f'{SKIP}<a href="#__content" class="md-skip">Skip to content</a></div>'

SEARCH_REPAIRS = {
    # lunr 2.3 writes the letters that lead on from a node and the numbers of the nodes they lead to
    # in a row. Where words have figures in them, two nodes are written alike, and the search fails
    # on whatever begins with a letter or two that many words begin with: "79/259 A" in a site of
    # six hundred resolutions.
    "e=e+s+o.id}": 'e=e+s+o.id+"."}',
    # A place is asked for as "OP 8", or "paragraph 8" of a resolution, and has one word in the
    # index: "op8". Two words, of which the second is one figure, are in half of all clauses.
    ".split(/\\s+/g).reduce(": (
        '.replace(/(^|\\s)([op]p|para(?:graph)?\\.?)\\s+(?=\\d)/gi,(r,n,i,s,o)=>/^pp$/i.test(i)?n+"pp"'
        ':/^op$/i.test(i)||/\\d\\/\\d/.test(o)?n+"op":r).split(/\\s+/g).reduce('
    ),
    # Every word is sought as a beginning. One letter begins a tenth of all words, which took
    # seconds, and none of them is meant: it is that of a part, "79/259 A", which has a dot
    # (publishing/search.py). One figure is a whole number, and any number is first of all itself:
    # "op8" before "op80". A comma behind a word is none of its letters, and clauses have their
    # symbol without what all have in common: "A/RES/79/259 A, op 3".
    "?r:`${r}*`)": (
        "?r:/^[a-z],?$/i.test(r)?`${r[0]}.*`:/^\\d,?$/.test(r)?r[0]"
        ':(r=r.replace(/^A\\/RES\\/(?=.)/i,"").replace(/(.),$/,"$1"),'
        "/\\d/.test(r)?`${r}^9 ${r}*`:`${r}*`))"
    ),
    # The search sums what each word weighs where it stands: a heading that has two rare words would
    # come before the clause that has all four. Here what lacks fewer of the words comes first; of
    # what lacks as many, what weighs more.
    "score:a*(1+K(g,2)),": "score:a*(1+K(g,2))-1e6*Object.values(f).filter(l=>!l).length,",
}

# The index of the search has megabytes. Stock Material fetches it for every page: at once, where it
# is not a file of this machine, and again in case that the address has words to mark, to know how
# words are parted. Here it is fetched when the search is opened or there are words to mark.
BUNDLE_REPAIRS = {
    'L($(location.protocol!=="file:"),Je("search"))': 'Je("search")',
    'z([t,r.pipe(Q(we()),g(o=>!!o.searchParams.get("h")))]).pipe(': (
        'r.pipe(Q(we()),g(o=>!!o.searchParams.get("h")),b(o=>t.pipe(m(n=>[n,o])))).pipe('
    ),
}

SCRIPTS = {
    "assets/javascripts/workers/search.*.min.js": SEARCH_REPAIRS,
    "assets/javascripts/bundle.*.min.js": BUNDLE_REPAIRS,
}


def repaired(text: str, repairs: dict[str, str] = REPAIRS) -> str:
    """A page, or another text, with the repairs."""
    for stock, ours in repairs.items():
        text = text.replace(stock, ours)
    return text


def skipping(page: str) -> str:
    """A page whose first link leads to its content."""
    page = re.sub(f"{SKIP}.*?</div>", TO_CONTENT, page, count=1, flags=re.DOTALL)
    return page.replace(CONTENT, f'{CONTENT} id="__content"', 1)


def on_post_page(output: str, **_: Any) -> str:
    """Repair a page."""
    return skipping(repaired(output))


def on_post_template(output_content: str, **_: Any) -> str:
    """Repair the error page, and what else is made of a template."""
    return skipping(repaired(output_content))


def on_post_build(config: MkDocsConfig, **_: Any) -> None:
    """Repair the scripts, and leave out the comments of the frame's own, which are for us."""
    for file in (Path(config.site_dir) / "assets").glob("*.[cj]s*"):
        file.write_bytes(without_comments(file.name, file.read_bytes()))
    for place, repairs in SCRIPTS.items():
        for script in Path(config.site_dir).glob(place):
            script.write_text(repaired(script.read_text("utf-8"), repairs), "utf-8")
