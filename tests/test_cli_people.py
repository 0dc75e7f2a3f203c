"""The command line of whoever looks after access: what it says, does and writes down."""

from pathlib import Path

import pytest

from rcc_dash import cli
from rcc_dash.settings import DATA_DIR_VARIABLE, DataHome
from rcc_dash.store import audit

ISSUER = "https://login.example"
JO = ("add", "--issuer", ISSUER, "--subject", "u1", "--name", "Jo", "--role", "la-analyst", "--la", "Bolton")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataHome:
    monkeypatch.setenv(DATA_DIR_VARIABLE, str(tmp_path))
    return DataHome(tmp_path)


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = cli.main(["people", *words])
    said = capsys.readouterr()
    return code, said.out + said.err


def test_from_nobody_to_somebody_and_back(capsys: pytest.CaptureFixture[str], home: DataHome) -> None:
    assert run(capsys, "list") == (
        0,
        "Nobody is listed yet. Begin with: people trust ISSUER, then people add.\n",
    )
    assert run(capsys, *JO)[0] == 1
    assert run(capsys, "trust", ISSUER)[0] == 0
    assert run(capsys, *JO, "--steward")[0] == 0
    code, said = run(capsys, "list")
    assert code == 0
    assert said.startswith("Jo, LA analyst, Bolton, steward, confirm by ")
    assert "u1 at https://login.example" in said
    assert run(capsys, *JO, "--la", "Bury")[0] == 0
    assert "Bolton and Bury" in run(capsys, "list")[1]
    assert run(capsys, "review", "u1") == (0, "Confirmed for another three months.\n")
    assert run(capsys, "check") == (0, "1 line in order.\n")
    assert "loses access at their next click" in run(capsys, "remove", "u1")[1]
    assert "Nobody is listed yet" in run(capsys, "list")[1]
    events = audit.summary(home).events
    assert events == {"access given or changed": 2, "access taken away": 1}
    assert "Jo" not in home.audit.read_text()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("remove", "u9"), "No line has the subject 'u9'. Copy the subject from: people list."),
        (("review", "u9"), "No line has the subject 'u9'"),
        ((*JO[:8], "boss"), "'boss' is no role. Write regional-director, la-director,"),
        ((*JO[:9],), "LA analyst is held for named LAs, and none is named"),
        ((*JO[:10], "Atlantis"), "'Atlantis' is no local authority"),
        ((*JO, "--until", "soon"), "ntil is 'soon'. Write a date such as 2026-03-31"),
        (JO, "If it is right, first run: people trust https://login.example"),
    ],
)
def test_what_cannot_be_done_says_how_it_could(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    code, told = run(capsys, *words)
    assert code == 1
    assert said in told


def test_a_file_with_a_fault_is_checked_line_by_line(
    capsys: pytest.CaptureFixture[str], home: DataHome
) -> None:
    run(capsys, "trust", ISSUER)
    run(capsys, *JO)
    table = home.access / "people.csv"
    table.write_text(table.read_text() + f"{ISSUER},u2,Al,la-analyst,Nowhere,,2026-11-01,,\n")
    code, said = run(capsys, "check")
    assert code == 1
    assert "people.csv, line 3: 'Nowhere' is no local authority." in said
    assert "1 line in order." in said
