"""PostgresStore, which fulfils the Store seam with PostgreSQL and pgvector."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from qa.stores.manifest import Manifest
from qa.stores.postgres import (
    checking,
    choosing,
    counts,
    dense,
    editions,
    file_rows,
    lexical,
    meeting_rows,
    passage_rows,
    report_rows,
)
from qa.stores.postgres.database import Place
from qa.stores.postgres.following import Following
from qa.stores.postgres.keeping import PostgresKeeping
from qa.stores.postgres.meeting_rows import Decoded
from qa.stores.postgres.vectors import find_vectors
from qa.stores.stemming import analyzer
from qa.stores.store import FileRecord, LastRun, Origin
from qa.types import Filter, Hit, Meeting, Passage, Proceedings, Report, ReportEntry

if TYPE_CHECKING:
    from qa.stores.postgres.database import Connection
    from qa.types import Matrix, Vector


class PostgresStore:
    """The reports of one index in a database, which any number of processes read and write.

    Opened to read, it follows what is published. Opened to write, it holds the edition that is
    being made. A transaction holds the file and the report that it changes, so that two processes
    may index at once. What is put can be found at once, but for a first run.
    """

    def __init__(
        self, place: Place, manifest: Manifest, *, write: bool = False, build: bool = True
    ) -> None:
        """
        Raises:
            PartMissingError: the extra `postgres` isn't installed.
            SettingsError: the address is none of a database.
            StoreError: the database can't be reached, or is too old.
            IndexMissingError: to read, or not to build, when nothing was indexed yet.
            IndexMismatchError: to read, or not to build, when the index was made by other parts.
        """
        self._keeping = PostgresKeeping(place)
        self._embedder = manifest.embedder
        self._following = Following(place, manifest, write=write, build=build)
        self._analyze = analyzer().analyze
        self._decoded = Decoded()

    def put(
        self, report: Report, passages: Sequence[Passage], vectors: Matrix, fingerprint: str
    ) -> None:
        if vectors.ndim != 2 or len(vectors) != len(passages) or vectors.dtype != "float32":
            raise ValueError(
                f"{len(passages)} passages, but {vectors.dtype} vectors of shape {vectors.shape}."
            )
        with self._holding(report.source, report.id) as (connection, held):
            passage_rows.check_width(connection, vectors)
            number, size = report_rows.put(connection, report)
            file_rows.put(connection, report.source, number, fingerprint)
            meeting_rows.put(connection, number, report)
            passage_rows.put(connection, number, size, passages, vectors, self._analyze)
            file_rows.drop_unheld(connection, held)

    def link(self, source: str, report_id: str, fingerprint: str) -> None:
        with self._holding(source, report_id) as (connection, held):
            number = file_rows.number_of(connection, report_id)
            file_rows.put(connection, source, number, fingerprint)
            file_rows.drop_unheld(connection, held)

    def remove(self, source: str) -> None:
        with self._holding(source, None) as (connection, held):
            file_rows.remove(connection, source)
            file_rows.drop_unheld(connection, held)

    def set_origin(self, origin: Origin) -> None:
        self._keeping.set_origin(origin)

    def set_last_run(self, run: LastRun) -> None:
        self._keeping.set_last_run(run)

    def find_vectors(self, texts: Sequence[str]) -> Mapping[str, Vector]:
        with self._following.reading() as found:
            return find_vectors(found, texts, self._embedder)

    def settle(self) -> None:
        editions.settle(self._following.edition)

    def publish(self) -> None:
        editions.publish(self._following.edition)

    @contextmanager
    def reading(self) -> Iterator[None]:
        with self._following.reading():
            yield

    def search_dense(self, vector: Vector, k: int, where: Filter | None = None) -> list[Hit]:
        with self._following.reading() as (_, row, connection):
            return dense.search(connection, vector, k, where, row.approximate if row else None)

    def search_lexical(self, question: str, k: int, where: Filter | None = None) -> list[Hit]:
        with self._reading() as connection:
            return lexical.search(connection, self._analyze, question, k, where)

    def passages(self, ids: Sequence[str]) -> list[Passage]:
        with self._reading() as connection:
            return passage_rows.select(connection, ids)

    def passages_of(self, report_id: str) -> list[Passage]:
        with self._reading() as connection:
            return passage_rows.select_of(connection, report_id)

    def report(self, report_id: str) -> Report:
        with self._reading() as connection:
            return report_rows.select(connection, report_id)

    def entries(self, ids: Sequence[str] | None = None) -> list[ReportEntry]:
        with self._reading() as connection:
            return report_rows.select_entries(connection, ids)

    def meetings(self, where: Filter | None = None) -> Sequence[Meeting]:
        with self._reading() as connection:
            return self._decoded.meetings(connection, choosing.meetings(connection, where))

    def proceedings(self, meeting_ids: Sequence[str]) -> Mapping[str, Proceedings]:
        with self._reading() as connection:
            return meeting_rows.select_proceedings(connection, meeting_ids)

    def names(self) -> Mapping[str, Sequence[str]]:
        with self._reading() as connection:
            return meeting_rows.select_names(connection)

    def vocabulary(self) -> Mapping[str, int]:
        with self._reading() as connection:
            return counts.vocabulary(connection)

    def files(self) -> Mapping[str, FileRecord]:
        with self._reading() as connection:
            return file_rows.select(connection)

    def origin(self) -> Origin | None:
        return self._keeping.origin()

    def last_run(self) -> LastRun | None:
        return self._keeping.last_run()

    def sketches(self) -> Mapping[str, bytes]:
        with self._reading() as connection:
            return report_rows.select_sketches(connection)

    def generation(self) -> int:
        with self._following.reading() as (_, row, _):
            return row.generation if row else 0

    def check(self) -> list[str]:
        with self._reading() as connection:
            return checking.find_damage(connection)

    def close(self) -> None:
        self._following.close()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._following.reading() as (_, _, connection):
            yield connection

    @contextmanager
    def _holding(
        self, source: str, report_id: str | None
    ) -> Iterator[tuple[Connection, str | None]]:
        """A transaction that alone changes a file, what it holds (the id) and is to hold."""
        database = self._following.edition.database
        with database.writing() as connection:
            held = file_rows.lock_for(connection, database.schema, source, report_id)
            yield connection, held
