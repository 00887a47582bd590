from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.stores.local import words
from qa.stores.local.database import Database
from qa.stores.local.lexical import LexicalIndex
from tests.stores.local.passages import make_database, put_bodies

BODIES = [
    "The budget of Málaga was approved",
    "COP 3 met in Kyoto",
    "3 members left the COP early",
    "Harbour fees",
]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = make_database(tmp_path_factory.mktemp("lexical"))
    put_bodies(database, BODIES)
    with database.reading() as connection:
        words.mirror(connection, _folder(database))
    yield database
    database.close()


def _folder(database: Database) -> Path:
    return database.path.parent / words.FOLDER


def _search(database: Database, question: str, k: int = 10) -> list[str]:
    """The bodies found, best first."""
    with database.reading() as connection:
        hits = LexicalIndex(connection, _folder(database)).search(connection, question, k)
        query = "SELECT body FROM passages WHERE id = ?"
        return [connection.execute(query, (hit.passage_id,)).fetchone()[0] for hit in hits]


def _is_found(database: Database, question: str) -> bool:
    return BODIES[0] in _search(database, question)


def test_any_of_the_words_will_do(database: Database) -> None:
    assert set(_search(database, "Budget, or harbour?")) == {BODIES[0], BODIES[3]}


def test_words_that_every_question_has_are_left_out(database: Database) -> None:
    assert _search(database, "What is in the harbour?") == [BODIES[3]]


def test_a_question_of_such_words_alone_keeps_them(database: Database) -> None:
    assert _is_found(database, "What was it of?")


@pytest.mark.parametrize("question", ["", " ", "?!", "🚢", '"*^:{}()'])
def test_no_word_finds_nothing(database: Database, question: str) -> None:
    assert _search(database, question) == []


@pytest.mark.parametrize("question", ["budgets", "MALAGA", "malagá?", "approving harbours"])
def test_forms_of_a_word_match(database: Database, question: str) -> None:
    assert _is_found(database, question)


@pytest.mark.parametrize("question", ["COP-3", "cop 3?", "at COP 3"])
def test_a_name_with_its_number_comes_first(database: Database, question: str) -> None:
    assert _search(database, question)[0] == BODIES[1]


@pytest.mark.parametrize("k", [0, -1, 1, 3])
def test_at_most_k(database: Database, k: int) -> None:
    assert len(_search(database, "budget harbour cop", k)) == max(0, min(k, 4))


def test_the_number_of_passages(database: Database) -> None:
    with database.reading() as connection:
        assert len(LexicalIndex(connection, _folder(database))) == len(BODIES)


@given(question=st.text())
def test_no_question_breaks_the_search(database: Database, question: str) -> None:
    assert _is_found(database, f"{question} budget")


@given(question=st.text(st.sampled_from(list('"*^:{}()+- \tANDORNEARNOT,\0')), max_size=40))
def test_syntax_is_taken_for_words(database: Database, question: str) -> None:
    found: Sequence[str] = _search(database, question)
    assert found == []
