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
from qa.types import Answer, Citation, Evidence, Filter, Item, Passage, Report, ReportEntry, Turn

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
    from qa.suggestions import Suggestion, suggest, suggest_first

__all__ = [
    "MAIN",
    "Answer",
    "Assistant",
    "Citation",
    "Embedder",
    "Evidence",
    "Feedback",
    "FileRefusedError",
    "FileState",
    "Filter",
    "FolderError",
    "IndexMissingError",
    "Item",
    "Keyring",
    "LateAssistant",
    "MeetingDetail",
    "MeetingPage",
    "Models",
    "Outcome",
    "Passage",
    "PeoplePage",
    "PersonDetail",
    "Progress",
    "QAError",
    "Report",
    "ReportEntry",
    "Scope",
    "Sessions",
    "Settings",
    "SettingsError",
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
    "file_report",
    "is_demo",
    "is_loopback",
    "is_open",
    "list_files",
    "list_keys",
    "list_meetings",
    "list_people",
    "list_users",
    "look_up_meeting",
    "look_up_person",
    "open_embedder",
    "original_file",
    "place_address",
    "prefer_own",
    "rebuild",
    "record_change",
    "record_feedback",
    "reports_folder",
    "suggest",
    "suggest_first",
    "take_out",
    "take_out_failed",
]

# Imported when first used: they bring pydantic and more, and `import qa` has to be instant.
_LAZY = {
    "Assistant": "qa.assistant",
    "Embedder": "qa.inference",
    "Feedback": "qa.evaluation",
    "FileState": "qa.indexing",
    "Keyring": "qa.keys",
    "LateAssistant": "qa.assistant",
    "MAIN": "qa.settings",
    "MeetingDetail": "qa.browsing",
    "MeetingPage": "qa.browsing",
    "Models": "qa.parts",
    "Outcome": "qa.indexing",
    "PeoplePage": "qa.browsing",
    "PersonDetail": "qa.browsing",
    "Progress": "qa.indexing",
    "Scope": "qa.keys",
    "Sessions": "qa.accounts",
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
    "file_report": "qa.indexing",
    "is_demo": "qa.indexing",
    "is_loopback": "qa.addresses",
    "is_open": "qa.addresses",
    "list_files": "qa.indexing",
    "list_keys": "qa.keys",
    "list_meetings": "qa.browsing",
    "list_people": "qa.browsing",
    "list_users": "qa.accounts",
    "look_up_meeting": "qa.browsing",
    "look_up_person": "qa.browsing",
    "open_embedder": "qa.parts",
    "original_file": "qa.indexing",
    "place_address": "qa.addresses",
    "prefer_own": "qa.indexing",
    "rebuild": "qa.indexing",
    "record_change": "qa.accounts",
    "record_feedback": "qa.evaluation",
    "reports_folder": "qa.indexing",
    "suggest": "qa.suggestions",
    "suggest_first": "qa.suggestions",
    "take_out": "qa.indexing",
    "take_out_failed": "qa.indexing",
}


def __getattr__(name: str) -> object:
    if name not in _LAZY:
        raise AttributeError(f"module 'qa' has no attribute {name!r}")
    return getattr(import_module(_LAZY[name]), name)
