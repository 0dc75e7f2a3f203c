"""How is one file checked, so that a fault in it never stops the others or loses the file?"""

import logging
import shutil
import traceback
from datetime import date
from pathlib import Path
from typing import Final
from uuid import uuid4

from rcc_dash.errors import UserError
from rcc_dash.ingest.accept import check_file
from rcc_dash.ingest.checked import CheckedFile
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.told import Told
from rcc_dash.settings import DataHome
from rcc_dash.store import files, raw, staging
from rcc_dash.store.manifest import Arrival

_LOG: Final = logging.getLogger(__name__)


def check_kept(place: DataHome, arrival: Arrival, secrets: Secrets) -> CheckedFile:
    """Check the copy of a file that lies at `place` as it was told, and store its checked tables there.

    `place` is a data home, or a desk with files that wait to be accepted. Raises UserError when the
    file cannot be loaded; then nothing is stored.
    """
    made = files.unfinished(place.staged / "reading")
    made.mkdir()
    try:
        named = made / Path(arrival.file_name).name  # messages call a file by its own name
        shutil.copyfile(raw.location(place, arrival.sha256), named)
        checked = _checked(named, arrival, secrets)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    staging.write(place, arrival.key, checked.tables, checked.passed_over)
    return checked


def _checked(path: Path, arrival: Arrival, secrets: Secrets) -> CheckedFile:
    as_of = date.fromisoformat(arrival.as_of) if arrival.as_of else None
    told = Told(arrival.file_name, arrival.folder, arrival.la, arrival.year, as_of)
    try:
        return check_file(path, told, secrets)
    except UserError:
        raise
    except Exception as error:  # noqa: BLE001 -- a fault in one file must not stop the others
        raise _fault(arrival, error) from None


def _fault(arrival: Arrival, error: Exception) -> UserError:
    """Log where it went wrong, but not the error's own words: they may quote a row."""
    reference = uuid4().hex[:8]
    where = "".join(traceback.format_tb(error.__traceback__))
    _LOG.error("reference %s: %s\n%s", reference, type(error).__name__, where)
    return UserError(
        title=f"{arrival.file_name} could not be checked",
        what=f"The program met something that it was not made for (reference {reference}).",
        fix="Please report the reference. The other files are not affected.",
    )
