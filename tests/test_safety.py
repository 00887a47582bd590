"""What goes wrong around an index: a clear error, nothing lost, and the old index still serves."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from qa.assistant import Assistant
from qa.errors import QAError, ReportError
from qa.indexing.rebuilding import rebuild, restore
from qa.parts import open_store
from qa.reading.sentence_reader import SentenceReader
from qa.settings import Settings
from tests.embedders import HashEmbedder

# The rebuild of a home, with the embedder of the tests; says how it went. No file may become
# larger than so many bytes, which to SQLite and to Python is what a full disk is.
_REBUILD = """
import resource, signal, sys
from pathlib import Path
from qa.errors import QAError
from qa.indexing.rebuilding import rebuild
from qa.settings import Settings
from tests.embedders import HashEmbedder

home, most = Path(sys.argv[1]), int(sys.argv[2])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
try:
    rebuild(Settings(home=home), embedder=HashEmbedder())
except QAError as error:
    print(error.code, error.message, error.cure)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.md").write_text("Mooring fees rise by four per cent.")
    (folder / "b.md").write_text("Ada Berg chaired the board.")
    return folder


@pytest.fixture
def settings(tmp_path: Path, folder: Path) -> Settings:
    settings = Settings(home=tmp_path / "home", reader="sentence")
    rebuild(settings, folder, embedder=HashEmbedder())
    return settings


@pytest.fixture
def serving(settings: Settings) -> Iterator[Assistant]:
    """Who answers all the while."""
    store = open_store(settings, HashEmbedder())
    yield Assistant(settings, HashEmbedder(), store, SentenceReader(0.3))
    store.close()


def _answers(assistant: Assistant) -> None:
    citation = assistant.ask("By how much do mooring fees rise?").citations[0]
    report = assistant.report(citation.report_id)
    assert report.text[citation.start : citation.end] == citation.quote
    assert "four per cent" in citation.quote


def _rebuild(settings: Settings) -> None:
    rebuild(settings, embedder=HashEmbedder())


def test_a_full_disk_is_a_clear_error_and_the_old_index_serves(
    settings: Settings, serving: Assistant, folder: Path
) -> None:
    (folder / "large.md").write_text("Delegates met on the quay again, and spoke. " * 3_000)
    size = (settings.home / "edition-000001" / "reports.db").stat().st_size
    run = subprocess.run(
        [sys.executable, "-c", _REBUILD, str(settings.home), str(size + 100_000)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.startswith("store The index ")
    assert "Free disk space" in run.stdout
    _answers(serving)
    assert serving.store.check() == []
    _rebuild(settings)
    assert len(serving.entries()) == 3


def test_a_full_disk_during_a_whole_rebuild_leaves_the_old_index(
    settings: Settings, serving: Assistant, folder: Path
) -> None:
    (folder / "large.md").write_text("Delegates met on the quay again, and spoke. " * 3_000)
    (settings.home / "settings.toml").write_text("passage_tokens = 128\n")
    command = _REBUILD.replace("Settings(home=home)", "Settings.load(home=home)")
    run = subprocess.run(
        [sys.executable, "-c", command, str(settings.home), "200000"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Free disk space" in run.stdout
    _answers(serving)
    with closing(open_store(settings, HashEmbedder())) as again:
        assert len(again.entries()) == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_a_file_that_may_not_be_read_is_named(settings: Settings, folder: Path) -> None:
    (folder / "a.md").chmod(0)
    outcome = rebuild(settings, embedder=HashEmbedder())
    assert [failure.reason for failure in outcome.failed] == ["Permission denied"]


def test_a_file_that_cannot_be_read_keeps_its_report(
    settings: Settings, serving: Assistant, folder: Path
) -> None:
    (folder / "a.md").unlink()
    (folder / "a.md").symlink_to(folder / "nowhere.md")
    outcome = rebuild(settings, embedder=HashEmbedder())
    assert [failure.source for failure in outcome.failed] == ["a.md"]
    assert "No such file" in outcome.failed[0].reason
    _answers(serving)


def test_a_folder_that_vanishes_is_a_clear_error_and_the_index_stays(
    settings: Settings, serving: Assistant, folder: Path
) -> None:
    shutil.move(folder, folder.with_name("elsewhere"))
    with pytest.raises(ReportError, match="There is no folder"):
        _rebuild(settings)
    folder.mkdir()  # as of a share that isn't mounted
    with pytest.raises(ReportError, match="nothing was changed"):
        _rebuild(settings)
    _answers(serving)


def test_a_folder_that_vanishes_while_it_is_indexed_loses_nothing(
    settings: Settings, serving: Assistant, folder: Path
) -> None:
    (folder / "c.md").write_text("Dues fall.")
    outcome = rebuild(
        settings,
        embedder=HashEmbedder(),
        on_progress=lambda progress: shutil.rmtree(folder, ignore_errors=True),
    )
    assert [failure.source for failure in outcome.failed] == ["c.md"]
    assert (outcome.removed, len(serving.entries())) == ((), 2)
    _answers(serving)


def test_a_corrupted_index_is_a_clear_error_and_is_made_again(settings: Settings) -> None:
    _corrupt(settings, 1)
    with pytest.raises(QAError, match="can't be read") as caught:
        open_store(settings, HashEmbedder())
    assert "qa index" in caught.value.cure
    _rebuild(settings)
    with closing(open_store(settings, HashEmbedder())) as store:
        assert len(store.entries()) == 2


def test_a_corrupted_newer_index_leaves_the_old_one_serving(
    settings: Settings, serving: Assistant
) -> None:
    other = settings.model_copy(update={"passage_tokens": 128})
    _rebuild(other)
    _rebuild(settings)
    _answers(serving)
    _rebuild(other)
    _corrupt(settings, 4)
    _answers(serving)
    restore(settings)
    _answers(serving)
    with closing(open_store(settings, HashEmbedder())) as store:
        assert len(store.entries()) == 2


def _corrupt(settings: Settings, edition: int) -> None:
    folder = settings.home / f"edition-{edition:06d}"
    for path in folder.glob("*.db-*"):
        path.unlink()
    (folder / "reports.db").write_bytes(b"no database " * 1000)
