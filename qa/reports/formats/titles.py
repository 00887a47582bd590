"""Drops titles in documents' properties that are remains of a template or of a file's name."""

from __future__ import annotations

import re

from qa.reports.formats.blocks import one_line

_REMAINS = re.compile(
    r"microsoft (?:word|powerpoint|excel)\b.*|untitled\b.*|document ?\d*|word document"
    r"|title|powerpoint presentation|slide ?\d+"
    r"|\S*\.(?:docx?|pptx?|xlsx?|odt|pdf|rtf|indd|qxd|pmd|wpd|tmp|txt|html?)|[\W\d_]*",
    re.IGNORECASE,
)


def own_title(title: str | None) -> str | None:
    """The title, or None if it names no meeting."""
    said = one_line(title or "")
    return None if _REMAINS.fullmatch(said) else said
