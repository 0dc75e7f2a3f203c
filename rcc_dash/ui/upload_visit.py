"""What has this reader put down to be looked at? Kept for their session only, apart from everybody else's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import IO, Final, Protocol, cast

import streamlit as st

from rcc_dash.domain.progress import Progress
from rcc_dash.errors import UserError
from rcc_dash.intake.desk import Desk
from rcc_dash.intake.disk import disk_told
from rcc_dash.intake.found import Found
from rcc_dash.intake.load import accept
from rcc_dash.intake.preview import FilePreview, beside_each_other, preview
from rcc_dash.intake.report import LoadReport
from rcc_dash.intake.take import Said
from rcc_dash.ui.open_data import own_home
from rcc_dash.ui.sign_in import access

_VISIT: Final = "_visit"
_UPLOADS: Final = "_uploads"
_DONE: Final = "_done"


_NOT_THEIRS: Final = UserError(
    "Nothing was loaded",
    "A file speaks of LAs, or of England, whose files are not yours to load.",
    "Clear the list, then choose your own LA's files only.",
)


class Upload(Protocol):
    """A file as the browser sent it."""

    @property
    def name(self) -> str:
        """Its name on the reader's machine."""


@dataclass(frozen=True)
class Visit:
    """Files on a desk that were looked at and that nobody has accepted."""

    desk: Desk
    files: tuple[FilePreview, ...] = field(default=())


def this_year() -> int:
    """Give the return year that ended last."""
    today = datetime.now(UTC).date()
    return today.year - ((today.month, today.day) < (4, 1))


def visit() -> Visit | None:
    """Give this reader's visit; null if nothing waits to be accepted."""
    return cast("Visit | None", st.session_state.get(_VISIT))


def uploader_key() -> str:
    """Name the uploader; a new name empties it, so that the server lets go of the bytes."""
    return f"upload-{st.session_state.get(_UPLOADS, 0)}"


def look_at(uploads: Sequence[Upload], progress: Progress) -> None:
    """Put uploads down on this reader's desk, check them, and empty the uploader."""
    with disk_told(own_home()):
        now = visit() or Visit(Desk(own_home()))
        paths = [now.desk.receive(one.name, cast("IO[bytes]", one)) for one in uploads]
    found = [Found(path, "", in_inbox=False) for path in paths]
    files = preview(now.desk, found, Said(), datetime.now(UTC), progress)
    st.session_state[_VISIT] = replace(now, files=beside_each_other((*now.files, *files)))
    st.session_state[_UPLOADS] = st.session_state.get(_UPLOADS, 0) + 1
    forget_done()


def tell(answers: Mapping[int, Said], progress: Progress) -> None:
    """Look at some of the files again, by their place in the list, with what their reader says about each."""
    now = visit()
    if now is None:
        return
    files = list(now.files)
    for said in dict.fromkeys(answers.values()):
        numbers = [number for number, answer in answers.items() if answer == said]
        found = [files[number].looked.found for number in numbers]
        again = preview(now.desk, found, said, datetime.now(UTC), progress)
        for number, one in zip(numbers, again, strict=True):
            files[number] = one
    st.session_state[_VISIT] = replace(now, files=beside_each_other(files))


def accept_files(chosen: Sequence[FilePreview], progress: Progress) -> None:
    """Load the chosen files, and end the visit: the others leave no copy."""
    now = visit()
    if now is None:
        return
    if not all(map(is_theirs, chosen)):
        raise _NOT_THEIRS
    looked = [one.looked for one in now.files]
    st.session_state[_DONE] = accept(
        now.desk, looked, [one.looked for one in chosen], datetime.now(UTC), progress
    )
    leave()


def is_theirs(one: FilePreview) -> bool:
    """Say whether this reader may load a file: on their own machine any, else by their role and LAs."""
    return access().may_load(account.la_code for account in one.looked.outcome.accounts)


def leave() -> None:
    """End the visit; what was not accepted leaves no copy."""
    now = visit()
    if now is not None:
        now.desk.clear()
    st.session_state.pop(_VISIT, None)


def just_done() -> LoadReport | None:
    """Give what was loaded last in this session, until other files are put down."""
    return cast("LoadReport | None", st.session_state.get(_DONE))


def forget_done() -> None:
    """Say no more about what was loaded last: something else was done since."""
    st.session_state.pop(_DONE, None)
