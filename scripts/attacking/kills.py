"""Kills of first and later runs of `qa index` at random moments: is anything lost?"""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

from qa.errors import IndexMissingError, QAError
from qa.stores.local import LocalStore, Manifest

MANIFEST = Manifest("hash", "test")
_FILES = 12
_LATER = 4  # kills of later runs for each of a first one
_INDEX = """
import sys, time
from pathlib import Path
from qa.reports import Limits, scan
from qa.indexing.indexer import Indexer
from qa.stores.local import LocalStore, Manifest
from qa.stores import Origin
from tests.embedders import HashEmbedder
home, folder = map(Path, sys.argv[1:])
print("ready", flush=True)
store = LocalStore(home, Manifest("hash", "test"), write=True)
tell = lambda progress: print(progress.done, flush=True)
Indexer(store, HashEmbedder(), lambda: Limits(64, 16)).index(
    scan(folder, 1 << 20), Origin(str(folder)), tell)
store.close()
"""


def kill_runs(folder: Path, kills: int, seed: int) -> Counter[str]:
    """What became of so many killed runs: "sound", or what was found "lost", "damaged" or wrong."""
    chance, found = random.Random(seed), Counter[str]()
    reports = folder / "reports"
    reports.mkdir()
    _write(reports, 0)
    seconds = _run(folder / "timed", reports, None)
    home, number = folder / "home0", 0
    for kill in range(kills):
        if kill % (_LATER + 1) == 0:
            home = folder / f"home{kill}"
            known: set[str] = set()
        else:
            number += 1
            _write(reports, number)
        _run(home, reports, chance.uniform(0, seconds))
        outcome, known = _examine(home, reports, known)
        found[outcome] += 1
        if kill % (_LATER + 1) == _LATER or kill == kills - 1:
            _run(home, reports, None)
            found[f"then {_whole(home, reports)}"] += 1
    return found


def _write(reports: Path, number: int) -> None:
    """All files at first; later one is changed, and one comes."""
    names = range(_FILES) if number == 0 else (number % _FILES, _FILES + number)
    for name in names:
        text = f"# Board {name}\n\n3 May 2021\n\nFees rise in round {number} of file {name}.\n" * 20
        (reports / f"{name}.md").write_text(text, encoding="utf-8")


def _run(home: Path, reports: Path, seconds: float | None) -> float:
    """Index in another process, and kill it so long after it is ready, or never."""
    command = [sys.executable, "-c", _INDEX, str(home), str(reports)]
    own = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "start_new_session": True}
    with subprocess.Popen(command, text=True, **own) as process:  # type: ignore[call-overload]
        process.stdout.readline()
        began = time.perf_counter()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.communicate(timeout=seconds)
        if process.poll() is None:
            # With the process that reads its files, as a machine that goes down does.
            os.killpg(process.pid, signal.SIGKILL)
    return time.perf_counter() - began


def _examine(home: Path, reports: Path, known: set[str]) -> tuple[str, set[str]]:
    """How a home looks after a kill to those who only ask, and the files that it has."""
    try:
        with closing(LocalStore(home, MANIFEST)) as store:
            files = set(store.files())
            if store.check():
                return "damaged", files
            if known - files:
                return "lost", files
            origin = store.origin()
            told = origin is not None and origin.folder == str(reports)
            return "sound" if told else "folder forgotten", files
    except IndexMissingError:
        return ("lost" if known else "sound"), known
    except QAError:
        return "unusable", known
    except Exception as error:  # noqa: BLE001
        return f"traceback {type(error).__name__}", known


def _whole(home: Path, reports: Path) -> str:
    """Whether a run that wasn't killed made the index what the folder is."""
    with closing(LocalStore(home, MANIFEST)) as store:
        texts = {store.report(entry.id).text for entry in store.entries()}
        right = {path.read_text(encoding="utf-8") for path in reports.iterdir()}
        return "whole" if texts == right and not store.check() else "not whole"
