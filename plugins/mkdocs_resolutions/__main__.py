"""`python -m mkdocs_resolutions` is the command `resolutions`."""

import sys

from mkdocs_resolutions.cli import main

sys.exit(main())
