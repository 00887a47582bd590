"""Answers questions over a folder of meeting reports with verbatim, cited sentences."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from qa.errors import IndexMissingError, QAError, SettingsError
from qa.types import Answer, Citation, Evidence, Passage, Report, ReportEntry, Turn

if TYPE_CHECKING:
    from qa.assistant import Assistant
    from qa.feedback import Feedback, Verdict, record_feedback
    from qa.indexing import Outcome, Progress
    from qa.rebuilding import rebuild
    from qa.settings import Settings
    from qa.suggesting import suggest, suggest_first

__all__ = [
    "Answer",
    "Assistant",
    "Citation",
    "Evidence",
    "Feedback",
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
    "Verdict",
    "rebuild",
    "record_feedback",
    "suggest",
    "suggest_first",
]

# Imported when first used: they bring pydantic and more, and `import qa` has to be instant.
_LAZY = {
    "Assistant": "qa.assistant",
    "Feedback": "qa.feedback",
    "Outcome": "qa.indexing",
    "Progress": "qa.indexing",
    "Settings": "qa.settings",
    "Verdict": "qa.feedback",
    "rebuild": "qa.rebuilding",
    "record_feedback": "qa.feedback",
    "suggest": "qa.suggesting",
    "suggest_first": "qa.suggesting",
}


def __getattr__(name: str) -> object:
    if name not in _LAZY:
        raise AttributeError(f"module 'qa' has no attribute {name!r}")
    # Kept in the module, since `qa.rebuilding` the module would else hide `rebuild` the function.
    value = globals()[name] = getattr(import_module(_LAZY[name]), name)
    return value
