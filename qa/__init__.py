"""Answers questions over a folder of meeting reports with verbatim, cited sentences."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from qa.errors import (
    FileRefusedError,
    FolderError,
    IndexMissingError,
    QAError,
    SettingsError,
)
from qa.types import Answer, Citation, Evidence, Passage, Report, ReportEntry, Turn

if TYPE_CHECKING:
    from qa.assistant import Assistant
    from qa.feedback import Feedback, Verdict, record_feedback
    from qa.filing import file_report, original_file, reports_folder, take_out
    from qa.listing import FileState, list_files
    from qa.outcome import Outcome, Progress
    from qa.parts import open_embedder
    from qa.rebuilding import rebuild
    from qa.settings import Settings
    from qa.suggesting import Suggestion, suggest, suggest_first

__all__ = [
    "Answer",
    "Assistant",
    "Citation",
    "Evidence",
    "Feedback",
    "FileRefusedError",
    "FileState",
    "FolderError",
    "IndexMissingError",
    "Outcome",
    "Passage",
    "Progress",
    "QAError",
    "Report",
    "ReportEntry",
    "Settings",
    "SettingsError",
    "Suggestion",
    "Turn",
    "Verdict",
    "file_report",
    "list_files",
    "open_embedder",
    "original_file",
    "rebuild",
    "record_feedback",
    "reports_folder",
    "suggest",
    "suggest_first",
    "take_out",
]

# Imported when first used: they bring pydantic and more, and `import qa` has to be instant.
_LAZY = {
    "Assistant": "qa.assistant",
    "Feedback": "qa.feedback",
    "FileState": "qa.listing",
    "Outcome": "qa.outcome",
    "Progress": "qa.outcome",
    "Settings": "qa.settings",
    "Suggestion": "qa.suggesting",
    "Verdict": "qa.feedback",
    "file_report": "qa.filing",
    "list_files": "qa.listing",
    "open_embedder": "qa.parts",
    "original_file": "qa.filing",
    "rebuild": "qa.rebuilding",
    "reports_folder": "qa.filing",
    "record_feedback": "qa.feedback",
    "suggest": "qa.suggesting",
    "suggest_first": "qa.suggesting",
    "take_out": "qa.filing",
}


def __getattr__(name: str) -> object:
    if name not in _LAZY:
        raise AttributeError(f"module 'qa' has no attribute {name!r}")
    # Kept in the module, since `qa.rebuilding` the module would else hide `rebuild` the function.
    value = globals()[name] = getattr(import_module(_LAZY[name]), name)
    return value
