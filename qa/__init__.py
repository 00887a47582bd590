"""Answers questions over a folder of meeting reports with verbatim, cited sentences."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from qa.errors import IndexMissingError, QAError, SettingsError
from qa.types import Answer, Citation, Evidence, Passage, Report, ReportEntry, Turn

if TYPE_CHECKING:
    from qa.assistant import Assistant
    from qa.indexing import Outcome, Progress
    from qa.rebuilding import rebuild
    from qa.settings import Settings

__all__ = [
    "Answer",
    "Assistant",
    "Citation",
    "Evidence",
    "IndexMissingError",
    "Outcome",
    "Passage",
    "Progress",
    "QAError",
    "Report",
    "ReportEntry",
    "Settings",
    "SettingsError",
    "Turn",
    "rebuild",
]

# Imported when first used: they bring pydantic and more, and `import qa` has to be instant.
_LAZY = {
    "Assistant": "qa.assistant",
    "Outcome": "qa.indexing",
    "Progress": "qa.indexing",
    "Settings": "qa.settings",
    "rebuild": "qa.rebuilding",
}


def __getattr__(name: str) -> object:
    if name not in _LAZY:
        raise AttributeError(f"module 'qa' has no attribute {name!r}")
    # Kept in the module, since `qa.rebuilding` the module would else hide `rebuild` the function.
    value = globals()[name] = getattr(import_module(_LAZY[name]), name)
    return value
