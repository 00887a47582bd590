"""LocalKeeping, which fulfils the Keeping seam with files in the home folder."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from qa.meetings import Corrections
from qa.stores.local import kept, records
from qa.stores.local.kept import Kept
from qa.stores.store import LastRun, Origin


class LocalKeeping:
    """What a home folder has beside its editions."""

    def __init__(self, home: Path) -> None:
        self._home = home

    def origin(self) -> Origin | None:
        return records.read_origin(self._home)

    def set_origin(self, origin: Origin) -> None:
        records.write_origin(self._home, origin)

    def last_run(self) -> LastRun | None:
        return records.read_last_run(self._home)

    def corrections(self) -> Corrections:
        return records.read_corrections(self._home)

    def set_corrections(self, corrections: Corrections) -> None:
        records.write_corrections(self._home, corrections)

    def held(self, *, shared: bool, patience: float) -> AbstractContextManager[None]:
        """No other machine uses this folder."""
        return nullcontext()

    def editions(self) -> list[Kept]:
        return kept.list_editions(self._home)

    def restore(self) -> Kept:
        return kept.restore(self._home)
