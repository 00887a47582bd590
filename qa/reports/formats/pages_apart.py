"""Pages of PDFs, drawn and searched in a process of their own, as files are read in one."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict

from qa.isolation import Worker
from qa.reports.formats.pdf.picturing import Mark, PageMarks, Wanted, draw_page, mark_page
from qa.reports.formats.signature import check_signature

_SECONDS = 15.0
_MEMORY = 2 << 30  # bytes of address space
# Not the one that reads files: whoever looks at a page doesn't wait until an index is made.
_WORKER = Worker(__name__, "PIL.PngImagePlugin", "pypdfium2", "rapidfuzz.fuzz")


def page_picture(raw: bytes, number: int, width: int) -> bytes:
    """A page of a PDF, counted from 1, as a PNG of `width` pixels.

    Raises:
        ReportError: it is no PDF, damaged or encrypted, has no such page, or the page takes too
            long, too much memory, or crashes the library.
    """
    return _run(draw_job, number, b"%d" % width, raw)


def page_marks(raw: bytes, number: int, wanted: Wanted) -> PageMarks:
    """Where a quote stands on a page of a PDF.

    Raises:
        ReportError: as `page_picture` does.
    """
    values = json.loads(_run(mark_job, number, json.dumps(asdict(wanted)).encode(), raw))
    marks = tuple(Mark(**mark) for mark in values.pop("marks"))
    return PageMarks(**values, marks=marks)


def prepare_pages() -> None:
    """Start the process, so that the first page comes sooner.

    Raises:
        PartMissingError: Python can't be started.
    """
    _WORKER.prepare()


def draw_job(number: bytes, width: bytes, raw: bytes) -> bytes:
    """What the other process does for `page_picture`."""
    return draw_page(raw, int(number), int(width))


def mark_job(number: bytes, wanted: bytes, raw: bytes) -> bytes:
    """What the other process does for `page_marks`."""
    found = mark_page(raw, int(number), Wanted(**json.loads(wanted)))
    return json.dumps(asdict(found)).encode()


def _run(job: Callable[..., bytes], number: int, how: bytes, raw: bytes) -> bytes:
    check_signature(raw, ".pdf", needed=True)
    parts = b"%d" % number, how, raw
    return _WORKER.run(job, parts, seconds=_SECONDS, memory=_MEMORY)
