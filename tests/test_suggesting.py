from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qa.assistant import Assistant
from qa.errors import NotFoundError
from qa.local_store import LocalStore, Manifest
from qa.sentence_reader import SentenceReader
from qa.settings import Settings
from qa.suggesting import suggest, suggest_first
from tests.embedders import HashEmbedder
from tests.samples import index_folder

BOARD = """# River board

12 May 2020

Ada Berg chaired the meeting on fish, and Omar Said took notes.

## 1. PRICE OF WATER

The price of water rises by four per cent from June, the board decided.

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


def test_persons_and_headings_become_questions_in_the_words_of_the_text(
    assistant: Assistant,
) -> None:
    assert suggest(assistant, _id(assistant, "board.md")) == [
        "Who chaired the meeting on fish at the River board?",
        "What was said about price of water at the River board?",
    ]


def test_each_question_is_answered_from_the_report(assistant: Assistant) -> None:
    report_id = _id(assistant, "board.md")
    for question in suggest(assistant, report_id):
        assert assistant.ask(question).citations[0].report_id == report_id


def test_a_report_that_says_nothing_suggests_nothing(assistant: Assistant) -> None:
    assert suggest(assistant, _id(assistant, "empty.md")) == []


def test_a_first_visit_gets_questions_on_the_latest_meetings(assistant: Assistant) -> None:
    assert suggest_first(assistant) == ["Who chaired the meeting on fish at the River board?"]


def test_an_unknown_report_is_not_found(assistant: Assistant) -> None:
    with pytest.raises(NotFoundError):
        suggest(assistant, "none")
