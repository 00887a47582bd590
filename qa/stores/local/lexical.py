"""Finds the passages that share words with a question, ranked by BM25."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qa.stores.local import words
from qa.stores.stemming import analyzer
from qa.text import numbered_names, telling_words
from qa.types import Hit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from tantivy import Query, Searcher

# The context is part of everything, so this is what its words count on top of that.
CONTEXT_WEIGHT = 0.2

_DIGITS = 5  # scores are 32 bits wide
_ID = "SELECT id FROM passages WHERE number = ?"


class LexicalIndex:
    """The index as it was when it was opened. Safe under threads."""

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        """
        Raises:
            StoreError: the index isn't there, or is damaged.
        """
        self._folder = folder
        self._published = words.open_searcher(folder, words.file_sums_of(connection))
        self._pending = words.pending_searcher(connection)
        self._schema = words.schema()
        self._analyzer = analyzer()

    def __len__(self) -> int:
        """Published passages."""
        return self._published.num_docs

    def search(
        self,
        connection: sqlite3.Connection,
        question: str,
        k: int,
        chosen: NDArray[np.int64] | None = None,
    ) -> list[Hit]:
        """The `k` best passages, or fewer if fewer share a word. Ties go by id.

        `connection` gives the ids. A passage that isn't there any more is left out. `chosen` are
        the numbers of the passages to search among.
        """
        queries = self._queries(question)
        if not queries or k <= 0 or (chosen is not None and not len(chosen)):
            return []
        if chosen is not None:
            queries = self._among(queries, chosen)
        # Between the two commits of a publication, a passage is in both.
        with words.explained(self._folder, "searched"):
            found = dict(_best(self._pending, queries, k)) if self._pending else {}
            found |= _best(self._published, queries, k)
        hits = [
            Hit(row[0], score)
            for number, score in found.items()
            if (row := connection.execute(_ID, (number,)).fetchone())
        ]
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage_id))[:k]

    def _queries(self, question: str) -> list[Query]:
        """One query for any of the words. If there are names with numbers, one for these phrases.

        They are two because a phrase in the first would make it look at every passage with one of
        the words. No passage is lost. One without a phrase is beaten by those before it in any
        case. One with a phrase is found by the second query, which gives its whole score.
        """
        from tantivy import Occur, Query

        words = [(Occur.Should, term) for term in self._words(question)]
        phrases = [(Occur.Should, phrase) for phrase in self._phrases(question)]
        if not phrases:
            return [Query.boolean_query(words)] if words else []
        either = (Occur.Must, Query.boolean_query(phrases))
        return [Query.boolean_query(words), Query.boolean_query([either, *words])]

    def _among(self, queries: Sequence[Query], chosen: NDArray[np.int64]) -> list[Query]:
        """The queries with one more condition, which adds nothing to a score."""
        from tantivy import Occur, Query

        numbers = Query.term_set_query(self._schema, words.NUMBER, chosen.tolist())
        among = (Occur.Must, Query.const_score_query(numbers, 0.0))
        return [Query.boolean_query([(Occur.Must, query), among]) for query in queries]

    def _words(self, question: str) -> Iterator[Query]:
        from tantivy import Query

        stems = (stem for word in telling_words(question) for stem in self._analyzer.analyze(word))
        for stem in dict.fromkeys(stems):
            yield Query.term_query(self._schema, words.EVERYTHING, stem)
            context = Query.term_query(self._schema, words.CONTEXT, stem)
            yield Query.boost_query(context, CONTEXT_WEIGHT)

    def _phrases(self, question: str) -> Iterator[Query]:
        from tantivy import Query

        for name, number in numbered_names(question):
            pair: list[str | tuple[int, str]] = [
                *self._analyzer.analyze(name),
                *self._analyzer.analyze(number),
            ]
            if len(pair) > 1:
                yield Query.phrase_query(self._schema, words.EVERYTHING, pair)


def _best(searcher: Searcher, queries: Sequence[Query], k: int) -> dict[int, float]:
    """Numbers and scores. If several queries find a passage, the last one's score counts."""
    return {n: score for query in queries for n, score in _with_ties(searcher, query, k)}


def _with_ties(searcher: Searcher, query: Query, k: int) -> list[tuple[int, float]]:
    """Numbers and scores of at least the `k` best, and all that tie with the last one of them."""
    limit = k + 1
    while True:
        hits = searcher.search(query, limit, count=False).hits
        scores = [round(float(score), _DIGITS) for score, _ in hits]
        if len(hits) < limit or scores[-1] < scores[k - 1]:
            return list(zip(words.numbers_of(searcher, hits), scores, strict=True))
        limit *= 2
