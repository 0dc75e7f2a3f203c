"""Where did the rows of each loaded file go, once the build had mended and removed what it must?"""

import pandas as pd

from rcc_dash.domain.accounts import Account
from rcc_dash.settings import DataHome
from rcc_dash.store.warehouse import Warehouse


def accounts_by_file(home: DataHome) -> dict[str, tuple[Account, ...]]:
    """Give the accounts of the build that serves by the SHA-256 of their file; none if nothing is built."""
    warehouse = Warehouse.open_current(home)
    if warehouse is None:
        return {}
    table = warehouse.ask("accounts", {})
    warehouse.close()
    found: dict[str, tuple[Account, ...]] = {}
    for sha256, *cells in table.itertuples(index=False, name=None):
        source, sheet, la_code, period, *rows = cells
        read, loaded, mended, rejected = map(int, rows)
        la = None if pd.isna(la_code) else la_code
        account = Account(source, sheet, la, period, read, loaded, mended, rejected)
        found[sha256] = (*found.get(sha256, ()), account)
    return found
