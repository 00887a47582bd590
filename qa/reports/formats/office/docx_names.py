"""The names of elements in Word documents."""

from __future__ import annotations

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PARAGRAPH, RUN, WORDS, DELETED = f"{W}p", f"{W}r", f"{W}t", f"{W}delText"
BOX = f"{W}txbxContent"


def is_on(switch: object | None) -> bool:
    """Whether a switch such as <w:strike/> is there, and isn't turned off."""
    value = getattr(switch, "get", lambda _: "0")(f"{W}val")
    return value not in ("0", "false", "off")
