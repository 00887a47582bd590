from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from io import StringIO

import pytest

from web.logs import begin_log


@pytest.fixture
def root() -> Iterator[logging.Logger]:
    """The root logger without what the tests hang on it."""
    root, web = logging.getLogger(), logging.getLogger("web")
    before = root.handlers[:], root.level, web.level
    root.handlers.clear()
    yield root
    root.handlers[:], level, of_web = before
    root.setLevel(level)
    web.setLevel(of_web)


def _said(root: logging.Logger) -> str:
    stream = StringIO()
    root.handlers[0].setStream(stream)  # type: ignore[attr-defined]
    logging.getLogger("web.requests").info("GET", extra={"status": 200})
    logging.getLogger("other").info("detail")
    logging.getLogger("other").warning("late")
    return stream.getvalue()


@pytest.mark.parametrize(("verbose", "lines"), [(0, ["late"]), (1, ["GET", "late"])])
def test_how_much_is_said(root: logging.Logger, verbose: int, lines: list[str]) -> None:
    begin_log(verbose, as_json=False)
    assert [line.split()[-1] for line in _said(root).splitlines()] == lines


def test_json_has_a_field_for_each_thing(root: logging.Logger) -> None:
    begin_log(2, as_json=True)
    first, detail, _ = (json.loads(line) for line in _said(root).splitlines())
    assert (first["logger"], first["level"], first["message"]) == ("web.requests", "INFO", "GET")
    assert first["status"] == 200
    assert detail["message"] == "detail"
