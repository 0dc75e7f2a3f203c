"""What DfE published, answered by the tables that the app brings, where no file is loaded."""

from collections.abc import Callable
from datetime import date

from rcc_dash.domain.published import Rank, Wanted
from rcc_dash.domain.published_values import State
from rcc_dash.queries.published import published
from rcc_dash.queries.published_values import shipped_figure
from rcc_dash.queries.reader import Reader

BOLTON, NORTH_WEST = "E08000001", "E12000002"
DAY = date(2025, 3, 31)
FAR = Wanted("cla_31_march_by_distance_percent", "Placed more than 20 miles from home")
OUTSIDE = Wanted("cla_31_march_by_locality_percent", "Placed outside the local authority boundary")
Readers = Callable[..., Reader]


def test_without_a_file_the_table_that_the_app_brings_answers_and_says_so(reader: Readers) -> None:
    found = published(reader(), OUTSIDE, [BOLTON], DAY)
    own = found.by_la[BOLTON].own
    assert own is not None
    assert (own.value, own.is_worked_out, own.cited.is_loaded) == (38, False, False)
    assert [one.words for one in found.sources] == [
        "DfE: Children looked after in England including adoptions, 2025 release (table that the app brings)",
        "DfE: Statistical neighbours, model of 2025 (table that the app brings)",
    ]
    assert found.by_la[BOLTON].region == shipped_figure(OUTSIDE, NORTH_WEST, DAY)


def test_neighbours_and_ranks_of_the_table_that_the_app_brings_are_of_all_england(reader: Readers) -> None:
    """By hand for Bolton, from DfE's shares of its ten neighbours and of all LAs on 31 March 2025."""
    found = published(reader(), FAR, [BOLTON], DAY).by_la[BOLTON]
    peers, rank = found.neighbours, found.rank
    assert peers is not None
    assert rank is not None
    assert (peers.model, peers.used, peers.of) == ("2025", 10, 10)
    assert (peers.mean, peers.median) == (15.7, 14)  # 7 8 10 10 14 14 14 16 30 34
    assert rank == Rank(4, 151, is_best_first=True)  # without City of London [c] and Isles of Scilly [z]


def test_a_measure_of_few_las_gives_no_ranks_and_no_neighbours(reader: Readers) -> None:
    """The app brings the children under 1 of England and the members only: no rank among all can follow."""
    young = Wanted("cla_31_march_by_age_number", "Under 1 year")
    found = published(reader(), young, [BOLTON], DAY)
    assert found.england is not None
    bolton = found.by_la[BOLTON]
    assert bolton.own is not None
    assert (bolton.region, bolton.neighbours, bolton.rank) == (None, None, None)


def test_a_mark_of_the_table_that_the_app_brings_stays_a_mark(reader: Readers) -> None:
    """DfE suppressed Slough's children under 1 on 31 March 2025, and so the share of them too."""
    slough = "E06000039"
    for measure in ("cla_31_march_by_age_number", "cla_31_march_by_age_percent"):
        own = published(reader(), Wanted(measure, "Under 1 year"), [slough], DAY).by_la[slough].own
        assert own is not None
        assert (own.value, own.state, own.mark) == (None, State.SUPPRESSED, "[c]")
