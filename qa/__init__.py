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
    from qa.evaluation import Feedback, Verdict, record_feedback
    from qa.indexing import (
        FileState,
        Outcome,
        Progress,
        choose_demo,
        count_own,
        file_report,
        is_demo,
        list_files,
        original_file,
        prefer_own,
        rebuild,
        reports_folder,
        take_out,
    )
    from qa.parts import open_embedder
    from qa.settings import Settings
    from qa.suggestions import Suggestion, suggest, suggest_first

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
    "choose_demo",
    "count_own",
    "file_report",
    "is_demo",
    "list_files",
    "open_embedder",
    "original_file",
    "prefer_own",
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
    "Feedback": "qa.evaluation",
    "FileState": "qa.indexing",
    "Outcome": "qa.indexing",
    "Progress": "qa.indexing",
    "Settings": "qa.settings",
    "Suggestion": "qa.suggestions",
    "Verdict": "qa.evaluation",
    "choose_demo": "qa.indexing",
    "count_own": "qa.indexing",
    "file_report": "qa.indexing",
    "is_demo": "qa.indexing",
    "list_files": "qa.indexing",
    "open_embedder": "qa.parts",
    "original_file": "qa.indexing",
    "prefer_own": "qa.indexing",
    "rebuild": "qa.indexing",
    "reports_folder": "qa.indexing",
    "record_feedback": "qa.evaluation",
    "suggest": "qa.suggestions",
    "suggest_first": "qa.suggestions",
    "take_out": "qa.indexing",
}


def __getattr__(name: str) -> object:
    if name not in _LAZY:
        raise AttributeError(f"module 'qa' has no attribute {name!r}")
    return getattr(import_module(_LAZY[name]), name)
