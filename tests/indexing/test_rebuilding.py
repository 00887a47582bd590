from __future__ import annotations

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from qa.assistant import Assistant
from qa.errors import IndexBusyError, IndexMismatchError, ReportError, StoreError
from qa.indexing.outcome import Progress
from qa.indexing.rebuilding import rebuild, restore
from qa.parts import open_embedder, open_store
from qa.settings import Settings
from qa.stores.local.records import read_origin
from qa.stores.store import Origin
from tests.samples import MINUTES


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`home`, made with the real model from `reports` and `list.csv`."""
    base = tmp_path_factory.mktemp("built")
    (base / "reports").mkdir()
    (base / "reports" / "harbour.md").write_text(MINUTES, encoding="utf-8")
    (base / "reports" / "birds.txt").write_text("Herons nest on quay five.")
    (base / "list.csv").write_text("file,event\nbirds.txt,Ornithologists\n")
    rebuild(Settings(home=base / "home"), base / "reports", base / "list.csv")
    return base


@pytest.fixture
def settings(built: Path, tmp_path: Path) -> Settings:
    """Of a copy of the home that was built."""
    shutil.copytree(built / "home", tmp_path / "home")
    return Settings(home=tmp_path / "home")


def test_what_was_built_can_be_asked(settings: Settings) -> None:
    with closing(Assistant.open(settings)) as assistant:
        best = assistant.search("Which birds are on the quay?")[0]
        assert best.context == "Ornithologists"


def test_the_index_knows_what_it_was_made_from(settings: Settings, built: Path) -> None:
    assert read_origin(settings.home) == Origin(str(built / "reports"), str(built / "list.csv"))


def test_without_a_folder_it_is_the_last_one_with_its_catalogue(
    settings: Settings, built: Path
) -> None:
    outcome = rebuild(settings)
    assert (outcome.folder, outcome.unchanged) == (str(built / "reports"), 2)
    assert (outcome.added, outcome.changed, outcome.removed) == ((), (), ())


def test_the_catalogue_is_remembered_when_the_folder_is_named_again(
    settings: Settings, built: Path
) -> None:
    assert rebuild(settings, built / "reports").unchanged == 2


def test_another_folder_has_its_own_catalogue(settings: Settings, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "birds.txt").write_text("Pelicans nest on quay six.")
    rebuild(settings, other)
    assert read_origin(settings.home) == Origin(str(other))


def test_the_last_folder_is_known_even_if_other_parts_made_the_index(
    settings: Settings, built: Path
) -> None:
    other = settings.model_copy(update={"passage_tokens": 128})
    assert rebuild(other).folder == str(built / "reports")


def test_a_folder_is_kept_as_an_absolute_path(
    settings: Settings, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(built)
    assert rebuild(settings, Path("reports")).folder == str(built / "reports")


def test_a_missing_folder_changes_nothing(settings: Settings, tmp_path: Path) -> None:
    before = read_origin(settings.home)
    with pytest.raises(ReportError, match="no folder"):
        rebuild(settings, tmp_path / "nowhere")
    assert read_origin(settings.home) == before


def test_nothing_was_indexed_at_first(tmp_path: Path) -> None:
    assert read_origin(tmp_path) is None


_HOLD = """
import sys
from pathlib import Path
from filelock import FileLock

home = Path(sys.argv[1])
with FileLock(home / "index.lock"):
    (home / "index.pid").write_text("4711")
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_rebuild_is_refused_and_names_the_first(settings: Settings) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(settings.home)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(IndexBusyError, match="4711"):
            rebuild(settings)
        holder.communicate()
    assert rebuild(settings).unchanged == 2


def test_a_rebuild_inside_of_a_rebuild_is_refused(settings: Settings, tmp_path: Path) -> None:
    def again(progress: Progress) -> None:
        rebuild(settings)

    with pytest.raises(IndexBusyError):
        rebuild(settings, on_progress=again)
    assert rebuild(settings).unchanged == 2


def test_the_index_can_be_read_while_it_is_rebuilt(settings: Settings, built: Path) -> None:
    counts: list[int] = []

    def look(progress: Progress) -> None:
        with closing(open_store(settings, open_embedder(settings))) as store:
            counts.append(len(store.entries()))

    rebuild(settings, on_progress=look)
    assert counts == [2]


def test_patience_waits_for_a_short_run(settings: Settings) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(settings.home)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        with ThreadPoolExecutor(1) as pool:
            waiting = pool.submit(rebuild, settings, patience=60)
            with pytest.raises(IndexBusyError):
                rebuild(settings)
            assert not waiting.done()
            holder.communicate()
            assert waiting.result().unchanged == 2


def test_another_split_keeps_the_index_before_which_can_be_restored(settings: Settings) -> None:
    other = settings.model_copy(update={"passage_tokens": 128})
    outcome = rebuild(other)
    assert outcome.embedded == 0
    with pytest.raises(IndexMismatchError):
        Assistant.open(settings)
    assert restore(settings).reports == 2
    with closing(Assistant.open(settings)) as assistant:
        assert len(assistant.entries()) == 2


def test_without_an_index_before_nothing_is_restored(settings: Settings) -> None:
    with pytest.raises(StoreError, match="No earlier index"):
        restore(settings)


def test_a_home_that_cannot_be_made_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="can't be used"):
        rebuild(Settings(home=tmp_path / "file" / "home"), tmp_path)
