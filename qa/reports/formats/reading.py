"""Reads a file's bytes as a format, here or in a process of its own."""

from __future__ import annotations

import json
from functools import partial

from qa.isolation import guarded, run_isolated
from qa.reports.formats.document import Document, check_size, from_json, to_json
from qa.reports.formats.pdf.recognition import LANGUAGES, SECONDS
from qa.reports.formats.signature import check_signature
from qa.reports.formats.table import FORMATS


def read_document(
    raw: bytes, suffix: str, languages: str = "", *, seconds: float | None = None
) -> Document:
    """Read a file's bytes as `suffix`, one of FORMATS, promises.

    `languages` are those in which the words of pictures are recognized; none unless some are given.

    Raises:
        ReportError: the content is of another kind, damaged, encrypted or empty, or reading it
            takes longer than `seconds` (the format's, unless they are given), too much memory, or
            crashes the library.
    """
    usual, memory = limits_for(suffix, languages)
    seconds = usual if seconds is None else seconds
    parts = suffix.encode(), languages.encode(), raw
    made = run_isolated(document_job, parts, seconds=seconds, memory=memory)
    return from_json(json.loads(made))


def read_here(raw: bytes, suffix: str, languages: str = "") -> Document:
    """As `read_document`, in this process: for one that has its limits already.

    Raises:
        ReportError: it can't be read, whatever its library raised.
    """
    form = FORMATS[suffix]
    check_signature(raw, form.kind, form.signed)
    token = LANGUAGES.set(languages)
    try:
        document = guarded(partial(form.read, raw))
    finally:
        LANGUAGES.reset(token)
    check_size(document)
    return document


def limits_for(suffix: str, languages: str) -> tuple[float, int]:
    """The most seconds, and bytes of memory, that reading such a file may take."""
    form = FORMATS[suffix]
    return max(form.seconds, SECONDS) if languages else form.seconds, form.memory


def document_job(suffix: bytes, languages: bytes, raw: bytes) -> bytes:
    """What another process does for `read_document`."""
    return json.dumps(to_json(read_here(raw, suffix.decode(), languages.decode()))).encode()
