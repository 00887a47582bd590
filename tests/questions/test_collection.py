from __future__ import annotations

from collections.abc import Mapping

from qa.questions import Collection
from tests.questions.invented import COLLECTION, COPPER_4, HARBOUR, HERRING


def test_it_counts_reports_and_years() -> None:
    assert COLLECTION.reports == 9
    assert COLLECTION.years() == ("1998", "2022")
    assert Collection.of(COPPER_4, reports=12).reports == 12
    assert Collection().years() is None


def test_words_are_read_when_first_needed_and_once() -> None:
    asked: list[None] = []

    def words() -> Mapping[str, int]:
        asked.append(None)
        return {"der": 9, "und": 9}

    collection = Collection.of([HARBOUR], words)
    assert asked == []
    assert collection.language == "German"
    assert collection.vocabulary() is collection.vocabulary()
    assert len(asked) == 1


def test_it_has_the_index_of_its_meetings() -> None:
    assert Collection.of([HERRING]).index.every == 1
    assert Collection().index.every == 0
