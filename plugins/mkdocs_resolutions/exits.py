"""Exit codes of the command line."""

FINE, FINDINGS, WRONG = 0, 1, 2
"""Fine, findings under `check` (or a failed build), wrong use or unreadable files."""
