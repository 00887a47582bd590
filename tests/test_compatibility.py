"""An index that an earlier version made is of use: its vectors are taken over.

`indexes/` has one for each format: two reports of corpus/, as the commit in its name indexed them.
"""

from __future__ import annotations

import shutil
import tarfile
from contextlib import closing
from pathlib import Path

import pytest

from qa.assistant import Assistant
from qa.indexing import rebuild
from qa.settings import Settings
from tests.paths import PROJECT

INDEXES = sorted((PROJECT / "tests" / "indexes").glob("*.tar.xz"))
REPORTS = ("2023-04-12-library-committee.md", "2024-02-20-lanternfish-steering.md")


@pytest.fixture(params=INDEXES, ids=[path.name for path in INDEXES])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    with tarfile.open(request.param) as archive:
        archive.extractall(tmp_path / "home", filter="data")
    return tmp_path / "home"


def test_there_is_an_index_of_an_earlier_version() -> None:
    assert INDEXES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name in REPORTS:
        shutil.copy(PROJECT / "corpus" / "reports" / name, folder)
    return folder


def test_it_is_brought_up_to_date_and_answers(home: Path, folder: Path) -> None:
    outcome = rebuild(Settings(home=home), folder)
    assert not outcome.failed
    assert outcome.reused
    with closing(Assistant.open(Settings(home=home))) as assistant:
        assert sorted(entry.source for entry in assistant.entries()) == list(REPORTS)
        assert assistant.store.check() == []
        question = "When was the library committee's April meeting?"
        assert assistant.search(question)[0].source == REPORTS[0]
        answer = assistant.ask(question)
        assert answer.answer == "12 April 2023"
        assert answer.citations[0].source == REPORTS[0]
