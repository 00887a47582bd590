"""Checks by a file's first bytes that it is what its name says."""

from __future__ import annotations

import io
import re
import zipfile

from qa.errors import ReportError

_DAMAGED = ""  # a zip file too damaged to tell what it was
KINDS = {
    ".pdf": "a PDF",
    ".docx": "a Word document",
    ".odt": "an OpenDocument text",
    ".pptx": "a PowerPoint presentation",
    ".xlsx": "an Excel workbook",
    ".rtf": "RTF",
    ".html": "HTML",
    ".zip": "a zip file",
    _DAMAGED: "a damaged zip file",
    ".doc": "an old Office file",
    ".xls": "an old Excel workbook",
    ".ppt": "an old PowerPoint presentation",
    ".msg": "a mail of Outlook",
    ".png": "an image",
    ".jpg": "an image",
}
_CURES = {
    ".zip": "Unpack it.",
    _DAMAGED: "Unpack it.",
    ".doc": "Save it as .docx.",
    ".xls": "Save it as .xlsx.",
    ".ppt": "Save it as .pptx.",
    ".msg": "Save it as .eml.",
    ".png": "Run text recognition (OCR) over it.",
    ".jpg": "Run text recognition (OCR) over it.",
}
_STARTS = {
    b"%PDF-": ".pdf",
    b"{\\rtf": ".rtf",
    b"\x89PNG": ".png",
    b"\xff\xd8\xff": ".jpg",
}
_ZIPPED = {
    "word/document.xml": ".docx",
    "ppt/presentation.xml": ".pptx",
    "xl/workbook.xml": ".xlsx",
    "content.xml": ".odt",
}
# Streams in files of the time before .docx.
_OLD = {"PowerPoint Document": ".ppt", "Workbook": ".xls", "__substg1.0_": ".msg"}
_HTML = re.compile(rb"(?:<\?xml[^>]{0,200}>\s*)?(?:<!doctype html|<html)\b", re.IGNORECASE)
_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HEAD = 1024  # bytes: PDF allows as many before its signature


def check_signature(raw: bytes, suffix: str, needed: bool) -> None:
    """
    Args:
        suffix: the kind that the name promises, one of KINDS if `needed`.
        needed: whether files of this kind always have their signature.

    Raises:
        ReportError: the content is of another kind, or empty.
    """
    if not raw.strip():
        raise ReportError("The file has no text.", "Remove it, or write the report into it.")
    found = _kind(raw)
    as_promised = found == suffix or (suffix == ".pdf" and b"%PDF-" in raw[:_HEAD])
    if as_promised or (found == _DAMAGED and suffix in _ZIPPED.values()):
        return
    if raw.startswith(_OFFICE) and _ENCRYPTED in raw:
        raise ReportError("The file is encrypted.", "Save it without a password.")
    if found is not None:
        cure = _CURES.get(found, f"Give it the suffix {found}.")
        raise ReportError(f"Its content is {KINDS[found]}, not what '{suffix}' says.", cure)
    if needed:
        raise ReportError(
            f"Its content isn't {KINDS[suffix]}, as '{suffix}' says.", "Save it anew."
        )


def _kind(raw: bytes) -> str | None:
    head = raw[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    if raw.startswith(_OFFICE):
        return next((_OLD[name] for name in _OLD if name.encode("utf-16-le") in raw), ".doc")
    if raw.startswith(b"PK\x03\x04"):
        return _zip_kind(raw)
    by_start = (kind for start, kind in _STARTS.items() if head.startswith(start))
    return next(by_start, ".html" if _HTML.match(head) else None)


def _zip_kind(raw: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return _DAMAGED
    return next((_ZIPPED[name] for name in _ZIPPED if name in names), ".zip")
