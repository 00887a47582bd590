"""Writes passages with their vectors and postings to rows, and reads them back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from qa.stores.coding import text_key
from qa.stores.filtering import words_of
from qa.stores.postgres import counts
from qa.stores.postgres.counts import Totals
from qa.stores.postgres.postings import Analyze, make_postings
from qa.text import words
from qa.types import Passage

if TYPE_CHECKING:
    from qa.stores.postgres.database import Connection
    from qa.types import Matrix

_PUT = """
    INSERT INTO passages (report, id, starts, ends, section, page, context, topic, body, text,
        words)
    SELECT %s, id, starts, ends, section, page, context, topic, body, text,
           string_to_array(words, ' ')
    FROM unnest(%s::text[], %s::int[], %s::int[], %s::text[], %s::int[], %s::text[], %s::text[],
                %s::text[], %s::text[], %s::text[])
    AS given (id, starts, ends, section, page, context, topic, body, text, words)
    RETURNING id, number
"""
_PUT_VECTORS = "INSERT INTO vectors SELECT * FROM unnest(%b::int[], %b::vector[], %b::bytea[])"
_PUT_POSTINGS = """
    WITH made AS (
        INSERT INTO postings SELECT stem, %s, array_agg(held)
        FROM unnest(%b::text[], %b::bigint[]) AS given (stem, held) GROUP BY stem
        RETURNING stem, held
    )
    INSERT INTO stems (word, passages, contexts)
    SELECT stem, cardinality(held), (SELECT count(*) FROM unnest(held) e WHERE e >> 8 & 255 > 0)
    FROM made
"""
_DROP_POSTINGS = """
    WITH gone AS (DELETE FROM postings WHERE report = %s RETURNING stem, held)
    INSERT INTO stems (word, passages, contexts)
    SELECT stem, -cardinality(held), -(SELECT count(*) FROM unnest(held) e WHERE e >> 8 & 255 > 0)
    FROM gone
"""
_DROP = "DELETE FROM passages WHERE report = %s RETURNING context, body"
_SIZED = "UPDATE reports SET passages = %s, everything = %s, context = %s WHERE number = %s"
_COLUMNS = """
    SELECT p.id, r.id, p.starts, p.ends, coalesce(p.text, p.body), p.section, p.page, p.context,
           p.topic, p.body
    FROM passages p JOIN reports r ON r.number = p.report
"""
_PASSAGES = f"{_COLUMNS} WHERE p.id = ANY(%s)"
_OF_REPORT = f"{_COLUMNS} WHERE r.id = %s ORDER BY p.number"


def check_width(connection: Connection, vectors: Matrix) -> None:
    """
    Raises:
        ValueError: the vectors are wider or narrower than those that are there.
    """
    row = connection.execute("SELECT vector_dims(vector) FROM vectors LIMIT 1").fetchone()
    if row and len(vectors) and row[0] != vectors.shape[1]:
        raise ValueError(f"The vectors are {vectors.shape[1]} wide, those here {row[0]}.")


def put(
    connection: Connection,
    report: int,
    size: Totals,
    passages: Sequence[Passage],
    vectors: Matrix,
    analyze: Analyze,
) -> None:
    """Instead of those that the report had, whose size is given."""
    drop(connection, report, size)
    if not passages:
        return
    numbers: dict[str, int] = dict(
        connection.execute(_PUT, (report, *_columns(passages))).fetchall()
    )
    _put_vectors(connection, passages, vectors, numbers)
    made = make_postings(passages, numbers, analyze)
    connection.execute(_PUT_POSTINGS, (report, made.stems, made.held))
    counts.add_words(connection, _counted((p.context, p.body) for p in passages))
    _resize(connection, report, Totals(len(passages), made.everything, made.context))


def drop(connection: Connection, report: int, size: Totals) -> None:
    if not size.passages:
        return
    gone = _counted(connection.execute(_DROP, (report,)).fetchall())
    counts.add_words(connection, {word: -times for word, times in gone.items()})
    connection.execute(_DROP_POSTINGS, (report,))
    counts.add_totals(connection, Totals(*(-value for value in size)))
    connection.execute(_SIZED, (0, 0, 0, report))


def select(connection: Connection, ids: Sequence[str]) -> list[Passage]:
    found = {row[0]: Passage(*row) for row in connection.execute(_PASSAGES, (list(ids),))}
    return [found[id_] for id_ in ids if id_ in found]


def select_of(connection: Connection, report_id: str) -> list[Passage]:
    """All passages of a report."""
    return [Passage(*row) for row in connection.execute(_OF_REPORT, (report_id,))]


def _resize(connection: Connection, report: int, size: Totals) -> None:
    counts.add_totals(connection, size)
    connection.execute(_SIZED, (*size, report))


def _columns(passages: Sequence[Passage]) -> list[list[Any]]:
    rows = (
        (
            *(p.id, p.start, p.end, p.section, p.page, p.context, p.topic, p.body),
            None if p.text == p.body else p.text,
            " ".join(sorted(words_of(p.section or ""))),
        )
        for p in passages
    )
    return [list(column) for column in zip(*rows, strict=True)]


def _put_vectors(
    connection: Connection,
    passages: Sequence[Passage],
    vectors: Matrix,
    numbers: dict[str, int],
) -> None:
    from pgvector import Vector

    of = [numbers[passage.id] for passage in passages]
    keys = [text_key(passage.embedded_text) for passage in passages]
    connection.execute(_PUT_VECTORS, (of, [Vector(row) for row in vectors], keys))


def _counted(texts: Iterable[tuple[str, str]]) -> Counter[str]:
    """In how many of the passages, given by context and body, each word stands."""
    found: Counter[str] = Counter()
    for context, body in texts:
        found.update(set(words(f"{context}\n{body}")))
    return found
