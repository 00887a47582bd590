"""Notes what is changed from the command line, beside what is changed through the server."""

from __future__ import annotations

import getpass
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa.settings import Settings


def note(settings: Settings, what: str, *on: str) -> None:
    """
    Raises:
        StoreError: it can't be written.
    """
    from qa.accounts import record_change

    record_change(settings.home, f"shell:{_who()}", what, on)


def _who() -> str:
    """Containers often have a user without a name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid()) if hasattr(os, "getuid") else "unknown"
