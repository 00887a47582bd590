"""An index that an earlier version made opens, answers, and is brought up to date without a model.

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


def test_it_opens_and_answers(home: Path) -> None:
    with closing(Assistant.open(Settings(home=home))) as assistant:
        assert sorted(entry.source for entry in assistant.entries()) == list(REPORTS)
        assert assistant.store.check() == []
        answer = assistant.ask("When was the library committee's April meeting?")
        assert answer.evidence[0].source == REPORTS[0]


def test_nothing_is_embedded_again(home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name in REPORTS:
        shutil.copy(PROJECT / "corpus" / "reports" / name, folder)
    outcome = rebuild(Settings(home=home), folder)
    assert (outcome.unchanged, outcome.embedded) == (2, 0)
