"""The room or house of a meeting, or the means by which it was held from afar."""

from __future__ import annotations

import re

from qa.meetings.head import Head
from qa.meetings.labels import labelled
from qa.types import Told

VENUE = re.compile(
    r"\b(?:rooms?|hall|cent(?:re|er)|building|school|library|hotel|offices?|church|chambers?|house|"
    r"home of|headquarters|hq|auditorium|theatre|clubhouse|museum|museo|pavilion|stadium|campus|"
    r"university|college|floor|residence|zoom|teams|webex|skype|online|teleconference|"
    r"conference call|google meet|virtual(?:ly)?|remote(?:ly)?|hybrid)\b",
    re.IGNORECASE,
)
_CAPITAL = r"[^\W\d_a-z][\w’'&-]*"
_HOUSE = (
    "Rooms?|Hall|Cent(?:re|er)|Building|School|Library|Hotel|Church|Chambers?|House|Headquarters|"
    "Auditorium|Theatre|Clubhouse|Museum|Pavilion|Campus|University|College"
)
_COMMON = (
    "council chambers?|(?:town|city|village) hall|school (?:hall|library)|clubhouse|"
    "community cent(?:re|er)|boardroom|conference room"
)
_AFAR = (
    "(?:ZOOM|Zoom|zoom)(?: meeting)?|(?:Microsoft |MS )?Teams|WebEx|Webex|Skype|Google Meet|"
    "conference call|teleconference"
)
_AT_VENUE = re.compile(
    rf"\b(?:at|in|via)\s+(?P<room>(?:the\s+)?(?:home|residence) of\s+(?:{_CAPITAL}\s?){{1,3}}"
    rf"|(?:the\s+)?(?:{_CAPITAL}\s+(?:(?:of|de|las|los|la|and|for)\s+){{0,2}}){{0,5}}?"
    rf"(?:{_CAPITAL}\s+)?(?:{_HOUSE})\b(?:\s+[A-Z]?\d{{1,4}}[A-Z]?\b)?"
    rf"|(?:the\s+)?(?:{_COMMON})(?:\s+[A-Z]?\d{{1,4}}\b)?|{_AFAR})"
)
_LINES, _SENTENCES, _CHARS = 8, 4, 400  # in which it is looked for
_LONGEST = 80  # characters of a room
_ROOM = re.compile(r"\(?\b(?P<room>(?:Room|Salle|Saal|Sala)\s+[\w.-]{1,8}(?:\s\d{1,4})?)\b\)?")


def room_of(head: Head) -> Told | None:
    """A label is trusted before what stands behind "at" or "via" in the first lines."""
    room, place = labelled(head, "room"), labelled(head, "place")
    if room and len(room.text) < _LONGEST:
        return room.told(0, _end(room.text))
    if place and VENUE.search(place.text[: _end(place.text)]):
        return place.told(0, _end(place.text))
    for line in (head.title, *head.lines[:_LINES], *head.lead[:_SENTENCES]):
        text = line.text[:_CHARS]
        if match := _ROOM.search(text) or _AT_VENUE.search(text):
            start, end = match.span("room")
            return line.told(start, start + len(text[start:end].rstrip(" .,")))
    return None


def _end(text: str) -> int:
    """Before what else stands in a labelled line."""
    match = re.search(r"\s{2,}|\s[|–—]\s|[;|]", text)
    return match.start() if match else len(text)
