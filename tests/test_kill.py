"""A process that is killed while it indexes: what it told of is there, and the next one goes on."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from qa.errors import IndexMissingError
from qa.stores.local import LocalStore, Manifest
from tests.samples import MINUTES, index_folder

pytestmark = pytest.mark.slow
MANIFEST = Manifest("hash", "test")
# KILLS=200 for the long run, which takes some minutes.
KILLS = int(os.environ.get("KILLS", "3"))
FILES = 60 * KILLS
_INDEX = """
import sys
from pathlib import Path
from qa.reports.folder import scan
from qa.indexing.indexer import Indexer
from qa.stores.local import LocalStore, Manifest
from qa.stores.store import Origin
from tests.embedders import HashEmbedder
from tests.samples import LIMITS

home, folder = Path(sys.argv[1]), Path(sys.argv[2])
store = LocalStore(home, Manifest("hash", "test"), write=True)
tell = lambda progress: print(progress.done, flush=True)
Indexer(store, HashEmbedder(), lambda: LIMITS).index(scan(folder, 1 << 20), Origin("f"), tell)
"""


def test_what_was_told_survives_a_kill_and_the_next_run_completes_it(tmp_path: Path) -> None:
    folder, home = tmp_path / "reports", tmp_path / "home"
    folder.mkdir()
    for number in range(FILES):
        (folder / f"{number:04}.md").write_text(f"{MINUTES}\nReport {number}.\n", encoding="utf-8")
    moments = random.Random(7)
    done = 0
    for _ in range(KILLS):
        told = _index_until(home, folder, lines=moments.randrange(1, 4))
        before, done = done, _files(home)
        assert done >= before + told
    with closing(LocalStore(home, MANIFEST, write=True)) as store:
        index_folder(store, folder)
        assert len(store.files()) == len(store.entries()) == FILES
        assert store.check() == []


def test_a_kill_while_a_run_is_published_leaves_one_state_or_the_other(tmp_path: Path) -> None:
    """At any moment of short runs, which spend much of their time in making things searchable."""
    folder, home = tmp_path / "reports", tmp_path / "home"
    folder.mkdir()
    moments = random.Random(11)
    _write(folder, 0)
    _index_for(home, folder, seconds=None)
    seconds = _timed(home, folder)
    for round_ in range(KILLS):
        _write(folder, round_)
        _index_for(home, folder, seconds=moments.uniform(0.3, 1.0) * seconds)
        with closing(LocalStore(home, MANIFEST)) as reader:
            assert reader.check() == []
            assert reader.search_lexical("survey", 5)
    _index_for(home, folder, seconds=None)
    with closing(LocalStore(home, MANIFEST)) as reader:
        assert reader.check() == []
        texts = {reader.report(entry.id).text for entry in reader.entries()}
        found = reader.passages([hit.passage_id for hit in reader.search_lexical("round", 99)])
    assert texts == {path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert {p.report_id for p in found if f"Round {KILLS - 1}" in p.text}


def _write(folder: Path, round_: int) -> None:
    for number in range(4):
        text = f"{MINUTES}\nReport {number}. Round {round_}.\n"
        (folder / f"{number}.md").write_text(text, encoding="utf-8")


def _timed(home: Path, folder: Path) -> float:
    """How long a short run takes here."""
    _write(folder, -1)
    began = time.perf_counter()
    _index_for(home, folder, seconds=None)
    return time.perf_counter() - began


def _index_for(home: Path, folder: Path, seconds: float | None) -> None:
    """Index in another process and kill it after so long, or never."""
    command = [sys.executable, "-c", _INDEX, str(home), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        try:
            assert process.wait(seconds) == 0
        except subprocess.TimeoutExpired:
            process.kill()


def _index_until(home: Path, folder: Path, lines: int) -> int:
    """Index in another process and kill it once it has told so many lines; the last number."""
    command = [sys.executable, "-c", _INDEX, str(home), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        told = [line for line, _ in zip(process.stdout, range(lines), strict=False)]
        process.kill()
    return int(told[-1]) if told else 0


def _files(home: Path) -> int:
    """Reports that are in the store, which has to be sound."""
    with closing(LocalStore(home, MANIFEST, write=True)) as store:
        assert store.check() == []
        return len(store.files())


def test_a_kill_before_the_first_report_leaves_nothing_to_search(tmp_path: Path) -> None:
    LocalStore(tmp_path, MANIFEST, write=True).close()
    with pytest.raises(IndexMissingError):
        LocalStore(tmp_path, MANIFEST)
