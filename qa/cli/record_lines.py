"""What the console script prints of meetings and people."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from qa.browsing import DeedWords, MeetingEntry, MeetingPage, PersonDetail
from qa.indexing import Exported


def meeting_lines(page: MeetingPage) -> list[str]:
    lines = [_meeting_line(meeting) for meeting in page.meetings]
    shown = f" (the newest {len(lines)})" if len(lines) < page.total else ""
    return [*lines, "", f"{page.total} meetings{shown}"] if lines else ["No meeting."]


def person_lines(detail: PersonDetail) -> list[str]:
    person = detail.person
    others = ", ".join(name for name in person.names if name != person.name)
    counts = ", ".join(f"{did} {count}" for did, count in detail.counts.items())
    lines = [f"{person.name}{f' (also {others})' if others else ''}"]
    lines += [f"{person.meetings} meetings{f': {counts}' if counts else ''}"]
    for (day, meeting), deeds in groupby(detail.deeds, lambda deed: (deed.day, deed.meeting)):
        lines += ["", f"{day or 'no day known'} · {meeting}", *map(_deed_line, deeds)]
    more = detail.total - len(detail.deeds)
    return [*lines, *(["", f"… and {more} more"] if more > 0 else [])]


def export_lines(exported: Exported, path: Path) -> list[str]:
    lines = [f"{path}: {exported.rows} rows"]
    return lines + [f"left out: {source} has several meetings" for source in exported.left_out]


def _meeting_line(meeting: MeetingEntry) -> str:
    return " · ".join(_facts(meeting))


def _facts(meeting: MeetingEntry) -> Iterator[str]:
    """The day, the name, the place, who led it and the file. The name may have some of them."""
    yield meeting.day or "no day"
    yield meeting.name
    held = " ".join(filter(None, (meeting.body, meeting.session)))
    for fact in (held, meeting.place, *meeting.offices, meeting.source):
        if fact and fact not in meeting.name:
            yield fact


def _deed_line(done: DeedWords) -> str:
    how = f" ({done.deed.how})" if done.deed.how else ""
    return f"  {done.deed.did}{how}: «{' '.join(done.words.text.split())}»"
