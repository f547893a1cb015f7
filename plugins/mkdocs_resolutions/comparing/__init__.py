"""What belongs together over the years. `read_series` and `build_series` are the way in."""

from mkdocs_resolutions.comparing.series import build_series, read_series

__all__ = ["build_series", "read_series"]
