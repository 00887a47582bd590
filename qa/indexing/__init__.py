"""A folder -> a store, while others go on asking it.

In: a folder of files, or a file that a user adds or removes. Out: an `Outcome`. It says what was
added, changed and removed, and what failed and why. Open `rebuilding` first, then `indexer`.
"""

from qa.indexing.collection import (
    begin_with_demo,
    choose_demo,
    count_own,
    demo_folder,
    is_demo,
    prefer_own,
    reports_folder,
)
from qa.indexing.correcting import Exported, correct, export_corrections
from qa.indexing.filing import file_report, original_file, take_out, take_out_failed
from qa.indexing.indexer import Indexer
from qa.indexing.listing import FileState, list_files
from qa.indexing.migrating import migrate
from qa.indexing.outcome import Outcome, Progress, near_duplicates
from qa.indexing.rebuilding import alone, rebuild, restore
from qa.indexing.watching import changes, watch

__all__ = [
    "Exported",
    "FileState",
    "Indexer",
    "Outcome",
    "Progress",
    "alone",
    "begin_with_demo",
    "changes",
    "choose_demo",
    "correct",
    "count_own",
    "demo_folder",
    "export_corrections",
    "file_report",
    "is_demo",
    "list_files",
    "migrate",
    "near_duplicates",
    "original_file",
    "prefer_own",
    "rebuild",
    "reports_folder",
    "restore",
    "take_out",
    "take_out_failed",
    "watch",
]
