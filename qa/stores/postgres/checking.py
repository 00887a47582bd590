"""Finds what is damaged or doesn't fit together. The server checks its files itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.stores.postgres import report_rows

if TYPE_CHECKING:
    from qa.stores.postgres.database import Connection

_LACKING = {
    "passages without a vector": "SELECT count(*) FROM passages WHERE number NOT IN "
    "(SELECT number FROM vectors)",
    "reports without a file": "SELECT count(*) FROM reports WHERE number NOT IN "
    "(SELECT report FROM files)",
    "reports that lack passages": "SELECT count(*) FROM reports r WHERE passages <> "
    "(SELECT count(*) FROM passages p WHERE p.report = r.number)",
    "passages that aren't counted": "SELECT abs((SELECT coalesce(sum(passages), 0) FROM totals) "
    "- (SELECT count(*) FROM passages))",
    "stems whose counts don't fit their postings": """
        SELECT count(*) FROM
        (SELECT word, sum(passages) AS said FROM stems GROUP BY word) a FULL JOIN
        (SELECT stem AS word, sum(cardinality(held)) AS held FROM postings GROUP BY stem) b
        USING (word) WHERE coalesce(said, 0) <> coalesce(held, 0)
    """,
    "words with a count below nought": "SELECT count(*) FROM "
    "(SELECT FROM vocabulary GROUP BY word HAVING sum(passages) < 0) wrong",
}


def find_damage(connection: Connection) -> list[str]:
    """Texts that aren't those that were stored, and rows that lack what belongs to them."""
    found = []
    for name, query in _LACKING.items():
        (count,) = connection.execute(query.encode()).fetchone()  # type: ignore[misc]
        found += [f"{count} {name}"] if count else []
    return [*found, *report_rows.changed(connection)]
