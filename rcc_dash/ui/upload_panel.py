"""Choose files, see what would come of them, and accept: nothing changes before that."""

from typing import Final

import streamlit as st

from rcc_dash.domain.roles import Loads
from rcc_dash.domain.words import and_list, counted
from rcc_dash.intake.preview import FilePreview
from rcc_dash.intake.report import FileReport
from rcc_dash.ui import upload_visit
from rcc_dash.ui.as_words import as_words
from rcc_dash.ui.faults import faults_shown
from rcc_dash.ui.open_data import own_home
from rcc_dash.ui.pressed import button
from rcc_dash.ui.progress_shown import progress_shown
from rcc_dash.ui.sign_in import access
from rcc_dash.ui.text import quiet
from rcc_dash.ui.upload_ask import ask_all_panel
from rcc_dash.ui.upload_file import file_panel

_TAKES: Final = (
    "Excel, OpenDocument, CSV, JSON and XML files of any kind that the page Data lists, several at once."
    " Headings alone of orders (DoLO), times missing or unaccompanied children say that there is nobody."
)
_WHERE: Final = (
    "Files stay on this machine, in {folder}: an accepted file is kept there as it came, any other leaves"
    " no copy. Nothing is sent anywhere. Figures come from tables without ids, full postcodes or birth dates."
)
_NOT_YOURS: Final = "{} is not loaded: it speaks of LAs, or of England, whose files are not yours to load."
_NOT_HERE: Final = (
    "Your role loads no files. Send them to whoever looks after this service, by the way that your authority"
    " allows for records about children."
)


def upload_panel() -> None:
    """Draw the uploader and, for each file put down, its verdict; then the button that accepts."""
    if access().loads is Loads.NONE:
        quiet(_NOT_HERE)
        return
    uploads = st.file_uploader(
        "Choose files to check", accept_multiple_files=True, key=upload_visit.uploader_key(), help=_TAKES
    )
    quiet(_WHERE.format(folder=own_home().root))
    with faults_shown():
        if uploads:
            with progress_shown("Checking the files") as progress:
                upload_visit.look_at(uploads, progress)
            st.rerun()
    _done()
    now = upload_visit.visit()
    if now is not None and now.files:
        _files(now.files)


def _files(files: tuple[FilePreview, ...]) -> None:
    ask_all_panel(files)
    drawn = [one for number, one in enumerate(files) if file_panel(number, one)]
    chosen = [one for one in drawn if upload_visit.is_theirs(one)]
    for one in drawn:
        if one not in chosen:
            st.warning(_NOT_YOURS.format(as_words(one.name)))
    with st.container(horizontal=True, key="accept-bar", vertical_alignment="center"):
        label = f"Accept and load {counted(len(chosen), 'file', 'files')}" if chosen else "No file to load"
        accept = button(label, "accept-files", kind="primary", disabled=not chosen)
        st.button("Clear the list", on_click=upload_visit.leave, key="clear-files")
        quiet("To mend a file, correct it and choose it again above.")
    if accept:
        with faults_shown():
            with progress_shown("Loading") as progress:
                upload_visit.accept_files(chosen, progress)
            st.rerun()


def _done() -> None:
    report = upload_visit.just_done()
    if report is None:
        return
    loaded = [file for file in report.files if file.accounts and not file.refused]
    named = as_words(and_list([_kept(one) for one in loaded]))
    st.success(
        f"{counted(len(loaded), 'file is', 'files are')} loaded: {named}."
        " Every page shows the new figures now. A load can be undone below."
    )


def _kept(file: FileReport) -> str:
    rows = sum(one.rows_loaded + one.rows_mended for one in file.accounts)
    nobody = "" if any(one.rows_read for one in file.accounts) else ": nobody, as told"
    return f"{file.file_name} ({counted(rows, 'row', 'rows')}{nobody})"
