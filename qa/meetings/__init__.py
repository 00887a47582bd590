"""What each meeting is: its body, session, days, time and place, from the reports alone.

In: a file, or records with a user's corrections. Out: the `Report` with a `Meeting` for each
meeting that it tells of, each value with its words and how it is known. Open `record` first, then
`reading`, which does it in another process, `series`, which infers from the neighbours what a
bulletin doesn't say itself, and `correcting`. What happened at a meeting is read by `proceedings`,
a package of its own.
"""

from qa.meetings.blocks import numbered_name
from qa.meetings.correcting import (
    FIELDS,
    Correction,
    Corrections,
    check_field,
    checked,
    corrected,
    corrected_report,
    find_number,
    first_line,
)
from qa.meetings.gazetteer import is_country, is_town
from qa.meetings.people import family_name, merge_people, same_person
from qa.meetings.proceedings import read_proceedings
from qa.meetings.reading import UNRECORDED, Found, Recorded, read_recorded, record_here
from qa.meetings.record import ReadProceedings, recorded, shown
from qa.meetings.series import infer_series, retold, with_series
from qa.meetings.sessions import shortens

__all__ = [
    "FIELDS",
    "UNRECORDED",
    "Correction",
    "Corrections",
    "Found",
    "ReadProceedings",
    "Recorded",
    "check_field",
    "checked",
    "corrected",
    "corrected_report",
    "family_name",
    "find_number",
    "first_line",
    "infer_series",
    "is_country",
    "is_town",
    "merge_people",
    "numbered_name",
    "read_proceedings",
    "read_recorded",
    "record_here",
    "recorded",
    "retold",
    "same_person",
    "shortens",
    "shown",
    "with_series",
]
