"""The names of elements in OpenDocument files."""

from __future__ import annotations

_NAMES = "urn:oasis:names:tc:opendocument:xmlns"
TEXT = f"{{{_NAMES}:text:1.0}}"
TABLE = f"{{{_NAMES}:table:1.0}}"
OFFICE = f"{{{_NAMES}:office:1.0}}"
META = f"{{{_NAMES}:meta:1.0}}"
STYLE = f"{{{_NAMES}:style:1.0}}"
DRAW = f"{{{_NAMES}:drawing:1.0}}"
FORM = f"{{{_NAMES}:form:1.0}}"
DC = "{http://purl.org/dc/elements/1.1/}"
PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
