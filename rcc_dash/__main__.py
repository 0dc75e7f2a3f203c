"""`python -m rcc_dash`: the command line."""

import sys

from rcc_dash.cli import main

sys.exit(main())
