"""Which published figures does the app bring, as a table for typed SQL?"""

import pandas as pd

from rcc_dash.reference import published


def published_brought() -> pd.DataFrame:
    """Give every figure of the tables that the app brings, as typed SQL sees them; null where coded."""
    held = published.figures()
    return held.rename(columns={"la_code": "area_code", "period": "year", "code": "mark"})
