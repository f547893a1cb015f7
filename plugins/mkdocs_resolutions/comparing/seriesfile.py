"""`content/series.yml`: the names and permanent slugs of series, and what belongs to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from mkdocs_resolutions.comparing.succession import fold
from mkdocs_resolutions.model import Origin, SeriesEntry, Symbol, SymbolError
from mkdocs_resolutions.notices import Notice, quoted
from mkdocs_resolutions.reading import foreign_markup

LONGEST_SERIES_FILE = 200_000
"""Characters, for some two thousand series."""
LONGEST_SLUG = 100
"""Characters: the slug is the name of a folder."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def read_series(text: str, path: str) -> tuple[tuple[SeriesEntry, ...], tuple[Notice, ...]]:
    """Read `content/series.yml`: a slug, its name, and the titles or the symbols of its members.

    What cannot be used becomes a notice; the other entries stay. Only the tree of YAML is read,
    never the objects it could make: every scalar is text, an alias is what it stands for.
    """
    if len(text) > LONGEST_SERIES_FILE:
        message = f"It is longer than {LONGEST_SERIES_FILE:,} characters."
        return (), (Notice("series-invalid", message, Origin(path, 1)),)
    try:
        tree = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = Origin(path, mark.line + 1 if mark else 1)
        return (), (Notice("series-invalid", "It is not valid YAML.", place),)
    except RecursionError:
        return (), (Notice("series-invalid", "It is nested too deeply.", Origin(path, 1)),)
    if tree is None:
        return (), ()
    if not isinstance(tree, yaml.MappingNode):
        return (), (Notice("series-invalid", "It is not a mapping of slugs.", Origin(path, 1)),)
    reader = _Reader(path)
    for key, value in tree.value:
        reader.entry(key, value)
    return tuple(reader.entries.values()), tuple(reader.notices)


@dataclass(slots=True)
class _Reader:
    """The entries of the file that can be used, and what is wrong with the others."""

    path: str
    entries: dict[str, SeriesEntry] = field(default_factory=dict)
    slugs: dict[str, str] = field(default_factory=dict)
    """The slug that each title belongs to."""
    notices: list[Notice] = field(default_factory=list)

    def entry(self, key: yaml.Node, value: yaml.Node) -> None:
        slug = _text(key) or ""
        if not _SLUG.fullmatch(slug) or len(slug) > LONGEST_SLUG:
            return self.refuse(key, slug, "a slug has lower-case letters, figures, single hyphens.")
        if slug in self.entries:
            return self.refuse(key, slug, "the slug stands twice; the first entry is used.")
        fields = self.fields(slug, value)
        name = _text(fields.get("name"))
        if not name or not fold(name):
            return self.refuse(key, slug, "it has no name.")
        titles = _titles(fields["titles"]) if "titles" in fields else [name]
        if titles is None:
            return self.refuse(key, slug, "its titles are not a list.")
        if not all(map(str.isprintable, (name, *titles))):
            return self.refuse(key, slug, "its name or a title has characters that do not print.")
        markup = foreign_markup("\n".join((name, *titles)))
        if markup:
            self.refuse(key, slug, f"{quoted(markup)} is shown as it is written.")
        for title in titles:
            other = self.slugs.setdefault(fold(title), slug)
            if other != slug:
                self.refuse(key, slug, f"{quoted(title)} is already a title of {other}.")
        members = tuple(self.members(slug, fields["members"])) if "members" in fields else ()
        self.entries[slug] = SeriesEntry(slug, name, tuple(titles), members)
        return None

    def members(self, slug: str, node: yaml.Node) -> Iterator[str]:
        """The symbols of members that have another title, in normal form."""
        if not isinstance(node, yaml.SequenceNode):
            return self.refuse(node, slug, "its members are not a list.")
        for one in node.value:
            try:
                symbol = Symbol.parse(_text(one) or "")
            except SymbolError:
                symbol = None
            if symbol and symbol.is_resolution:
                yield str(symbol)
            else:
                self.refuse(one, slug, f"{quoted(_text(one) or '')} is no symbol of a resolution.")
        return None

    def fields(self, slug: str, value: yaml.Node) -> dict[str, yaml.Node]:
        """The name and the titles of an entry."""
        found: dict[str, yaml.Node] = {}
        for key, inner in value.value if isinstance(value, yaml.MappingNode) else ():
            name = _text(key) or ""
            if name not in ("name", "titles", "members"):
                self.refuse(key, slug, f"the key {quoted(name)} is not known.")
            elif name in found:
                self.refuse(key, slug, f"{name} stands twice; the first is used.")
            else:
                found[name] = inner
        return found

    def refuse(self, node: yaml.Node, slug: str, problem: str) -> None:
        """Say what is wrong, and where."""
        place = Origin(self.path, node.start_mark.line + 1)
        self.notices.append(Notice("series-invalid", f"{quoted(slug)}: {problem}", place))


def _text(node: yaml.Node | None) -> str | None:
    return str(node.value) if isinstance(node, yaml.ScalarNode) else None


def _titles(node: yaml.Node) -> list[str] | None:
    titles = [_text(title) for title in node.value] if isinstance(node, yaml.SequenceNode) else []
    given = [title for title in titles if title and fold(title)]
    return given if given and len(given) == len(titles) else None
