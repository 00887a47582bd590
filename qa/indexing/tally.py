"""What has happened in a run so far, and what is told of it at the end."""

from __future__ import annotations

from dataclasses import dataclass, field

from qa.indexing.outcome import Outcome, Plan, file_of, find_renamed, near_duplicates, own_files
from qa.reports import Failure
from qa.stores import Store


@dataclass(slots=True)
class Tally:
    """`tried` are the sources that were read, or should have been; `embedded` counts passages."""

    failed: list[Failure] = field(default_factory=list)
    warned: list[Failure] = field(default_factory=list)
    embedded: int = 0
    reused: int = 0
    tried: set[str] = field(default_factory=set)

    def detached(self, plan: Plan) -> list[str]:
        """What was attached to a file that was read again, and no longer is."""
        read = self.tried - {failure.source for failure in self.failed}
        return [
            source
            for source in plan.known.keys() - self.tried - set(plan.gone)
            if file_of(source, read) is not None
        ]

    def warnings(self, plan: Plan, store: Store) -> dict[str, str]:
        """By file: of those that were read now, and of those that are as they were."""
        before = store.last_run()
        read = {file.source for file in plan.work}
        kept = before.warned if before else {}
        files = plan.known.keys() - read - set(plan.gone) - self.tried
        stays = {source: why for source, why in kept.items() if source in files}
        return stays | {warning.source: warning.reason for warning in self.warned}

    def outcome(self, folder: str, plan: Plan, store: Store) -> Outcome:
        """What the run did to the store."""
        differing = plan.differing({failure.source for failure in self.failed})
        added = [source for source in differing if source not in plan.known]
        renamed = find_renamed(plan, added, store.files())
        moved = {name for pair in renamed for name in (pair.old, pair.new)}
        return Outcome(
            folder=folder,
            added=tuple(source for source in added if source not in moved),
            changed=tuple(source for source in differing if source in plan.known),
            removed=tuple(s for s in plan.gone if s not in moved and s in own_files(plan.known)),
            unchanged=plan.unchanged,
            failed=tuple(sorted(self.failed, key=lambda failure: failure.source)),
            renamed=renamed,
            embedded=self.embedded,
            reused=self.reused,
            near_duplicates=near_duplicates(store, differing),
            warnings=tuple(sorted(self.warned, key=lambda warning: warning.source)),
        )
