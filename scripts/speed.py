"""How long an answer takes: python -m scripts.speed HOME QUESTIONS [--clients 8]

One question after the other, from its text to the checked answer, with the share of each stage;
then so many clients at once, who ask a server over HTTP without a pause. In bfloat16, where the CPU
has units for it, and in float32. Run it with nothing else running.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from qa import Assistant, QAError, Settings
from qa.evaluation import read_questions
from qa.inference import SentenceTransformerEmbedder, SpanModel, pick_dtype
from qa.stores.local import LocalStore
from scripts.benchmarking.machine import describe
from scripts.benchmarking.ours import post, serving

_STAGES: Mapping[str, tuple[type, str]] = {
    "embedding the question": (SentenceTransformerEmbedder, "embed_question"),
    "dense search": (LocalStore, "search_dense"),
    "lexical search": (LocalStore, "search_lexical"),
    "marking words in the passages": (SpanModel, "read"),
}
_REST = "the rest: fusing, ordering, citing, checking"
_WARM = 5  # questions before the clock starts

Rows = dict[str, str]


@contextmanager
def _watched() -> Iterator[dict[str, float]]:
    """Seconds that each stage has taken so far."""
    spent: defaultdict[str, float] = defaultdict(float)
    plain = {stage: getattr(kind, name) for stage, (kind, name) in _STAGES.items()}
    for stage, (kind, name) in _STAGES.items():
        setattr(kind, name, _timed(plain[stage], partial(_add, spent, stage)))
    try:
        yield spent
    finally:
        for stage, (kind, name) in _STAGES.items():
            setattr(kind, name, plain[stage])


def _add(spent: dict[str, float], stage: str, seconds: float) -> None:
    spent[stage] += seconds


def _timed(method: Callable[..., Any], tell: Callable[[float], None]) -> Callable[..., Any]:
    def timed(*given: Any, **named: Any) -> Any:
        began = time.perf_counter()
        try:
            return method(*given, **named)
        finally:
            tell(time.perf_counter() - began)

    return timed


def alone(home: Path, dtype: str, questions: Sequence[str]) -> Rows:
    """Milliseconds of an answer, and the share of each stage in percent."""
    settings = Settings.load(home=home, dtype=dtype)
    with closing(Assistant.open(settings)) as assistant:
        for question in questions[:_WARM]:
            assistant.ask(question)
        with _watched() as spent:
            total = [assistant.ask(question).timings_ms["total"] for question in questions]
    shares = {stage: 1e5 * seconds / sum(total) for stage, seconds in spent.items()}
    shares[_REST] = 100 - sum(shares.values())
    return {
        **_percentiles("one client", total),
        **{f"· {stage}": f"{shares[stage]:.0f} %" for stage in (*_STAGES, _REST)},
    }


def together(home: Path, dtype: str, questions: Sequence[str], clients: int) -> Rows:
    """Milliseconds of an answer over HTTP, answers in a second, and failed requests."""
    with serving(home, {"QA_DTYPE": dtype}) as address:
        for question in questions[:_WARM]:
            post(address, question)
        began = time.perf_counter()
        with ThreadPoolExecutor(clients) as pool:
            taken = list(pool.map(partial(_ask, address), questions))
        seconds = time.perf_counter() - began
    good = [milliseconds for milliseconds in taken if milliseconds is not None]
    return {
        **_percentiles(f"{clients} clients", good),
        f"{clients} clients, answers in a second": f"{len(good) / seconds:.1f}",
        f"{clients} clients, failed requests of {len(taken)}": f"{len(taken) - len(good)}",
    }


def _ask(address: str, question: str) -> float | None:
    began = time.perf_counter()
    try:
        post(address, question)
    except (OSError, ValueError):
        return None
    return 1e3 * (time.perf_counter() - began)


def _percentiles(name: str, milliseconds: Iterable[float]) -> Rows:
    values = list(milliseconds)
    return {f"{name}, p{p}, ms": f"{np.percentile(values, p):.0f}" for p in (50, 95)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--clients", type=int, default=8)
    args = parser.parse_args()
    questions = [question.question for question in read_questions(args.questions)]
    print(describe("auto"), flush=True)
    columns = {
        dtype: alone(args.home, dtype, questions)
        | together(args.home, dtype, questions, args.clients)
        for dtype in dict.fromkeys((pick_dtype("auto"), "float32"))
    }
    print("\n| | " + " | ".join(columns) + " |\n|---|" + "---|" * len(columns))
    for name in next(iter(columns.values())):
        print(f"| {name} | " + " | ".join(rows[name] for rows in columns.values()) + " |")


if __name__ == "__main__":
    try:
        main()
    except QAError as error:
        raise SystemExit(str(error)) from error
