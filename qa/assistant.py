"""The one place that wires the parts: settings -> embedder, store, retriever, reader."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from qa.errors import QuestionError
from qa.inference import Embedder
from qa.parts import open_embedder, open_reader, open_store
from qa.questions import standalone
from qa.reading import Reader, check_citations, located
from qa.retrieval import Retriever
from qa.settings import Settings
from qa.stores import Store
from qa.types import Answer, Evidence, Filter, Report, ReportEntry, Turn


class Assistant:
    """Answers questions over one index. It is safe under threads."""

    def __init__(
        self, settings: Settings, embedder: Embedder, store: Store, reader: Reader
    ) -> None:
        self.settings = settings
        self.embedder = embedder
        self.store = store
        self.reader = reader

    @classmethod
    def open(cls, settings: Settings | None = None) -> Assistant:
        """Wire the parts that the settings name.

        Raises:
            SettingsError: a setting names no part.
            PartMissingError: a part isn't installed.
            IndexMissingError, IndexMismatchError: nothing that these parts can search.
        """
        settings = settings or Settings.load()
        embedder = open_embedder(settings)
        return cls(settings, embedder, open_store(settings, embedder), open_reader(settings))

    def ask(
        self,
        question: str,
        conversation: Sequence[Turn] = (),
        limit: int | None = None,
        where: Filter | None = None,
    ) -> Answer:
        """The answer, with quotes that have been checked against the reports.

        `conversation` holds the earlier turns, oldest first. A question that points back to them
        is read with the last question and its answer in front. `where` chooses the meetings that
        are searched.

        Raises:
            QuestionError: the question is empty or too long.
        """
        started = time.perf_counter()
        question = self._clean(question)
        whole = standalone(question, conversation)
        with self.store.reading():
            evidence = self._retrieve(whole, limit, where)
            retrieved = time.perf_counter()
            answer = replace(self.reader.read(whole, evidence), question=question)
            check_citations(answer, self.store.report)
            answer = located(answer, self.store.report)
        ended = time.perf_counter()
        timings = {
            "retrieve": retrieved - started,
            "read": ended - retrieved,
            "total": ended - started,
        }
        return replace(answer, timings_ms={k: round(1e3 * v, 2) for k, v in timings.items()})

    def search(
        self, question: str, limit: int | None = None, where: Filter | None = None
    ) -> list[Evidence]:
        """The passages for a question, best first, of the meetings that `where` lets in.

        Raises:
            QuestionError: the question is empty or too long.
        """
        return self._retrieve(self._clean(question), limit, where)

    def entries(self) -> list[ReportEntry]:
        return self.store.entries()

    def report(self, report_id: str) -> Report:
        """
        Raises:
            NotFoundError: no report has this id.
        """
        return self.store.report(report_id)

    def generation(self) -> int:
        """Goes up whenever the index changes."""
        return self.store.generation()

    def close(self) -> None:
        self.store.close()

    def _retrieve(self, question: str, limit: int | None, where: Filter | None) -> list[Evidence]:
        settings = self.settings
        weights = {"dense": settings.dense_weight, "lexical": settings.lexical_weight}
        if settings.retrieval != "hybrid":
            weights = {settings.retrieval: 1.0}
        retriever = Retriever(
            self.store, self.embedder, weights, settings.fusion_k, settings.candidates
        )
        return retriever.retrieve(question, limit or settings.evidence, where)

    def _clean(self, question: str) -> str:
        most = self.settings.question_chars
        if len(question) > most:
            raise QuestionError(
                f"The question has {len(question):,} characters.", f"Ask in at most {most:,}."
            )
        cleaned = clean(question)
        if not cleaned:
            raise QuestionError("The question is empty.", "Write a question.")
        return cleaned


def clean(text: str) -> str:
    """One line of valid text: no control characters, no lone surrogates, composed (NFC)."""
    valid = text.encode("utf-8", "replace").decode()
    printable = "".join(" " if unicodedata.category(c) == "Cc" else c for c in valid)
    return unicodedata.normalize("NFC", " ".join(printable.split()))
