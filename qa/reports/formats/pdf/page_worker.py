"""The process that draws pages of PDFs and finds words on them (see `pages_apart`).

What to do is "draw" or "mark", and how is in JSON. A reply is a PNG, or JSON of marks.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import partial
from importlib import import_module

from qa.errors import ReportError
from qa.reports.formats.guarded import read_guarded
from qa.reports.formats.pdf.picturing import Wanted, draw_page, mark_page
from qa.reports.formats.worker import failed, serve

_MEMORY = 2 << 30  # bytes of address space


def main() -> None:
    _load()
    serve(reply, lambda what: _MEMORY)


def reply(what: str, how: str, raw: bytes) -> bytes:
    """The picture or the marks of a page, or why there are none."""
    try:
        return read_guarded(partial(_draw if what == "draw" else _mark, json.loads(how)), raw)
    except ReportError as error:
        return failed(error)


def _load() -> None:
    """What the first request would wait for."""
    for library in ("PIL.PngImagePlugin", "pypdfium2", "rapidfuzz.fuzz"):
        import_module(library)


def _draw(how: dict[str, int], raw: bytes) -> bytes:
    return draw_page(raw, how["number"], how["width"])


def _mark(how: dict[str, int], raw: bytes) -> bytes:
    found = mark_page(raw, how.pop("number"), Wanted(**how))  # type: ignore[arg-type]
    return json.dumps(asdict(found)).encode()


if __name__ == "__main__":
    main()
