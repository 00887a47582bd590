"""A file's bytes -> its reports with their records and sentences, in a process of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from qa.errors import ReportError
from qa.isolation import guarded, run_isolated
from qa.meetings.record import recorded
from qa.reports import (
    Failure,
    Metadata,
    ReadFile,
    check_suffix,
    limits_for,
    read_file,
    read_here,
    reason,
    sentences_of,
)
from qa.types import Report, Span

if TYPE_CHECKING:
    from pydantic import TypeAdapter

UNRECORDED = "Its meetings can't be recorded"  # a fault of this program, not of the file
_MOST = 300  # characters of a reason


@dataclass(frozen=True, slots=True)
class Recorded:
    """A report with the records of its meetings, and what the file's owner should know.

    `bounds` are the starts and ends of its sentences, in turn. `pictured` is whether the file has
    pages that are images, which text recognition reads.
    """

    report: Report
    bounds: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()
    pictured: bool = False

    def sentences(self) -> Iterator[Span]:
        """As `sentences_of` finds them."""
        return map(Span, self.bounds[::2], self.bounds[1::2])


Found: TypeAlias = tuple[Recorded | Failure, ...]


def read_recorded(raw: bytes, source: str, row: Metadata | None = None, ocr: str = "") -> Found:
    """What is attached to a file, each by itself, and at the end its own report.

    Raises:
        ReportError: the file can't be read and recorded (see `read_file`), or not within its
            format's limits of time and memory.
    """
    seconds, memory = limits_for(check_suffix(source), ocr)
    listed = _rows().dump_json(row)
    parts = (raw, source.encode(), listed, ocr.encode())
    made = run_isolated(record_job, parts, seconds=seconds, memory=memory)
    return _adapter().validate_json(made)


def record_here(raw: bytes, source: str, row: Metadata | None = None, ocr: str = "") -> Found:
    """As `read_recorded`, in this process: for one that has its limits already.

    Raises:
        ReportError: it can't be read.
    """
    read = read_file(raw, source, row, ocr=ocr, read=read_here)
    return (*map(_tried, _attached_to(read)), _recorded(read))


def record_job(raw: bytes, source: bytes, row: bytes, ocr: bytes) -> bytes:
    """What another process does for `read_recorded`."""
    found = record_here(raw, source.decode(), _rows().validate_json(row), ocr.decode())
    return _adapter().dump_json(found, exclude_defaults=True, fallback=dict, warnings=False)


def _attached_to(read: ReadFile) -> Iterator[ReadFile]:
    for one in read.attached:
        yield one
        yield from _attached_to(one)


def _tried(read: ReadFile) -> Recorded | Failure:
    """What is attached never stops the file that it is attached to."""
    try:
        return guarded(partial(_recorded, read))
    except ReportError as error:
        return Failure(read.report.source, reason(error))


def _recorded(read: ReadFile) -> Recorded:
    try:
        report = recorded(read)
    except (MemoryError, RecursionError):
        raise
    except Exception as error:
        why = f"{type(error).__name__}: {error}"[:_MOST]
        raise ReportError(f"{UNRECORDED}: {why}.", "Tell the makers, with the file.") from error
    bounds = tuple(chain.from_iterable(sentences_of(report)))
    return Recorded(report, bounds, read.warnings, read.pictured)


@cache
def _adapter() -> TypeAdapter[Found]:
    from pydantic import TypeAdapter

    return TypeAdapter(Found)


@cache
def _rows() -> TypeAdapter[Metadata | None]:
    from pydantic import TypeAdapter

    return TypeAdapter(Metadata | None)
