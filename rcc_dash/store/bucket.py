"""How do releases get into object storage (S3, Google, Azure, a folder), and from there to a host?

A host has its copy on a disk of its own: the app reads no bucket, and needs no key to one. Releases never
change, so a file is carried once; the list of releases goes last, so that it never names what is not there.
"""

import shutil
from collections.abc import Iterable
from io import BytesIO
from typing import Any, BinaryIO, Final

from pyarrow import ArrowException, fs

from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store import files, raw, releases
from rcc_dash.store.locks import only_one
from rcc_dash.store.releases import Listed, Release

_CHUNK_BYTES: Final = 8 << 20
_MOST_LISTED_BYTES: Final = 1 << 20
"""A list of two years has a hundredth of it; what is longer is none of ours, and is not read on."""


def fetch(home: DataHome, url: str) -> tuple[str, ...]:
    """Take over the releases of a bucket and which of them serves; gives those that are new here.

    What arrives is held against the hash in the list before it counts; until all is there the release
    that serves goes on serving. Raises UserError where something does not arrive as it was sent, and on
    the machine that publishes.
    """
    if home.release_state.exists():
        raise _PUBLISHES
    place, folder = _place(url)
    with only_one(home.releases / "fetch.lock"):
        try:
            files.sweep(home.releases)
            told = releases.parsed(_read(place, f"{folder}/{releases.POINTER}"))
            new = [one for one in told.releases if not releases.is_whole(home, one)]
            for one in new:
                _bring(place, folder, home, one)
            releases.take_over(home, told)
        except (OSError, ArrowException) as error:
            raise _NOT_REACHED from error
    return tuple(one.name for one in new)


def send(home: DataHome, url: str) -> tuple[str, ...]:
    """Put the releases kept here, and which of them serves, into a bucket; gives those that are new there.

    The list that goes is the one that was read at first: a release published meanwhile goes the next time.
    Raises UserError where there is nothing to send, where the bucket holds another release of the same
    name, or real ones in the place of which synthetic ones would come, or where it does not take them.
    """
    place, folder = _place(url)
    here = releases.listed(home)
    try:
        there = _listed_there(place, folder)
        _must_follow(here, there)
        new = [one for one in here.releases if not _holds(place, folder, home, one, _names(there))]
        for one in new:
            with releases.release_file(home, one.name).open("rb") as file:
                _put(file, place, folder, releases.file_name(one.name))
        _put(BytesIO(releases.written(here).encode()), place, folder, releases.POINTER)
        _clear(place, folder, _names(there) - _names(here.releases))
    except (OSError, ArrowException) as error:
        raise _NOT_REACHED from error
    return tuple(one.name for one in new)


def _place(url: str) -> tuple[Any, str]:
    try:
        place, folder = fs.FileSystem.from_uri(url)
    except (OSError, ArrowException) as error:
        raise _NO_PLACE from error
    return place, str(folder).rstrip("/")


def _read(place: Any, path: str) -> str:  # noqa: ANN401 pyarrow has no types
    with place.open_input_stream(path) as stream:
        return bytes(stream.read(_MOST_LISTED_BYTES)).decode(errors="replace")


def _bring(place: Any, folder: str, home: DataHome, one: Release) -> None:  # noqa: ANN401 as above
    kept = releases.release_file(home, one.name)
    made = files.unfinished(kept)
    try:
        with place.open_input_stream(f"{folder}/{kept.name}") as stream, made.open("wb") as file:
            shutil.copyfileobj(stream, file, _CHUNK_BYTES)
        if raw.digest(made) != one.sha256:
            raise _CHANGED
        releases.put(made, kept)
    finally:
        made.unlink(missing_ok=True)


def _listed_there(place: Any, folder: str) -> tuple[Release, ...]:  # noqa: ANN401 as above
    path = f"{folder}/{releases.POINTER}"
    if place.get_file_info(path).type is fs.FileType.NotFound:
        return ()
    return releases.parsed(_read(place, path)).releases


def _must_follow(here: Listed, there: Iterable[Release]) -> None:
    """Raise UserError where what is here may not take the place of what is there."""
    if not here.releases:
        raise _NOTHING
    held = {one.name: one.sha256 for one in there}
    if any(held.get(one.name, one.sha256) != one.sha256 for one in here.releases):
        raise _ANOTHER
    if all(one.is_demo for one in here.releases) and not all(one.is_demo for one in there):
        raise _SYNTHETIC


def _holds(place: Any, folder: str, home: DataHome, one: Release, names: set[str]) -> bool:  # noqa: ANN401 as above
    """Say whether the bucket names a release and has its file, as far as the length tells."""
    kept = releases.release_file(home, one.name)
    if one.name not in names or not kept.is_file():
        return one.name in names
    return bool(place.get_file_info(f"{folder}/{kept.name}").size == kept.stat().st_size)


def _put(file: BinaryIO, place: Any, folder: str, name: str) -> None:  # noqa: ANN401 as above
    if isinstance(place, fs.LocalFileSystem):
        place.create_dir(folder)
    with place.open_output_stream(f"{folder}/{name}") as stream:
        shutil.copyfileobj(file, stream, _CHUNK_BYTES)


def _clear(place: Any, folder: str, names: Iterable[str]) -> None:  # noqa: ANN401 as above
    for name in names:
        place.delete_file(f"{folder}/{releases.file_name(name)}")


def _names(found: Iterable[Release]) -> set[str]:
    return {one.name for one in found}


_PUBLISHES: Final = UserError(
    "Nothing was fetched",
    "This data folder publishes releases itself, and its own list would be lost.",
    "Fetch into the data folder of a host: RCC_DATA_DIR names it.",
)
_NO_PLACE: Final = UserError(
    "That is no place for releases",
    "It is not the address of a bucket or folder that this program knows.",
    "Write s3://BUCKET/FOLDER, gs://…, abfss://… or file:///FOLDER; keys to it come from the environment.",
)
_NOT_REACHED: Final = UserError(
    "The place of the releases does not answer",
    "It could not be read or written, or the disk here is full. What was served before is served still.",
    "Look whether the address and the keys in the environment are right, then try again.",
)
_CHANGED: Final = UserError(
    "A release did not arrive as it was sent",
    "The bytes of its file are not those that the list of releases says.",
    "Try again; if it stays so, delete that file in the bucket and send from where it is published.",
)
_NOTHING: Final = UserError(
    "Nothing was sent",
    "No release is kept here, and an empty list would take all releases from the hosts.",
    "Send from the data folder that publishes: RCC_DATA_DIR names it.",
)
_SYNTHETIC: Final = UserError(
    "Nothing was sent",
    "The bucket holds releases of real children, and those here are synthetic.",
    "Send from the data folder that publishes (RCC_DATA_DIR names it), or to a folder of its own.",
)
_ANOTHER: Final = UserError(
    "Nothing was sent",
    "The bucket holds another release of the same name, and a release is never restated.",
    "Send to a folder of its own, or publish under another name.",
)
