"""MHCLG's revenue outturn RO3: what each council spent on children looked after."""

import re
from collections.abc import Iterable
from typing import Final

from rcc_dash.domain.problems import Severity
from rcc_dash.domain.published_areas import Level
from rcc_dash.domain.published_register import datasets
from rcc_dash.domain.published_tables import PUBLISHED_FIGURE
from rcc_dash.errors import UserError
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.headings import Field
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts.published_fields import required
from rcc_dash.ingest.published_long import Described, figures
from rcc_dash.ingest.published_periods import areas
from rcc_dash.ingest.recognise import Layout, Matched
from rcc_dash.ingest.rules import Rule
from rcc_dash.ingest.told import Told

_CHILDREN: Final = "Children's social care - Children Looked After"
_SERVICES: Final = {
    "cla": _CHILDREN,
    "residential": f"{_CHILDREN} of which residential care",
    "fostering": f"{_CHILDREN} of which fostering services",
    "asylum": f"{_CHILDREN} of which asylum seeking children who are looked after",
    "other": f"{_CHILDREN} of which other",
    "all": "TOTAL CHILDREN SOCIAL CARE",
}
_AMOUNTS: Final = {
    "total": "Total Expenditure (C3 = C1 + C2)",
    "net_current": "Net Current Expenditure (C7 = C3 - C6)",
}
_FINANCIAL_YEAR: Final = re.compile(r"(20\d\d)[-/\u2013 ](\d\d)(?!\d)")
_OTHER_BODIES: Final = Rule(
    "D06",
    Severity.NOT_NEEDED,
    "area",
    "Rows of bodies without children's services, of classes of councils, and of the form itself; not loaded.",
    "Nothing to do.",
)


def _check(matched: Matched, told: Told, _secrets: Secrets) -> CheckedTable:
    year = _year((matched.banner, matched.sheet, told.file_name, told.folder), told)
    rows = areas(matched.column("area")).assign(year=year, group="", category="")
    region = rows["area_level"] == Level.REGION.value  # the Greater London Authority has London's code
    other = _OTHER_BODIES.hit(matched, rows["area_code"].isna() | region)
    return figures(matched, Described(datasets()["ro3"], rows, (other,)))


def _year(said: Iterable[str], told: Told) -> int:
    found = (match for text in said for match in _FINANCIAL_YEAR.finditer(text))
    ends = (int(one[1]) + 1 for one in found if int(one[2]) == (int(one[1]) + 1) % 100)
    year = next(ends, told.year)
    if year is None:
        raise UserError(
            title=f"The year of {told.file_name} is not known",
            what="Neither the words above its table nor its name say which financial year it is of.",
            fix="Put the year into the file's name, such as RO3_2024-25.ods, or give it with --year.",
            asks="year",
        )
    return year


def _amount(service: str, amount: str) -> Field:
    return required(f"{service}_{amount}", f"{_SERVICES[service]} - {_AMOUNTS[amount]}")


_HELD: Final = (*((service, amount) for service in _SERVICES for amount in _AMOUNTS if service != "all"),
                ("all", "net_current"))  # fmt: skip

LAYOUTS: Final = (
    Layout(
        source="published_ro3",
        table=PUBLISHED_FIGURE,
        title="MHCLG revenue outturn RO3",
        fields=(required("area", "ONS Code"), *(_amount(*pair) for pair in _HELD)),
        check=_check,
        is_stacked=True,
    ),
)
