"""What a bulletin doesn't say itself, inferred from those beside it.

Each value that is inferred says so (`how` is "series"), with the reason.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from qa.meetings.alignment import Clue, align
from qa.meetings.blocks import Block, blocks_of, frame, own_day, shifted
from qa.meetings.digits import straight, turned
from qa.meetings.events import name_of
from qa.meetings.record import shown
from qa.text import days_between, spelled
from qa.types import Meeting, Report, Told

_INFERRED = ("body", "session", "place", "first_day", "last_day", "reported")
_COMMON = 0.8  # share of a folder's reports that name the same body …
_FEW = 4  # … of at least so many


def infer_series(meetings: Sequence[Meeting]) -> Mapping[str, Meeting]:
    """The meetings that change, by id, when what the series tells is filled in anew.

    What was inferred before is forgotten first, so a neighbour that came or went is taken account
    of, and the order in which reports were added makes no difference.
    """
    found = {meeting.id: straight(_forgotten(meeting)) for meeting in meetings}
    found.update((meeting.id, meeting) for meeting in list(turned(found.values())))
    alone = _single(list(found.values()))
    for block in blocks_of(alone):
        if len(block.members) > 1:
            found.update((meeting.id, meeting) for meeting in _filled(block))
    found.update((meeting.id, meeting) for meeting in _with_body(list(found.values())))
    before = {meeting.id: meeting for meeting in meetings}
    return {id_: meeting for id_, meeting in found.items() if meeting != before[id_]}


def with_series(reports: Sequence[Report], others: Sequence[Meeting]) -> list[Report]:
    """The reports with what their series tells; `others` are the records beside them."""
    own = [meeting for report in reports for meeting in report.meetings]
    ids = {report.id for report in reports}
    beside = [meeting for meeting in others if meeting.report_id not in ids]
    changed = infer_series([*own, *beside])
    return [retold(report, changed) for report in reports]


def retold(report: Report, changed: Mapping[str, Meeting]) -> Report:
    """The report with those of its records that changed, and what it shows of them."""
    if not any(meeting.id in changed for meeting in report.meetings):
        return report
    meetings = tuple(changed.get(meeting.id, meeting) for meeting in report.meetings)
    return shown(replace(report, meetings=meetings), report)


def _single(meetings: Sequence[Meeting]) -> list[Meeting]:
    """Those that are the only one of their report."""
    counts = Counter(meeting.report_id for meeting in meetings)
    return [meeting for meeting in meetings if counts[meeting.report_id] == 1]


def _forgotten(meeting: Meeting) -> Meeting:
    """Without what was inferred from a series."""
    gone: dict[str, Told | None] = {
        name: None
        for name in _INFERRED
        if (told := getattr(meeting, name)) and told.how == "series"
    }
    if not gone:
        return meeting
    day = None if "reported" in gone else meeting.reported
    days: dict[str, Told | None] = {name: day for name in ("first_day", "last_day") if name in gone}
    changes: dict[str, Any] = dict(gone)
    changes.update(days)
    return _named(replace(meeting, **changes))


def _named(meeting: Meeting) -> Meeting:
    title = meeting.title.value if meeting.title else meeting.name
    return replace(meeting, name=name_of(title, meeting.body, meeting.session))


def _filled(block: Block) -> Iterator[Meeting]:
    days = block.days
    reported = _reported(block)
    shared = {name: _shared(block, name) for name in ("body", "session", "place")}
    for member in block.members:
        new: dict[str, Any] = {
            name: told
            for name, told in shared.items()
            if told and not getattr(member, name) and not _by_session(name, member)
        }
        if member.id in reported:
            new["reported"] = reported[member.id]
        if days and _is_single(member):
            why = "The reports beside it, of the same meeting, name its days."
            new["first_day"] = Told(days[0], "series", why=why)
            new["last_day"] = Told(days[1], "series", why=why)
        yield _named(replace(member, **new)) if new else member


def _is_single(member: Meeting) -> bool:
    """Whether the report knows of no day but its own."""
    return member.first_day == member.last_day == member.reported


def _by_session(name: str, member: Meeting) -> bool:
    """A body that isn't named stays so where the session is the report's own, and another one."""
    return name == "body" and member.session is not None


def _shared(block: Block, name: str) -> Told | None:
    """What the reports of a block say most often; those of the whole meeting count twice."""
    counts: Counter[str] = Counter()
    for member in block.members:
        told: Told | None = getattr(member, name)
        if told:
            counts[told.value] += 2 if frame(member) else 1
    if not counts:
        return None
    value = max(counts, key=counts.__getitem__)  # of equals, the first
    return Told(value, "series", why=f"The reports beside it, of the same meeting, say “{value}”.")


def _reported(block: Block) -> Mapping[str, Told]:
    """The day of each bulletin that doesn't say it, by the bulletin's id."""
    daily = [member for member in block.members if not frame(member)]
    days = _possible(block, daily)
    chosen = align([Clue(own_day(member), member.said_day) for member in daily], days)
    return {
        member.id: Told(day, "series", why=_why(member, block))
        for member, day in zip(daily, chosen or [], strict=bool(chosen))
        if not member.reported
    }


def _possible(block: Block, daily: Sequence[Meeting]) -> list[str]:
    """The days of the meeting, and those that its bulletins are of by their own words."""
    known = [*block.known, *(block.days or ())]
    if not known:
        return []
    missing = sum(own_day(member) is None for member in daily)
    last = max(known) if block.days else shifted(max(known), missing)
    return list(days_between(min(known), last))


def _why(member: Meeting, block: Block) -> str:
    days = block.days
    place = "It stands in a row with other reports of the same meeting"
    if days:
        place = f"It is one of the reports in a row on {spelled(days[0])} to {spelled(days[1])}"
    if not member.said_day:
        return f"{place}, and its place among them tells the day."
    said = member.said_day
    named = said if said.isalpha() else spelled(f"2000-{said}").rpartition(" ")[0]
    return f"{place}, and it says “{named}”."


def _with_body(meetings: Sequence[Meeting]) -> Iterator[Meeting]:
    """Reports that name no body, in a folder where nearly all name the same one."""
    folders: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        folders[str(PurePosixPath(meeting.source).parent)].append(meeting)
    for same in folders.values():
        named = [meeting.body.value for meeting in same if meeting.body]
        counts = Counter(value.casefold() for value in named)
        most, count = counts.most_common(1)[0] if counts else ("", 0)
        if count < max(_FEW, _COMMON * len(same)):
            continue
        value = next(value for value in named if value.casefold() == most)
        told = Told(value, "series", why=f"The other reports of its folder name “{value}”.")
        yield from (_named(replace(m, body=told)) for m in same if not m.body)
