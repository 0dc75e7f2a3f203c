"""Files of the return that are not used are neither refused nor loaded: it is said why."""

from pathlib import Path

import pytest

from rcc_dash.errors import UserError
from rcc_dash.ingest.accept import check_file
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.told import Told

FILES = {
    "care leavers": "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM",
    "decisions on adoption": "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR",
    "placements for adoption": "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED",
    "earlier adoptions": "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM",
    "dates of reviews": "CHILD,DOB,REVIEW,REVIEW_CODE",
    "social workers": "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON",
}


@pytest.mark.parametrize("extra", ["", ",LA,YEAR"])
@pytest.mark.parametrize("what", list(FILES))
def test_a_file_of_the_return_that_is_not_used_is_passed_over(
    what: str, extra: str, tmp_path: Path, secrets: Secrets
) -> None:
    path = tmp_path / "Barnsley 2025.csv"
    header = FILES[what] + extra
    path.write_text(f"{header}\nT-1{',' * header.count(',')}\n", encoding="utf-8")
    checked = check_file(path, Told(path.name), secrets)
    assert checked.tables == ()
    assert [(one.is_right, what in one.why) for one in checked.passed_over] == [(True, True)]


def test_a_file_of_no_known_kind_is_still_refused(tmp_path: Path, secrets: Secrets) -> None:
    path = tmp_path / "Barnsley 2025.csv"
    path.write_text("CHILD,DOB,SHOE_SIZE\nT-1,,\n", encoding="utf-8")
    with pytest.raises(UserError):
        check_file(path, Told(path.name), secrets)
