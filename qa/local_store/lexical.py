"""Lexical search: a question -> an FTS5 expression that is never a syntax error."""

from __future__ import annotations

import sqlite3

from qa.terms import numbered_names, telling_words
from qa.types import Hit

WEIGHTS = (1.5, 1.0)  # of context and body

_DIGITS = 6
# The ids are looked up for the best alone: joining all rows that match takes twice as long.
_BEST = """
    SELECT rowid, -bm25(words, ?, ?) AS score FROM words WHERE words MATCH ?
    ORDER BY score DESC LIMIT ?
"""
_ID = "SELECT id FROM passages WHERE number = ?"


def search(connection: sqlite3.Connection, question: str, k: int) -> list[Hit]:
    """The `k` best passages by BM25, ties by id; fewer if fewer share a word."""
    expression = match_expression(question)
    if expression is None or k <= 0:
        return []
    best = _with_ties(connection, expression, k)
    hits = [Hit(connection.execute(_ID, (row,)).fetchone()[0], score) for row, score in best]
    return sorted(hits, key=lambda hit: (-hit.score, hit.passage_id))[:k]


def _with_ties(connection: sqlite3.Connection, expression: str, k: int) -> list[tuple[int, float]]:
    """At least the `k` best, and all that tie with the last one of them."""
    limit = k + 1
    while True:
        rows = connection.execute(_BEST, (*WEIGHTS, expression, limit)).fetchall()
        best = [(row, round(score, _DIGITS)) for row, score in rows]
        if len(best) < limit or best[-1][1] < best[k - 1][1]:
            return best
        limit *= 2


def match_expression(question: str) -> str | None:
    """The question's words, each quoted, joined with OR; None if it has no word."""
    words = [f'"{word}"' for word in telling_words(question)]
    phrases = [f'"{name} {number}"' for name, number in numbered_names(question)]
    return " OR ".join([*words, *phrases]) or None
