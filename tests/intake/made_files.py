"""Files of made-up children, large enough that what is odd about a whole file can be told."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from rcc_dash.domain.problems import Severity
from rcc_dash.domain.progress import silent
from rcc_dash.intake.desk import Desk
from rcc_dash.intake.found import Found
from rcc_dash.intake.preview import FilePreview, preview
from rcc_dash.intake.take import Said

NOTHING = Said()
NOW = datetime(2025, 6, 1, 9, 30, tzinfo=UTC)
EPISODE_HEADS = (
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
)
COST_HEADS = (
    "Child ID,Placement start date,Placement type,Provider type,Total committed cost accrued in FY to date"
)


def episodes(who: str, last: date, children: int = 30) -> str:
    """Made-up children in foster care since a day before `last`, one day apart."""
    rows = [
        f"{who}{n},{last - timedelta(days=n):%d/%m/%Y},S,C2,N1,U4,PR1,,,,BL1 1RU,BL1 4AA,"
        for n in range(children)
    ]
    return "\n".join([EPISODE_HEADS, *rows, ""])


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def seen(desk: Desk, path: Path, said: Said = NOTHING, folder: str = "") -> FilePreview:
    (one,) = preview(desk, [Found(path, folder, in_inbox=False)], said, NOW, silent)
    return one


def warnings(one: FilePreview) -> str:
    return " ".join(flag.what for flag in one.flags if flag.severity is Severity.WARNING)
