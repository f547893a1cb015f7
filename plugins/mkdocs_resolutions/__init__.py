"""Turn raw General Assembly resolution files into pages read clause by clause."""

__version__ = "0.1.0"
