"""Lexical search: a question -> an FTS5 expression that is never a syntax error."""

from __future__ import annotations

from qa.terms import numbered_names, telling_words

WEIGHTS = (1.5, 1.0)  # of context and body

SEARCH = """
    SELECT passages.id, -bm25(words, ?, ?) AS score
    FROM words JOIN passages ON passages.number = words.rowid
    WHERE words MATCH ? ORDER BY round(score, 6) DESC, passages.id LIMIT ?
"""


def match_expression(question: str) -> str | None:
    """The question's words, each quoted, joined with OR; None if it has no word."""
    words = [f'"{word}"' for word in telling_words(question)]
    phrases = [f'"{name} {number}"' for name, number in numbered_names(question)]
    return " OR ".join([*words, *phrases]) or None
