"""Opens the zip files of office programs, and refuses those that would unpack into too much."""

from __future__ import annotations

import io
import zipfile
from xml.parsers import expat

from qa.errors import ReportError

MOST_BYTES = 50_000_000  # of XML, unpacked: a report of ten thousand pages
_XML = (".xml", ".rels")
_AGAIN = "Open it in its program and save it again."


def open_archive(raw: bytes, most_bytes: int = MOST_BYTES) -> zipfile.ZipFile:
    """Open a zip file and check that its XML parts are small enough and define no entities.

    Raises:
        ReportError: the zip file is damaged or encrypted, or its XML is too large or has a DTD.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
        parts = [info for info in archive.infolist() if info.filename.endswith(_XML)]
        # Python reads no more of a part than the size that is checked here.
        _check_size(sum(info.file_size for info in parts), most_bytes)
        _check_encryption(archive)
        for info in parts:
            _check_xml(info.filename, archive.read(info))
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError) as error:
        raise ReportError(f"The file is a damaged zip: {error}.", _AGAIN) from error
    except RuntimeError as error:  # what zipfile raises for a password
        raise ReportError(f"The file is encrypted: {error}.", "Save it without one.") from error
    return archive


def _check_size(size: int, most_bytes: int) -> None:
    if size > most_bytes:
        raise ReportError(
            f"Unpacked, its text would have {size:,} bytes.",
            f"At most {most_bytes:,} are read; split the report.",
        )


def _check_encryption(archive: zipfile.ZipFile) -> None:
    """OpenDocument encrypts the parts, and says so in the list of its parts."""
    manifest = "META-INF/manifest.xml"
    if manifest in archive.namelist() and b"encryption-data" in archive.read(manifest):
        raise ReportError("The file is encrypted.", "Save it without a password.")


def _check_xml(name: str, part: bytes) -> None:
    """Refuse a DTD. Office files have none, and one with entities can grow without end."""

    def refuse(*_: object) -> None:
        raise ReportError(f"Its part {name} has a DTD, which could grow without end.", _AGAIN)

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(part, True)
    except expat.ExpatError as error:
        raise ReportError(f"Its part {name} isn't XML: {error}.", _AGAIN) from error
