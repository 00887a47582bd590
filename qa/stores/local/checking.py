"""When an index is checked whole before it is written to: once a day, and where damage was met.

Every byte is read for it, which takes seconds for an index of thousands of reports. What is read
for an answer is checked in any case.
"""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

_CHECKED = "checked"
_DAMAGED = "damaged"
_DAY = 86_400  # seconds


def is_due(folder: Path) -> bool:
    """Whether the edition in `folder` hasn't been found sound for a day, or damage was met."""
    if (folder / _DAMAGED).exists():
        return True
    try:
        age = time.time() - (folder / _CHECKED).stat().st_mtime
    except OSError:
        return True
    return not 0 <= age < _DAY


def note_sound(folder: Path) -> None:
    """The edition was checked whole, just now."""
    with contextlib.suppress(OSError):
        (folder / _CHECKED).touch()
        (folder / _DAMAGED).unlink(missing_ok=True)


def note_damage(folder: Path) -> None:
    """Who reads met what isn't as it was stored. Where nothing can be written, it isn't kept."""
    with contextlib.suppress(OSError):
        (folder / _DAMAGED).touch()
