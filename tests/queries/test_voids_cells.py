"""Homes by cell: a choice of areas and sectors gives what its own homes alone would."""

import random
from dataclasses import replace

import pandas as pd
import pytest

from rcc_dash.domain.filters import Filters
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.voids_cells import returned_by, told_cells, without_hidden
from rcc_dash.queries.voids_homes import Moment, moment, of_main_kind, void_homes, within
from rcc_dash.queries.voids_known import COUNTED, cells_of, known_cells, return_cells, told_in
from tests.queries.conftest import Region

CASES = 6


@pytest.mark.parametrize("is_exact", [False, True])
def test_cells_of_a_choice_are_those_of_its_own_homes(region: Region, is_exact: bool) -> None:  # noqa: FBT001
    """Cells are worked out for all areas and sectors at once; here for those of the choice alone."""
    _, page, loaded = region
    reader, rng = replace(page, rule=replace(page.rule, exact=is_exact)), random.Random(31)  # noqa: S311 repeatable
    when = moment(page, loaded, None, 60)
    assert when
    for _ in range(CASES):
        chosen = choice(rng)
        found, alone = returned_by(reader, chosen, when, "size"), of_these_alone(reader, chosen, when)
        columns = [*cells_of(chosen), "group", *COUNTED, "is_shown", "known"]
        assert rows(found, columns) == rows(alone, columns)
        assert rows(found, columns)


def choice(rng: random.Random) -> Filters:
    whole = Filters(rcc=rng.choice(["gm", "se"]))
    chosen = Filters(rcc=whole.rcc, las=tuple(sorted(rng.sample(whole.la_codes, rng.randint(1, 4)))))
    sectors = rng.choice([(), ("private",), ("own_la", "private")])
    return chosen.with_chosen("sector", sectors).normalised()


def of_these_alone(reader: Reader, chosen: Filters, when: Moment) -> pd.DataFrame:
    homes = of_main_kind(within(void_homes(reader, when), chosen))
    homes, cell = homes.assign(group=homes["size"]), cells_of(chosen)
    each = return_cells(reader.rule, homes, cell)
    known = known_cells(reader, when, told_in(homes, each, cell), cell)
    return told_cells(without_hidden(each).merge(known, on=[*cell, "group"], how="left"))


def rows(cells: pd.DataFrame, columns: list[str]) -> list[str]:
    return sorted(map(repr, cells[columns].astype(object).itertuples(index=False)))
