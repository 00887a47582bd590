from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from qa.assistant import Assistant
from qa.errors import NotFoundError
from qa.reading.sentence_reader import SentenceReader
from qa.settings import Settings
from qa.stores.local import LocalStore, Manifest
from qa.suggestions.suggesting import Suggestion, suggest, suggest_first
from tests.embedders import HashEmbedder
from tests.samples import index_folder

BOARD = """# River board

12 May 2020

Ada Berg chaired the meeting on fish, and Omar Said took notes.

## 1. PRICE OF WATER

The board decided to raise the price of water by four per cent from June.

## Agenda items

None were added by the members present.
"""


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "board.md").write_text(BOARD, encoding="utf-8")
    (folder / "empty.md").write_text("# Notice\n\n2 May 2019\n\nNothing.\n", encoding="utf-8")
    manifest = Manifest("hash", "test")
    writer = LocalStore(tmp_path / "home", manifest, write=True)
    index_folder(writer, folder)
    writer.close()
    store = LocalStore(tmp_path / "home", manifest)
    yield Assistant(Settings(home=tmp_path), HashEmbedder(), store, SentenceReader(0.3))
    store.close()


def _id(assistant: Assistant, source: str) -> str:
    return next(entry.id for entry in assistant.entries() if entry.source == source)


def _questions(suggestions: Sequence[Suggestion]) -> list[str]:
    return [suggestion.question for suggestion in suggestions]


def test_what_the_report_says_in_a_few_words_becomes_questions(assistant: Assistant) -> None:
    assert _questions(suggest(assistant, _id(assistant, "board.md"))) == [
        "Who chaired the meeting on fish at the River board?",
        "What was decided on price of water at the River board?",
    ]


def test_where_no_sentence_makes_one_the_record_does(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    text = "# Pier committee\n\n3 May 2021\n\nPresent: Ada Berg, Omar Said\n\nThe lamps are old.\n"
    (folder / "pier.md").write_text(text, encoding="utf-8")
    manifest = Manifest("hash", "test")
    writer = LocalStore(tmp_path / "home", manifest, write=True)
    index_folder(writer, folder)
    writer.close()
    store = LocalStore(tmp_path / "home", manifest)
    assistant = Assistant(Settings(home=tmp_path), HashEmbedder(), store, SentenceReader(0.3))
    found = _questions(suggest_first(assistant))
    store.close()
    assert found == ["Who was present at the meeting of 3 May 2021?"]


def test_each_question_is_answered_from_the_report(assistant: Assistant) -> None:
    report_id = _id(assistant, "board.md")
    for suggestion in suggest(assistant, report_id):
        cited = assistant.ask(suggestion.question).citations[0]
        assert (suggestion.report_id, cited.report_id) == (report_id, report_id)
        assert (cited.start, cited.end) == (suggestion.start, suggestion.end)


def test_who_has_something_better_to_do_is_waited_for(assistant: Assistant) -> None:
    waited: list[int] = []
    assert suggest(assistant, _id(assistant, "board.md"), 1, lambda: waited.append(1))
    assert waited == [1]


def test_a_report_that_says_nothing_suggests_nothing(assistant: Assistant) -> None:
    assert suggest(assistant, _id(assistant, "empty.md")) == []


def test_a_first_visit_gets_questions_on_the_latest_meetings(assistant: Assistant) -> None:
    assert _questions(suggest_first(assistant)) == [
        "Who chaired the meeting on fish at the River board?"
    ]


def test_an_unknown_report_is_not_found(assistant: Assistant) -> None:
    with pytest.raises(NotFoundError):
        suggest(assistant, "none")
