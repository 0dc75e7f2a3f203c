import pandas as pd

from rcc_dash.ingest.urns import tidy_urns


def test_one_form_for_each_home() -> None:
    cells = pd.Series(
        ["1234567", "1234567.0", " sc012345 ", "SC 012345", "xxxxxxx", "", "12345", "the blue house"]
    )
    expected = ["1234567", "1234567", "SC012345", "SC012345", "XXXXXXX", "", "", ""]
    assert tidy_urns(cells).fillna("").tolist() == expected
