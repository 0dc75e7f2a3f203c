"""Do the web server's settings protect as `data/reference/server_settings.csv` says they must?

The list is design/disclosure.md 2's; decision 24 says where it differs, and why.
"""

from collections.abc import Mapping
from typing import Final, cast

from rcc_dash.reference.tables import Row, rows


def wanted_options() -> tuple[str, ...]:
    """Name Streamlit's options that the list speaks of: "server.enableCORS"."""
    return tuple(row["option"] for row in rows("server_settings"))


def loosened(given: Mapping[str, object]) -> tuple[str, ...]:
    """Say in words which options, as they are now, are not as they must be; one that is not given is not."""
    return tuple(
        _FAULT.format(row["option"], _written(given.get(row["option"])), _wanted(row), row["why"])
        for row in rows("server_settings")
        if not _is_kept(row, given.get(row["option"]))
    )


def _is_kept(row: Row, now: object) -> bool:
    match row["rule"]:
        case "is":
            return _written(now) == row["value"]
        case "at most":
            return isinstance(now, int) and not isinstance(now, bool) and now <= int(row["value"])
        case "empty":
            return now is not None and not now
        case "named":
            return bool(now) and isinstance(now, list) and "*" not in cast("list[str]", now)
        case _:
            return False


def _written(now: object) -> str:
    return str(now).lower() if isinstance(now, bool) else str(now)


def _wanted(row: Row) -> str:
    return {
        "is": row["value"],
        "at most": f"at most {row['value']}",
        "empty": "an empty list",
        "named": "a list of names, without *",
    }[row["rule"]]


_FAULT: Final = "{} is {}. It must be {}. {}."
