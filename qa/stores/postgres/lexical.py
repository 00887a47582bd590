"""Finds the passages that share words with a question, ranked by BM25, in SQL.

The scores are those of `qa.stores.local.lexical`: the same stems, the same weight for the context,
the same phrases, the same coarse lengths. Robertson's formula as Lucene has it: of a stem in n of N
passages, idf = ln(1 + (N - n + 0.5) / (n + 0.5)), and a passage gets
idf · 2.2 · tf / (tf + 1.2 · (0.25 + 0.75 · length / average)).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from qa.stores.postgres import choosing, counts
from qa.stores.postgres.postings import Analyze, lengths
from qa.text import numbered_names, telling_words
from qa.types import Filter, Hit

if TYPE_CHECKING:
    from qa.stores.postgres.counts import Totals
    from qa.stores.postgres.database import Connection

CONTEXT_WEIGHT = 0.2  # as in the local store: its words count that much on top
_K1, _B = 1.2, 0.75
_DIGITS = 5  # as in the local store
_CHOSEN = "SELECT p.number, p.report FROM passages p WHERE {}"
_SEARCH = """
    WITH asked AS (
        SELECT * FROM unnest(%(stems)s::text[], %(weights)s::float8[], %(in_context)s::float8[])
        AS given (stem, weight, in_context)
    ), scored AS (
        SELECT (e >> 32)::int AS number, sum(
            weight * (e >> 24 & 255)
                / ((e >> 24 & 255) + (%(norms)s::float8[])[1 + (e >> 16 & 255)])
            + CASE WHEN e >> 8 & 255 = 0 THEN 0 ELSE in_context * (e >> 8 & 255)
                / ((e >> 8 & 255) + (%(context_norms)s::float8[])[1 + (e & 255)]) END
        ) AS score
        FROM asked JOIN postings USING (stem) CROSS JOIN LATERAL unnest(held) AS e
        {among}
        GROUP BY 1
    ), last AS (SELECT score FROM scored ORDER BY score DESC OFFSET %(k)s - 1 LIMIT 1)
    SELECT id, score FROM scored JOIN passages USING (number)
    WHERE score >= coalesce((SELECT score FROM last), 0) - %(near)s
"""
_AMONG = """
    WHERE report IN (SELECT report FROM chosen) AND (e >> 32)::int IN (SELECT number FROM chosen)
"""


Known = Mapping[str, tuple[int, int]]


class _Asked(NamedTuple):
    """A stem or phrase, and the most that a passage can get for it, in everything and on top."""

    stem: str
    weight: float
    in_context: float


def search(
    connection: Connection, analyze: Analyze, question: str, k: int, where: Filter | None
) -> list[Hit]:
    """The `k` best passages, or fewer if fewer share a word. Ties go by id."""
    stems = list(dict.fromkeys(s for word in telling_words(question) for s in analyze(word)))
    pairs = [[*analyze(name), *analyze(number)] for name, number in numbered_names(question)]
    every = {*stems, *(stem for pair in pairs for stem in pair)}
    totals, known = counts.statistics(connection, sorted(every))
    asked = [*_stems(stems, known, totals.passages), *_phrases(pairs, known, totals.passages)]
    if not asked or k <= 0:
        return []
    query, values = _SEARCH.format(among=""), {}
    if where:
        condition = choosing.of_passages(connection, where)
        chosen = f"WITH chosen AS MATERIALIZED ({_CHOSEN.format(condition.sql)}),"
        query = _SEARCH.format(among=_AMONG).replace("WITH", chosen, 1)
        values = condition.values
    rows = connection.execute(query.encode(), {**values, **_values(asked, totals, k)})
    hits = [Hit(id_, round(score, _DIGITS)) for id_, score in rows]
    return sorted(hits, key=lambda hit: (-hit.score, hit.passage_id))[:k]


def _stems(stems: Sequence[str], known: Known, passages: int) -> Iterator[_Asked]:
    for stem in stems:
        if stem in known:
            weight, in_context = (_idf(passages, n) * (_K1 + 1) for n in known[stem])
            yield _Asked(stem, weight, CONTEXT_WEIGHT * in_context)


def _phrases(pairs: Sequence[Sequence[str]], known: Known, passages: int) -> Iterator[_Asked]:
    for pair in pairs:
        if len(pair) > 1 and all(stem in known for stem in pair):
            weight = sum(_idf(passages, known[stem][0]) for stem in pair) * (_K1 + 1)
            yield _Asked(" ".join(pair), weight, 0.0)


def _idf(passages: int, holding: int) -> float:
    return math.log(1 + (passages - holding + 0.5) / (holding + 0.5))


def _values(asked: Sequence[_Asked], totals: Totals, k: int) -> dict[str, object]:
    return {
        "stems": [one.stem for one in asked],
        "weights": [one.weight for one in asked],
        "in_context": [one.in_context for one in asked],
        "norms": _norms(totals.everything / totals.passages),
        "context_norms": _norms(totals.context / totals.passages),
        "k": k,
        "near": 10**-_DIGITS,
    }


def _norms(average: float) -> list[float]:
    """By the code of a length."""
    return [_K1 * (1 - _B + _B * length / (average or 1)) for length in lengths()]
