"""May a release be made yet? One a month at most: each tells a little more of who came and who left."""

from datetime import date

from rcc_dash.domain.words import long_date
from rcc_dash.errors import UserError
from rcc_dash.store.releases import Listed


def due(found: Listed) -> date | None:
    """Give the first day of the month after the newest release; None where there is none, or it is synthetic.

    Synthetic children need no protection, and whoever tries things out shall not wait.
    """
    last = next(iter(found.releases), None)
    if last is None or last.is_demo:
        return None
    made_on = date.fromisoformat(last.made_on[:10])
    return date(made_on.year + made_on.month // 12, made_on.month % 12 + 1, 1)


def must_be_due(found: Listed, day: date) -> None:
    """Raise UserError where a release of this day would be a month's second, or before the last one."""
    first = due(found)
    if first is None or day >= first:
        return
    last = found.releases[0]
    day_of_last = long_date(date.fromisoformat(last.made_on[:10]))
    raise UserError(
        title="The release was not published",
        what=f"Release {last.name} of {day_of_last} is there already, and a month has one release at most:"
        " each further one would tell more of who came and who left.",
        fix=f"Publish again from {long_date(first)}. Until then an older release can serve:"
        " python -m rcc_dash releases --serve NAME.",
    )
