"""Invented reports for the tests of this wing."""

from __future__ import annotations

from qa.meetings.proceedings.outline import Block, outline
from qa.reports import read_report
from qa.types import Meeting, Report, Span

COUNCIL = """\
TOWN OF SELKAY
REGULAR MEETING OF THE COUNCIL

ROLL CALL
Present: Mayor Anka Rolfe, Tobias Wend, Ms Ilse Marden, Pavel Hruska
Absent: Greta Olm
Staff: Jonas Pike (clerk)

CALL TO ORDER: Mayor Anka Rolfe called the meeting to order at 7:00 p.m.

FERRY FEES
Moved by Wend, seconded by Marden, to raise the ferry fee to 3 crowns.
AYES: Rolfe, Wend, Marden
NOES: Hruska
MOTION CARRIED 3-1.

Ms Marden said that the ferry lost money every winter. She added that the pier was rotten. The
council agreed to inspect the pier in May.

ACTION: Jonas Pike to ask the harbour office by 4 June.
"""

MINUTES = """\
# Heather Club

## Present

- Dr Una Falk (Chair)
- Milo Terrant, Treasurer
- Oskar Lind (Fen Trust)

## Apologies

- Runa Vey

## Agenda

* Paths
* Money

## Minutes

* Milo: the paths cost 400 crowns.
* Oskar: the trust pays half of it.
* **Decision:** repair the paths in May.
* Una to write to the trust by 3 March.
"""


def report(text: str, name: str = "a.md") -> Report:
    return read_report(text.encode(), name)


def blocks(text: str, name: str = "a.md") -> tuple[Report, tuple[Block, ...]]:
    read = report(text, name)
    return read, outline(read)


def meeting_of(read: Report) -> Meeting:
    return Meeting("m", read.id, read.source, read.title, Span(0, len(read.text)))
