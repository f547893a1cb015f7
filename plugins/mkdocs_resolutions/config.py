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

    official_site = c.Type(str, default="https://docs.un.org/en/")
    """The address that shows an official document when its symbol is put behind it."""

    latest = c.Type(int, default=10)
    """How many resolutions `<!-- resolutions: latest -->` lists in a Markdown page."""

    policy = c.Type(str, default="")
    """The content security policy that every page carries; it has to suit the theme."""
