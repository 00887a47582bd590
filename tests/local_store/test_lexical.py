from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa.local_store.lexical import match_expression


@pytest.fixture(scope="module")
def table() -> Iterator[sqlite3.Connection]:
    """A full-text table of one row, made like the store's."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(
            "CREATE VIRTUAL TABLE words USING fts5 "
            "(body, tokenize='porter unicode61 remove_diacritics 2')"
        )
        connection.execute("INSERT INTO words VALUES ('The budget of Málaga was approved')")
        yield connection


def _matches(table: sqlite3.Connection, expression: str) -> bool:
    rows = table.execute("SELECT 1 FROM words WHERE words MATCH ?", (expression,)).fetchall()
    return bool(rows)


def test_words_are_quoted_and_any_of_them_will_do() -> None:
    assert match_expression("Budget, or harbour?") == '"budget" OR "harbour"'


def test_words_that_every_question_has_are_left_out() -> None:
    assert match_expression("What's the budget?") == '"budget"'


def test_a_question_of_such_words_alone_keeps_them() -> None:
    assert match_expression("What is it?") == '"what" OR "is" OR "it"'


@pytest.mark.parametrize("question", ["", " ", "?!", "🚢", '"*^:{}()'])
def test_no_word_gives_no_expression(question: str) -> None:
    assert match_expression(question) is None


@pytest.mark.parametrize("question", ["budgets", "MALAGA", "malagá?", "approving harbours"])
def test_forms_of_a_word_match(table: sqlite3.Connection, question: str) -> None:
    expression = match_expression(question)
    assert expression is not None
    assert _matches(table, expression)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(question=st.text())
def test_no_question_breaks_the_syntax(table: sqlite3.Connection, question: str) -> None:
    expression = match_expression(f"{question} budget")
    assert expression is not None
    assert _matches(table, expression) or "budget" not in expression


@given(question=st.text(st.sampled_from(list('"*^:{}()+- \tANDORNEARNOT,\0')), max_size=40))
def test_syntax_is_taken_for_words(table: sqlite3.Connection, question: str) -> None:
    expression = match_expression(question)
    assert expression is None or not _matches(table, expression)
