"""`qa doctor`: what is installed, which models, which index, what is wrong and how to mend it."""

from __future__ import annotations

import platform
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from typing import TYPE_CHECKING, TypeVar

from qa.collections import collections_of
from qa.errors import QAError, StoreError
from qa.indexing import near_duplicates
from qa.inference import Embedder
from qa.parts import list_editions, open_embedder, open_reader, open_store
from qa.reports import check_recognition
from qa.settings import Settings
from qa.stores.local import Kept

if TYPE_CHECKING:
    from packaging.requirements import Requirement

Found = TypeVar("Found")
_GROUPS = 10  # of near-duplicates that are named; `qa index` names more


@dataclass(frozen=True, slots=True)
class Check:
    """`cure` is empty where nothing has to be done."""

    name: str
    ok: bool
    found: str
    cure: str = ""


def examine(load: Callable[[], Settings]) -> list[Check]:
    """Every check, in the order in which things depend on each other. None raises."""
    checks = [_python(), *_packages()]
    settings = _try("settings", load, checks)
    if settings is None:
        return checks
    checks[-1] = Check("settings", True, f"home {settings.home}")
    _try("collections", lambda: ", ".join(collections_of(settings)), checks)
    embedder = open_embedder(settings)
    _try("embedder", lambda: embedder.name, checks)
    _try("reader", lambda: open_reader(settings).name, checks)
    _try("text recognition", lambda: check_recognition(settings.ocr) or "off", checks)
    _try("index", lambda: _index(settings, embedder), checks)
    _try("editions", lambda: _editions(settings), checks)
    if checks[-2].ok:
        _try("near-duplicates", lambda: _near_duplicates(settings, embedder), checks)
    return checks


def _python() -> Check:
    ok = sys.version_info >= (3, 11)
    found = f"{platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    return Check("python", ok, found, "" if ok else "Use Python 3.11 or newer.")


def _packages() -> Iterator[Check]:
    """The packages that the project needs, and whether their versions are in its ranges."""
    from packaging.requirements import Requirement

    for requirement in map(Requirement, requires("meeting-qa") or []):
        if requirement.marker and not requirement.marker.evaluate({"extra": ""}):
            continue
        yield _package(requirement)


def _package(requirement: Requirement) -> Check:
    cure = f"Run: pip install '{requirement}'"
    try:
        found = version(requirement.name)
    except PackageNotFoundError:
        return Check(requirement.name, False, "not installed", cure)
    ok = requirement.specifier.contains(found, prereleases=True)
    return Check(requirement.name, ok, found, "" if ok else cure)


def _index(settings: Settings, embedder: Embedder) -> str:
    with closing(open_store(settings, embedder)) as store:
        entries, origin = store.entries(), store.origin()
        passages = sum(entry.passages for entry in entries)
        if damage := store.check():
            raise StoreError(
                f"The index is damaged: {'; '.join(damage[:3])}.",
                "Run: qa index (it makes anew what is damaged).",
            )
        if entries and origin is None:
            raise StoreError("Of which folder it was made isn't known.", "Run: qa index FOLDER")
        return (
            f"{len(entries)} reports, {passages} passages, generation {store.generation()}, "
            f"made from {origin.folder if origin else 'nothing'}"
        )


def _editions(settings: Settings) -> str:
    return "; ".join(map(edition_line, list_editions(settings))) or "none"


def edition_line(edition: Kept) -> str:
    """An edition in words."""
    use = "in use" if edition.in_use else "kept, qa restore puts it back"
    made_by = edition.made_by
    if made_by is None:
        return f"{edition.name} ({use}): can't be read"
    made = f"{made_by.embedder}, {made_by.splitter}"
    searched = edition.searched or "searched exactly"
    if found := edition.approximate:
        searched = f"{found.probes} of {found.lists} lists searched, recall@10 {found.recall:.3f}"
    return f"{edition.name} ({use}): {edition.reports} reports, {searched}, made by {made}"


def _near_duplicates(settings: Settings, embedder: Embedder) -> str:
    with closing(open_store(settings, embedder)) as store:
        groups = near_duplicates(store)
    if not groups:
        return "none"
    named = "; ".join(" = ".join(group[:_GROUPS]) for group in groups[:_GROUPS])
    return f"{len(groups)} groups of reports that are nearly the same: {named}" + (
        " …" if len(groups) > _GROUPS else ""
    )


def _try(name: str, look: Callable[[], Found], checks: list[Check]) -> Found | None:
    try:
        found = look()
    except QAError as error:
        checks.append(Check(name, False, error.message, error.cure))
        return None
    checks.append(Check(name, True, str(found)))
    return found
