"""The return as XML says what its CSV files say, and no XML file can harm."""

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.accept import check_file
from rcc_dash.ingest.checked import CheckedFile
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.read import read_workbook
from rcc_dash.ingest.told import Told

SECRETS = Secrets(b"a synthetic key, only for tests!")
BARNSLEY_2025 = Told("return.xml", la="Barnsley", year=2025)
CHILDREN = """<?xml version="1.0" encoding="utf-8"?>
<EXPSSDA903>
  <CHILD>
    <HEADER>
      <CHILDID>T-1</CHILDID><UPN/><SEX>1</SEX><DOB>05/06/2010</DOB><ETHNIC>WBRI</ETHNIC><UASC>0</UASC>
      <AMISSING>
        <MISSING>M</MISSING><MIS_START>01/05/2024</MIS_START><MIS_END>03/05/2024</MIS_END>
      </AMISSING>
      <AREVIEW>
        <REVIEW>01/06/2024</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE>
      </AREVIEW>
      <PERMANENCE/>
      <OC2>
        <SDQ_SCORE>12</SDQ_SCORE><CONVICTED>0</CONVICTED><SUBSTANCE_MISUSE>1</SUBSTANCE_MISUSE>
      </OC2>
    </HEADER>
    <EPISODE>
      <DECOM>01/02/2023</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U4</PL><PL_POST>M2 5DB</PL_POST>
      <HOME_POST>SK1 3XE</HOME_POST><URN>SC012345</URN><PLACE_PROVIDER>PR1</PLACE_PROVIDER>
      <DEC>01/05/2024</DEC><REC>X1</REC><REASON_PLACE_CHANGE>CARPL</REASON_PLACE_CHANGE>
    </EPISODE>
    <EPISODE>
      <DECOM>01/05/2024</DECOM><RNE>P</RNE><LS>C2</LS><CIN>N1</CIN><PL>K2</PL><PL_POST>M2 5DB</PL_POST>
      <HOME_POST>SK1 3XE</HOME_POST><URN>SC054321</URN><PLACE_PROVIDER>PR4</PLACE_PROVIDER>
    </EPISODE>
  </CHILD>
  <CHILD>
    <HEADER>
      <CHILDID>T-2</CHILDID><SEX>2</SEX><DOB>05/06/2009</DOB><ETHNIC>OOTH</ETHNIC><UASC>1</UASC>
    </HEADER>
    <EPISODE>
      <DECOM>01/02/2025</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N8</CIN><PL>Q9</PL><PL_POST>M2 5DB</PL_POST>
    </EPISODE>
  </CHILD>
</EXPSSDA903>
"""


def checked(tmp_path: Path, text: str | bytes) -> CheckedFile:
    path = tmp_path / "return.xml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return check_file(path, BARNSLEY_2025, SECRETS)


def frames(file: CheckedFile) -> dict[str, pd.DataFrame]:
    return {table.table: table.frame for table in file.tables}


def without_place(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.drop(columns=["source_sheet", "source_row"])


def test_each_record_comes_to_its_table(tmp_path: Path) -> None:
    found = frames(checked(tmp_path, CHILDREN))
    assert {name: len(frame) for name, frame in found.items()} == {
        "child": 2, "episode": 3, "uasc": 1, "missing": 1, "oc2": 1,
    }  # fmt: skip
    assert found["child"]["sex"].tolist() == ["M", "F"]
    assert found["episode"]["started_on"].tolist() == [
        pd.Timestamp(2023, 2, 1), pd.Timestamp(2024, 5, 1), pd.Timestamp(2025, 2, 1),
    ]  # fmt: skip
    assert found["uasc"]["child_key"].tolist() == [found["child"]["child_key"].iloc[1]]
    assert found["oc2"]["sdq_score"].tolist() == [12]


def test_a_row_is_the_line_on_which_its_record_begins(tmp_path: Path) -> None:
    file = checked(tmp_path, CHILDREN)
    lines = CHILDREN.splitlines()
    for table in file.tables:
        tag = {"child": "HEADER", "uasc": "HEADER", "episode": "EPISODE", "missing": "AMISSING"}
        wanted = f"<{tag.get(table.table, 'OC2')}>"
        assert all(wanted in lines[row - 1] for row in table.frame["source_row"])
    unknown = [p for table in file.tables for p in table.problems if p.code == "C01"]
    assert [(p.severity, p.row, p.column) for p in unknown] == [(Severity.MENDED, 31, "PL")]
    assert unknown[0].sheet == "Episodes (rows are lines of the file)"


def test_what_is_not_used_is_passed_over(tmp_path: Path) -> None:
    passed = checked(tmp_path, CHILDREN).passed_over
    assert [(one.sheet.partition(" ")[0], "reviews" in one.why) for one in passed] == [("Reviews", True)]


def test_a_file_on_one_line_counts_its_records(tmp_path: Path) -> None:
    one_line = "".join(line.strip() for line in CHILDREN.splitlines())
    file = checked(tmp_path, one_line)
    assert frames(file)["episode"]["source_row"].tolist() == [1, 2, 3]
    for name, frame in frames(checked(tmp_path, CHILDREN)).items():
        pd.testing.assert_frame_equal(without_place(frame), without_place(frames(file)[name]))


def test_it_says_what_the_csv_files_say(tmp_path: Path) -> None:
    from_xml = frames(checked(tmp_path, CHILDREN))
    csv = tmp_path / "episodes.csv"
    csv.write_text(
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
        "T-1,01/02/2023,S,C2,N1,U4,PR1,01/05/2024,X1,CARPL,SK1 3XE,M2 5DB,SC012345\n"
        "T-1,01/05/2024,P,C2,N1,K2,PR4,,,,SK1 3XE,M2 5DB,SC054321\n"
        "T-2,01/02/2025,S,C2,N8,Q9,,,,,,M2 5DB,\n",
        encoding="utf-8",
    )
    (table,) = check_file(csv, BARNSLEY_2025, SECRETS).tables
    pd.testing.assert_frame_equal(without_place(table.frame), without_place(from_xml["episode"]))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings(tmp_path: Path, encoding: str) -> None:
    said = "windows-1252" if encoding == "cp1252" else encoding.removesuffix("-sig")
    text = CHILDREN.replace('encoding="utf-8"', f'encoding="{said}"')
    assert len(frames(checked(tmp_path, text.encode(encoding)))["episode"]) == 3


def test_orders_under_any_tag_are_known_by_their_columns(tmp_path: Path) -> None:
    order = "<ADOLO>\n<DOLO_START>01/05/2024</DOLO_START><DOLO_END/></ADOLO>"
    text = CHILDREN.replace("<PERMANENCE/>", order)
    assert len(frames(checked(tmp_path, text))["dolo"]) == 1


@settings(max_examples=15)
@given(st.lists(st.sampled_from(["", "01/05/2024", "nonsense"]), min_size=1, max_size=6))
def test_no_record_is_lost(tmp_path_factory: pytest.TempPathFactory, starts: list[str]) -> None:
    records = "".join(
        f"<EPISODE><DECOM>{start}</DECOM><RNE>S</RNE><PL>U4</PL><DEC/></EPISODE>\n" for start in starts
    )
    head = "<HEADER><CHILDID>T-1</CHILDID><SEX>1</SEX><DOB>05/06/2010</DOB><ETHNIC>WBRI</ETHNIC></HEADER>"
    text = f"<EXPSSDA903>\n<CHILD>\n{head}\n{records}</CHILD>\n</EXPSSDA903>"
    file = checked(tmp_path_factory.mktemp("xml"), text)
    read = sum(a.rows_read for table in file.tables for a in table.accounts if "episodes" in a.source)
    assert read == len(starts)


def test_a_row_outside_a_child_is_no_row(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("<EXPSSDA903><CHILD><HEADER><CHILDID>1</CHILDID></HEADER></CHILD></EXPSSDA903>")
    assert [sheet.name.partition(" ")[0] for sheet in read_workbook(path).sheets] == ["Header"]


def test_tags_that_a_whole_file_leaves_out_are_blank(tmp_path: Path) -> None:
    head = "<HEADER>\n<CHILDID>T-1</CHILDID><SEX>1</SEX><DOB>05/06/2010</DOB></HEADER>"
    time = "<AMISSING>\n<MIS_START>01/05/2024</MIS_START></AMISSING>"
    stay = "<EPISODE>\n<DECOM>01/02/2023</DECOM><PL>U4</PL></EPISODE>"
    text = f"<EXPSSDA903><CHILD>{head.replace('</HEADER>', time + '</HEADER>')}{stay}</CHILD></EXPSSDA903>"
    found = frames(checked(tmp_path, text))
    assert {name: len(frame) for name, frame in found.items()} == {
        "child": 1, "missing": 1, "episode": 1, "uasc": 0,
    }  # fmt: skip
    assert found["episode"]["ended_on"].isna().all()
