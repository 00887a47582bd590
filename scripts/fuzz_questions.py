"""Fuzzed questions for an index: python -m scripts.fuzz_questions [--home HOME] [--count 100000]

Real questions and words of the reports are changed by chance: cut, joined, repeated, with signs
that aren't seen, control characters, half characters, patterns, numbers, odd turns before them.
With `--understand` they are understood; without, they are answered. Counts what was done, what was
refused in words, tracebacks, crashes, and what took longer than five seconds of the processor or a
minute; the exit status is 1
if there is any of the last three. Without HOME, the invented reports are indexed first.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import FrameType

from qa import Assistant, QAError, Settings, rebuild
from qa.assistant import clean
from qa.indexing import demo_folder
from qa.questions import Collection, understand
from scripts.attacking.questions import Fuzzed, Fuzzing, words_of

_PROJECT = Path(__file__).resolve().parents[1]
_HANG_S = 5.0  # of the processor
_STUCK_S = 60.0  # whatever it does meanwhile
_PART = 50  # questions a process makes before it tells how they went
_SHOWN = 20


class HangError(Exception):
    """A question took too long."""


class Asking:
    """One process's index. It is opened once."""

    def __init__(self, home: Path, understand_only: bool) -> None:
        self._assistant = Assistant.open(Settings.load(home=home))
        store = self._assistant.store
        entries = store.entries()
        self._known = Collection.of(store.meetings(), store.vocabulary, len(entries))
        self._only = understand_only
        self.asked = _real_questions()
        self.words = words_of(" ".join(store.report(one.id).text for one in entries))

    def ask(self, fuzzed: Fuzzed) -> None:
        if self._only:
            if question := clean(fuzzed.question):
                understand(question, fuzzed.conversation, self._known)
        else:
            self._assistant.ask(fuzzed.question, fuzzed.conversation)


_ASKING: list[Asking] = []


def _open(home: Path, understand_only: bool) -> None:
    _ASKING.append(Asking(home, understand_only))


def _real_questions() -> list[str]:
    lines = [
        line
        for path in sorted((_PROJECT / "corpus").glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return [json.loads(line)["question"] for line in lines]


def _part(seed: int, number: int) -> tuple[Counter[str], list[str]]:
    """How the questions of a part went, and what is to be shown."""
    asking, counts, shown = _ASKING[0], Counter[str](), list[str]()
    fuzzing = Fuzzing(asking.asked, asking.words, f"{seed} {number}")
    for _ in range(_PART):
        fuzzed = fuzzing.one()
        how, why = _fate(asking, fuzzed)
        counts[how] += 1
        if why:
            shown.append(f"{how}: {why}\n  {fuzzed!r}"[:1_500])
    return counts, shown


def _fate(asking: Asking, fuzzed: Fuzzed) -> tuple[str, str]:
    began = time.process_time()
    try:
        with _alarm():
            asking.ask(fuzzed)
    except QAError:
        return "refused", ""
    except HangError:
        return "hung", traceback.format_exc(limit=-3)
    except Exception:  # noqa: BLE001
        return "traceback", traceback.format_exc(limit=-3)
    took = time.process_time() - began
    return ("hung", f"{took:.1f} s") if took > _HANG_S else ("done", "")


@contextmanager
def _alarm() -> Iterator[None]:
    signal.signal(signal.SIGALRM, _hang)
    signal.setitimer(signal.ITIMER_REAL, _STUCK_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _hang(number: int, frame: FrameType | None) -> None:
    raise HangError


def _run(home: Path, given: argparse.Namespace) -> Counter[str]:
    counts, shown, began = Counter[str](), list[str](), time.perf_counter()
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(given.processes, spawn, _open, (home, given.understand)) as pool:
        parts = range(-(-given.count // _PART))
        try:
            for some, why in pool.map(partial(_part, given.seed), parts):
                counts += some
                shown += why
                if time.perf_counter() - began > given.seconds:
                    pool.shutdown(wait=False, cancel_futures=True)
                    break
        except BrokenProcessPool:
            counts["crash"] += 1
    seconds = time.perf_counter() - began
    told = ", ".join(f"{count:,} {how}" for how, count in counts.most_common())
    print(f"{counts.total():,} questions: {told}; {counts.total() / seconds:.0f} a second")
    print("\n".join(shown[:_SHOWN]), flush=True)
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--home", type=Path)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--understand", action="store_true", help="don't answer")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=1e9, help="after which it ends")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        home = given.home or Path(made)
        if not given.home:
            rebuild(Settings(home=home), demo_folder())
        counts = _run(home, given)
    sys.exit(1 if set(counts) - {"done", "refused"} else 0)


if __name__ == "__main__":
    main()
