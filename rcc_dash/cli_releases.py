"""The command line for whoever publishes: make a release, list the releases, let another one serve."""

import argparse
from collections.abc import Callable, Sequence
from datetime import date, datetime
from time import sleep
from typing import Any, Final

from rcc_dash.domain.churn import CARRIED, FRESH
from rcc_dash.domain.places import la_name, match_area
from rcc_dash.domain.progress import Progress
from rcc_dash.domain.words import and_list, counted, long_date, short_date
from rcc_dash.errors import UserError
from rcc_dash.intake.secret_keys import pepper
from rcc_dash.queries.pack_due import due
from rcc_dash.queries.pack_publish import Published, Wanted, publish
from rcc_dash.settings import RELEASE_MIN_CHANGED, DataHome
from rcc_dash.store import bucket, releases
from rcc_dash.store.warehouse import current_build_id

Told = tuple[dict[str, Any], list[str]]
"""The same as values and as lines."""
_WAITS: Final = (1.0, 86_400.0)
"""Seconds between two looks at a bucket: no busier than one a second, and at least one a day."""

_WHY_CARRIED: Final = (
    f"Carried forward as they were, since fewer than {RELEASE_MIN_CHANGED} of their children joined, left or"
    " moved, or since they were not named with --las"
)
_WHAT_TO_KEEP: Final = (
    "A host needs the folder releases and nothing else. Keep the folder release_state here: the next release"
    " is compared with it."
)


def add_publish(publishing: argparse.ArgumentParser) -> None:
    """Say what can be asked of a release that is made."""
    publishing.add_argument("--release", default="", metavar="NAME", help="its name (default: the day)")
    publishing.add_argument("--las", nargs="+", metavar="LA", help="the only LAs whose numbers may change")


def add_releases(listing: argparse.ArgumentParser) -> None:
    """Say what can be asked of the releases that are there."""
    listing.add_argument("--serve", default="", metavar="NAME", help="let this one serve from now on")
    listing.add_argument(
        "--send", default="", metavar="URL", help="put them into a bucket: s3://BUCKET/FOLDER"
    )
    listing.add_argument("--fetch", default="", metavar="URL", help="take them over from a bucket, on a host")
    listing.add_argument(
        "--every", type=_seconds, default=0.0, metavar="SECONDS", help="fetch again and again"
    )


def _seconds(text: str) -> float:
    """Read how long to wait; raises ArgumentTypeError for what is no pause between two looks."""
    least, most = _WAITS
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not least <= seconds <= most:
        message = f"write seconds from {least:.0f} to {most:,.0f}"
        raise argparse.ArgumentTypeError(message)
    return seconds


def publish_command(asked: argparse.Namespace, home: DataHome, now: datetime, progress: Progress) -> Told:
    """Make a release of what is loaded, or of the demonstration where nothing is, and sum it up."""
    own = home if current_build_id(home) else home.demo
    wanted = Wanted(asked.release, _las(asked.las))
    made = publish(own, pepper(own), wanted, now, progress)
    fresh, carried = made.las(FRESH), made.las(CARRIED)
    values = {
        "release": made.release.name, "is_demo": made.release.is_demo, "contents": made.release.contents,
        "questions": made.questions, "cells": made.cells, "hidden": made.hidden,
        "refreshed": fresh, "carried": carried,
        "file": str(releases.release_file(own, made.release.name)),
    }  # fmt: skip
    return values, _lines(made, fresh, carried, values["file"])


def releases_command(asked: argparse.Namespace, home: DataHome) -> Told:
    """List the releases kept, newest first, after what was asked: to fetch, let another serve, and send."""
    if asked.fetch:
        bucket.fetch(home, asked.fetch)
    own = home if releases.listed(home).releases else home.demo
    if asked.serve:
        releases.serve(own, asked.serve)
    if asked.send:
        bucket.send(own, asked.send)
    found = releases.listed(own)
    first = due(found)
    values = {
        "serves": found.serves, "releases": [one.name for one in found.releases],
        "next_from": first.isoformat() if first else None,
    }  # fmt: skip
    return values, _listed(found, first) or [
        f"Nothing is published in {home.root}. Publish: python -m rcc_dash publish."
    ]


def _listed(found: releases.Listed, first: date | None) -> list[str]:
    """Tell of each release, and from when the next may be made; of none where there is none."""
    rows = [
        f"{one.name:<24}{short_date(date.fromisoformat(one.made_on[:10]))}  {one.contents[:12]}"
        f"{'  serves' if one.name == found.serves else ''}{'  synthetic' if one.is_demo else ''}"
        for one in found.releases
    ]
    when = f"from {long_date(first)}" if first else "at any time, since the newest is synthetic"
    return [*rows, f"The next may be published {when}."] if rows else []


def fetch_on(asked: argparse.Namespace, home: DataHome, say: Callable[[str], None]) -> None:
    """Fetch again and again until stopped, and say what is new; where that fails, try again."""
    while True:
        try:
            for name in bucket.fetch(home, asked.fetch):
                say(f"Release {name} has arrived.")
        except UserError as error:
            say(str(error))
        sleep(asked.every)


def _lines(made: Published, fresh: Sequence[str], carried: Sequence[str], file: object) -> list[str]:
    synthetic = " It is marked as synthetic." if made.release.is_demo else ""
    said = [
        f"Release {made.release.name} serves now.{synthetic}",
        f"{counted(made.questions, 'question', 'questions')} answered by {made.cells:,} protected cells.",
        f"{made.hidden:,} cells are too small and left out.",
        f"Refreshed: {_named(fresh)}.",
        f"{_WHY_CARRIED}: {_named(carried)}.",
        f"File: {file}",
        _WHAT_TO_KEEP,
    ]
    return [*said, f"Hash of what is in it: {made.release.contents}"]


def _named(codes: Sequence[str]) -> str:
    return and_list([la_name(code) for code in codes]) or "none"


def _las(named: list[str] | None) -> frozenset[str] | None:
    if named is None:
        return None
    found = {name: match_area(name).la_code for name in named}
    strange = [name for name, code in found.items() if code is None]
    if strange:
        raise UserError(
            title="Nothing was published",
            what=f"No LA is called {and_list(strange)}.",
            fix="Give its name as DfE writes it, in quotes where it has a space, or its code.",
        )
    return frozenset(code for code in found.values() if code)
