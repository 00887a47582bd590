"""Files inside of a file, read as the files that they are."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from functools import partial
from pathlib import PurePosixPath

from qa.errors import ReportError
from qa.isolation import guarded
from qa.reports.formats.cures import cure_for
from qa.reports.formats.document import Document
from qa.reports.formats.format import Format
from qa.reports.formats.signature import check_signature


def read_attachment(
    formats: Mapping[str, Format], name: str, content_type: str, raw: bytes
) -> Document:
    """
    Args:
        formats: by their suffixes.
        content_type: tells the format where the name has no suffix.

    Raises:
        ReportError: no reader knows the format, or its reader can't read the file.
    """
    suffix = PurePosixPath(name).suffix.lower() or mimetypes.guess_extension(content_type) or ""
    if suffix not in formats:
        raise ReportError(f"No reader for '{suffix}' files.", cure_for(suffix, formats))
    check_signature(raw, formats[suffix].kind, formats[suffix].signed)
    return guarded(partial(formats[suffix].read, raw))
