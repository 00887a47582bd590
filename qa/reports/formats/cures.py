"""Files that no reader knows, and what can be done with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

# What can't be read, and what becomes of it in the program that it was made with.
_CURES: Mapping[str, str] = {
    ".doc": "Save it as .docx.",
    ".dot": "Save it as .docx.",
    ".docm": "Save it as .docx.",
    ".wpd": "Save it as .docx.",
    ".wps": "Save it as .docx.",
    ".pages": "Export it as .docx.",
    ".msg": "Save it as .eml: open it in a mail program and save it there.",
    ".mbox": "Save each mail as .eml.",
    ".pst": "Save each mail as .eml.",
    ".xls": "Save it as .xlsx.",
    ".xlsm": "Save it as .xlsx.",
    ".xlsb": "Save it as .xlsx.",
    ".ods": "Save it as .xlsx.",
    ".csv": "Save it as .xlsx.",
    ".numbers": "Export it as .xlsx.",
    ".ppt": "Save it as .pptx.",
    ".pptm": "Save it as .pptx.",
    ".odp": "Save it as .pptx.",
    ".key": "Export it as .pptx.",
    ".zip": "Unpack it.",
    ".png": "Run text recognition (OCR) over it, and save it as .pdf.",
    ".jpg": "Run text recognition (OCR) over it, and save it as .pdf.",
    ".jpeg": "Run text recognition (OCR) over it, and save it as .pdf.",
    ".tif": "Run text recognition (OCR) over it, and save it as .pdf.",
}


def cure_for(suffix: str, readable: Iterable[str]) -> str:
    """What to do with a file of a suffix that isn't among those that can be read."""
    known = f"Readable: {', '.join(readable)}."
    return f"{_CURES[suffix]} {known}" if suffix in _CURES else known
