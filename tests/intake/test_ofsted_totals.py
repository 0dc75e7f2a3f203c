"""Our counts of homes and places against Ofsted's own published national totals."""

from datetime import UTC, datetime

import pytest

from rcc_dash.domain.progress import silent
from rcc_dash.intake.load import load
from rcc_dash.intake.status import status
from rcc_dash.intake.take import Said
from rcc_dash.settings import PROJECT, DataHome

OFSTED = PROJECT.parent / "shared" / "data" / "ofsted"
PUBLISHED = {"2021-03-31": (2706, 12732), "2023-03-31": (3119, 13528), "2025-03-31": (4009, 15742)}
FILES = (
    "provider_at_march_2021.csv",
    "provider_at_march_2023.csv",
    "Childrens_social_care_in_England_2023_underlying_data.ods",
    "provider_at_march_2025.csv",
)


@pytest.mark.skipif(
    not OFSTED.is_dir(), reason="Ofsted's files (../shared/data/ofsted) are not on this machine"
)
def test_homes_and_places_equal_ofsteds_published_totals(tmp_path_factory: pytest.TempPathFactory) -> None:
    home = DataHome(tmp_path_factory.mktemp("data"))
    report = load([OFSTED / name for name in FILES], Said(), home, datetime(2025, 6, 1, tzinfo=UTC), silent)
    assert report.is_clean
    found = {row["as_of"]: (row["homes"], row["places"]) for row in status(home)["homes_by_date"]}
    assert found == PUBLISHED
