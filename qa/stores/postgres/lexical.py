"""Finds the passages that share words with a question, ranked by BM25.

The scores are those of `qa.stores.local.lexical`: the same stems, the same weight for the context,
the same phrases, the same coarse lengths. Robertson's formula as Lucene has it: of a stem in n of N
passages, idf = ln(1 + (N - n + 0.5) / (n + 0.5)), and a passage gets
idf · 2.2 · tf / (tf + 1.2 · (0.25 + 0.75 · length / average)).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from qa.stores.postgres import choosing, counts, ranking
from qa.stores.postgres.postings import Analyze, lengths
from qa.stores.postgres.ranking import Asked, Norms
from qa.text import numbered_names, telling_words
from qa.types import Filter, Hit

if TYPE_CHECKING:
    from qa.stores.postgres.database import Connection

CONTEXT_WEIGHT = 0.2  # as in the local store: its words count that much on top
_K1, _B = 1.2, 0.75
_DIGITS = 5  # as in the local store

Known = Mapping[str, tuple[int, int]]


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
    condition = choosing.of_passages(connection, where) if where else None
    norms = Norms(*(_norms(n / totals.passages) for n in (totals.everything, totals.context)))
    hits = [
        Hit(id_, round(score, _DIGITS))
        for id_, score in ranking.rank(connection, asked, norms, k, condition)
    ]
    return sorted(hits, key=lambda hit: (-hit.score, hit.passage_id))[:k]


def _stems(stems: Sequence[str], known: Known, passages: int) -> Iterator[Asked]:
    for stem in stems:
        if stem in known:
            weight, in_context = (_idf(passages, n) * (_K1 + 1) for n in known[stem])
            yield Asked(stem, weight, CONTEXT_WEIGHT * in_context, known[stem][0])


def _phrases(pairs: Sequence[Sequence[str]], known: Known, passages: int) -> Iterator[Asked]:
    for pair in pairs:
        if len(pair) > 1 and all(stem in known for stem in pair):
            weight = sum(_idf(passages, known[stem][0]) for stem in pair) * (_K1 + 1)
            yield Asked(" ".join(pair), weight, 0.0, 0)


def _idf(passages: int, holding: int) -> float:
    return math.log(1 + (passages - holding + 0.5) / (holding + 0.5))


def _norms(average: float) -> list[float]:
    """By the code of a length."""
    return [_K1 * (1 - _B + _B * length / (average or 1)) for length in lengths()]
