"""What does the first page ask of a build that is ready? Asked ahead, the page finds it answered."""

from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.figures.base_map import region_ground
from rcc_dash.intake.secret_keys import pepper
from rcc_dash.queries.calendar import calendar
from rcc_dash.queries.headlines import headlines, values_now
from rcc_dash.queries.reader import Reader
from rcc_dash.ui.cached import ask
from rcc_dash.ui.open_data import ready_data


def first_answers() -> None:
    """Ask what a link without filters asks first; nothing where no build is ready."""
    data = ready_data()
    if data is None:
        return
    reader = Reader(data.warehouse, Rule(pepper(data.home)))
    loaded, filters = ask(calendar, reader), Filters()
    region_ground(filters.cooperative.la_codes)
    ask(headlines, reader, filters, loaded)
    ask(values_now, reader, filters, loaded)
