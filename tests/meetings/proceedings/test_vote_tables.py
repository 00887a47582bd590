from __future__ import annotations

from qa.meetings.proceedings.tables import tables
from qa.meetings.proceedings.vote_tables import table_votes
from qa.types import Entry
from tests.meetings.proceedings.invented import blocks


def _told(text: str) -> list[Entry]:
    read, found = blocks(f"Votes\n\n{text}")
    return [one for table in tables(read.text, found) for one in table_votes(read.text, table)]


def _numbers(entry: Entry) -> tuple[int | None, int | None, int | None]:
    assert entry.votes
    return entry.votes.ayes, entry.votes.noes, entry.votes.abstained


def test_numbers_below_the_sides() -> None:
    rows = "| Clause | For | Against | Abstained |\n|---|---|---|---|\n"
    rows += "| Clause 4 | 12 | 3 | 1 |\n| Clause 5 | 2 | 14 | 0 |\n"
    assert [_numbers(one) for one in _told(rows)] == [(12, 3, 1), (2, 14, 0)]


def test_a_row_of_totals_counts_the_names() -> None:
    rows = "| | Yea | Nay |\n|---|---|---|\n| Falk | X | |\n| Ash | | X |\n| Elm | X | |\n"
    (told,) = _told(f"{rows}| Total | 2 | 1 |\n")
    assert _numbers(told) == (2, 1, None)
    assert told.votes
    assert dict(told.votes.by) == {"Falk": "aye", "Ash": "no", "Elm": "aye"}


def test_a_row_for_each_side() -> None:
    rows = "| Vote | Names |\n|---|---|\n| For | Una Falk, Mara Elm |\n| Against | Ivo Ash |\n"
    (told,) = _told(rows)
    assert told.votes
    assert dict(told.votes.by) == {"Una Falk": "aye", "Mara Elm": "aye", "Ivo Ash": "no"}


def test_other_tables_tell_no_vote() -> None:
    assert not _told("| Item | Cost |\n|---|---|\n| Crane | 12 |\n| Quay | 3 |\n")
