"""Writes meetings to rows, with what filters look at beside each, and reads them back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from qa.stores.coding import decode, encode
from qa.stores.filtering import body_of, days_of, names_of, starts_of, words_of
from qa.types import Meeting, Proceedings, Report

if TYPE_CHECKING:
    from qa.stores.postgres.database import Connection

_PUT = """
    WITH made AS (
        INSERT INTO meetings (id, report, starts, ends, day, body, place, names, record,
            proceedings)
        VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s) RETURNING number
    )
    INSERT INTO days SELECT number, first, last
    FROM made, unnest(%s::text[], %s::text[]) AS given (first, last)
"""
_PEOPLE = """
    INSERT INTO people SELECT name, string_to_array(starts, ' ')
    FROM unnest(%s::text[], %s::text[]) AS given (name, starts) ON CONFLICT DO NOTHING
"""
_OF = "SELECT record, proceedings FROM meetings WHERE report = %s ORDER BY number"
_PROCEEDINGS = """
    SELECT id, proceedings FROM meetings
    WHERE id = ANY(%s) AND proceedings IS NOT NULL ORDER BY number
"""
_NAMES = "SELECT id, names FROM meetings ORDER BY coalesce(day, '') DESC, number"


def put(connection: Connection, number: int, report: Report) -> None:
    """Instead of those that the report had.

    Raises:
        ValueError: some meetings have proceedings and others don't.
    """
    happened = report.proceedings or (None,) * len(report.meetings)
    if len(happened) != len(report.meetings):
        raise ValueError(f"{len(report.meetings)} meetings, but {len(happened)} proceedings.")
    connection.execute("DELETE FROM meetings WHERE report = %s", (number,))
    for meeting, proceedings in zip(report.meetings, happened, strict=True):
        _put(connection, number, meeting, proceedings)


def select_of(
    connection: Connection, number: int
) -> tuple[tuple[Meeting, ...], tuple[Proceedings, ...]]:
    """The meetings of a report in its order, and what happened at them."""
    rows = connection.execute(_OF, (number,)).fetchall()
    happened = tuple(decode(Proceedings, text) for _, text in rows if text is not None)
    return tuple(decode(Meeting, record) for record, _ in rows), happened


def select_proceedings(connection: Connection, ids: Iterable[str]) -> dict[str, Proceedings]:
    """By meeting. Those that have none are left out."""
    rows = connection.execute(_PROCEEDINGS, (list(ids),))
    return {id_: decode(Proceedings, text) for id_, text in rows}


def select_names(connection: Connection) -> dict[str, Sequence[str]]:
    return {id_: tuple(names) for id_, names in connection.execute(_NAMES)}


class Decoded:
    """Meetings by the numbers of their rows, which are never used again, so that none is stale."""

    def __init__(self) -> None:
        self._known: Mapping[int, Meeting] = {}

    def meetings(self, connection: Connection, numbers: Sequence[int]) -> list[Meeting]:
        """In the order of the numbers."""
        known = self._known
        if missing := [number for number in numbers if number not in known]:
            query = "SELECT number, record FROM meetings WHERE number = ANY(%s)"
            rows = connection.execute(query, (missing,))
            known = {**known, **{number: decode(Meeting, text) for number, text in rows}}
            self._known = known  # another thread's may be lost, and is read again
        return [known[number] for number in numbers]


def _put(
    connection: Connection, number: int, meeting: Meeting, happened: Proceedings | None
) -> None:
    names, days = names_of(meeting, happened or Proceedings()), days_of(meeting)
    place = meeting.place.value if meeting.place else ""
    row = (
        *(meeting.id, number, *meeting.span, meeting.day),
        *(_words(body_of(meeting)), _words(place), names, encode(meeting)),
        None if happened is None else encode(happened),
        *([first for first, _ in days], [last for _, last in days]),
    )
    connection.execute(_PUT, row)
    _put_people(connection, sorted(set(names)))


def _put_people(connection: Connection, names: list[str]) -> None:
    """In one order, so that two that write the same names don't wait for each other in a ring."""
    if names:
        starts = [" ".join(sorted(starts_of(name))) for name in names]
        connection.execute(_PEOPLE, (names, starts))


def _words(text: str) -> list[str]:
    return sorted(words_of(text))
