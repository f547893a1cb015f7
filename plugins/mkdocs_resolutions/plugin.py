"""The plugin: what the library publishes, attached to MkDocs. Nothing else here knows MkDocs."""

from __future__ import annotations

import html
import logging
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.templates import TemplateContext

from mkdocs_resolutions.config import ResolutionsConfig
from mkdocs_resolutions.corpus import Corpus, Text, collect_seldom, load_parted, shown_path
from mkdocs_resolutions.model import Origin
from mkdocs_resolutions.notices import Notice, limited, printable, quoted
from mkdocs_resolutions.publishing import (
    SCRIPTS,
    STYLES,
    Content,
    Example,
    Heading,
    SearchRecord,
    check_links,
    latest_html,
    publish,
    with_head,
    with_policy,
)
from mkdocs_resolutions.reading import raw_files

log = get_plugin_logger(__name__)

LATEST = "<!-- resolutions: latest -->"
ABOUT = "about/"
"""The page that says what a site is; a resolution links to it where there is one."""

GUIDE = "about/changes/"
"""The page that says how changes are to be read; what is invented, and what changed, link to it."""

MOST_FOLDERS = 20_000
"""A content folder has far fewer, unless a link in it leads back to a folder that it stands in."""

_IN_NAVIGATION = ("changes/", "sessions/", "series/", "references/")

_WAYS_IN = {"A": "sessions/", "sessions": "sessions/", "series": "series/"}
"""The page of the navigation that leads to a page beyond it, by the first folder of its address."""


class ContentPage(Page):
    """A page whose content the library has made: it reads no file and knows no Markdown."""

    def __init__(self, content: Content, file: File, config: MkDocsConfig) -> None:
        # Templates of themes put a title and what `meta` says into their HTML as they are.
        super().__init__(html.escape(content.title), file, config)
        self.made = content

    def read_source(self, config: MkDocsConfig) -> None:
        """Set what MkDocs would read from a file's front matter."""
        self.markdown = ""
        self.meta = {
            "title": html.escape(self.made.title),
            "description": html.escape(self.made.description),
            "search": {"exclude": True},
        }
        if not self.made.listed:
            self.meta["robots"] = "noindex"
        if self.made.wide:
            self.meta["hide"] = ["navigation"]

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Hand over the content, its outline, its ids and the anchors it links to."""
        self.content = self.made.html
        self.toc = TableOfContents([_anchor(heading, 2) for heading in self.made.outline])
        self.present_anchor_ids = set(self.made.ids)
        self.links_to_anchors = {}
        for link in self.made.links:
            target = files.get_file_from_path(f"{link.address}index.md")
            if target and link.anchor:
                self.links_to_anchors.setdefault(target, {})[link.anchor] = (
                    f"{link.address}#{link.anchor}"
                )


def _anchor(heading: Heading, level: int) -> AnchorLink:
    """An entry of the outline; it starts at level 2, since Material skips a lone first level."""
    entry = AnchorLink(html.escape(heading.title), heading.id, level)
    entry.children = [_anchor(below, level + 1) for below in heading.below]
    return entry


class ResolutionsPlugin(BasePlugin[ResolutionsConfig]):  # type: ignore[no-untyped-call]
    """Raw resolution files in, pages out."""

    corpus: Corpus
    newest: str | None
    way_in: Page | None = None
    serving = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether MkDocs serves: then it puts a script of its own into every page."""
        collect_seldom()
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Refuse settings under which the addresses would not be the promised ones, or that name
        what is not there."""
        if not config.use_directory_urls:
            raise PluginError("Set 'use_directory_urls: true': the addresses of clauses need it.")
        if missing := self.config.not_there(Path(config.docs_dir)):
            raise PluginError(printable(missing))
        config.extra_css = [*STYLES, *config.extra_css]
        config.extra_javascript = [*SCRIPTS, *config.extra_javascript]
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Refuse a content folder whose links MkDocs would follow in circles for ever."""
        folders = os.walk(config.docs_dir, followlinks=True)
        for count, (folder, _, _) in enumerate(folders, start=1):
            if count > MOST_FOLDERS:
                raise PluginError(
                    f"{config.docs_dir} leads to more than {MOST_FOLDERS:,} folders, by links that "
                    f"lead back. Remove them: {printable(folder[:200])}"
                )

    # Before other plugins look at the files, so that none sees a raw one.
    @event_priority(50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take the raw files out of MkDocs's hands and put the pages made of them in."""
        content = Path(config.docs_dir)
        series = content / self.config.series
        inner = [content / name for name in (self.config.folder, self.config.example)]
        folders = [path for path in (*inner, *self.config.sources) if path.is_dir()]
        ours = tuple(prefix for path in (*folders, series) for prefix in _below(content, path))
        for file in list(files):
            if f"{file.src_uri}/".startswith(ours):
                files.remove(file)
        root = Path(config.config_file_path).resolve().parent if config.config_file_path else None
        official = self.config.official_site
        self.corpus, example = load_parted(raw_files(folders), series, official, root)
        self.newest = max(
            filter(None, (text.resolution.masthead.adopted for text in self.corpus.texts)),
            default=None,
        )
        _report(self.corpus.notices)
        taken = {file.dest_uri: file for file in files}
        made = publish(
            self.corpus,
            official,
            lambda text: _edit_address(text, content, config),
            config.site_url,
            ABOUT if f"{ABOUT}index.html" in taken else None,
            config.site_name,
            Example(example, GUIDE if f"{GUIDE}index.html" in taken else None),
        )
        for page in made.pages:
            if not _taken(taken.get(f"{page.address}index.html"), root):
                self._add_page(page, files, config)
        for extra in made.extras:
            if not _taken(taken.get(extra.path), root):
                data = extra.data
                if extra.path.endswith(".html"):
                    data = self._with_policy(data.decode()).encode()
                files.append(File.generated(config, extra.path, content=data))
        return files

    def _add_page(self, content: Content, files: Files, config: MkDocsConfig) -> None:
        path = f"{content.address}index.md"
        in_navigation = content.address in _IN_NAVIGATION
        inclusion = InclusionLevel.UNDEFINED if in_navigation else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, path, content="", inclusion=inclusion)
        file.edit_uri = None
        files.append(file)
        page = ContentPage(content, file, config)
        if content.edit:
            page.edit_url = content.edit
        if content.date:
            page.update_date = content.date

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """Date every other page by the newest text, so that two builds give the same bytes."""
        if not (isinstance(page, ContentPage) and page.made.date) and self.newest:
            page.update_date = self.newest
        return page

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Put the list of the latest resolutions where a page asks for it."""
        if LATEST not in markdown:
            return markdown
        return markdown.replace(LATEST, latest_html(self.corpus, page.url, self.config.latest))

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the clauses of a page to today's search engine; mark its tab as the current one."""
        self.way_in = _way_in(page, nav)
        if self.way_in:
            self.way_in.active = True
        index = getattr(config.plugins.get("material/search"), "search_index", None)
        if index is None:
            index = getattr(config.plugins.get("search"), "search_index", None)
        entries = getattr(index, "entries", None)
        if isinstance(page, ContentPage) and entries is not None:
            entries.extend(map(_search_entry, page.made.search))
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Keep out of the sitemap what search engines are not to list."""
        if template_name == "sitemap.xml":
            context["pages"] = [file for file in context["pages"] if _is_listed(file.page)]
        return context

    # After every other plugin has said what the page is to be.
    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Give a page what it says of itself to programs, and its content security policy."""
        if self.way_in:
            self.way_in.active = False
        if isinstance(page, ContentPage):
            output = with_head(output, page.made.head)
        return self._with_policy(output)

    @event_priority(-100)
    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Give the error page its content security policy."""
        is_page = template_name.endswith(".html")
        return self._with_policy(output_content) if is_page else output_content

    def _with_policy(self, page: str) -> str:
        return page if self.serving else with_policy(page, self.config.policy)

    # After every other plugin has written its files.
    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Judge every internal link of the built site; MkDocs sees only some of them."""
        _report(limited(check_links(Path(config.site_dir), config.site_url or "/")))

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        """Rebuild when a raw file of a further folder changes too."""
        for folder in self.config.sources:
            server.watch(str(folder))
        return server


def _taken(file: File | None, root: Path | None) -> bool:
    """Whether a file of the content folder already stands at an address; says so."""
    if file is None:
        return False
    place = Origin(shown_path(Path(file.abs_src_path or file.src_uri), root), 1)
    message = f"Its address {quoted(file.dest_uri)} is that of a page of ours."
    _report([Notice("address-taken", message, place)])
    return True


def _below(content: Path, path: Path) -> Iterator[str]:
    """How the paths of what lies in a folder begin, told from the content folder; nothing for a
    folder that lies elsewhere. However it is spelled: what is missed here would be copied."""
    for base, inner in ((content.absolute(), path.absolute()), (content.resolve(), path.resolve())):
        relative = os.path.relpath(inner, base)
        if not relative.startswith(os.pardir):
            yield f"{Path(relative).as_posix()}/" if relative != os.curdir else ""


def _way_in(page: Page, nav: Navigation) -> Page | None:
    address = _WAYS_IN.get(page.url.partition("/")[0])
    return next((one for one in nav.pages if one.url == address), None)


def _is_listed(page: Page | None) -> bool:
    return not isinstance(page, ContentPage) or page.made.listed


def _edit_address(text: Text, content: Path, config: MkDocsConfig) -> str | None:
    """Where the raw file is edited; files outside the content folder are not ours to edit."""
    if not config.edit_uri or not text.file.resolve().is_relative_to(content.resolve()):
        return None
    path = text.file.resolve().relative_to(content.resolve()).as_posix()
    # As bytes: a name need not be UTF-8.
    return f"{config.edit_uri.rstrip('/')}/{quote(os.fsencode(path))}"


def _search_entry(record: SearchRecord) -> dict[str, str | float]:
    """A record as the search of Material stores it: its fields hold HTML. The setting `fields` of
    the plugin `search` names `symbol` and `place`, and says what each weighs."""
    entry: dict[str, str | float] = {"location": record.address}
    for field in ("title", "text", "symbol", "place"):
        words = getattr(record, field)
        if words or field in ("title", "text"):
            entry[field] = html.escape(words)
    if record.weight != 1:
        entry["boost"] = record.weight
    return entry


_LEVELS = {"error": logging.WARNING, "warning": logging.WARNING, "info": logging.INFO}


def _report(notices: Iterable[Notice]) -> None:
    """Print notices so that strict mode counts them; an error is one file's, not the build's."""
    for notice in notices:
        log.log(_LEVELS[notice.severity], str(notice))
