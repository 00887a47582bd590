"""What an index was made from: a file beside the editions, so that it outlives each of them."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from qa.errors import StoreError
from qa.store import Origin

_FILE = "origin.json"


def write_origin(home: Path, origin: Origin) -> None:
    """Whole or not at all: a kill leaves the file as it was."""
    new = home / f"{_FILE}.new"
    new.write_text(json.dumps(asdict(origin)), encoding="utf-8")
    new.replace(home / _FILE)


def read_origin(home: Path) -> Origin | None:
    """None before the first run.

    Raises:
        StoreError: the file is damaged; guessing could index the wrong folder.
    """
    try:
        return Origin(**json.loads((home / _FILE).read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    except (ValueError, TypeError) as error:
        raise StoreError(
            f"{home / _FILE} can't be read: {error}.", "Remove it, and run: qa index FOLDER"
        ) from error
