"""The Keeping seam, a protocol for what a store keeps beside its editions, open or not."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

from qa.meetings import Corrections
from qa.stores.store import LastRun, Origin

if TYPE_CHECKING:
    from qa.stores.local.kept import Kept


class Keeping(Protocol):
    """It is known even while no index can be opened."""

    def origin(self) -> Origin | None:
        """What was indexed last, None before the first run.

        Raises:
            StoreError: it can't be read; guessing could index the wrong folder.
        """

    def set_origin(self, origin: Origin) -> None:
        """
        Raises:
            StoreError: it can't be written.
        """

    def last_run(self) -> LastRun | None:
        """How the last run went, None before the first."""

    def corrections(self) -> Corrections:
        """What users corrected in the records of meetings.

        Raises:
            StoreError: it can't be read. What a user wrote is never passed over.
        """

    def set_corrections(self, corrections: Corrections) -> None:
        """
        Raises:
            StoreError: it can't be written.
        """

    def held(self, *, shared: bool, patience: float) -> AbstractContextManager[None]:
        """Keep processes on other machines from correcting, or, if not `shared`, from indexing too.

        Those on this machine are kept away by a lock of the home folder. `patience` is how many
        seconds to wait for others.

        Raises:
            IndexBusyError: another machine is at it.
        """

    def editions(self) -> list[Kept]:
        """The complete editions, the newest first."""

    def restore(self) -> Kept:
        """Make the edition before the newest one the newest. Doing it again undoes it.

        Raises:
            StoreError: none is kept, or it can't be read.
        """
