"""Says in SQL what a filter lets in, with what `meeting_rows` keeps beside each meeting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from qa.stores.filtering import is_named, needs_meeting, starts_of, words_of
from qa.types import Filter

if TYPE_CHECKING:
    from qa.stores.postgres.database import Connection

_WITHIN = """
    EXISTS (SELECT FROM days d WHERE d.meeting = m.number
            AND d.last >= %(first_day)s AND d.first <= %(last_day)s)
"""
_REPORTS = "{}.report IN (SELECT number FROM reports WHERE id = ANY(%(reports)s))"
_OF_MEETING = """
    EXISTS (SELECT FROM meetings m WHERE m.report = p.report
            AND p.starts >= m.starts AND p.starts < m.ends AND {})
"""
_CANDIDATES = "SELECT name FROM people WHERE starts && %s"


class Condition(NamedTuple):
    """What stands after WHERE, and its parameters. No names are the filter's own words."""

    sql: str
    values: dict[str, Any]


def meetings(connection: Connection, where: Filter | None) -> list[int]:
    """The numbers of the meetings that `where` lets in. The newest come first."""
    chosen, values = of_meetings(connection, where) if where else ("true", {})
    query = f"SELECT number FROM meetings m WHERE {chosen} ORDER BY coalesce(day, '') DESC, number"
    return [number for (number,) in connection.execute(query.encode(), values)]


def of_meetings(connection: Connection, where: Filter) -> Condition:
    """On a meeting `m`, whatever the section."""
    values = _values(connection, where)
    return Condition(" AND ".join(_meeting_parts(where)) or "true", values)


def of_passages(connection: Connection, where: Filter) -> Condition:
    """On a passage `p`."""
    parts = ["p.words @> %(section)s"] if where.section is not None else []
    if needs_meeting(where):
        parts.append(_OF_MEETING.format(" AND ".join(_meeting_parts(where))))
    elif where.reports:
        parts.append(_REPORTS.format("p"))
    return Condition(" AND ".join(parts) or "true", _values(connection, where))


def _meeting_parts(where: Filter) -> Iterator[str]:
    if where.reports:
        yield _REPORTS.format("m")
    if where.meetings:
        yield "m.id = ANY(%(meetings)s)"
    if where.first_day is not None or where.last_day is not None:
        yield _WITHIN
    if where.body is not None:
        yield "m.body @> %(body)s"
    if where.place is not None:
        yield "m.place @> %(place)s"
    if where.person is not None:
        yield "m.names && %(names)s"


def _values(connection: Connection, where: Filter) -> dict[str, Any]:
    words = {name: getattr(where, name) for name in ("section", "body", "place")}
    return {
        "reports": [*where.reports],
        "meetings": [*where.meetings],
        "first_day": where.first_day or "",
        "last_day": where.last_day or "9999",
        "names": [] if where.person is None else _names(connection, where.person),
        **{name: sorted(words_of(said or "")) for name, said in words.items()},
    }


def _names(connection: Connection, person: str) -> list[str]:
    """The names in the index that may be the person's."""
    candidates = connection.execute(_CANDIDATES, (sorted(starts_of(person)),))
    return [name for (name,) in candidates if is_named(person, name)]
