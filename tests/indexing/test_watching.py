from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

import pytest

from qa.errors import QAError
from qa.indexing.outcome import Outcome
from qa.indexing.watching import watch
from qa.settings import Settings

Told = Queue[Outcome | QAError]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.md").write_text("Fees rise.")
    return folder


@contextmanager
def _watching(home: Path, folder: Path, catalogue: Path | None = None) -> Iterator[Told]:
    """What is told; when it ends, the watching does."""
    told: Told = Queue()
    stop = threading.Event()
    arguments = (Settings(home=home), folder, catalogue, told.put, stop)
    thread = threading.Thread(target=watch, args=arguments)
    thread.start()
    try:
        yield told
    finally:
        stop.set()
        thread.join(60)


def _outcome(told: Told) -> Outcome:
    event = told.get(timeout=60)
    assert isinstance(event, Outcome), event
    return event


def _error(told: Told) -> QAError:
    event = told.get(timeout=60)
    assert isinstance(event, QAError), event
    return event


@pytest.mark.slow
def test_each_change_is_followed_and_hidden_files_are_not(tmp_path: Path, folder: Path) -> None:
    with _watching(tmp_path / "home", folder) as told:
        assert _outcome(told).added == ("a.md",)
        (folder / ".hidden").write_text("half a report")
        (folder / "sub").mkdir()
        (folder / "sub" / "b.md").write_text("Dues fall.")
        assert _outcome(told).added == ("sub/b.md",)
        (folder / "a.md").write_text("Fees stay.")
        assert _outcome(told).changed == ("a.md",)
        (folder / "a.md").unlink()
        assert _outcome(told).removed == ("a.md",)


@pytest.mark.slow
def test_many_changes_at_once_are_one_run(tmp_path: Path, folder: Path) -> None:
    with _watching(tmp_path / "home", folder) as told:
        _outcome(told)
        for number in range(30):
            (folder / f"{number}.md").write_text(f"Report number {number}.")
        assert len(_outcome(told).added) == 30
        assert told.empty()


@pytest.mark.slow
def test_a_folder_that_goes_is_waited_for(tmp_path: Path, folder: Path) -> None:
    with _watching(tmp_path / "home", folder) as told:
        _outcome(told)
        shutil.move(folder, tmp_path / "elsewhere")
        assert "no folder" in _error(told).message
        shutil.move(tmp_path / "elsewhere", folder)
        assert _outcome(told).unchanged == 1
        (folder / "b.md").write_text("Dues fall.")
        assert _outcome(told).added == ("b.md",)


@pytest.mark.slow
def test_a_catalogue_elsewhere_is_watched_too(tmp_path: Path, folder: Path) -> None:
    catalogue = tmp_path / "list.csv"
    catalogue.write_text("file,event\na.md,Board\n")
    with _watching(tmp_path / "home", folder, catalogue) as told:
        _outcome(told)
        catalogue.write_text("no catalogue\n")
        assert "catalogue" in str(_error(told)).lower()
        catalogue.write_text("file,event\na.md,Assembly\n")
        assert _outcome(told).changed == ("a.md",)


def test_what_is_to_stop_does_not_begin(tmp_path: Path, folder: Path) -> None:
    stop, told = threading.Event(), []
    stop.set()
    watch(Settings(home=tmp_path / "home"), folder, None, told.append, stop)
    assert told == []
