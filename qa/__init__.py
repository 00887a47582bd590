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
from qa.types import (
    Answer,
    Citation,
    Evidence,
    Filter,
    Item,
    Passage,
    Report,
    ReportEntry,
    Span,
    Turn,
)

if TYPE_CHECKING:
    from qa.accounts import Sessions, User, Users, list_users, record_change
    from qa.addresses import check_host, is_loopback, is_open, place_address
    from qa.assistant import Assistant, LateAssistant
    from qa.browsing import (
        MeetingDetail,
        MeetingPage,
        PeoplePage,
        PersonDetail,
        list_meetings,
        list_people,
        look_up_meeting,
        look_up_person,
    )
    from qa.collections import collections_of
    from qa.evaluation import Feedback, Verdict, record_feedback
    from qa.exporting import Block, Note, Script, write_docx
    from qa.indexing import (
        FileState,
        Outcome,
        Progress,
        changes,
        choose_demo,
        correct,
        count_own,
        file_report,
        is_demo,
        list_files,
        original_file,
        prefer_own,
        rebuild,
        reports_folder,
        take_out,
        take_out_failed,
    )
    from qa.inference import Embedder
    from qa.keys import Keyring, Scope, allows, list_keys
    from qa.parts import Models, open_embedder
    from qa.settings import MAIN, Settings
    from qa.insight import Insight, look, note_answer
    from qa.keys import Keyring, Scope, allows
    from qa.originals import (
        OriginalPages,
        PageMarks,
        draw_page,
        mark_page,
        original_pages,
        prepare_pages,
    )
    from qa.parts import open_embedder
    from qa.settings import Settings
    from qa.suggestions import Suggestion, suggest, suggest_first

__all__ = [
    "MAIN",
    "Answer",
    "Assistant",
    "Block",
    "Citation",
    "Embedder",
    "Evidence",
    "Feedback",
    "FileRefusedError",
    "FileState",
    "Filter",
    "FolderError",
    "IndexMissingError",
    "Insight",
    "Item",
    "Keyring",
    "LateAssistant",
    "MeetingDetail",
    "MeetingPage",
    "Models",
    "Note",
    "OriginalPages",
    "Outcome",
    "PageMarks",
    "Passage",
    "PeoplePage",
    "PersonDetail",
    "Progress",
    "QAError",
    "Report",
    "ReportEntry",
    "Scope",
    "Sessions",
    "Script",
    "Settings",
    "SettingsError",
    "Span",
    "Suggestion",
    "Turn",
    "User",
    "Users",
    "Verdict",
    "allows",
    "changes",
    "check_host",
    "choose_demo",
    "collections_of",
    "correct",
    "count_own",
    "draw_page",
    "file_report",
    "is_demo",
    "is_loopback",
    "is_open",
    "list_files",
    "list_keys",
    "list_meetings",
    "list_people",
    "list_users",
    "look",
    "look_up_meeting",
    "look_up_person",
    "mark_page",
    "note_answer",
    "open_embedder",
    "original_file",
    "original_pages",
    "place_address",
    "prefer_own",
    "prepare_pages",
    "rebuild",
    "record_change",
    "record_feedback",
    "reports_folder",
    "suggest",
    "suggest_first",
    "take_out",
    "take_out_failed",
    "write_docx",
]

# Imported when first used: they bring pydantic and more, and `import qa` has to be instant.
_LAZY = {
    "Assistant": "qa.assistant",
    "Embedder": "qa.inference",
    "Block": "qa.exporting",
    "Feedback": "qa.evaluation",
    "FileState": "qa.indexing",
    "Insight": "qa.insight",
    "Keyring": "qa.keys",
    "LateAssistant": "qa.assistant",
    "MAIN": "qa.settings",
    "MeetingDetail": "qa.browsing",
    "MeetingPage": "qa.browsing",
    "Models": "qa.parts",
    "Note": "qa.exporting",
    "OriginalPages": "qa.originals",
    "Outcome": "qa.indexing",
    "PageMarks": "qa.originals",
    "PeoplePage": "qa.browsing",
    "PersonDetail": "qa.browsing",
    "Progress": "qa.indexing",
    "Scope": "qa.keys",
    "Sessions": "qa.accounts",
    "Script": "qa.exporting",
    "Settings": "qa.settings",
    "Suggestion": "qa.suggestions",
    "User": "qa.accounts",
    "Users": "qa.accounts",
    "Verdict": "qa.evaluation",
    "allows": "qa.keys",
    "changes": "qa.indexing",
    "check_host": "qa.addresses",
    "choose_demo": "qa.indexing",
    "collections_of": "qa.collections",
    "correct": "qa.indexing",
    "count_own": "qa.indexing",
    "draw_page": "qa.originals",
    "file_report": "qa.indexing",
    "is_demo": "qa.indexing",
    "is_loopback": "qa.addresses",
    "is_open": "qa.addresses",
    "list_files": "qa.indexing",
    "list_keys": "qa.keys",
    "list_meetings": "qa.browsing",
    "list_people": "qa.browsing",
    "list_users": "qa.accounts",
    "look": "qa.insight",
    "look_up_meeting": "qa.browsing",
    "look_up_person": "qa.browsing",
    "mark_page": "qa.originals",
    "note_answer": "qa.insight",
    "open_embedder": "qa.parts",
    "original_file": "qa.indexing",
    "original_pages": "qa.originals",
    "place_address": "qa.addresses",
    "prefer_own": "qa.indexing",
    "prepare_pages": "qa.originals",
    "rebuild": "qa.indexing",
    "record_change": "qa.accounts",
    "record_feedback": "qa.evaluation",
    "reports_folder": "qa.indexing",
    "suggest": "qa.suggestions",
    "suggest_first": "qa.suggestions",
    "take_out": "qa.indexing",
    "take_out_failed": "qa.indexing",
    "write_docx": "qa.exporting",
}


def __getattr__(name: str) -> object:
    if name not in _LAZY:
        raise AttributeError(f"module 'qa' has no attribute {name!r}")
    return getattr(import_module(_LAZY[name]), name)
