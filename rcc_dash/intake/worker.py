"""A process that checks files for another: a file a line in, its outcome a line out.

Run as `python -m rcc_dash.intake.worker` by `intake.side_by_side`. It ends when the other side
hangs up, so a killed load leaves none behind.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path

from rcc_dash.intake.desk import Desk
from rcc_dash.intake.outcome import outcome
from rcc_dash.intake.secret_keys import secrets_of
from rcc_dash.settings import DataHome
from rcc_dash.store.manifest import Arrival


def asked(desk: Desk, arrival: Arrival) -> str:
    """Write the question: check this file that lies on this desk."""
    places = {"home": str(desk.home.root), "place": str(desk.place.root)}
    return json.dumps({**places, "arrival": asdict(arrival)})


def answered(question: str) -> str:
    """Check the file that a question is about, and write down what came of it."""
    told = json.loads(question)
    home, place = (DataHome(Path(told[name])) for name in ("home", "place"))
    return outcome(place, Arrival(**told["arrival"]), secrets_of(home)).as_line()


def main() -> None:
    """Answer until nobody asks any more; whatever else is printed goes to the error stream."""
    answers, sys.stdout = sys.stdout, sys.stderr
    for question in sys.stdin:
        answers.write(f"{answered(question)}\n")
        answers.flush()


if __name__ == "__main__":
    main()
