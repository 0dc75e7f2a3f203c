"""Row 1 of the scorecard on a release that is there: its own machine has the children that it was made of."""

from bench.oracle import Audited, audit
from rcc_dash.intake.secret_keys import pepper
from rcc_dash.settings import DataHome
from rcc_dash.store import pack_children, pointer, releases


def print_release(home: DataHome) -> None:
    """Print what came of reckoning the newest release anew; say how to make one where there is none."""
    newest = next(iter(releases.listed(home).releases), None)
    build = next(iter(pointer.kept(home)), None)
    if newest is None or build is None:
        print("1   no release to reckon anew: python -m rcc_dash publish")
        return
    found = audit(
        releases.release_file(home, newest.name),
        pack_children.state_file(home, newest.name),
        pointer.warehouse_file(home, build.build_id),
        pepper(home),
    )
    print_audit(f"release {newest.name}", found)


def print_audit(about: str, found: Audited) -> None:
    """Print what came of reckoning a release anew."""
    print(
        f"1   {about}: {found.cells:,} cells reckoned anew; of fewer than ten children"
        f" {found.few} (0), of another number {found.other} (0);"
        f" not reckoned: {', '.join(sorted(found.unknown)) or 'none'}"
    )
    print(
        f"1   {found.edges.totals:,} totals less their shown parts: certain {found.edges.certain} (0),"
        f" the rest at least {found.edges.least} children apart"
    )
    print(
        f"1   {found.places:,} rows of homes and of files reckoned anew: another number, or more than they"
        f" may tell {found.places_wrong} (0); {found.flags:,} cells by sensitive attributes: nearly all of a"
        f" group and not told as that {found.flags_wrong} (0)"
    )
    print(
        f"1   {found.figures.reckoned:,} means, middles, costs and figures of homes reckoned anew: another"
        f" number or of too few {sum(found.figures.wrong.values())} (0)"
    )
    for question, wrong in sorted({**found.wrong, **found.figures.wrong}.items()):
        print(f"    {question}: {wrong}")
