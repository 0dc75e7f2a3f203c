"""Which homes does Ofsted's register have in some LAs, by name? No positions (design/disclosure.md 1.6)."""

from datetime import date
from typing import Final

import pandas as pd

from rcc_dash.queries.reader import Reader

_COLUMNS: Final = [
    "urn", "home_name", "la_code", "provision_type", "sector", "places", "judgement", "inspected_on",
    "registered_on", "owner_name",
]  # fmt: skip


def own_register(reader: Reader, la_codes: tuple[str, ...], list_date: date) -> pd.DataFrame:
    """List the children's homes of these LAs on one of Ofsted's lists: what is published, and names.

    Names that Ofsted gives to LAs only come from restricted lists. Raises ValueError for protected figures:
    the register is read as exact figures are, from a copy that holds no other LA's.
    """
    if not reader.rule.exact:
        message = "the register is read with exact figures on"
        raise ValueError(message)
    codes = list(la_codes)
    homes = reader.ask("homes_list", date=list_date.isoformat(), la_codes=codes, home_sectors=[])
    names = reader.ask("register_names", la_codes=codes).set_index("urn")["home_name"]
    named = homes["home_name"].fillna(homes["urn"].map(names).astype("str"))
    return homes.assign(home_name=named)[_COLUMNS]
