"""The Store seam, a protocol for what the pipeline needs of any store of reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from qa.types import Filter, Hit, Meeting, Passage, Proceedings, Report, ReportEntry

if TYPE_CHECKING:
    from qa.types import Matrix, Vector


@dataclass(frozen=True, slots=True)
class Origin:
    """What an index was made from, as absolute paths."""

    folder: str
    catalogue: str | None = None


@dataclass(frozen=True, slots=True)
class FileRecord:
    """What was indexed of a file. `fingerprint` changes when the report would."""

    report_id: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class LastRun:
    """When the last finished run began (seconds since 1970), and what failed in it and why.

    `failed` maps a file's path relative to the folder to the reason. `warned` maps it to what was
    passed over when the file was read, in that run or before. `tried` maps it to the fingerprint
    of what failed.
    """

    began: float
    failed: Mapping[str, str] = field(default_factory=dict)
    warned: Mapping[str, str] = field(default_factory=dict)
    tried: Mapping[str, str] = field(default_factory=dict)


class Store(Protocol):
    """Reports with their passages and vectors. Safe under threads.

    A file holds one report, and files with the same text share it. A report that no file holds
    any more is dropped with its passages.
    """

    def put(
        self, report: Report, passages: Sequence[Passage], vectors: Matrix, fingerprint: str
    ) -> None:
        """Make `report` what its file (`report.source`) holds, as a whole or not at all.

        `vectors` is (len(passages), dim) float32 with unit rows. The report is durable when this
        returns. Searches find it after `publish` at the latest.

        Raises:
            ValueError: the shape of `vectors` doesn't fit.
        """

    def link(self, source: str, report_id: str, fingerprint: str) -> None:
        """Note that another file holds a report that is there already."""

    def remove(self, source: str) -> None:
        """Forget a file. An unknown one is no error."""

    def set_origin(self, origin: Origin) -> None:
        """Remember what the index mirrors."""

    def set_last_run(self, run: LastRun) -> None:
        """Remember how the run that ends now went."""

    def find_vectors(self, texts: Sequence[str]) -> Mapping[str, Vector]:
        """The vectors, (dim,) each, that the store has of these indexed texts from its model."""

    def settle(self) -> None:
        """Let searches see what was done, unless a new index is being made beside the old one."""

    def publish(self) -> None:
        """Let every search from now on, in this process and others, see all that was done."""

    def reading(self) -> AbstractContextManager[None]:
        """Inside this context, all reads of this thread see one state of the store."""

    def search_dense(self, vector: Vector, k: int, where: Filter | None = None) -> list[Hit]:
        """The `k` passages of highest cosine, or all if there are fewer. `vector` is (dim,).

        With `where`, they are those of the passages that it lets in. A passage belongs to the
        meeting whose span holds its start. A report without meetings is let in by its id alone.
        """

    def search_lexical(self, question: str, k: int, where: Filter | None = None) -> list[Hit]:
        """The `k` best passages by BM25 that share a word with `question`, any text at all.

        `where` is as in `search_dense`, and changes no score.
        """

    def passages(self, ids: Sequence[str]) -> list[Passage]:
        """The passages in the order of `ids`, without those that aren't there."""

    def passages_of(self, report_id: str) -> list[Passage]:
        """The passages of a report in the order in which they were put, none if it isn't there."""

    def report(self, report_id: str) -> Report:
        """The whole report.

        Raises:
            NotFoundError: no report has this id.
        """

    def entries(self, ids: Sequence[str] | None = None) -> list[ReportEntry]:
        """All reports, or those of `ids`. The latest come first, those without a date last."""

    def meetings(self, where: Filter | None = None) -> Sequence[Meeting]:
        """The records of all reports, or those that `where` lets in whatever the section.

        The newest come first, those without a day last.
        """

    def proceedings(self, meeting_ids: Sequence[str]) -> Mapping[str, Proceedings]:
        """What happened, by meeting. Those of which nothing was put are left out."""

    def names(self) -> Mapping[str, Sequence[str]]:
        """All names of people in the record and the proceedings, as written, by meeting."""

    def vocabulary(self) -> Mapping[str, int]:
        """The words of all passages and their contexts, and in how many passages each stands.

        They are as `qa.text.words` has them: in lower case, months in full.
        """

    def files(self) -> Mapping[str, FileRecord]:
        """What was indexed, by the file's path relative to the folder."""

    def origin(self) -> Origin | None:
        """What was indexed last."""

    def last_run(self) -> LastRun | None:
        """How the last run went."""

    def sketches(self) -> Mapping[str, bytes]:
        """The sketches that `qa.reports.near_duplicates` made of the texts, by report id."""

    def generation(self) -> int:
        """A number that goes up with each `publish`."""

    def check(self) -> list[str]:
        """What is damaged, in words. Empty for a sound store."""

    def close(self) -> None: ...
