"""What people and programs look up in the records, without asking: meetings and people.

In: a store and a filter, an id or a name. Out: pages of meetings, a meeting with the words that
tell of it, and what a person did at which meeting. Open `meetings` first, then `people`.
"""

from qa.browsing.deeds import Deed
from qa.browsing.meetings import (
    MeetingDetail,
    MeetingEntry,
    MeetingPage,
    find_meeting,
    list_meetings,
    look_up_meeting,
)
from qa.browsing.people import (
    DeedWords,
    PeoplePage,
    PersonDetail,
    PersonEntry,
    list_people,
    look_up_person,
)
from qa.browsing.words import Words

__all__ = [
    "Deed",
    "DeedWords",
    "MeetingDetail",
    "MeetingEntry",
    "MeetingPage",
    "PeoplePage",
    "PersonDetail",
    "PersonEntry",
    "Words",
    "find_meeting",
    "list_meetings",
    "list_people",
    "look_up_meeting",
    "look_up_person",
]
