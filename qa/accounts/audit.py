"""Who changed what, and when: a line for each change. What people asked isn't in it."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock

from qa.errors import StoreError

FILE = "audit.jsonl"
MOST_BYTES = 5_000_000  # then the file gives way to a new one, and the one before it goes
_MOST_NAMES = 100


def record_change(
    home: Path, who: str, what: str, on: Sequence[str] = (), address: str = ""
) -> None:
    """Append a line to `audit.jsonl`. `on` are the things that were changed.

    Raises:
        StoreError: it can't be written.
    """
    line = {"when": _now(), "who": who, "from": address, "what": what, "on": [*on][:_MOST_NAMES]}
    data = (json.dumps(line, ensure_ascii=False) + "\n").encode("utf-8", "replace")
    path = home / FILE
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        with FileLock(home / f"{FILE}.lock", timeout=10):
            _append(path, data)
    except OSError as error:
        raise StoreError(
            f"{path} can't be written: {error.strerror or error}.",
            "Free disk space, or make the folder writable.",
        ) from error


def _append(path: Path, data: bytes) -> None:
    if path.exists() and path.stat().st_size + len(data) > MOST_BYTES:
        path.replace(path.with_name(f"{FILE}.1"))
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "ab", buffering=0) as stream:
        stream.write(data)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
