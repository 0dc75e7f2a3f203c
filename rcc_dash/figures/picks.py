"""Make a chart answer to clicks, and read what was clicked."""

from collections.abc import Mapping, Sequence
from typing import Final, cast

from rcc_dash.figures.chart_parts import Spec

PICK: Final = "pick"
_VIEW: Final = "picked"


def clickable(spec: Spec, fields: Sequence[str]) -> Spec:
    """Let the first layer of a chart be clicked: the fields of what was clicked come back (`picked_row`)."""
    first, *rest = cast("Sequence[Spec]", spec["layer"])
    select = {"type": "point", "fields": list(fields), "toggle": False}
    return {
        **spec,
        "layer": [{**first, "name": _VIEW}, *rest],
        "params": [{"name": PICK, "select": select, "views": [_VIEW]}],
    }


def picked_row(state: Mapping[str, object] | None) -> dict[str, str]:
    """Read what `st.vega_lite_chart(on_select=…)` gives: the fields clicked; empty for nothing."""
    selection = cast("Mapping[str, object]", (state or {}).get("selection") or {})
    rows = cast("Sequence[Mapping[str, object]]", selection.get(PICK) or ())
    return {str(field): str(value) for field, value in rows[0].items()} if rows else {}
