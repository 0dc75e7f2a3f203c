"""The command line for analysts: list the protected tables, or write them into a folder for R and others."""

import argparse
from pathlib import Path

from rcc_dash.domain.words import counted
from rcc_dash.notebooks import open_warehouse
from rcc_dash.settings import DataHome


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what can be asked: `tables --to FOLDER`."""
    parser.add_argument("--to", type=Path, metavar="FOLDER", help="write every table there, as Parquet")


def tables_command(asked: argparse.Namespace, home: DataHome) -> list[str]:
    """List the tables, or write them; gives lines to print. Raises UserError where nothing is built."""
    with open_warehouse(home.root) as opened:
        if asked.to:
            written = opened.save(asked.to)
            about = "; ".join(f"{label}: {text}" for label, text in opened.about.items())
            return [f"{counted(len(written), 'table is', 'tables are')} in {asked.to}.", about]
        told = opened.tables()
        return [f"{name:<22}{answers}" for name, answers in zip(told["table"], told["answers"], strict=True)]
