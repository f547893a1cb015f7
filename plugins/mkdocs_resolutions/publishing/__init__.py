"""What a reader or a program gets. `publish` is the way in; the rest serves the command line."""

from mkdocs_resolutions.publishing.comparison_json import comparison_record, comparison_schema
from mkdocs_resolutions.publishing.content import Content, Heading, Link
from mkdocs_resolutions.publishing.example import Example
from mkdocs_resolutions.publishing.index_pages import latest_html
from mkdocs_resolutions.publishing.linkcheck import check_links
from mkdocs_resolutions.publishing.metadata import with_head
from mkdocs_resolutions.publishing.plain import plain_text
from mkdocs_resolutions.publishing.policy import with_policy
from mkdocs_resolutions.publishing.record import notice_record, resolution_record, schema, to_json
from mkdocs_resolutions.publishing.search import SearchRecord
from mkdocs_resolutions.publishing.site import SCRIPTS, STYLES, Extra, Publication, publish
from mkdocs_resolutions.publishing.terminal import Screen, comparison_lines

__all__ = [
    "SCRIPTS",
    "STYLES",
    "Content",
    "Example",
    "Extra",
    "Heading",
    "Link",
    "Publication",
    "Screen",
    "SearchRecord",
    "check_links",
    "comparison_lines",
    "comparison_record",
    "comparison_schema",
    "latest_html",
    "notice_record",
    "plain_text",
    "publish",
    "resolution_record",
    "schema",
    "to_json",
    "with_head",
    "with_policy",
]
