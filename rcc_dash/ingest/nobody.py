"""What does a file of headings alone say, where it may be true that nobody is in it?

Not "not known": an LA in which no order deprives a child of liberty sends just this. Were it refused, to be
known would mean to have at least one, and whoever saw who is known would see who has some (decision 30).
"""

from dataclasses import replace
from typing import Final

import pandas as pd

from rcc_dash.domain.accounts import Account
from rcc_dash.domain.problems import Problem, Severity
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.finish import Target, finish
from rcc_dash.ingest.layouts.ssda903_whose import whose_file
from rcc_dash.ingest.recognise import Matched
from rcc_dash.ingest.told import Told

NOBODY: Final = "F02"
"""Code of the finding that says so; as of the refusal of headings alone where that cannot be meant."""
_FIX: Final = "If somebody is to be in it, export the file again with its rows, and load that."


def told_nobody(matched: Matched, told: Told) -> CheckedTable:
    """Turn headings alone into an account of no rows, of the LA and return year that are told.

    Raises UserError, saying how to give it, where the LA or the year is nowhere to be found.
    """
    la_code, year = whose_file(matched, told)
    layout, nothing = matched.layout, pd.DataFrame(index=matched.data.index)
    made = finish(matched, Target(layout.table, layout.source, matched.column("year")), nothing, ())
    account = Account(layout.source, matched.sheet, la_code, str(year), 0, 0, 0, 0)
    what = f"{layout.empty_says[0].upper()}{layout.empty_says[1:]}, as told by the LA."
    said = Problem(NOBODY, Severity.INFO, matched.sheet, matched.header_row, None, what, _FIX, rows=0)
    return replace(made, accounts=(account,), problems=(*made.problems, said))
