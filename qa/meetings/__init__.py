"""The record of a meeting: what a report tells of it, and what a user corrects.

In: a report, or a record with a user's corrections. Out: the record. Open `correcting`.
"""

from qa.meetings.correcting import (
    FIELDS,
    Correction,
    Corrections,
    checked,
    corrected,
    corrected_report,
    find_number,
    first_line,
)

__all__ = [
    "FIELDS",
    "Correction",
    "Corrections",
    "checked",
    "corrected",
    "corrected_report",
    "find_number",
    "first_line",
]
