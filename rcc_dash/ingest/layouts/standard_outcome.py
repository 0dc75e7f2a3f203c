"""Which placement came of a referral: where, with whom, at what cost, and was it the one wanted?"""

from typing import Final

import pandas as pd

from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.findings import Finding
from rcc_dash.ingest.layouts.standard_needs import SUITABILITIES, each, whole_numbers, words
from rcc_dash.ingest.numbers import to_numbers
from rcc_dash.ingest.plausible import odd_prices
from rcc_dash.ingest.recognise import Matched
from rcc_dash.ingest.rules import Part, Rule
from rcc_dash.ingest.urns import OTHER_REGULATOR, tidy_urns
from rcc_dash.ingest.word_lists import BLANKS, bare, read_words, read_yes_no
from rcc_dash.reference.sectors import postcode_district, postcode_sector
from rcc_dash.reference.tables import rows

_ANSWERED: Final = {
    "in_preferred": "in_preferred_location", "education": "education_answer", "split": "siblings_split",
}  # fmt: skip
_FREE: Final = Rule(
    "K03", Severity.WARNING, "cost", "A child is placed, and the placement costs nothing.",
    "Fill in the weekly fee.",
)  # fmt: skip
_ODD: Final = Rule(
    "K04", Severity.WARNING, "cost", "The weekly cost is far from what such placements cost; kept as given.",
    "See whether it is the price of a year or a day. What is usual can be changed in "
    "data/reference/plausible_costs.csv.",
)  # fmt: skip
_DISPLACED: Final = Rule(
    "N02", Severity.INFO, "placed_type", "The child was placed in another kind of placement than the one "
    "preferred.", "Nothing to do.",
)  # fmt: skip
_MORE_SIBLINGS: Final = Rule(
    "N03", Severity.WARNING, "siblings_placed", "More siblings were placed together than were to be placed.",
    "See which of the two numbers is wrong.",
)  # fmt: skip
_POLARITY: Final = Rule(
    "N05", Severity.WARNING, "education", "It is not known whether Yes means that education went on or that "
    "it was disrupted: LAs read the question both ways, so the answer is not used.",
    "Ask the LA, and write what Yes means (continued or disrupted) in data/reference/referral_education.csv.",
)  # fmt: skip
_BAD_URN: Final = Rule(
    "U03", Severity.MENDED, "urn", "The URN is no Ofsted number and was left blank.",
    "Take it from Ofsted's list.",
)  # fmt: skip


def outcome(matched: Matched, la_code: pd.Series, wanted: pd.DataFrame) -> Part:
    """Give the placement that came of each referral; `wanted` holds its needs. Null where not said."""
    placed = read_words(
        matched, "placed_type", words("placed_type", "types of placement"), {"family_code": "code"}
    )
    family_code = placed.columns["family_code"]
    parts = (
        placed, _costs(matched, family_code), _answers(matched, la_code), _provider(matched),
    )  # fmt: skip
    siblings, lost = whole_numbers(matched, "siblings_placed")
    displaced = _displaced(family_code, wanted)
    columns = pd.concat([part.columns for part in parts], axis="columns").assign(
        siblings_placed=siblings, is_displaced=displaced
    )
    findings = (
        lost,
        _DISPLACED.hit(matched, displaced),
        _MORE_SIBLINGS.hit(matched, siblings > wanted["siblings_to_place"]),
    )
    return Part(columns, (*findings, *(finding for part in parts for finding in part.findings)))


def _answers(matched: Matched, la_code: pd.Series) -> Part:
    parts = [read_yes_no(matched, field, words("yes_no", "answers")) for field in _ANSWERED]
    said = pd.concat([part.columns for part in parts], axis="columns").rename(columns=_ANSWERED)
    continued, unset = _education(said["education_answer"], la_code)
    findings = (_POLARITY.hit(matched, unset), *(finding for part in parts for finding in part.findings))
    return Part(said.assign(education_continued=continued), findings)


def _provider(matched: Matched) -> Part:
    cells, where = matched.column("urn"), matched.column("place")
    urn = tidy_urns(cells)
    is_odd = ~cells.map(bare).isin(list(BLANKS | {"unknown"})) & urn.isna()
    columns = {
        "provider_urn": urn.mask(urn.eq(OTHER_REGULATOR)),
        "placement_district": each(where, postcode_district),
        "placement_sector": each(where, postcode_sector),
    }
    return Part(pd.DataFrame(columns), (_BAD_URN.hit(matched, is_odd),))


def _displaced(family_code: pd.Series, wanted: pd.DataFrame) -> pd.Series:
    """Say whether the child is in another family than each preferred one; null without a preference."""
    preferred = pd.DataFrame(
        {family: wanted[f"{field}_suitability"].eq("preferred") for field, family in SUITABILITIES.items()}
    ).fillna(value=False)
    got = pd.Series(data=False, index=family_code.index)
    for family in SUITABILITIES.values():
        got |= preferred[family] & family_code.eq(family)
    return (~got).astype("boolean").where(preferred.any(axis="columns") & family_code.notna())


def _education(answer: pd.Series, la_code: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Turn the answer to how the LA means it, and say where that is not known."""
    means = la_code.map({row["la_code"]: row["yes_means"] for row in rows("referral_education")})
    went_on = answer.where(means.eq("continued")).fillna((~answer).where(means.eq("disrupted")))
    return went_on, answer.notna() & ~means.isin(["continued", "disrupted"])


def _costs(matched: Matched, family_code: pd.Series) -> Part:
    actual, actual_lost = _amounts(matched, "cost")
    agreed, agreed_lost = _amounts(matched, "agreed_cost")
    weekly = actual.fillna(agreed)
    basis = pd.Series("actual", index=weekly.index, dtype="str").mask(actual.isna(), "agreed")
    columns = pd.DataFrame(
        {
            "weekly_cost_gbp": weekly,
            "agreed_weekly_cost_gbp": agreed,
            "cost_basis": basis.where(weekly.notna()),
        }
    )
    findings = (
        actual_lost,
        agreed_lost,
        _FREE.hit(matched, weekly.eq(0) & family_code.notna()),
        _ODD.hit(matched, odd_prices(family_code, weekly).notna()),
    )
    return Part(columns, findings)


def _amounts(matched: Matched, field: str) -> tuple[pd.Series, Finding]:
    cells = matched.column(field)
    amount = to_numbers(cells)
    amount = amount.where(amount >= 0).round(2)
    rule = Rule("K01", Severity.MENDED, field, "The amount is below zero or no number and was left blank.",
                "Write pounds a week, 0 for none.")  # fmt: skip
    is_given = ~cells.map(bare).isin(list(BLANKS))
    return amount, rule.hit(matched, is_given & amount.isna())
