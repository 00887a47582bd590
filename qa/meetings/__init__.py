"""The record of a meeting: what a report tells of it, and what a user corrects.

In: a report, or a record with a user's corrections. Out: the record. Open `correcting`.
"""

from qa.meetings.correcting import (
    FIELDS,
    Corrections,
    checked,
    corrected,
    corrected_report,
    numbered,
)

__all__ = [
    "FIELDS",
    "Corrections",
    "checked",
    "corrected",
    "corrected_report",
    "numbered",
]
