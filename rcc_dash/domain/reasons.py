"""For which reasons may exact figures be looked at? A short list: no words about a child come in."""

from functools import cache

from rcc_dash.reference.tables import rows


@cache
def reasons() -> dict[str, str]:
    """Give the reasons of `data/reference/reasons.csv`: codes as the audit log has them, and words."""
    return {row["reason"]: row["words"] for row in rows("reasons")}
