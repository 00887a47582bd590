"""Answers questions over a folder of meeting reports with verbatim, cited sentences."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from qa.errors import QAError
from qa.types import Answer, Citation, Evidence, Passage, Report, ReportEntry, Turn

if TYPE_CHECKING:
    from qa.assistant import Assistant
    from qa.settings import Settings

__all__ = [
    "Answer",
    "Assistant",
    "Citation",
    "Evidence",
    "Passage",
    "QAError",
    "Report",
    "ReportEntry",
    "Settings",
    "Turn",
]

# Imported when first used: they bring pydantic and numpy, and `import qa` has to be instant.
_LAZY = {"Assistant": "qa.assistant", "Settings": "qa.settings"}


def __getattr__(name: str) -> object:
    if name in _LAZY:
        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module 'qa' has no attribute {name!r}")
