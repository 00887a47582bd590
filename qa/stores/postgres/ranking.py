"""Ranks passages by weighted stems, in SQL over the table `postings`.

Common stems have most of the postings and say least. If the `k` best by the other stems have more
than a passage can get for the common ones, no passage that has only those can be among the best.
Then the common ones are looked up for the best alone. (This is MaxScore: Turtle and Flood, 1995.)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from qa.stores.postgres.choosing import Condition
    from qa.stores.postgres.database import Connection

_NEAR = 1e-5  # scores are rounded to this, and then go by id
_MANY = 20_000  # postings: fewer are read at once
_ASKED = """
    asked AS (
        SELECT * FROM unnest(%(stems)s::text[], %(weights)s::float8[], %(in_context)s::float8[],
                             %(common)s::bool[])
        AS given (stem, weight, in_context, common)
    )
"""
# Of a posting `e`; see postings.py.
_SCORE = """
    sum(weight * (e >> 24 & 255) / ((e >> 24 & 255) + (%(norms)s::float8[])[1 + (e >> 16 & 255)])
        + CASE WHEN e >> 8 & 255 = 0 THEN 0 ELSE in_context * (e >> 8 & 255)
            / ((e >> 8 & 255) + (%(context_norms)s::float8[])[1 + (e & 255)]) END) AS score
"""
_CHOSEN = "chosen AS MATERIALIZED (SELECT p.number, p.report FROM passages p WHERE {}), "
_AMONG = """
    AND report IN (SELECT report FROM chosen) AND (e >> 32)::int IN (SELECT number FROM chosen)
"""
_LAST = "SELECT score AS last FROM {} ORDER BY score DESC OFFSET %(k)s - 1 LIMIT 1"
_WHOLE = f"""
    WITH {{chosen}}{_ASKED}, scored AS (
        SELECT (e >> 32)::int AS number, {_SCORE}
        FROM asked JOIN postings USING (stem) CROSS JOIN LATERAL unnest(held) AS e
        WHERE true {{among}} GROUP BY 1
    )
    SELECT id, score FROM scored JOIN passages USING (number)
    WHERE score >= coalesce(({_LAST.format("scored")}), 0) - %(near)s
"""
_SKIPPING = f"""
    WITH {{chosen}}{_ASKED}, rare AS (
        SELECT report, (e >> 32)::int AS number, {_SCORE}
        FROM asked JOIN postings USING (stem) CROSS JOIN LATERAL unnest(held) AS e
        WHERE NOT common {{among}} GROUP BY 1, 2
    ), least AS ({_LAST.format("rare")}
    ), best AS MATERIALIZED (
        SELECT rare.* FROM rare, least
        WHERE last > %(bound)s + %(near)s AND score >= last - %(bound)s - %(near)s
    ), added AS (
        SELECT (e >> 32)::int AS number, {_SCORE}
        FROM asked JOIN postings USING (stem) CROSS JOIN LATERAL unnest(held) AS e
        WHERE common AND report IN (SELECT report FROM best) GROUP BY 1
    ), scored AS (
        SELECT number, best.score + coalesce(added.score, 0) AS score
        FROM best LEFT JOIN added USING (number)
    )
    SELECT id, score FROM scored JOIN passages USING (number)
    WHERE score >= (SELECT last FROM least) - %(near)s
"""


class Asked(NamedTuple):
    """A stem or phrase, and the most that a passage can get for it, in everything and on top.

    `passages` is in how many it stands.
    """

    stem: str
    weight: float
    in_context: float
    passages: int


class Norms(NamedTuple):
    """By the code of a length, what is added to how often a stem stands there."""

    everything: Sequence[float]
    context: Sequence[float]


def rank(
    connection: Connection,
    asked: Sequence[Asked],
    norms: Norms,
    k: int,
    condition: Condition | None,
) -> list[tuple[str, float]]:
    """The `k` best passages by id, and all that tie with the last of them, in no order."""
    common = _common(asked)
    values = {**_values(asked, norms, k, common), **(condition.values if condition else {})}
    if common and (found := _run(connection, _SKIPPING, values, condition)):
        return found
    return _run(connection, _WHOLE, values, condition)


def _common(asked: Sequence[Asked]) -> set[str]:
    """Stems that have most of the postings, and are worth less than half of the best other one."""
    by_postings = sorted(asked, key=lambda one: -one.passages)
    if sum(one.passages for one in asked) <= _MANY:
        return set()
    most = max(one.weight for one in asked) / 2
    common: set[str] = set()
    for one in by_postings:
        most -= one.weight + one.in_context
        if most < 0:
            break
        common.add(one.stem)
    return common


def _run(
    connection: Connection, query: str, values: dict[str, Any], condition: Condition | None
) -> list[tuple[str, float]]:
    chosen = _CHOSEN.format(condition.sql) if condition else ""
    query = query.format(chosen=chosen, among=_AMONG if condition else "")
    return connection.execute(query.encode(), values).fetchall()


def _values(asked: Sequence[Asked], norms: Norms, k: int, common: set[str]) -> dict[str, Any]:
    return {
        "stems": [one.stem for one in asked],
        "weights": [one.weight for one in asked],
        "in_context": [one.in_context for one in asked],
        "common": [one.stem in common for one in asked],
        "bound": sum(one.weight + one.in_context for one in asked if one.stem in common),
        "norms": norms.everything,
        "context_norms": norms.context,
        "k": k,
        "near": _NEAR,
    }
