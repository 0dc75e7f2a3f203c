"""The command line: what may be said to the commands with many arguments."""

import argparse
from datetime import date
from pathlib import Path


def add_load(loading: argparse.ArgumentParser) -> None:
    """Say what can be loaded, and what a person may tell of it."""
    loading.add_argument("paths", nargs="*", type=Path, metavar="FILE_OR_FOLDER")
    loading.add_argument("--la", help="LA whose returns they are, where neither file nor folder says")
    loading.add_argument("--year", type=int, help="return year (2025 ends on 31 March 2025), likewise")
    loading.add_argument("--as-of", type=date.fromisoformat, metavar="YYYY-MM-DD", help="date, likewise")
    loading.add_argument(
        "--check-only", action="store_true", help="say what would come of it, and load nothing"
    )
    loading.add_argument(
        "--hold-back",
        action="store_true",
        help="load nothing of a file that looks wrong as a whole (another LA's, last year's, costs a day)",
    )


def add_names(naming: argparse.ArgumentParser) -> None:
    """Say what can be decided about homes named without a URN."""
    naming.add_argument("--confirm", nargs=2, metavar=("KEY", "URN"), help="say which home is meant")
    naming.add_argument("--not-listed", metavar="KEY", help="say that it is on no list of Ofsted's")
    naming.add_argument("--take-back", metavar="KEY", help="ask about a name again")
