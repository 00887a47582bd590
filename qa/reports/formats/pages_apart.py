"""Pages of PDFs, drawn and searched in a process of their own, as files are read in one."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from qa.errors import ReportError
from qa.reports.formats.isolation import Worker
from qa.reports.formats.pdf.picturing import Mark, PageMarks, Wanted
from qa.reports.formats.signature import check_signature

_SECONDS = 15.0
_ERROR = b'{"error"'
# Not the one that reads files: whoever looks at a page doesn't wait until an index is made.
_WORKER = Worker("qa.reports.formats.pdf.page_worker")


def page_picture(raw: bytes, number: int, width: int) -> bytes:
    """A page of a PDF, counted from 1, as a PNG of `width` pixels.

    Raises:
        ReportError: it is no PDF, damaged or encrypted, has no such page, or the page takes too
            long, too much memory, or crashes the library.
    """
    return _asked(raw, "draw", {"number": number, "width": width})


def page_marks(raw: bytes, number: int, wanted: Wanted) -> PageMarks:
    """Where a quote stands on a page of a PDF.

    Raises:
        ReportError: as `page_picture` does.
    """
    values = json.loads(_asked(raw, "mark", {"number": number, **asdict(wanted)}))
    marks = tuple(Mark(**mark) for mark in values.pop("marks"))
    return PageMarks(**values, marks=marks)


def prepare_pages() -> None:
    """Start the process, so that the first page comes sooner.

    Raises:
        PartMissingError: Python can't be started.
    """
    _WORKER.prepare()


def _asked(raw: bytes, what: str, how: dict[str, Any]) -> bytes:
    check_signature(raw, ".pdf", needed=True)
    try:
        reply = _WORKER.ask((what.encode(), json.dumps(how).encode(), raw), _SECONDS)
    except TimeoutError:
        cure = "Open the file itself."
        raise ReportError(f"Drawing the page takes longer than {_SECONDS:g} s.", cure) from None
    if reply is None:
        raise ReportError("The page crashes its reader.", "Open the file itself.")
    if reply.startswith(_ERROR):
        raise ReportError(*json.loads(reply)["error"])
    return reply
