"""DfE's model of statistical neighbours: ten LAs that are most like each."""

from typing import Final

import pandas as pd

from rcc_dash.domain.problems import Severity
from rcc_dash.domain.published_areas import Level, published_area
from rcc_dash.domain.published_tables import NEIGHBOUR
from rcc_dash.errors import UserError
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.finish import Target, finish
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts.published_fields import required
from rcc_dash.ingest.recognise import Layout, Matched
from rcc_dash.ingest.rules import Rule
from rcc_dash.ingest.told import Told, year_told

_NEIGHBOURS: Final = 10
_NO_LA: Final = Rule(
    "D02",
    Severity.ERROR,
    "area",
    "The code, or a neighbour's, is of no local authority of today; row not loaded.",
    "Check the three-digit codes against the publisher's model.",
)


def _check(matched: Matched, told: Told, _secrets: Secrets) -> CheckedTable:
    model = _model(told)
    own = matched.column("area").map(_la_code)
    theirs = pd.DataFrame({rank: matched.column(f"code_{rank}").map(_la_code) for rank in _RANKS})
    broken = own.isna() | theirs.isna().any(axis=1)
    columns = pd.concat(
        [
            pd.DataFrame(
                {
                    "model": model,
                    "la_code": own,
                    "rank": rank,
                    "neighbour_la_code": theirs[rank],
                    "closeness": matched.column(f"closeness_{rank}").str.lower(),
                }
            )
            for rank in _RANKS
        ]
    )
    period = pd.Series(model, index=own.index)
    nobody = pd.Series(None, index=own.index, dtype="object")
    target = Target(NEIGHBOUR, "statistical_neighbours", period, nobody)
    return finish(matched, target, columns, [_NO_LA.hit(matched, broken)])


_RANKS: Final = range(1, _NEIGHBOURS + 1)


def _model(told: Told) -> str:
    """Name the model by its year, which only the file's name or the person says."""
    year = year_told(told)
    if year is None:
        raise UserError(
            title=f"The year of the model in {told.file_name} is not known",
            what="Neither the file's name nor its columns say which year's model it is.",
            fix="Put the year into the file's name, such as sn_model_2025.csv, or give it with --year.",
            asks="year",
        )
    return str(year)


def _la_code(code: str) -> str | None:
    area = published_area(code)
    return area.code if area and area.level is Level.LA else None


LAYOUTS: Final = (
    Layout(
        source="statistical_neighbours",
        table=NEIGHBOUR,
        title="DfE statistical neighbours",
        fields=(
            required("area", "old_la_code"),
            *(required(f"code_{rank}", f"SN_{rank}") for rank in _RANKS),
            *(required(f"closeness_{rank}", f"SN_{rank}P") for rank in _RANKS),
        ),
        check=_check,
        known=("la_name", "region_ind", "region_name"),
    ),
)
