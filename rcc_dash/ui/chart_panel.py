"""The shaded figure as bars by area and as lines over the years."""

from typing import Final

from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.measures import Unit, measures
from rcc_dash.domain.missing import Missing
from rcc_dash.figures.comparisons import area_bars, measure_lines
from rcc_dash.queries.area_values import AreaValues
from rcc_dash.queries.headlines import england
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.trend import trend
from rcc_dash.ui.cached import ask
from rcc_dash.ui.shell import Context
from rcc_dash.ui.shown import show_chart
from rcc_dash.ui.text import quiet

_NO_EARLIER: Final = Missing("There is no earlier date to compare with.", "earlier returns or lists")


def bars_panel(now: Context, values: AreaValues) -> None:
    """Draw the shaded figure of each area as bars, with the region and England as thin lines."""
    filters, shade, focus = now.state.filters, now.shade, now.state.view.focus
    areas = {code: values.figures[code][shade] for code in filters.la_codes}
    if all(figure.value is None for figure in areas.values()):
        quiet("No figure can be shown for any of these areas on this date. Shade them by another figure.")
        return
    beside = _beside(now.reader, filters, shade, values)
    spec = area_bars(measures()[shade], areas, beside, focus.la_code)
    show_chart(spec, key="area-bars")


def trend_panel(now: Context) -> None:
    """Draw the shaded figure over the years, beside the other cooperative and England."""
    filters, shade = now.state.filters, now.shade
    lines = ask(trend, now.reader, filters, now.calendar, shade)
    if not lines:
        quiet(_NO_EARLIER)
        return
    spec = measure_lines(measures()[shade], [(one.code, one.name, one.points) for one in lines], filters.rcc)
    show_chart(spec, key="trend-lines")


def _beside(reader: Reader, filters: Filters, shade: str, values: AreaValues) -> dict[str, Figure]:
    if measures()[shade].unit not in {Unit.SHARE_PCT, Unit.PER_100}:
        return {}
    found = {filters.area_phrase(): values.together[shade]}
    return found if filters.attributes else {**found, "England": england(reader, shade, values.day)}
