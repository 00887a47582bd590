"""What an Office file says of itself."""

from __future__ import annotations

from qa.reports.formats.office.office_parts import OfficeParts
from qa.reports.formats.titles import own_title
from qa.text import find_date

_PROPERTIES = "docProps/core.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
# Of templates that programs without a clock leave unchanged.
_NO_DATES = ("2013-12-23", "2013-01-27")
_MADE = "{http://purl.org/dc/terms/}created"


def read_properties(parts: OfficeParts) -> tuple[str | None, str | None]:
    """Title, and the day that the file was made."""
    if _PROPERTIES not in parts:
        return None, None
    core = parts.tree(_PROPERTIES)
    made = find_date(core.findtext(_MADE) or "")
    return own_title(core.findtext(_TITLE)), made if made not in _NO_DATES else None
