"""`content/series.yml`: the names and permanent slugs of series, and what belongs to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import yaml
from rapidfuzz import process
from rapidfuzz.distance import Indel

from mkdocs_resolutions.comparing.succession import fold
from mkdocs_resolutions.model import Origin, SeriesEntry, Symbol, SymbolError
from mkdocs_resolutions.notices import MOST_OF_A_RULE, Notice, printable, quoted
from mkdocs_resolutions.reading import foreign_markup

LONGEST_SERIES_FILE = 200_000
"""Characters, for some two thousand series."""
LONGEST_SLUG = 100
"""Characters: the slug is the name of a folder."""

NEARLY = 0.9
"""The share of letters that two titles have in common of which one may be a slip of the pen."""

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
        line = mark.line if mark else 0
        message = f"It is not valid YAML: {_why(error, text, line)}."
        return (), (Notice("series-invalid", message, Origin(path, line + 1)),)
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


_PROBLEMS = {
    "mapping values": "a second colon with a space behind it stands in the line; set the words"
    " around it in quotation marks",
    "<scalar>": "something stands behind a value that has ended",
    "<block": "the line does not begin below the ones it belongs to",
    "<stream end>": "a bracket above is not closed",
    "end of stream": "a quotation mark above is not closed",
}
"""What a reader of YAML says of a file, by words of it, and what its maintainer has to know."""


def _why(error: yaml.YAMLError, text: str, line: int) -> str:
    """What is wrong with a line, counted from 0."""
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "")
    around = text.split("\n")[line : line + 1]
    if any("\t" in one for one in around) and "'\\t'" in problem:
        return "a tab stands there, and YAML takes spaces alone"
    known = (said for words, said in _PROBLEMS.items() if words in problem)
    return next(known, printable(problem[:100]) or "it cannot be read")


@dataclass(slots=True)
class _Reader:
    """The entries of the file that can be used, and what is wrong with the others."""

    path: str
    entries: dict[str, SeriesEntry] = field(default_factory=dict)
    slugs: dict[str, str] = field(default_factory=dict)
    """The slug that each title belongs to."""
    claimed: dict[str, str] = field(default_factory=dict)
    """The slug that each member belongs to."""
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
        line = key.start_mark.line + 1
        self.entries[slug] = SeriesEntry(slug, name, tuple(titles), members, line)
        return None

    def members(self, slug: str, node: yaml.Node) -> Iterator[str]:
        """The symbols of members that have another title, in normal form."""
        if not isinstance(node, yaml.SequenceNode):
            return self.refuse(node, slug, "its members are not a list.")
        for one in node.value:
            given = _text(one) or ""
            try:
                symbol = Symbol.parse(given) if "/RES/" in given else Symbol.resolution(given)
            except SymbolError:
                symbol = None
            if symbol is None or not symbol.is_resolution:
                self.refuse(one, slug, f"{quoted(given)} is no symbol of a resolution.")
                continue
            other = self.claimed.setdefault(str(symbol), slug)
            if other == slug:
                yield str(symbol)
            else:
                self.refuse(one, slug, f"{symbol} is already a member of {other}.")
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


def claims(
    entries: Iterable[SeriesEntry], titles: Mapping[str, str], path: str
) -> Iterator[Notice]:
    """What the entries of the file claim that is not there: of `titles` by held symbol.

    Where one that claims nothing has nearly the title of a text, a slip of the pen gives the series
    another address.
    """
    held = {fold(title): symbol for symbol, title in titles.items()}
    hints = MOST_OF_A_RULE
    for entry in entries:
        place = Origin(path, entry.line)
        missing = [member for member in entry.members if member not in titles]
        known = [title for title in entry.titles if fold(title) in held]
        if len(missing) == len(entry.members) and not known:
            near = _near(entry.titles, held) if hints else None
            hints = max(hints - 1, 0)
            if near:
                message = (
                    f"claims no held text; {held[near]} has the title {quoted(titles[held[near]])}"
                )
                yield Notice("series-misspelt", f"{quoted(entry.slug)} {message}.", place)
            else:
                yield Notice("series-empty", f"{quoted(entry.slug)} claims no held text.", place)
        for member in missing:
            message = f"{quoted(entry.slug)}: the text of {member} is not held."
            yield Notice("series-member", message, place)


def _near(titles: Iterable[str], held: Iterable[str]) -> str | None:
    """The held title that is nearly one of some titles, letter case and punctuation apart."""
    for title in titles:
        found = process.extractOne(
            fold(title), [*held], scorer=Indel.normalized_similarity, score_cutoff=NEARLY
        )
        if found:
            return str(found[0])
    return None
