"""LocalStore, which fulfils the Store seam with SQLite, FAISS and Tantivy."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from qa.errors import StoreError
from qa.stores.local import (
    checking,
    editions,
    file_rows,
    kept,
    loading,
    meeting_rows,
    passage_rows,
    report_rows,
    rows,
)
from qa.stores.local.choosing import Records
from qa.stores.local.editions import Edition
from qa.stores.local.following import Following
from qa.stores.local.loaded import Loaded
from qa.stores.local.records import read_last_run, read_origin, write_last_run, write_origin
from qa.stores.local.vectors import Donors, find_vectors
from qa.stores.manifest import Manifest
from qa.stores.store import FileRecord, LastRun, Origin
from qa.types import Filter, Hit, Meeting, Passage, Proceedings, Report, ReportEntry

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from qa.types import Matrix, Vector


class LocalStore:
    """The reports of one home folder.

    Opened to read, it follows what is published, by this process or another. Opened to write,
    it holds the edition that is being made. The caller sees to it that there is one writer.
    With `build`, what is damaged or was made by other parts isn't written to, but made anew.
    """

    def __init__(
        self, home: Path, manifest: Manifest, *, write: bool = False, build: bool = True
    ) -> None:
        """
        Raises:
            IndexMissingError: to read, or not to build, when nothing was indexed yet.
            IndexMismatchError: to read, or not to build, when the index was made by other parts.
        """
        self._home = home
        self._following = Following(home, manifest, write=write, build=build)
        self._dense = Loaded(loading.load_dense)
        self._lexical = Loaded(loading.load_lexical, loading.words_state)
        self._records = Loaded(loading.load_records, loading.records_state)
        self._vocabulary = Loaded(loading.load_vocabulary, loading.passages_state)
        self._donors: Donors | None = None

    def put(
        self, report: Report, passages: Sequence[Passage], vectors: Matrix, fingerprint: str
    ) -> None:
        if vectors.ndim != 2 or len(vectors) != len(passages) or vectors.dtype != "float32":
            raise ValueError(
                f"{len(passages)} passages, but {vectors.dtype} vectors of shape {vectors.shape}."
            )
        with self._following.edition.database.writing() as connection:
            rows.put_report(connection, report, passages, vectors, fingerprint)

    def link(self, source: str, report_id: str, fingerprint: str) -> None:
        with self._following.edition.database.writing() as connection:
            file_rows.put(connection, source, report_id, fingerprint)

    def remove(self, source: str) -> None:
        with self._following.edition.database.writing() as connection:
            file_rows.remove(connection, source)

    def set_origin(self, origin: Origin) -> None:
        write_origin(self._home, origin)

    def set_last_run(self, run: LastRun) -> None:
        write_last_run(self._home, run)

    def find_vectors(self, texts: Sequence[str]) -> Mapping[str, Vector]:
        edition = self._following.edition
        if self._donors is None:
            self._donors = Donors(kept.donors(self._home, edition))
        with edition.database.reading() as connection:
            found = find_vectors(connection, texts)
        return {**self._donors.find([text for text in texts if text not in found]), **found}

    def settle(self) -> None:
        if self._following.edition.number:
            editions.settle(self._following.edition)

    def publish(self) -> None:
        self._following.edition = editions.publish(self._following.edition, self._home)

    @contextmanager
    def reading(self) -> Iterator[None]:
        with self._following.pinned():
            yield

    def search_dense(self, vector: Vector, k: int, where: Filter | None = None) -> list[Hit]:
        with self._read() as edition:
            index = self._dense.get(edition)
            chosen = self._chosen(edition, where)
            with edition.database.reading() as connection:
                return index.search(connection, vector, k, chosen)

    def search_lexical(self, question: str, k: int, where: Filter | None = None) -> list[Hit]:
        with self._read() as edition:
            index = self._lexical.get(edition)
            chosen = self._chosen(edition, where)
            with edition.database.reading() as connection:
                return index.search(connection, question, k, chosen)

    def passages(self, ids: Sequence[str]) -> list[Passage]:
        with self._connected() as connection:
            return passage_rows.select(connection, ids)

    def passages_of(self, report_id: str) -> list[Passage]:
        with self._connected() as connection:
            return passage_rows.select_of(connection, report_id)

    def report(self, report_id: str) -> Report:
        with self._connected() as connection:
            return report_rows.select(connection, report_id)

    def entries(self, ids: Sequence[str] | None = None) -> list[ReportEntry]:
        with self._connected() as connection:
            return report_rows.select_entries(connection, ids)

    def meetings(self, where: Filter | None = None) -> Sequence[Meeting]:
        return self._read_records().meetings(where)

    def names(self) -> Mapping[str, Sequence[str]]:
        return self._read_records().names

    def proceedings(self, meeting_ids: Sequence[str]) -> Mapping[str, Proceedings]:
        with self._connected() as connection:
            return meeting_rows.select_proceedings(connection, meeting_ids)

    def vocabulary(self) -> Mapping[str, int]:
        with self._read() as edition:
            return self._vocabulary.get(edition)

    def files(self) -> Mapping[str, FileRecord]:
        with self._connected() as connection:
            return file_rows.select(connection)

    def origin(self) -> Origin | None:
        return read_origin(self._home)

    def last_run(self) -> LastRun | None:
        return read_last_run(self._home)

    def sketches(self) -> Mapping[str, bytes]:
        with self._connected() as connection:
            return report_rows.select_sketches(connection)

    def generation(self) -> int:
        return self._following.current().generation()

    def check(self) -> list[str]:
        edition = self._following.current()
        with edition.database.reading() as connection:
            damage = rows.find_damage(connection)
            published = passage_rows.count_published(connection)
        damage += loading.find_index_damage(edition, published) if published is not None else []
        if damage:
            checking.note_damage(edition.folder)
        return damage

    def close(self) -> None:
        self._following.close()
        if self._donors:
            self._donors.close()

    def _chosen(self, edition: Edition, where: Filter | None) -> NDArray[np.int64] | None:
        """The passages to search among, or None for all."""
        if not where:
            return None
        records = self._records.get(edition)
        with edition.database.reading() as connection:
            return records.passages(connection, where)

    def _read_records(self) -> Records:
        with self._read() as edition:
            return self._records.get(edition)

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        with self._read() as edition, edition.database.reading() as connection:
            yield connection

    @contextmanager
    def _read(self) -> Iterator[Edition]:
        """The edition that this thread reads. Damage that it meets there is noted."""
        edition = self._following.current()
        try:
            yield edition
        except StoreError:
            checking.note_damage(edition.folder)
            raise
