"""The page's own fields without a browser: what they show, and what a reader chooses in them."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

Field = dict[str, Any]


def _parts(app: AppTest) -> Iterator[tuple[Any, dict[str, Any]]]:
    for one in app.get("bidi_component"):
        if one.proto.component_name.endswith("rcc_fields"):
            for part in json.loads(one.proto.json)["parts"]:
                yield one.proto, part


def fields_of(app: AppTest) -> dict[str, Field]:
    """Give every field on the screen by its name."""
    return {field["name"]: field for _, part in _parts(app) for field in part["fields"]}


def menus_of(app: AppTest) -> list[str]:
    """Give the words on the buttons behind which fields stand."""
    return [part["menu"] for _, part in _parts(app) if part["menu"]]


def chosen(app: AppTest, name: str) -> list[str]:
    """Give what a field shows as chosen."""
    return list(fields_of(app)[name]["chosen"])


def choose(app: AppTest, values: Mapping[str, str | list[str]]) -> AppTest:
    """Choose in fields of these names, all in one go, as a quick reader does; and run."""
    told: dict[str, dict[str, list[str]]] = defaultdict(dict)
    where = {field["name"]: proto.id for proto, part in _parts(app) for field in part["fields"]}
    for name, value in values.items():
        told[where[name]][name] = [value] if isinstance(value, str) else value
    return send(app, {key: {"turn": 1, "touched": touched} for key, touched in told.items()})


def opened(app: AppTest, menu: str) -> AppTest:
    """Open a menu of the page, as a click on its button does; and run."""
    return choose(app, {menu: "open"})


def switched(app: AppTest, *, on: bool) -> AppTest:
    """Switch exact figures on or off; and run."""
    return choose(app, {"exact": ["on"] if on else []})


def send(app: AppTest, told: Mapping[str, object]) -> AppTest:
    """Send what a browser tells of parts of the page by their ids, beside what it tells of all widgets."""
    states = app._tree.get_widget_states()  # noqa: SLF001 no public way tells of a component
    for key, message in told.items():
        event = json.dumps([{"event": "told", "value": message}])
        states.widgets.append(
            WidgetState(id=f"$$STREAMLIT_INTERNAL_KEY_{key}__events", json_trigger_value=event)
        )
    return app._run(states)  # noqa: SLF001 as above
