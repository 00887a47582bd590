"""How the index grows: python -m scripts.growth HOME QUESTIONS [--sizes 1000 10000 …]

Makes indexes of other sizes from the one in HOME: up to its own size a part of it, beyond that
copies in which each passage has its sentences shuffled with those of another, often of another
report, and a vector between theirs. Each is searched in a process of its own with the questions of
QUESTIONS. A row a size: seconds to store the passages and to make them searchable, megabytes on
disk and in memory, milliseconds of a search, and recall against the exact ten nearest.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from qa.evaluation import read_questions
from qa.parts import open_embedder, open_store
from qa.reports import Limits, report_id, split_passages
from qa.retrieval import Retriever
from qa.settings import Settings
from qa.stores import Origin
from qa.stores.local import nearest, newest, open_edition
from qa.text import split_sentences
from qa.types import Passage, Report

if TYPE_CHECKING:
    from qa.types import Matrix, Vector

_NOISE = 0.2  # length of the random vector in one that stands between two
_K = 10


class Grown(NamedTuple):
    """A report for the store; `vectors` is (len(passages), dim)."""

    report: Report
    passages: Sequence[Passage]
    vectors: Matrix


class Pool:
    """The reports of the index in HOME with their passages and vectors."""

    def __init__(self, settings: Settings) -> None:
        embedder = open_embedder(settings)
        limits = Limits(min(settings.passage_tokens, embedder.max_tokens), settings.overlap_tokens)
        with closing(open_store(settings, embedder)) as store:
            self.reports = [store.report(entry.id) for entry in store.entries()]
            self.passages = [split_passages(r, limits, embedder.count_tokens) for r in self.reports]
            self.flat = [passage for passages in self.passages for passage in passages]
            known = store.find_vectors([passage.embedded_text for passage in self.flat])
        self.vectors = np.stack([known[passage.embedded_text] for passage in self.flat])

    def grow(self, wanted: int) -> Iterator[Grown]:
        """Reports with `wanted` passages in all: first those of HOME, then copies."""
        made, copy = 0, 0
        while made < wanted:
            row = 0
            for report, passages in zip(self.reports, self.passages, strict=True):
                some = passages[: wanted - made]
                vectors = self.vectors[row : row + len(some)]
                if some:
                    yield (
                        self._shuffled(report, some, vectors, copy)
                        if copy
                        else Grown(report, some, vectors)
                    )
                made, row = made + len(some), row + len(passages)
            copy += 1

    def _shuffled(
        self, report: Report, passages: Sequence[Passage], vectors: Matrix, copy: int
    ) -> Grown:
        random = np.random.default_rng([copy, len(passages), len(report.text)])
        others = random.integers(0, len(self.flat), len(passages))
        pairs = zip(passages, others, strict=True)
        bodies = [_mixed(passage.body, self.flat[other].body, random) for passage, other in pairs]
        noise = random.normal(size=vectors.shape)
        noise *= _NOISE / np.linalg.norm(noise, axis=1, keepdims=True)
        between = vectors + self.vectors[others] + noise
        unit = (between / np.linalg.norm(between, axis=1, keepdims=True)).astype(np.float32)
        text = "\n".join([f"Copy {copy} of {report.source}", *bodies])
        source = f"{copy}/{report.source}"
        made = replace(report, id=report_id(text), text=text, source=source, sections=())
        return Grown(made, list(_placed(made, passages, bodies)), unit)


def _mixed(one: str, other: str, random: np.random.Generator) -> str:
    """Half of the sentences of both, in any order; about as long as one."""
    sentences = [text[slice(*span)] for text in (one, other) for span in split_sentences(text)]
    random.shuffle(sentences)
    return " ".join(sentences[: max(1, len(sentences) // 2)])


def _placed(report: Report, like: Sequence[Passage], bodies: Sequence[str]) -> Iterator[Passage]:
    start = report.text.index("\n") + 1
    for passage, body in zip(like, bodies, strict=True):
        end = start + len(body)
        id_ = f"{report.id}:{start}-{end}"
        yield replace(
            passage, id=id_, report_id=report.id, start=start, end=end, text=body, body=body
        )
        start = end + 1


def build(pool: Pool, settings: Settings, count: int) -> dict[str, float]:
    """Make the index in the home of `settings`; seconds to store it, and to make it searchable."""
    began = time.perf_counter()
    with closing(open_store(settings, open_embedder(settings), write=True)) as store:
        for grown in pool.grow(count):
            store.put(grown.report, grown.passages, grown.vectors, "grown")
        store.set_origin(Origin(str(settings.home)))
        stored = time.perf_counter()
        store.publish()
    published = time.perf_counter()
    return {"store_s": stored - began, "publish_s": published - stored}


def search(home: Path, questions: Sequence[str]) -> dict[str, float]:
    """Times, in milliseconds, of a process that does nothing else, and its memory."""
    settings = Settings.load(home=home)
    embedder = open_embedder(settings)
    weights = {"dense": settings.dense_weight, "lexical": settings.lexical_weight}
    count = settings.candidates
    vectors = {question: embedder.embed_question(question) for question in questions}
    with closing(open_store(settings, embedder)) as store:
        retriever = Retriever(store, embedder, weights, settings.fusion_k, count)
        began = time.perf_counter()
        retriever.retrieve(questions[0], settings.evidence)
        first = time.perf_counter() - began
        found = {
            **_times("embed", embedder.embed_question, questions),
            **_times("dense", lambda q: store.search_dense(vectors[q], count), questions),
            **_times("lexical", lambda q: store.search_lexical(q, count), questions),
            **_times("hybrid", lambda q: retriever.retrieve(q, settings.evidence), questions),
        }
        nearest = [
            [hit.passage_id for hit in store.search_dense(vectors[q], count)][:_K]
            for q in questions
        ]
        memory = _resident_bytes() / 1e6
        exact = _exact(home, [vectors[question] for question in questions])
    shared = sum(len(set(a) & set(b)) for a, b in zip(nearest, exact, strict=True))
    return {
        "first_s": first,
        **found,
        "recall@10": shared / sum(map(len, exact)),
        "memory_mb": memory,
    }


def _times(name: str, do: Callable[[str], Any], questions: Sequence[str]) -> dict[str, float]:
    taken = []
    for question in questions:
        began = time.perf_counter()
        do(question)
        taken.append(1e3 * (time.perf_counter() - began))
    return {f"{name}_{part}_ms": float(np.percentile(taken, part)) for part in (50, 95)}


def _resident_bytes() -> int:
    """Of this process now; the files that are mapped count as far as they were read."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize()


def _exact(home: Path, vectors: Sequence[Vector]) -> list[list[str]]:
    """The ids of the nearest passages, by comparing with every one of them."""
    database = open_edition(home, newest(home)).database
    questions = np.stack(vectors)
    with closing(database), database.reading() as connection:
        numbers = nearest(connection, questions, _K)
        query = "SELECT id FROM passages WHERE number = ?"
        return [
            [connection.execute(query, (number,)).fetchone()[0] for number in row]
            for row in numbers
        ]


def measure(pool: Pool, count: int, questions: Sequence[str], work: Path) -> dict[str, float]:
    with tempfile.TemporaryDirectory(dir=work) as home:
        settings = Settings.load(home=Path(home))
        built = build(pool, settings, count)
        disk = sum(path.stat().st_size for path in Path(home).rglob("*") if path.is_file()) / 1e6
        with multiprocessing.get_context("spawn").Pool(1) as process:
            searched = process.apply(search, (Path(home), questions))
    return {"passages": count, **built, "disk_mb": disk, **searched}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000, 1_000_000])
    parser.add_argument("--work", type=Path, help="where the indexes are made, one at a time")
    args = parser.parse_args()
    questions = [question.question for question in read_questions(args.questions)]
    pool = Pool(Settings.load(home=args.home))
    shown: list[str] = []
    for count in args.sizes:
        found = measure(pool, count, questions, args.work)
        if not shown:
            shown = list(found)
            print("| " + " | ".join(shown) + " |\n|" + "---|" * len(shown))
        print("| " + " | ".join(f"{found[name]:,.4g}" for name in shown) + " |", flush=True)


if __name__ == "__main__":
    main()
