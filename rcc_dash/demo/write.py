"""Write the synthetic region as the files that a real region would hand over."""

from itertools import chain
from pathlib import Path
from typing import Final

from rcc_dash.demo.census import write_census
from rcc_dash.demo.costs import write_costs
from rcc_dash.demo.kinds import SEED
from rcc_dash.demo.lists import write_lists
from rcc_dash.demo.more_returns import write_more_returns
from rcc_dash.demo.premises import write_premises
from rcc_dash.demo.referrals import write_referrals
from rcc_dash.demo.region import region
from rcc_dash.demo.returns import write_returns
from rcc_dash.demo.vacancies import write_vacancies
from rcc_dash.domain.progress import Progress

_READ_ME: Final = """SYNTHETIC DEMONSTRATION DATA

Everything in this folder is made up by rcc_dash: no child, home, owner, agency, judgement, vacancy or
price is real. Totals by local authority match figures that DfE, Ofsted and ONS have published (see
data/published in the project), so that the app shows a region of the right size and shape. Postcodes
are real ones, drawn at random, so that they can be placed on a map; nobody is known to live at them.

- ofsted: providers and places, and judgements, of each 31 March; supported-accommodation premises
- ssda903: header, episodes and UASC returns: 2025 as each local authority submits them, the years
  before as a region keeps them, with LA and YEAR columns
- ssda903, missing, oc2 and dolo: times missing, health and offending, and orders that deprive of liberty
- census: the placements census of Greater Manchester; that of March 2025 has the questions of December 2025
- referrals: referrals for a placement of a few local authorities of the South East
- vacancies: vacancy returns of some homes, of four dates
- costs: a placement cost extract of each local authority
"""
_REGION_SHARE: Final = 0.65
"""Share of the work that goes into making the region; the rest is writing."""


def write_demo(folder: Path, progress: Progress, seed: int = SEED) -> tuple[Path, ...]:
    """Write the synthetic region under `folder` and give the data files' paths.

    The files are the same every time; another `seed` makes a region of the same published totals and other
    children. `progress` runs from 0 to 1. Raises OSError when the
    folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "README.txt").write_text(_READ_ME, encoding="utf-8")
    made = region(lambda done, doing: progress(_REGION_SHARE * done, doing), seed)
    rest = 1 - _REGION_SHARE

    def writing(done: float, doing: str) -> None:
        progress(_REGION_SHARE + rest * 0.8 * done, doing)

    returns = tuple(write_returns(made, folder / "ssda903", writing))
    progress(_REGION_SHARE + rest * 0.8, "Writing synthetic lists of homes, vacancies, costs and needs")
    others = chain(
        write_lists(made, folder / "ofsted"),
        write_premises(made, folder / "ofsted"),
        write_vacancies(made, folder / "vacancies"),
        write_costs(made, folder / "costs"),
        write_more_returns(made, folder / "ssda903"),
        write_census(made, folder / "census"),
        write_referrals(made, folder / "referrals"),
    )
    paths = (*others, *returns)
    progress(1.0, "Synthetic region written")
    return paths
