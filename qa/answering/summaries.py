"""What happened: sentences of the report that tell most of it, said to be extracts."""

from __future__ import annotations

from qa.answering.choosing import Chosen, chosen
from qa.answering.extracts import extracts
from qa.answering.facts import fact
from qa.answering.library import Library
from qa.answering.meetings_at import meeting_at
from qa.answering.quoting import quote_title, quote_whole
from qa.answering.relevance import wanted
from qa.answering.replies import item, listing, refusal, together
from qa.answering.sittings import Sitting, meant, sittings
from qa.types import Answer, Asked, Item, Level, Meeting, Proceedings

_ENOUGH, _SOME = 0.8, 0.4  # of the matter's weight: the passage is on it for sure, or perhaps
_SENTENCES, _OF_EACH, _GROUPS = 8, 2, 5
_EXTRACTS = "Sentences of the reports, chosen to cover them. It is no summary by a person."
_CHOOSE = "Of the newest meetings. Name one to hear more of it."


def summary(asked: Asked, library: Library, limit: int | None) -> Answer:
    """Of the meeting that is named, or else a sentence or two of each of the newest."""
    found, level = _meetings(asked, library)
    groups = meant(sittings(found.meetings)) if found.named else sittings(found.meetings)
    if not groups:
        return fact(asked, library, limit) if asked.matter else refusal(asked)
    one = len(groups) == 1 or asked.latest
    shown = groups[: 1 if one else _GROUPS]
    most = _SENTENCES if one else _OF_EACH
    items = [part for group in shown for part in _items(asked, library, group, most)]
    if not items:
        return refusal(asked)
    hint = together(_EXTRACTS, None if found.named or one else _CHOOSE)
    return listing(asked, items, "summary", level=level, hint=hint)


def _meetings(asked: Asked, library: Library) -> tuple[Chosen, Level]:
    """Those named. A matter that names none is looked for in the passages."""
    found = chosen(asked, library)
    if found.named or not wanted(asked.matter):
        return found, "sure"
    evidence = library.retrieve(asked.text, None, None)
    said = [f"{one.context} {one.text}" for one in evidence]
    on = wanted(asked.matter, said)
    share, at = max(((on.share(text), -at) for at, text in enumerate(said)), default=(0.0, 0))
    held = meeting_at(library, evidence[-at]) if share >= _SOME else None
    return Chosen((held,) if held else (), bool(held)), "sure" if share >= _ENOUGH else "unsure"


def _items(asked: Asked, library: Library, sitting: Sitting, most: int) -> list[Item]:
    meeting = _fullest(sitting)
    report = library.report(meeting.report_id)
    known = library.proceedings([meeting.id]).get(meeting.id, Proceedings())
    on = frozenset(wanted(asked.matter).weights)
    spans = extracts(report, meeting, known, most, on)
    items = [item(meeting, quote_whole(report, span)) for span in spans]
    return [_titled(library, meeting, items[0]), *items[1:]] if items else []


def _titled(library: Library, meeting: Meeting, first: Item) -> Item:
    """The first item with the line that names the meeting beside it."""
    title = quote_title(library.report(meeting.report_id), meeting)
    return item(meeting, *first.citations, title) if title.quote else first


def _fullest(sitting: Sitting) -> Meeting:
    """The longest report of a session: its summary."""
    return max(sitting.meetings, key=lambda meeting: meeting.span.end - meeting.span.start)
