"""The one place that wires the parts: settings -> embedder, store, retriever, reader."""

from __future__ import annotations

import threading
import time
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from qa.answering import answer
from qa.errors import QuestionError
from qa.inference import Embedder
from qa.library import IndexLibrary
from qa.parts import Models, open_store
from qa.questions import Collection, understand
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
        self._known: tuple[int, Collection] | None = None

    @classmethod
    def open(
        cls, settings: Settings | None = None, models: Models | Assistant | None = None
    ) -> Assistant:
        """Wire the parts that the settings name, or the models of another assistant.

        Raises:
            SettingsError: a setting names no part.
            PartMissingError: a part isn't installed.
            IndexMissingError, IndexMismatchError: nothing that these parts can search.
        """
        settings = settings or Settings.load()
        models = models or Models(settings)
        store = open_store(settings, models.embedder)
        return cls(settings, models.embedder, store, models.reader)

    def ask(
        self,
        question: str,
        conversation: Sequence[Turn] = (),
        limit: int | None = None,
        where: Filter | None = None,
    ) -> Answer:
        """The answer, with quotes that have been checked against the reports.

        `conversation` holds the earlier turns, oldest first. A question is read alone and with what
        came before, and the better supported reading is answered. `where` chooses the meetings that
        are searched.

        Raises:
            QuestionError: the question is empty or too long.
        """
        started = time.perf_counter()
        question = self._clean(question)
        with self.store.reading():
            known = self._collection()
            library = self._library(where)
            readings = understand(question, conversation, known)
            found = answer(readings, library, limit, lambda part: understand(part, (), known))
            evidence = found.evidence[: limit or self.settings.evidence]
            found = replace(found, question=question, evidence=evidence)
            found = located(found, library.report)
            check_citations(found, library.report)
        spent = {**library.spent, "total": time.perf_counter() - started}
        return replace(found, timings_ms={k: round(1e3 * v, 2) for k, v in spent.items()})

    def search(
        self, question: str, limit: int | None = None, where: Filter | None = None
    ) -> list[Evidence]:
        """The passages for a question, best first, of the meetings that `where` lets in.

        Raises:
            QuestionError: the question is empty or too long.
        """
        cleaned = self._clean(question)
        return self._retriever().retrieve(cleaned, limit or self.settings.evidence, where)

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

    def _library(self, where: Filter | None) -> IndexLibrary:
        return IndexLibrary(
            self.store, self._retriever(), self.reader, self.settings.evidence, where
        )

    def _collection(self) -> Collection:
        """What is known of the reports, made once for a generation of the index."""
        generation = self.store.generation()
        if self._known is None or self._known[0] != generation:
            meetings = self.store.meetings()
            made = Collection.of(meetings, self.store.vocabulary, len(self.store.entries()))
            self._known = generation, made
        return self._known[1]

    def _retriever(self) -> Retriever:
        settings = self.settings
        weights = {"dense": settings.dense_weight, "lexical": settings.lexical_weight}
        if settings.retrieval != "hybrid":
            weights = {settings.retrieval: 1.0}
        return Retriever(self.store, self.embedder, weights, settings.fusion_k, settings.candidates)

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


class LateAssistant:
    """An assistant that is opened when it is first asked for, and shared by threads.

    It has models of its own unless they are given.
    """

    def __init__(
        self,
        settings: Settings,
        assistant: Assistant | None = None,
        models: Models | Assistant | None = None,
    ) -> None:
        self._settings = settings
        self._assistant = assistant
        self._models = models
        self._lock = threading.Lock()

    def get(self) -> Assistant:
        """
        Raises:
            IndexMissingError, IndexMismatchError: there is nothing that can be searched.
        """
        with self._lock:
            if self._assistant is None:
                self._assistant = Assistant.open(self._settings, self._models)
            return self._assistant

    def close(self) -> None:
        """Safe to call again; whoever asks afterwards opens it anew."""
        with self._lock:
            if self._assistant is not None:
                self._assistant.close()
            self._assistant = None
