"""What a page says, and what its templates need to say it."""

from __future__ import annotations

from dataclasses import dataclass, field

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from mkdocs_resolutions.publishing.address import relative
from mkdocs_resolutions.publishing.labels import long_date
from mkdocs_resolutions.publishing.search import SearchRecord


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of a page's outline and those below it."""

    id: str
    title: str
    below: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """An internal link of a page: the address of the page it leads to, and the anchor if any."""

    address: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """What a page says, for whatever engine puts it into its frame.

    `address` is its folder below the site's root; `edit` the address at which its raw file is
    edited; `date` the day its text was last changed, in ISO form; `listed` says whether search
    engines are to know of it; `head` is HTML for the head of the page; `wide` says that it has use
    for the room of a navigation beside it.
    """

    address: str
    title: str
    description: str
    html: str
    outline: tuple[Heading, ...] = ()
    ids: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    search: tuple[SearchRecord, ...] = ()
    edit: str | None = None
    date: str | None = None
    listed: bool = True
    head: str = ""
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """What a page needs to know of where it stands: the official site, the raw file's address and
    name beside it, the address at which the raw file is edited, that of the page about the site,
    the site's own address, ending in a slash, that of the page that says how changes are read."""

    official: str
    raw: str = ""
    raw_name: str = ""
    edit: str | None = None
    about: str | None = None
    canonical: str | None = None
    guide: str | None = None


@dataclass(slots=True)
class PageLinks:
    """The links of one page, told relative to it and remembered for the judge."""

    page: str
    made: list[Link] = field(default_factory=list)

    def to(self, target: str) -> str:
        """The relative link to an address of the site."""
        address, _, anchor = target.partition("#")
        if address.endswith("/") or not address:
            self.made.append(Link(address, anchor))
        return relative(target, self.page)


def environment() -> Environment:
    """Jinja with the templates of the package: everything escaped, nothing undefined allowed."""
    return Environment(
        loader=PackageLoader("mkdocs_resolutions.publishing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


_ENVIRONMENT = environment()


def render(template: str, **values: object) -> str:
    """A template of the package with its values."""
    return _ENVIRONMENT.get_template(template).render(**values)


def time_html(iso: str) -> Markup:
    """A day as people read it, with its ISO form for machines."""
    return Markup('<time datetime="{}">{}</time>').format(iso, long_date(iso))
