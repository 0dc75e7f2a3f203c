"""Which tables and columns may a release have? What is not listed here does not get in (scorecard D12)."""

from typing import Final

from rcc_dash.domain.released import BEDS

_T, _N, _D, _B = "VARCHAR", "DOUBLE", "DATE", "BOOLEAN"
SLICE_COUNTS: Final = (
    "children", "outside", "not_outside", "far", "not_far", "far_outside", "not_far_outside", "out_region",
    "not_out_region", "out_england", "not_out_england",
)  # fmt: skip
"""The counts of children of a slice's cell."""

ALLOWED: Final = {
    "standing": {"la_code": _T, "as_of": _D, "children_of": _D, "state": _T},
    "asked": {
        "asked": "INTEGER", "question": _T, "option": _T, "as_of": _D, "scope": _T,
        "attributes": _T, "parts": _T,
    },
    "cell": {
        "asked": "INTEGER", "la_code": _T, "placement": _T, "age": _T, "sector": _T,
        "value_1": _T, "value_2": _T, "children": "BIGINT",
    },
    "children_shown": {
        "as_of": _D, "area_code": _T, "parted_by": _T, "placement": _T, "age": _T, "sector": _T, "legal": _T,
        "care": _T, "cost": _T, "dols": _T, "solo": _T, **dict.fromkeys(SLICE_COUNTS, "BIGINT"),
        "nearly_all": _B,
    },
    "bed": {"asked": "INTEGER", "la_code": _T, "sector": _T, "group": _T, **dict.fromkeys(BEDS, "BIGINT")},
    "source_rows": {
        "source": _T, "period": _T, "loaded_on": _D,
        **dict.fromkeys(("las", "files", "rows_read", "rows_loaded"), "BIGINT"),
        **dict.fromkeys(("rows_mended", "rows_rejected", "rows_repeated"), "BIGINT"),
    },
    "finding_rows": {
        "severity": _T, "source": _T, "code": _T, "what": _T, "fix": _T, "files": "BIGINT", "rows": "BIGINT",
    },
    "figure": {"asked": "INTEGER", "name": _T, "value": _N, "mark": _T},
    "as_of_date": {"as_of": _D, "has_children": _B, "has_homes": _B},
    "home_at": {
        "as_of": _D, "urn": _T, "provision_type": _T, "is_childrens_home": _B, "home_name": _T, "la_code": _T,
        "constituency": _T, "sector": _T, "places": "INTEGER", "short_break_only": _B, "judgement": _T,
        "inspected_on": _D, "registered_on": _D, "owner_name": _T, "status": _T, "list_scope": _T,
        "position_basis": _T, "lat": _N, "lon": _N, "spread_miles": _N,
    },
    "home_change": {
        "as_of": _D, "urn": _T, "provision_type": _T, "la_code": _T, "sector": _T, "places": "INTEGER",
        "joined": _B, "left": _B, "registered_on": _D, "closed_on": _D,
    },
    "home_inspection": {
        "as_of": _D, "urn": _T, "provision_type": _T, "la_code": _T, "sector": _T, "places": "INTEGER",
        "inspection_type": _T, "inspected_on": _D, "judgement": _T,
    },
    "home_total": {"as_of": _D, "homes": "INTEGER", "places": "INTEGER"},
    "la_inspection": {"as_of": _D, "la_code": _T, "inspected_on": _D, "judgement": _T},
    "supported_premises": {
        "as_of": _D, "urn": _T, "la_code": _T, "sector": _T, "places": "INTEGER", "category": "INTEGER",
        "registered_on": _D, "closed_on": _D, "precision": _T,
    },
    "area": dict.fromkeys(("la_code", "name", "dfe_code", "region_name", "rcc_code", "sub_region_code"), _T),
    "neighbour": {
        "model": _T, "la_code": _T, "rank": "INTEGER", "neighbour_la_code": _T, "closeness": _T,
    },
    "published_figure": {
        "source": _T, "dataset": _T, "release": "INTEGER", "period_start": _D, "period_end": _D,
        "area_code": _T, "area_level": _T, "measure": _T, "dimension": _T, "category": _T,
        "dimension_2": _T, "category_2": _T, "value": _N, "value_state": _T, "mark": _T, "unit": _T,
        "rounding": _N, "is_current": _B, "sha256": _T,
    },
    "published_definition": dict.fromkeys(
        ("source", "dataset", "measure", "title", "polarity", "unit_words", "description"), _T
    ),
    "meta": {"build_id": _T, "made_on": "TIMESTAMP", "is_demo": _B, "complete": _B, "files": "BIGINT"},
}  # fmt: skip
"""Every table and column that a release may have, with its type."""
