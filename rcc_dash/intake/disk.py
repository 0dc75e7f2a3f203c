"""What does a person read when the disk is full or may not be written to?"""

from collections.abc import Iterator
from contextlib import contextmanager

from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome


@contextmanager
def disk_told(home: DataHome) -> Iterator[None]:
    """Do what writes into the data home; raises UserError where the disk did not take it."""
    try:
        yield
    except OSError as error:
        raise UserError(
            title="The disk did not take it",
            what=f"{error.strerror or 'No reason was given'}, in the data folder {home.root}.",
            fix="Make room or allow writing there, then do it again. What was loaded before goes on serving.",
        ) from error
