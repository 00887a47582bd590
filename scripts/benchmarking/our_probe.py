"""One process of Meeting QA's, by its public interface, doing what the peers' scripts do.

    python -m scripts.benchmarking.our_probe run|add HOME FIGURES FOLDER QUESTIONS

`run` indexes FOLDER, asks the questions, and adds a report. `add` adds one to the index in HOME,
which was made of FOLDER. FIGURES gets a JSON object.
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import closing
from pathlib import Path

from qa import Assistant, Settings, open_embedder, rebuild
from qa.evaluation import Question, read_questions
from qa.inference import Embedder

Figures = dict[str, float]
_LIMIT = 10
_ADDED_CHARS = 6000
_HEAD = "# Session of the benchmark in Ultima Thule, number {}\n\n"
_PATIENCE_S = 60


def main() -> None:
    mode, home, figures, folder, questions = sys.argv[1], *map(Path, sys.argv[2:])
    settings = Settings.load(home=home)
    embedder = open_embedder(settings)
    # The peers' scripts have loaded their model too when their clock starts.
    embedder.embed_passages(["warm up"])
    found = _index(settings, folder, embedder) if mode == "run" else Figures()
    with closing(Assistant.open(settings)) as assistant:
        assistant.search("warm up question", _LIMIT)
        if mode == "run":
            found |= _ask(assistant, folder, read_questions(questions))
        found["add_one_s"] = _add(assistant, settings, folder, embedder)
    found["store_mb"] = sum(p.stat().st_size for p in home.rglob("*") if p.is_file()) / 1e6
    figures.write_text(json.dumps(found))


def _index(settings: Settings, folder: Path, embedder: Embedder) -> Figures:
    chars = sum(len(p.read_text("utf-8", "replace")) for p in folder.rglob("*") if p.is_file())
    began, used = time.perf_counter(), time.process_time()
    outcome = rebuild(settings, folder, embedder=embedder)
    seconds = time.perf_counter() - began
    return {
        "chars": chars,
        "passages": outcome.embedded + outcome.reused,
        "build_s": seconds,
        "index_cpu_s": time.process_time() - used,
        "indexed_after_s": time.time() - float(os.environ["BENCHMARK_STARTED"]),
    }


def _ask(assistant: Assistant, folder: Path, questions: list[Question]) -> Figures:
    """The same questions and the same measure as in the peers' common.py."""
    asked = [
        q for q in questions if q.answers and not q.earlier and (folder / (q.doc or "")).is_file()
    ]
    milliseconds, hits = [], 0
    for question in asked:
        began = time.perf_counter()
        passages = assistant.search(question.question, _LIMIT)
        milliseconds.append(1e3 * (time.perf_counter() - began))
        key = _one_line(question.evidence or "")[:60]
        hits += any(p.source == question.doc and key in _one_line(p.text) for p in passages)
    milliseconds.sort()
    if not asked:
        return {"q": 0}
    return {
        "q": len(asked),
        "p50_ms": milliseconds[len(asked) // 2],
        "p95_ms": milliseconds[int(len(asked) * 0.95)],
        "evidence_hit": hits / len(asked),
    }


def _add(assistant: Assistant, settings: Settings, folder: Path, embedder: Embedder) -> float:
    """Seconds from a new file in the folder until a search that was open already finds it.

    Its title stands in front of each of its passages, so that none of their vectors is known.
    """
    first = sorted(p for p in folder.rglob("*") if p.suffix in {".md", ".txt"})[0]
    head = _HEAD.format(time.time_ns())
    added = folder / f"added-{time.time_ns()}.md"
    added.write_text(head + first.read_text("utf-8", "replace")[:_ADDED_CHARS], "utf-8")
    began = time.perf_counter()
    rebuild(settings, folder, embedder=embedder)
    while not any(p.source == added.name for p in assistant.search(head.strip("# \n"), _LIMIT)):
        if time.perf_counter() - began > _PATIENCE_S:
            raise SystemExit(f"{added.name} isn't found by a search.")
    return time.perf_counter() - began


def _one_line(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    main()
