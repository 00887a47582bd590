"""What a damaged disk does to an index: python -m scripts.flip_bytes --flips N [--seed 0]

Makes a small home of two of the invented reports. Then N times for each of its files, one byte of a
copy is changed; a question is asked, the index is examined as `qa doctor` does, and brought up to
date as `qa index` does. Prints, by file, how often nothing was to be seen (the answer is the same
and nothing is said), how often the damage was noticed, how often it was mended by `qa index` and
how often kept, how often an answer was another one though `qa doctor` noticed (wrong), or nobody
did (silent), how often there was a traceback, and how often the process itself ended (crash).
"""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import cycle, islice
from pathlib import Path
from typing import TypeVar

from qa import Settings, rebuild
from qa.assistant import Assistant
from qa.errors import QAError
from qa.indexing import demo_folder
from qa.inference import Embedder
from qa.parts import open_embedder, open_reader, open_store
from scripts.attacking.children import CrashedError, in_child

T = TypeVar("T")
_QUESTIONS = ("Who chaired the meeting?", "What was decided on the budget?")
KINDS = ("same", "noticed", "mended", "kept", "wrong", "silent", "traceback", "crash")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--flips", type=int, default=5, help="of each file")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print_table(flip_all(Path(folder), given.flips, given.seed))


def print_table(found: Mapping[str, Counter[str]]) -> None:
    print(f"{'':40}" + "".join(f"{kind:>10}" for kind in KINDS))
    for name, counts in found.items():
        print(f"{name[-40:]:40}" + "".join(f"{counts[kind]:>10}" for kind in KINDS))


def flip_all(folder: Path, flips: int, seed: int) -> dict[str, Counter[str]]:
    """By file of the home, what became of `flips` changes each."""
    sound = _Sound(folder)
    turns = [path for path in sound.files() for _ in range(flips)]
    found: dict[str, Counter[str]] = {}
    for name, fate in _flipped(sound, turns, seed):
        found.setdefault(name, Counter()).update(fate)
    return found


def flip_some(folder: Path, flips: int, seed: int) -> dict[str, Counter[str]]:
    """The same of `flips` changes over all files of a home, each file in turn."""
    sound = _Sound(folder)
    found: dict[str, Counter[str]] = {}
    for name, fate in _flipped(sound, list(islice(cycle(sound.files()), flips)), seed):
        found.setdefault(name, Counter()).update(fate)
    return found


class _Sound:
    """A small home, with what is right. Its process has loaded what each child needs."""

    def __init__(self, folder: Path) -> None:
        self.home, self.damaged = folder / "sound", folder / "damaged"
        self.embedder = open_embedder(Settings(home=self.home, reader="sentence"))
        _make(folder, self.home, self.embedder)
        self.right = _ask(self.home, self.embedder)

    def files(self) -> list[Path]:
        paths = (path for path in self.home.rglob("*") if path.is_file() and path.stat().st_size)
        return sorted(path.relative_to(self.home) for path in paths)

    def fate(self) -> set[str]:
        """Of the damaged copy. A crash, as of a library that is no Python, is one as well."""
        try:
            return in_child(lambda: _examine(self.damaged, self.embedder, self.right))
        except CrashedError:
            return {"crash"}


def _flipped(
    sound: _Sound, turns: Sequence[Path], seed: int
) -> Iterator[tuple[str, Collection[str]]]:
    chance = random.Random(seed)
    for name in turns:
        shutil.rmtree(sound.damaged, ignore_errors=True)
        shutil.copytree(sound.home, sound.damaged)
        _flip(sound.damaged / name, chance)
        yield name.as_posix(), sound.fate()


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
        *(["kept"] if noticed and again != (right, []) else []),
        *(["wrong"] if noticed and _is_another(asked, right) else []),
        *(["silent"] if asked != right and not noticed else []),
        *(["same"] if asked == right and not noticed else []),
    }


def _is_another(asked: object, right: object) -> bool:
    """Whether an answer came that isn't the right one."""
    return asked != right and not isinstance(asked, BaseException)


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
