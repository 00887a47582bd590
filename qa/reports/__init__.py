"""Turns a file into a `Report`, and a `Report` into its passages.

In: the bytes of a file, and what its folder and a catalogue say about it. Out: `Report` and
`Passage` with exact offsets, or a `ReportError` that names what is wrong. Open `report_file` first,
then `passages`. `formats/` reads each kind of file, and `cleaning` takes
out what nobody sees.
"""

from qa.reports.dating import Dated, is_other_day
from qa.reports.folder import Failure, Folder, ReportFile, hashed, list_paths, reason, scan
from qa.reports.formats import (
    LeftOut,
    Mark,
    Metadata,
    PageMarks,
    Wanted,
    check_recognition,
    cure_for,
    limits_for,
    page_marks,
    page_picture,
    prepare_pages,
    read_here,
)
from qa.reports.links import check_inside, read_regular
from qa.reports.near_duplicates import find_groups, sketch
from qa.reports.passages import headline, split_passages
from qa.reports.report_file import (
    SUFFIXES,
    ReadFile,
    check_suffix,
    is_of_text,
    read_file,
    read_report,
    report_id,
    text_part,
)
from qa.reports.units import Limits, sentences_of
from qa.reports.versions import SPLITTER

__all__ = [
    "SPLITTER",
    "SUFFIXES",
    "Dated",
    "Failure",
    "Folder",
    "LeftOut",
    "Limits",
    "Mark",
    "Metadata",
    "PageMarks",
    "ReadFile",
    "ReportFile",
    "Wanted",
    "check_inside",
    "check_recognition",
    "check_suffix",
    "cure_for",
    "find_groups",
    "hashed",
    "headline",
    "is_of_text",
    "is_other_day",
    "limits_for",
    "list_paths",
    "page_marks",
    "page_picture",
    "prepare_pages",
    "read_file",
    "read_here",
    "read_regular",
    "read_report",
    "reason",
    "report_id",
    "scan",
    "sentences_of",
    "sketch",
    "split_passages",
    "text_part",
]
