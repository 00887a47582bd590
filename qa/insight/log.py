"""The log of what was asked: a line of JSON for each answer, at home, bounded in size."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from qa.settings import Settings
from qa.types import Answer

FILE = "insight.jsonl"
MOST_BYTES = 4_000_000
_KEPT = 0.5  # of them, the newest, when the file is full
_PATIENCE_S = 0.5  # of an answer, which is not held up by a line about it
_LOG = logging.getLogger(__name__)


def note_answer(settings: Settings, answer: Answer, reports: int) -> None:
    """Keep when it was asked, how long it took, and whether it was answered, if `insight` is set.

    The question's words are kept only with `insight_questions`. A line that can't be written is
    told in the server's log: the answer matters more.
    """
    if not settings.insight:
        return
    line = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "ms": round(answer.timings_ms.get("total", 0.0), 1),
        "kind": answer.kind,
        "level": answer.level,
        "reports": reports,
        **({"question": answer.question} if settings.insight_questions else {}),
    }
    try:
        _append(settings.home / FILE, (json.dumps(line, ensure_ascii=False) + "\n").encode())
    except (OSError, Timeout) as error:
        _LOG.warning("The insight log can't be written: %s", error)


def read_log(home: Path) -> Iterator[Mapping[str, Any]]:
    """The lines that can be read, oldest first."""
    return read_lines(home / FILE)


def read_lines(path: Path) -> Iterator[Mapping[str, Any]]:
    """The objects of a file of JSON lines; one that was cut off is passed over."""
    if not path.is_file():
        return
    with path.open(encoding="utf-8", errors="replace") as stream:
        for line in stream:
            try:
                found = json.loads(line)
            except ValueError:
                continue
            if isinstance(found, dict):
                yield found


def _append(path: Path, data: bytes) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with FileLock(path.with_name(f"{FILE}.lock"), timeout=_PATIENCE_S):
        if path.is_file() and path.stat().st_size + len(data) > MOST_BYTES:
            _halve(path)
        with path.open("ab", buffering=0) as stream:
            stream.write(data)


def _halve(path: Path) -> None:
    """Without its older lines."""
    lines = path.read_bytes()[-int(_KEPT * MOST_BYTES) :].partition(b"\n")[2]
    new = path.with_name(f"{FILE}.new")
    new.write_bytes(lines)
    new.replace(path)
