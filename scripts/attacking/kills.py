"""Kills of first and later runs of `qa index` at random moments: is anything lost?"""

from __future__ import annotations

import random
import shutil
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from qa.errors import IndexMissingError, QAError
from qa.indexing import Indexer
from qa.meetings import record_here
from qa.reports import Limits, scan
from qa.stores import Origin
from qa.stores.local import LocalStore, Manifest
from scripts.attacking.children import CrashedError, in_child, killed_after
from tests.embedders import HashEmbedder

MANIFEST = Manifest("hash", "test")
_FILES = 12
_LATER = 4  # kills of later runs for each of a first one
_STAY = 5  # rounds that a file that came stays
_TELL = Callable[[Any], None]


def kill_runs(folder: Path, kills: int, seed: int) -> Counter[str]:
    """What became of so many killed runs: "sound", or what was found "lost", "damaged" or wrong."""
    chance, found = random.Random(seed), Counter[str]()
    reports = folder / "reports"
    reports.mkdir()
    run = partial(_index, reports=reports)
    seconds = _timed(folder / "timed", reports, run)
    for kill in range(kills):
        later = kill % (_LATER + 1)
        if later == 0:
            home, known = folder / "home", set[str]()
            shutil.rmtree(home, ignore_errors=True)
        else:
            _write(reports, kill)
        told = killed_after(partial(run, home), chance.uniform(0, seconds[later > 0]))
        found["ended before its kill"] += told[-1:] == ["done"]
        outcome, known = _looked_at(home, reports, known, 0 if later else _done(told))
        found[outcome] += 1
        if later == _LATER or kill == kills - 1:
            killed_after(partial(run, home), None)
            found[f"then {in_child(partial(_whole, home, reports))}"] += 1
    return found


def _index(home: Path, tell: _TELL, reports: Path) -> None:
    """As `qa index` does, with an embedder that takes no time.

    Files are read in the process that is killed, as if the one that reads them were, too.
    """
    tell("ready")
    with closing(LocalStore(home, MANIFEST, write=True)) as store:
        indexer = Indexer(store, HashEmbedder(), lambda: Limits(64, 16), read=record_here)
        found = scan(reports, 1 << 20)
        indexer.index(found, Origin(str(reports)), lambda progress: tell(progress.done))
    tell("done")


def _timed(home: Path, reports: Path, run: Callable[[Path, _TELL], None]) -> tuple[float, float]:
    """The seconds of a first and of a later run."""
    took = []
    for number in (0, 1):
        _write(reports, number)
        began = time.perf_counter()
        killed_after(partial(run, home), None)
        took.append(time.perf_counter() - began)
    return took[0], took[1]


def _write(reports: Path, number: int) -> None:
    """All files at first; later one is changed, one comes, and one that came goes."""
    names = range(_FILES) if number == 0 else (number % _FILES, _FILES + number)
    for name in names:
        text = f"# Board {name}\n\n3 May 2021\n\nFees rise in round {number} of file {name}.\n" * 20
        (reports / f"{name}.md").write_text(text, encoding="utf-8")
    if number > _STAY:
        (reports / f"{_FILES + number - _STAY}.md").unlink(missing_ok=True)


def _done(told: list[Any]) -> int:
    """Files of a first run that were told to be stored."""
    return max((one for one in told if isinstance(one, int)), default=0)


def _looked_at(home: Path, reports: Path, known: set[str], told: int) -> tuple[str, set[str]]:
    try:
        return in_child(lambda: _examined(home, reports, known, told))
    except CrashedError:
        return "crash", known


def _examined(home: Path, reports: Path, known: set[str], told: int) -> tuple[str, set[str]]:
    """How a home looks after a kill to those who only ask, and the files that it has."""
    try:
        with closing(LocalStore(home, MANIFEST, write=True)) as store:
            if len(store.files()) < told:
                return "told and lost", known
        with closing(LocalStore(home, MANIFEST)) as store:
            files = set(store.files())
            there = {path.name for path in reports.iterdir()}
            if store.check():
                return "damaged", files
            if (known & there) - files:
                return "lost", files
            origin = store.origin()
            named = origin is not None and origin.folder == str(reports)
            return "sound" if named else "folder forgotten", files
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
