"""What each meeting is: its body, session, days, time and place, from the reports alone.

In: a file that was read. Out: its `Report` with a `Meeting` for each meeting that it tells of, each
value with its words and how it is known. Open `record` first, then `series`, which infers from the
neighbours what a bulletin doesn't say itself.
"""

from qa.meetings.gazetteer import folded, is_country, is_town
from qa.meetings.record import ReadProceedings, recorded, shown
from qa.meetings.series import infer_series
from qa.meetings.sessions import shortens

__all__ = [
    "ReadProceedings",
    "folded",
    "infer_series",
    "is_country",
    "is_town",
    "recorded",
    "shortens",
    "shown",
]
