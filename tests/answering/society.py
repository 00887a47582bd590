"""Invented reports with records made by hand, and a library over them.

Two meetings of a society, and a forum of three days with a daily report and a summary.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from qa.reading import SentenceReader
from qa.stores.filtering import matches, names_of
from qa.text import stems, telling_words
from qa.types import (
    Answer,
    Asked,
    Entry,
    Evidence,
    Filter,
    Kind,
    Meeting,
    Person,
    Proceedings,
    Report,
    Span,
    Statement,
    Told,
    Votes,
)
from qa.types.meetings import How, Presence
from tests.samples import evidence_of, make_report

MAY = """# Pellbrook Allotment Society, committee meeting

Tuesday 9 May 2023, Pellbrook Hall, 7.00 pm

Chair: Ines Marlow
Vice-chair: Tomas Reyl
Present: Ines Marlow, Tomas Reyl, Ada Finch
Apologies: Piet Lorne

## Water

Ms Finch said that the new tank leaks at every joint. She asked for a second quote.
The committee agreed to replace the tank before July.
- ACTION: Tomas Reyl to obtain two quotes by 1 June.

## Rents

Tomas Reyl opposed a higher rent for the small plots.
Moved by Ada Finch, seconded by Tomas Reyl, that rents stay at 40 euros: carried by 3 votes to 0.

The next meeting is on 13 June 2023 in the Old Mill.
The meeting closed at 8.45 pm.
"""
JUNE = """# Pellbrook Allotment Society, committee meeting

13 June 2023

Chair: Tomas Reyl
Present: Tomas Reyl, Ada Finch, Piet Lorne

## Water

Ada Finch reported that the tank was replaced in time.
The committee agreed to lend the pump to the school.
The proposal to sell the old tank was rejected.

The next meeting is on 11 July 2023.
"""
DAY = """# Delta Water Forum 3, Wednesday, 5 October 2022

The Delta Water Forum met for its second day.

## Levies

NORWAY, supported by PERU, proposed a levy on river traffic.
PERU opposed a cap on dredging.
"""
FORUM = """# Summary of the third Delta Water Forum, 4-6 October 2022

The third Delta Water Forum was held in Lund, Sweden, with 320 participants.

## Levies

NORWAY said that a levy on river traffic pays for the gauges.
The Forum adopted the river levy after a long debate in plenary.

## Gauges

The Forum decided to build twelve river gauges by the end of next year.
Many delegates welcomed the gauges as the main result of the week.

## Closing

Hanna Vik, President of the Forum, closed the session late on Thursday night.
"""


def report_of(text: str, source: str, date: str | None) -> Report:
    return replace(make_report(text, source), date=date)


def at(report: Report, words: str, after: str = "") -> Span:
    """Where the words stand, after others."""
    start = report.text.index(words, report.text.index(after))
    return Span(start, start + len(words))


def told(report: Report, words: str, value: str = "", how: How = "text") -> Told:
    return Told(value or words, how, at(report, words))


def person(
    report: Report, name: str, role: str, line: str, presence: Presence | None = None
) -> Person:
    said = at(report, line)
    start = report.text.index(name, said.start)
    return Person(name, role, Span(start, start + len(name)), said, presence=presence)


def whole(report: Report) -> Span:
    return Span(0, len(report.text))


may = report_of(MAY, "2023-05-09.md", "2023-05-09")
june = report_of(JUNE, "2023-06-13.md", "2023-06-13")
day = report_of(DAY, "forum-day-2.md", "2022-10-05")
forum = report_of(FORUM, "forum.md", "2022-10-09")

_SOCIETY = Told("Pellbrook Allotment Society", "title")
MAY_MEETING = Meeting(
    id="may",
    report_id=may.id,
    source=may.source,
    name="Pellbrook Allotment Society, 9 May 2023",
    span=whole(may),
    title=told(may, "Pellbrook Allotment Society, committee meeting", how="title"),
    body=_SOCIETY,
    first_day=told(may, "9 May 2023", "2023-05-09"),
    time=told(may, "7.00 pm"),
    ended=told(may, "8.45 pm"),
    place=told(may, "Pellbrook Hall"),
    next_day=told(may, "13 June 2023", "2023-06-13"),
    next_place=told(may, "Old Mill"),
    offices=(
        person(may, "Ines Marlow", "chair", "Chair: Ines Marlow"),
        person(may, "Tomas Reyl", "vice-chair", "Vice-chair: Tomas Reyl"),
    ),
)
JUNE_MEETING = Meeting(
    id="june",
    report_id=june.id,
    source=june.source,
    name="Pellbrook Allotment Society, 13 June 2023",
    span=whole(june),
    title=told(june, "Pellbrook Allotment Society, committee meeting", how="title"),
    body=_SOCIETY,
    first_day=Told("2023-06-13", "file name"),
    next_day=told(june, "11 July 2023", "2023-07-11"),
    offices=(person(june, "Tomas Reyl", "chair", "Chair: Tomas Reyl"),),
)
DAY_MEETING = Meeting(
    id="day",
    report_id=day.id,
    source=day.source,
    name="Delta Water Forum 3",
    span=whole(day),
    body=Told("Delta Water Forum", "title"),
    session=Told("3", "title"),
    reported=told(day, "5 October 2022", "2022-10-05"),
)
FORUM_MEETING = Meeting(
    id="forum",
    report_id=forum.id,
    source=forum.source,
    name="Delta Water Forum 3",
    span=whole(forum),
    body=Told("Delta Water Forum", "title"),
    session=told(forum, "third", how="title"),
    first_day=Told("2022-10-04", "title", at(forum, "4-6 October 2022")),
    last_day=Told("2022-10-06", "title", at(forum, "4-6 October 2022")),
    reported=Told("2022-10-09", "catalogue"),
    place=told(forum, "Lund, Sweden"),
    offices=(
        person(
            forum,
            "Hanna Vik",
            "president",
            "Hanna Vik, President of the Forum, closed the session late on Thursday night.",
        ),
    ),
)
MEETINGS = (JUNE_MEETING, MAY_MEETING, FORUM_MEETING, DAY_MEETING)

_MAY_LINE = "Present: Ines Marlow, Tomas Reyl, Ada Finch"
PROCEEDINGS: Mapping[str, Proceedings] = {
    "may": Proceedings(
        people=(
            *(
                person(may, name, "", _MAY_LINE, "present")
                for name in ("Ines Marlow", "Tomas Reyl", "Ada Finch")
            ),
            person(may, "Piet Lorne", "", "Apologies: Piet Lorne", "apologies"),
        ),
        entries=(
            Entry(
                "decision",
                at(may, "The committee agreed to replace the tank before July."),
                section="Water",
            ),
            Entry(
                "action",
                at(may, "- ACTION: Tomas Reyl to obtain two quotes by 1 June."),
                owner="Tomas Reyl",
                due="1 June",
            ),
            Entry(
                "motion",
                at(
                    may,
                    "Moved by Ada Finch, seconded by Tomas Reyl, that rents stay at 40 euros: "
                    "carried by 3 votes to 0.",
                ),
                section="Rents",
                mover="Ada Finch",
                outcome="carried",
                votes=Votes(ayes=3, noes=0),
            ),
        ),
        statements=(
            Statement("Ms Finch", at(may, "Ms Finch said that the new tank leaks at every joint.")),
            Statement("Ms Finch", at(may, "She asked for a second quote.")),
            Statement(
                "Tomas Reyl",
                at(may, "Tomas Reyl opposed a higher rent for the small plots."),
                "opposes",
            ),
        ),
    ),
    "june": Proceedings(
        people=tuple(
            person(june, name, "", "Present: Tomas Reyl, Ada Finch, Piet Lorne", "present")
            for name in ("Tomas Reyl", "Ada Finch", "Piet Lorne")
        ),
        entries=(
            Entry("decision", at(june, "The committee agreed to lend the pump to the school.")),
        ),
        statements=(
            Statement(
                "Ada Finch", at(june, "Ada Finch reported that the tank was replaced in time.")
            ),
        ),
    ),
    "day": Proceedings(
        statements=(
            Statement(
                "NORWAY", at(day, "NORWAY, supported by PERU, proposed a levy on river traffic.")
            ),
            Statement("PERU", at(day, "PERU opposed a cap on dredging."), "opposes"),
        )
    ),
    "forum": Proceedings(
        entries=(
            Entry(
                "decision",
                at(forum, "The Forum adopted the river levy after a long debate in plenary."),
                section="Levies",
            ),
            Entry(
                "decision",
                at(
                    forum, "The Forum decided to build twelve river gauges by the end of next year."
                ),
                section="Gauges",
            ),
        ),
        statements=(
            Statement(
                "NORWAY",
                at(forum, "NORWAY said that a levy on river traffic pays for the gauges."),
            ),
        ),
    ),
}
REPORTS = {report.id: report for report in (may, june, day, forum)}


class Society:
    """A library over these reports. Passages rank by how many words of the question they say."""

    def __init__(self, meetings: Sequence[Meeting] = MEETINGS, refuse_below: float = 0.3) -> None:
        self._meetings = tuple(meetings)
        self._reader = SentenceReader(refuse_below)
        self.retrieved: list[tuple[str, Filter | None]] = []

    def retrieve(self, question: str, limit: int | None, where: Filter | None) -> list[Evidence]:
        self.retrieved.append((question, where))
        held = [meeting.report_id for meeting in self.meetings(where)]
        asked = set(stems(" ".join(telling_words(question))))
        found = [item for one in dict.fromkeys(held) for item in evidence_of(REPORTS[one])]
        hits = [(len(asked & set(stems(f"{i.context} {i.text}"))), i) for i in found]
        best = sorted((pair for pair in hits if pair[0]), key=lambda pair: -pair[0])
        return [item for _, item in best[: limit or 10]]

    def read(self, question: str, evidence: Sequence[Evidence]) -> Answer:
        found = self._reader.read(question, evidence)
        return replace(found, level="none" if found.answer is None else "sure")

    def meetings(self, where: Filter | None = None) -> Sequence[Meeting]:
        if where is None:
            return self._meetings
        return [one for one in self._meetings if matches(where, one, _names(one))]

    def meetings_of(self, report_id: str) -> Sequence[Meeting]:
        return [one for one in self._meetings if one.report_id == report_id]

    def proceedings(self, ids: Sequence[str]) -> Mapping[str, Proceedings]:
        return {one: PROCEEDINGS[one] for one in ids if one in PROCEEDINGS}

    def report(self, report_id: str) -> Report:
        return REPORTS[report_id]


def _names(meeting: Meeting) -> list[str]:
    return names_of(meeting, PROCEEDINGS.get(meeting.id, Proceedings()))


def ask(text: str, kind: Kind = "fact", **more: object) -> Asked:
    return replace(Asked(text=text, kind=kind), **more)  # type: ignore[arg-type]


def of(*meetings: Meeting) -> Filter:
    """A filter that a question which names these meetings has."""
    return Filter(meetings=tuple(meeting.id for meeting in meetings))
