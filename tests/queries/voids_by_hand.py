"""Vacancy returns and episodes written by hand, beside the tables of `conftest`."""

from datetime import date

import pandas as pd

DAY = date(2025, 3, 31)
TABLES = """
create table vacancy(
  as_of date, urn varchar, registered_places integer, available_places integer, occupied_places integer,
  unavailable_matching integer, unavailable_staffing integer, unavailable_solo integer,
  unavailable_repair integer, unavailable_reserved integer, load_order integer);
create table episode(home_urn varchar, started_on date);
"""
RETURN = {"as_of": DAY, "registered_places": 4, "occupied_places": 3, "load_order": 1}


def returned(urn: str, **differ: object) -> pd.DataFrame:
    """Give one return: four places, three of them occupied, unless said otherwise."""
    return pd.DataFrame([RETURN | {"urn": urn} | differ])
