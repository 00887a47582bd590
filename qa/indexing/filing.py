"""Puts files into the folder of reports and takes them out. Each is there whole or not at all."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass
from functools import partial
from itertools import chain, count
from pathlib import Path
from typing import BinaryIO, Literal

from qa.assistant import Assistant
from qa.errors import FileRefusedError, FileStaysError, FolderError, NotFoundError, ReportError
from qa.indexing.atomic_file import Status, put_file
from qa.indexing.collection import begin_own, is_demo, reports_folder
from qa.indexing.listing import list_files
from qa.indexing.removed import move_out
from qa.reports import SUFFIXES, check_inside, cure_for
from qa.settings import Settings

_NAME_BYTES = 200  # file systems take 255
IfThere = Literal["refuse", "replace", "keep_both"]
_FORBIDDEN = '<>:"|?*'  # what some file systems refuse


@dataclass(frozen=True, slots=True)
class Filed:
    """A file that was put into the folder, or was there already with the same bytes."""

    source: str
    status: Status


@dataclass(frozen=True, slots=True)
class TakenOut:
    """Files that left the folder, and where they are kept."""

    removed: tuple[str, ...]
    kept_in: str


def file_report(
    settings: Settings, name: str, stream: BinaryIO, if_there: IfThere = "refuse"
) -> Filed:
    """Put a file into the folder of reports under its own name, durably, never over another.

    Where another file has the name, it can be replaced (`removed` keeps the old one), or both be
    kept, the new one with a number.

    The first file begins a collection of the user's own, and the demo is put away.

    Raises:
        FileRefusedError: `name`, `format`, `too_large`, `empty`, or `exists` for another file of
            that name.
        FolderError: the folder can't be written, or the disk is full.
    """
    name = clean_name(name)
    suffix = Path(name).suffix.lower()
    if suffix not in SUFFIXES:
        raise FileRefusedError(
            f"There is no reader for '{name}'.", cure_for(suffix, SUFFIXES), "format"
        )
    folder = begin_own(settings)
    _check_folder(folder)
    if if_there == "keep_both":
        name = _free_name(folder, name)
    replace = partial(move_out, settings.home, folder, [name]) if if_there == "replace" else None
    try:
        return Filed(name, put_file(folder, name, stream, settings.report_bytes, replace))
    except OSError as error:
        raise FolderError(
            f"{folder / name} can't be written: {error.strerror or error}.",
            "Free disk space, or make the folder writable.",
        ) from error


def _free_name(folder: Path, name: str) -> str:
    """`name`, or with the first number that no file has yet: "minutes (2).md"."""
    path = Path(name)
    numbered = (f"{path.stem} ({number}){path.suffix}" for number in count(2))
    return next(free for free in chain([name], numbered) if not (folder / free).exists())


def take_out_failed(settings: Settings, assistant: Assistant | None, source: str) -> TakenOut:
    """Move a file that isn't indexed out of the folder.

    Raises:
        NotFoundError: no such file failed or waits, or it is one of the demo.
        FolderError: it can't be moved.
    """
    folder = reports_folder(settings)
    states = {file.source: file for file in list_files(settings, assistant)}
    found = states.get(source)
    if is_demo(settings) or found is None or found.report_id or not (folder / source).is_file():
        raise NotFoundError(f"No file '{source}' failed.", "Bring the index up to date.")
    return TakenOut((source,), str(move_out(settings.home, folder, [source])))


def take_out(assistant: Assistant, report_id: str) -> TakenOut:
    """Move the files of a report out of the folder. The next run drops the report from the index.

    Raises:
        NotFoundError: no report has this id, or none of its files is there any more.
        FileStaysError: the report is one of the demo, or attached to another file.
        FolderError: a file can't be moved.
    """
    folder = reports_folder(assistant.settings)
    if is_demo(assistant.settings):
        raise FileStaysError(
            "The demo's reports stay where they are.", "Add one of your own: it puts the demo away."
        )
    assistant.report(report_id)
    files = assistant.store.files().items()
    held = [source for source, record in files if record.report_id == report_id]
    there = sorted(source for source in held if (folder / source).is_file())
    attached = sorted(file for source in held if (file := _file_of(folder, source)).is_file())
    if not there and attached:
        raise FileStaysError(
            f"It is attached to {attached[0].relative_to(folder).as_posix()}.",
            "Remove that: what is attached goes with it.",
        )
    if not there:
        raise NotFoundError(
            f"The file of this report, {', '.join(sorted(held))}, isn't in {folder}.",
            "Bring the index up to date, and the report is gone.",
        )
    return TakenOut(tuple(there), str(move_out(assistant.settings.home, folder, there)))


def original_file(assistant: Assistant, report_id: str) -> Path:
    """The file that a report was read from; for an attachment, the mail.

    Raises:
        NotFoundError: no report has this id, or its file isn't there any more, or is a link that
            leads out of the folder.
    """
    settings, source = assistant.settings, assistant.report(report_id).source
    folder = reports_folder(settings)
    path = _file_of(folder, source)
    if source not in assistant.store.files() or not _is_inside(settings, path, folder):
        raise NotFoundError(f"The file {path} isn't there any more.", "Bring the index up to date.")
    return path


def _file_of(folder: Path, source: str) -> Path:
    """The file of a source, or the one that it is attached to."""
    path = folder / source
    return next((one for one in (path, *path.parents) if one.is_file()), path)


def _is_inside(settings: Settings, path: Path, folder: Path) -> bool:
    """Whether it is an ordinary file, below the folder of reports as the settings have it."""
    try:
        check_inside(path, folder, outside=settings.follow_links_outside)
    except (OSError, ReportError):
        return False
    return path.is_file()


def clean_name(name: str) -> str:
    """The last part of a path, without what would hide it or what file systems refuse.

    Raises:
        FileRefusedError: `name`: nothing is left, or it is too long.
    """
    base = unicodedata.normalize("NFC", name.replace("\\", "/").rsplit("/", 1)[-1])
    valid = base.encode("utf-8", "replace").decode()
    plain = "".join(
        "_" if c in _FORBIDDEN or unicodedata.category(c)[0] == "C" else c for c in valid
    )
    cleaned = plain.strip(" .")
    if not cleaned or len(cleaned.encode()) > _NAME_BYTES:
        raise FileRefusedError(
            f"A file can't be named '{name[:80]}'.", "Give it an ordinary, short name.", "name"
        )
    return cleaned


def _check_folder(folder: Path) -> None:
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        raise FolderError(
            f"The folder {folder} isn't there, or can't be written.",
            "Make it writable, or index another one: qa index FOLDER",
        )
