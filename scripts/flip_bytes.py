"""What a damaged disk does to an index: python -m scripts.flip_bytes --flips N [--seed 0]

Makes a small home of two of the invented reports. Then N times for each of its files, one byte of a
copy is changed; a question is asked, the index is examined as `qa doctor` does, and brought up to
date as `qa index` does. Prints, by file, how often nothing was to be seen (the answer is the same
and nothing is said), how often the damage was noticed, how often it was mended by `qa index`, how
often there was a traceback, and how often an answer was another one without a word.
"""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from qa import Settings, rebuild
from qa.assistant import Assistant
from qa.errors import QAError
from qa.indexing import demo_folder
from qa.inference import Embedder
from qa.parts import open_embedder, open_reader, open_store

T = TypeVar("T")
_QUESTIONS = ("Who chaired the meeting?", "What was decided on the budget?")
_KINDS = ("same", "noticed", "mended", "traceback", "silent")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--flips", type=int, default=5, help="of each file")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    print(f"{'':40}" + "".join(f"{kind:>10}" for kind in _KINDS))
    with tempfile.TemporaryDirectory() as folder:
        for name, found in flip_all(Path(folder), given.flips, given.seed).items():
            print(f"{name[-40:]:40}" + "".join(f"{found[kind]:>10}" for kind in _KINDS))


def flip_all(folder: Path, flips: int, seed: int) -> dict[str, Counter[str]]:
    """By file of the home, what became of `flips` changes each."""
    chance = random.Random(seed)
    sound, damaged = folder / "sound", folder / "damaged"
    embedder = open_embedder(Settings(home=sound, reader="sentence"))
    _make(folder, sound, embedder)
    right = _ask(sound, embedder)
    found: dict[str, Counter[str]] = {}
    for path in sorted(path for path in sound.rglob("*") if path.is_file()):
        name = path.relative_to(sound).as_posix()
        for _ in range(flips if path.stat().st_size else 0):
            shutil.rmtree(damaged, ignore_errors=True)
            shutil.copytree(sound, damaged)
            _flip(damaged / name, chance)
            found.setdefault(name, Counter()).update(_examine(damaged, embedder, right))
    return found


def flip_some(folder: Path, flips: int, seed: int) -> Counter[str]:
    """What became of `flips` changes over all files of a home, each file in turn."""
    chance = random.Random(seed)
    sound, damaged = folder / "sound", folder / "damaged"
    embedder = open_embedder(Settings(home=sound, reader="sentence"))
    _make(folder, sound, embedder)
    right = _ask(sound, embedder)
    paths = sorted(path for path in sound.rglob("*") if path.is_file() and path.stat().st_size)
    found: Counter[str] = Counter()
    for number in range(flips):
        name = paths[number % len(paths)].relative_to(sound)
        shutil.rmtree(damaged, ignore_errors=True)
        shutil.copytree(sound, damaged)
        _flip(damaged / name, chance)
        found.update(_examine(damaged, embedder, right))
    return found


def _make(folder: Path, home: Path, embedder: Embedder) -> None:
    reports = folder / "reports"
    reports.mkdir()
    for path in sorted(demo_folder().glob("*.md"))[:2]:
        shutil.copy(path, reports)
    rebuild(Settings(home=home), reports, embedder=embedder)


def _flip(path: Path, chance: random.Random) -> None:
    raw = bytearray(path.read_bytes())
    raw[chance.randrange(len(raw))] ^= chance.randrange(1, 256)
    path.write_bytes(raw)


def _examine(home: Path, embedder: Embedder, right: object) -> set[str]:
    asked = _try(lambda: _ask(home, embedder))
    doctor = _try(lambda: _check(home, embedder))
    index = _try(lambda: rebuild(Settings(home=home), embedder=embedder))
    again = _try(lambda: (_ask(home, embedder), _check(home, embedder)))
    every = (asked, doctor, index, again)
    noticed = bool(doctor) or any(isinstance(one, QAError) for one in every)
    return {
        *(["traceback"] if any(map(_is_traceback, every)) else []),
        *(["noticed"] if noticed else []),
        *(["mended"] if noticed and again == (right, []) else []),
        *(["silent"] if asked != right and not noticed else []),
        *(["same"] if asked == right and not noticed else []),
    }


def _is_traceback(outcome: object) -> bool:
    return isinstance(outcome, BaseException) and not isinstance(outcome, QAError)


def _try(do: Callable[[], T]) -> T | BaseException:
    try:
        return do()
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - a panic of a library is no Exception
        return error


def _ask(home: Path, embedder: Embedder) -> object:
    settings = Settings(home=home, reader="sentence")
    with closing(open_store(settings, embedder)) as store:
        assistant = Assistant(settings, embedder, store, open_reader(settings))
        answers = [assistant.ask(question) for question in _QUESTIONS]
        texts = [store.report(entry.id) for entry in store.entries()]
        return [(answer.answer, answer.citations, answer.evidence) for answer in answers], texts


def _check(home: Path, embedder: Embedder) -> list[str]:
    with closing(open_store(Settings(home=home), embedder)) as store:
        return store.check()


if __name__ == "__main__":
    main()
