"""Options of the whole test run."""

import pytest
from hypothesis import settings

# The everyday run draws the same examples for everybody, however busy the machine is; `make fuzz`
# looks for further ones.
settings.register_profile("everyday", deadline=None, derandomize=True)
settings.load_profile("everyday")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--bless",
        action="store_true",
        help="accept what the golden tests give now as what they expect",
    )
