"""What each meeting is: its body, session, days, time and place, from the reports alone.

In: a file that was read. Out: its `Report` with a `Meeting` for each meeting that it tells of, each
value with its words and how it is known. Open `record` first, then `series`, which infers from the
neighbours what a bulletin doesn't say itself.
"""

from qa.meetings.record import recorded, shown

__all__ = ["recorded", "shown"]
