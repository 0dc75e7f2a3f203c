"""How large is the map's picture for each region, as JSON?"""

import os
from pathlib import Path

from streamlit.testing.v1 import AppTest

from rcc_dash.domain.places import cooperatives

_PROJECT = Path(__file__).resolve().parent.parent


def deck_kilobytes(home: Path) -> dict[str, float]:
    """Give the size of the whole map of each region, as the page first shows it."""
    os.environ["RCC_DATA_DIR"] = str(home)
    return {one.name: _of(code) for code, one in cooperatives().items()}


def _of(rcc: str) -> float:
    test = AppTest.from_file(str(_PROJECT / "rcc_dash" / "ui" / "script.py"), default_timeout=60)
    test.query_params["r"] = rcc
    test.run()
    test.switch_page("../../pages/homes_and_origins.py").run()
    sent = [piece.proto for piece in test.get("bidi_component")]
    return sum(len(one.json.encode()) for one in sent if one.component_name.endswith("region_map")) / 1024
