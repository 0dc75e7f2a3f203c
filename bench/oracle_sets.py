"""Which children are in the cells of each question of a release, by which parts? One entry for each question.

A question without an entry is told by name (`bench.oracle`), and never passed over.
"""

from collections.abc import Callable, Iterator
from typing import Final

import pandas as pd

from rcc_dash.domain.places import OUTSIDE_ENGLAND, cooperatives

Sets = Iterator[tuple[pd.DataFrame, dict[str, object]]]
"""Children, and the parts that they are told under: a value for all of them, or one for each."""

_SHARES: Final = (
    "outside", "far", "far_inside", "far_outside", "out_region", "out_england", "far_sure", "far_maybe",
    "far_likely", "far_outside_sure", "far_outside_maybe", "far_outside_likely",
)  # fmt: skip
_LEVELS: Final = ("load", "map", "distance", "cost", "need")
REASONS: Final = ("none_local", "local_unavailable", "child_led", "unknown")


def _whole(rows: pd.DataFrame, _option: str, _rcc: str) -> Sets:
    yield rows, {}


def _children(rows: pd.DataFrame, _option: str, _rcc: str) -> Sets:
    yield rows, {"part": "children"}
    yield rows[rows["placement"].eq("home")], {"part": "residential"}
    for share in ("outside", "far"):
        yield from _halves(rows, share)


def _halves(rows: pd.DataFrame, share: str) -> Sets:
    yield rows[rows[share]], {"part": share}
    yield rows[~rows[share]], {"part": f"not_{share}"}


def _shares(rows: pd.DataFrame, option: str, _rcc: str) -> Sets:
    meant = of_base(rows, option)
    yield meant, {"part": "children"}
    for share in _SHARES:
        yield from _halves(meant, share)


def of_base(rows: pd.DataFrame, option: str) -> pd.DataFrame:
    """Give all children, or those only whose distance applies and is known."""
    return rows[rows["standing"].eq("known")] if option == "known" else rows


def _based(rows: pd.DataFrame, option: str, _rcc: str) -> Sets:
    yield of_base(rows, option), {}


def _bands(rows: pd.DataFrame, option: str, _rcc: str) -> Sets:
    meant = of_base(rows, option)
    yield meant, {"part": "all"}
    yield meant, {"part": meant["band"]}
    yield from _halves(meant, "far")


def _standing(rows: pd.DataFrame, _option: str, _rcc: str) -> Sets:
    yield rows, {"standing": rows["standing"]}


def _why(far: bool = False, known: bool = False) -> "Make":  # noqa: FBT001, FBT002 two switches of one set
    def make(rows: pd.DataFrame, option: str, _rcc: str) -> Sets:
        given = of_base(rows, option)
        given = given[given["reason"].isin(REASONS)]
        given = given[given["reason"].ne("unknown")] if known else given
        given = given[given["far"]] if far else given
        supply = (
            given["reason"].isin(["none_local", "local_unavailable"]).map({True: "supply", False: "other"})
        )
        yield given, {"part": supply, "reason": given["reason"], "reason_label": given["reason_label"]}

    return make


def _matrix(rows: pd.DataFrame, _option: str, rcc: str) -> Sets:
    there = rows["placement_la"]
    own = there.isin(cooperatives()[rcc].la_codes)
    told = there.where(own, "england").mask(there.isin(list(OUTSIDE_ENGLAND)), "nations")
    yield rows, {"there": told.mask(there.isna(), "unknown")}


def _outside(rows: pd.DataFrame, _option: str, _rcc: str) -> Sets:
    yield rows[rows["outside"]], {}


def _flows(rows: pd.DataFrame, _option: str, _rcc: str) -> Sets:
    moved = rows[rows["placement_la"].notna() & rows["placement_la"].ne(rows["la_code"])]
    yield moved, {"placement_la": moved["placement_la"]}


def _gone(rows: pd.DataFrame, _option: str, rcc: str) -> Sets:
    gone = rows[rows["out_region"]]
    own = set(rows.loc[rows["placement_la"].isin(cooperatives()[rcc].la_codes), "region"])
    named = gone["region"].where(~gone["region"].isin(own), "Rest of the " + gone["region"] + " region")
    yield gone, {"part": named, "placement_la": gone["placement_la"]}


def _fitness(rows: pd.DataFrame, _option: str, _rcc: str) -> Sets:
    for level in _LEVELS:
        applies = pd.Series(data=True, index=rows.index)
        if level == "distance":
            applies = ~rows["no_distance"]
        if level == "cost":
            applies = ~rows["placement"].isin(["parents", "adoption"])
        fit = rows[f"fit_{level}"]
        yield rows[applies & fit], {"level": level, "part": "fit"}
        yield rows[applies & ~fit], {"level": level, "part": "unfit"}
        yield rows[applies], {"level": level, "part": "of"}
        yield rows[~applies], {"level": level, "part": "left_out"}


def _complete(rows: pd.DataFrame, _option: str, _rcc: str) -> Sets:
    homes = rows[rows["placement"].eq("home")]
    yield rows, {"part": "children"}
    yield homes, {"part": "residential"}
    for part, column, of in (("placed", "placement_la", rows), ("distance", "distance_miles", rows),
                             ("urn", "home_urn", homes)):  # fmt: skip
        yield of[of[column].notna()], {"part": part}
        yield of[of[column].isna()], {"part": f"not_{part}"}


def _hexes(rows: pd.DataFrame, _option: str, _rcc: str) -> Sets:
    for column in ("origin_hex6", "origin_hex5"):
        known = rows[rows[column].notna()]
        yield known, {"hex": known[column]}


def _groups(rows: pd.DataFrame, cohort: str) -> dict[str, pd.DataFrame]:
    """Give all children, those of any need and those of one, by name; the one may be any."""
    return {"all": rows, "any": rows[rows["in_any"]], cohort: rows[rows[f"in_{cohort}"]]}


def _needs(rows: pd.DataFrame, option: str, _rcc: str) -> Sets:
    """Give every group that a question of a need may tell, under the name of its part."""
    cohort = option.split(maxsplit=1)[0]
    own = rows[rows[f"in_{cohort}"]]
    yield own[own["began"]], {"part": "began"}
    yield (rows if cohort == "any" else rows[rows[f"known_{cohort}"]]), {"part": "known"}
    for code, group in _groups(rows, cohort).items():
        yield group, {"part": code}
        for half, column in (("beyond", "is_beyond"), ("far", "far")):
            yield group[group[column]], {"part": f"{code} {half}"}
            yield group[~group[column]], {"part": f"{code} not {half}"}


def _all_needs(rows: pd.DataFrame, _option: str, _rcc: str) -> Sets:
    yield rows, {"part": "all"}
    for column in [str(name) for name in rows if str(name).startswith(("in_", "known_"))]:
        yield rows[rows[column]], {"part": column.removeprefix("in_")}


def _places(rows: pd.DataFrame, option: str, _rcc: str) -> Sets:
    for code, group in _groups(rows, option.split(maxsplit=1)[0]).items():
        yield group, {"part": code, "lives": group["lives"], "band": group["band"]}


def _priced(rows: pd.DataFrame, option: str, _rcc: str) -> Sets:
    cohort, priced = option.split(maxsplit=1)[0], rows[rows["weekly_cost_gbp"].notna()]
    own = priced[priced[f"in_{cohort}"]]
    for code, group in _groups(priced, cohort).items():
        yield group, {"part": code}
    yield own, {"part": own["lives"]}


def _payers(rows: pd.DataFrame, option: str, _rcc: str) -> Sets:
    payers = ["social_care_gbp", "education_gbp", "health_gbp"]
    told = rows[rows[f"in_{option.split(maxsplit=1)[0]}"]].dropna(subset=["weekly_cost_gbp", *payers])
    yield told, {"part": "told"}
    yield told[told["weekly_cost_gbp"] > told["social_care_gbp"]], {"part": "shared"}
    for payer in payers:
        yield told[told[payer] > 0], {"part": payer}


Make = Callable[[pd.DataFrame, str, str], Sets]
SETS: Final[dict[str, Make]] = {
    "children": _children, "distance_shares": _shares, "in_base": _based, "standing": _standing,
    "standing_all": _whole, "why_labels": _why(), "why_kinds": _why(), "why_supply": _why(known=True),
    "why_known": _why(known=True), "why_far": _why(far=True, known=True), "matrix": _matrix,
    "looked_after": _whole, "sent": _outside, "taken": _outside, "flows": _flows, "flows_elsewhere": _flows,
    "destination_part": _gone, "destination_placement_la": _gone, "fitness": _fitness,
    "completeness": _complete, "origins": _hexes, "rare_areas": _needs, "rare_rows": _all_needs,
    "rare_halves": _needs, "rare_halves_own": _needs, "rare_year": _needs, "rare_places": _places,
    "rare_places_own": _places, "rare_priced": _priced, "rare_payers": _payers, "bands_by_la_code": _bands,
    "bands_by_placement": _bands, "bands_by_age": _bands, "bands_by_sector": _bands,
    "bands_by_legal": _bands, "bands_by_care": _bands, "bands_by_cost": _bands, "bands_by_dols": _bands,
    "bands_by_solo": _bands,
}  # fmt: skip
