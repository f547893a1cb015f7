"""The options of the plugin in `mkdocs.yml`."""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs.config import Config
from mkdocs.config import config_options as c
from mkdocs.config.base import BaseConfigOption, ValidationError


class Folders(BaseConfigOption[list[Path]]):
    """A list of folders, or one string of them parted as the system parts paths (`:` or `;`).

    Relative folders are told from the folder of `mkdocs.yml`; a value from the environment from
    the working folder is best made absolute.
    """

    def __init__(self) -> None:
        super().__init__()
        self.default = []
        self.base = Path()

    def pre_validation(self, config: Config, key_name: str) -> None:
        """Remember the folder of the configuration file."""
        self.base = Path(config.config_file_path or ".").resolve().parent

    def run_validation(self, value: object) -> list[Path]:
        """The folders; raises ValidationError for what is none."""
        if isinstance(value, str):
            value = [part for part in value.split(os.pathsep) if part.strip()]
        if value is None:
            value = []
        if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
            raise ValidationError("give a list of folders")
        folders = [self.base / part.strip() for part in value]
        for folder in folders:
            if not folder.is_dir():
                raise ValidationError(f"the folder {folder} does not exist")
        return folders


class Address(c.Type[str]):
    """An address that a symbol is put behind: with a slash at its end, or the `=` of a question."""

    def __init__(self, default: str) -> None:
        super().__init__(str, default=default)

    def run_validation(self, value: object) -> str:
        """The address with its last slash."""
        address = super().run_validation(value)
        return address if address.endswith(("/", "=")) else f"{address}/"


class Count(c.Type[int]):
    """How many of something: one at least."""

    def __init__(self, default: int) -> None:
        super().__init__(int, default=default)

    def run_validation(self, value: object) -> int:
        """The number; raises ValidationError for what is none, or too small."""
        count = super().run_validation(value)
        if count < 1:
            raise ValidationError("give a whole number, 1 at least")
        return count


class ResolutionsConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs's base is untyped
    """What `plugins: - resolutions:` takes in `mkdocs.yml`."""

    folder = c.Type(str, default="resolutions")
    """The folder below `docs_dir` that holds the raw files. MkDocs copies none of them."""

    example = c.Type(str, default="example")
    """The folder below `docs_dir` that holds the raw files of an invented example."""

    sources = Folders()
    """Further folders of raw files that lie elsewhere; `make site SOURCES=…` fills it."""

    series = c.Type(str, default="series.yml")
    """The file below `docs_dir` with the slugs and names of the series."""

    official_site = Address("https://docs.un.org/en/")
    """The address that shows an official document when its symbol is put behind it."""

    latest = Count(10)
    """How many resolutions `<!-- resolutions: latest -->` lists in a Markdown page."""

    policy = c.Type(str, default="")
    """The content security policy that every page carries; it has to suit the theme."""

    def not_there(self, content: Path) -> str | None:
        """What `mkdocs.yml` names below the content folder and is not there, in a sentence. What is
        taken by default need not be: a site may have no example, and no series of its own."""
        defaults = {name: option.default for name, option in self._schema}
        for name in ("folder", "example", "series"):
            path = content / self[name]
            kind = "file" if name == "series" else "folder"
            there = os.path.lexists(path) if kind == "file" else path.is_dir()
            if self[name] != defaults[name] and not there:
                shown = (Path(content.name) / self[name]).as_posix()
                return (
                    f"There is no {kind} {shown}. Make it, or name another one by the option "
                    f"'{name}' of the plugin 'resolutions' in mkdocs.yml."
                )
        return None
