"""Reads the record of a meeting from a report.

In: a `Report`. Out: its meetings and proceedings. Open `proceedings` first.
"""

from qa.meetings.people import merge_people, same_person
from qa.meetings.proceedings import read_proceedings

__all__ = ["merge_people", "read_proceedings", "same_person"]
