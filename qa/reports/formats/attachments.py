"""Files inside of a file, read as the files that they are."""

from __future__ import annotations

import mimetypes
from pathlib import PurePosixPath

from qa.errors import ReportError
from qa.reports.formats.document import Document, from_json
from qa.reports.formats.signature import check_signature


def read_attachment(name: str, content_type: str, raw: bytes) -> Document:
    """
    Args:
        content_type: tells the format where the name has no suffix.

    Raises:
        ReportError: no reader knows the format, or its reader can't read the file.
    """
    # The table and who reads by it know the format of mails too.
    from qa.reports.formats.table import FORMATS, cure_for
    from qa.reports.formats.worker import answer

    suffix = PurePosixPath(name).suffix.lower() or mimetypes.guess_extension(content_type) or ""
    if suffix not in FORMATS:
        raise ReportError(f"No reader for '{suffix}' files.", cure_for(suffix))
    check_signature(raw, FORMATS[suffix].kind, FORMATS[suffix].signed)
    values = answer(suffix, raw)
    if "error" in values:
        raise ReportError(*values["error"])
    return from_json(values["document"])
