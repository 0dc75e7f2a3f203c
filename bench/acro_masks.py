"""Run by an interpreter that has acro: which cells of the tables in a folder fail its check of ten?"""

import contextlib
import io
import json
import sys
from pathlib import Path

import pandas as pd
from acro import ACRO  # type: ignore[import-not-found]


def main(folder: Path) -> None:
    """Print, as the last line, the failing cells of each file as JSON."""
    found = {}
    with contextlib.redirect_stdout(io.StringIO()):
        judge = ACRO(suppress=False)
        for at, file in enumerate(sorted(folder.glob("*.csv"))):
            frame = pd.read_csv(file, dtype=str)
            judge.crosstab(frame["la"], frame["placement"])
            record = judge.results.results[f"output_{at}"]
            table = pd.crosstab(frame["la"], frame["placement"])
            fails = record.sdc["cells"]["MinimumThresholdCheck"]
            found[file.name] = [[str(table.index[row]), str(table.columns[column])] for row, column in fails]
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
