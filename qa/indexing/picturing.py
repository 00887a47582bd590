"""Marks the fingerprint of a file with images of pages by the setting that read them.

Text recognition that is set later reads such a file again, and no other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from qa.reports import Folder, ReportFile
from qa.stores import FileRecord

_MARK = "~"  # between the fingerprint of the file and the languages of text recognition
_NEXT = "+"  # begins the mark of corrections, which stays behind


def pictured(fingerprint: str, ocr: str, has_pictures: bool) -> str:
    """The fingerprint of a file that was read with these languages."""
    bare, plus, corrections = fingerprint.partition(_NEXT)
    bare = bare.partition(_MARK)[0]
    mark = f"{_MARK}{ocr}" if has_pictures else ""
    # A plus joins languages as well.
    return f"{bare}{mark.replace(_NEXT, ',')}{plus}{corrections}"


def as_known(folder: Folder, known: Mapping[str, FileRecord], ocr: str) -> Folder:
    """What a scan found; files known to have images of pages, with the mark of the setting."""

    def marked(file: ReportFile) -> ReportFile:
        record = known.get(file.source)
        has_pictures = record is not None and _MARK in record.fingerprint
        return replace(file, fingerprint=pictured(file.fingerprint, ocr, has_pictures))

    return replace(folder, files=tuple(map(marked, folder.files)))
