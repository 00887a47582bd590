"""«When was it decided?»: the day of the meeting whose report says that it was."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answering.fields import days_in_words, days_told
from qa.answering.library import Library
from qa.answering.meetings_at import meeting_at
from qa.answering.passages import Sentence, scored, sentences
from qa.answering.relevance import wanted
from qa.answering.replies import LIKELY, item, listing, unsure
from qa.types import Answer, Asked, Meeting

_WHEN = re.compile(r"^\W*(?:when|(?:on|at|in)?\s*(?:what|which) (?:day|date|month|year|meeting))\b")
# What is done at a meeting, so that its day is the deed's.
_DEED = re.compile(
    r"\b(?:decided?|approved?|adopted?|agreed?|accepted|rejected|refused|resolved|discussed?|"
    r"elected|appointed|announced|presented|reported|raised|moved|voted|passed|carried|mentioned|"
    r"introduced|proposed|amended|ratified|endorsed|reviewed|considered)\b"
)
_TOLD = re.compile(rf"{_DEED.pattern}|\b(?:decision|resolution|agreement|motion|action)s?\b")
_ENOUGH = 0.8  # of the question's weight, that the sentence has
_BEHIND = 60  # characters
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")  # a deed of another day, which is looked back upon


def deeds_day(asked: Asked, library: Library, limit: int | None) -> Answer | None:
    """The day of the meeting with the sentence that tells the deed, or None if none does."""
    text = asked.text.lower()
    deed = _DEED.search(text)
    if not (_WHEN.match(text) and deed):
        return None
    found = [*sentences(library.retrieve(asked.text, limit, asked.filter or None))]
    on = wanted(_WHEN.sub("", text).replace(deed[0], ""), [one.text for one in found])
    near = [one for share, one in scored(found, on) if share >= _ENOUGH]
    best = [one for one in near if _TOLD.search(_on(one)) and not _YEAR.search(one.text)]
    return _told(asked, library, best[0]) if on and best else None


def _on(sentence: Sentence) -> str:
    """The sentence and what goes on right behind it, such as «Agreed.»"""
    start = sentence.span.start - sentence.evidence.start
    end = sentence.span.end - sentence.evidence.start
    return sentence.evidence.text[start : end + _BEHIND].lower()


def _told(asked: Asked, library: Library, sentence: Sentence) -> Answer | None:
    citation = sentence.citation(library)
    meeting = meeting_at(library, citation)
    if meeting is None or not _day(meeting):
        return None
    made = item(meeting, citation, label="day", known="record")
    found = listing(asked, [replace(made, answer=_day(meeting))], "fact")
    return replace(unsure(found), confidence=LIKELY)


def _day(meeting: Meeting) -> str:
    """The one day that the report is of. Of a session of many it isn't known on which it was."""
    days = (meeting.reported,) if meeting.reported else days_told(meeting)
    return days_in_words([days[0].value]) if len(days) == 1 else ""
