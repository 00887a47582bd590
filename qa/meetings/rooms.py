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
_AT_VENUE = re.compile(
    r"\b(?:at|in|via|by|on|over)\s+(?P<room>(?:the\s+|a\s+)?(?:home of|residence of)\s+(?:[^\W\d_a-z][\w’'-]*\s?){1,3}"
    r"|(?:the\s+)?(?:[^\W\d_a-z][\w.’'&-]*\s+(?:(?:of|de|las|los|la|and|for)\s+){0,2}){0,5}?(?:[^\W\d_a-z][\w-]*\s+)?"
    r"(?:Rooms?|Hall|Cent(?:re|er)|Building|School|Library|Hotel|Church|Chambers?|House|Headquarters|"
    r"Auditorium|Theatre|Clubhouse|Museum|Pavilion|Campus|University|College)\b(?:\s+[A-Z]?\d{1,4}[A-Z]?\b)?"
    r"|(?:the\s+)?(?:council chambers?|town hall|city hall|village hall|school (?:hall|library)|clubhouse|"
    r"community cent(?:re|er)|boardroom|conference room)(?:\s+[A-Z]?\d{1,4}\b)?"
    r"|(?:ZOOM|Zoom|zoom)(?: meeting)?|(?:Microsoft |MS )?Teams|WebEx|Webex|Skype|Google Meet|"
    r"conference call|teleconference)",
)
_ROOM = re.compile(r"\(?\b(?P<room>(?:Room|Salle|Saal|Sala)\s+[\w.-]{1,8}(?:\s\d{1,4})?)\b\)?")


def room_of(head: Head) -> Told | None:
    """The room or house, or the means by which a meeting was held from afar."""
    for field in ("room", "place"):
        line = labelled(head, field)
        if line and (match := VENUE.search(line.text) or (field == "room" and line)):
            end = min(_end_of_venue(line.text), len(line.text))
            return line.told(0, end) if match else None
    for line in (head.title, *head.lines[:8], *head.lead[:4]):
        if (
            match := _ROOM.search(line.text[:400]) or _AT_VENUE.search(line.text[:400])
        ) is not None:
            start, end = match.span("room")
            return line.told(start, start + len(line.text[start:end].rstrip(" .,")))
    return None


def _end_of_venue(text: str) -> int:
    """Before the date or time, or a town behind the last comma."""
    return next((match.start() for match in re.finditer(r"\s{2,}|\s[|–—]\s|[;|]", text)), len(text))
