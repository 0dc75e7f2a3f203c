import pandas as pd

from rcc_dash.domain.child_tables import UASC
from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.recognise import Layout, Matched
from rcc_dash.ingest.rules import Rule
from rcc_dash.ingest.told import Told


def unused(_matched: Matched, _told: Told, _secrets: Secrets) -> CheckedTable:
    raise AssertionError


MATCHED = Matched(
    sheet="", layout=Layout("ssda903_uasc", UASC, "", (), unused), header_row=1, banner="",
    headings={"urn": "Ofsted URN"}, all_headings=("Ofsted URN",), data=pd.DataFrame(), problems=(),
)  # fmt: skip


def test_a_finding_names_the_files_own_heading_and_rows() -> None:
    hit = pd.Series([True, None, False, True], index=[2, 3, 5, 9], dtype="boolean")
    finding = Rule("U03", Severity.MENDED, "urn", "what", "fix").hit(MATCHED, hit)
    assert (finding.column, finding.rows.tolist()) == ("Ofsted URN", [2, 9])


def test_a_column_that_the_file_lacks_is_not_named() -> None:
    hit = pd.Series([True], index=[2])
    assert Rule("G05", Severity.WARNING, "home_post", "what", "fix").hit(MATCHED, hit).column is None
