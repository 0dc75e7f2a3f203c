"""A process that checks kept files for another: a file a line in, its outcome a line out.

Run as `python -m rcc_dash.intake.worker` by `intake.side_by_side`. It ends when the other side
hangs up, so a killed load leaves none behind.
"""

import json
import sys
from pathlib import Path

from rcc_dash.intake.outcome import outcome
from rcc_dash.settings import DataHome
from rcc_dash.store.manifest import Arrival


def asked(home: DataHome, arrival: Arrival) -> str:
    """Write the question: check this file of this data home."""
    told = {field: getattr(arrival, field) for field in Arrival.__dataclass_fields__}
    return json.dumps({"home": str(home.root), "arrival": told})


def answered(question: str) -> str:
    """Check the file that a question is about, and write down what came of it."""
    told = json.loads(question)
    return outcome(DataHome(Path(told["home"])), Arrival(**told["arrival"])).as_line()


def main() -> None:
    """Answer until nobody asks any more; whatever else is printed goes to the error stream."""
    answers, sys.stdout = sys.stdout, sys.stderr
    for question in sys.stdin:
        answers.write(f"{answered(question)}\n")
        answers.flush()


if __name__ == "__main__":
    main()
