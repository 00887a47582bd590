"""Every file below a folder, once, in the order of the names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from qa.errors import ReportError
from qa.reports.links import check_inside


@dataclass(frozen=True, slots=True)
class Found:
    """A file, or what can't be looked at and why; `source` is relative to the folder."""

    source: str
    path: Path
    error: OSError | ReportError | None = None


@dataclass(frozen=True, slots=True)
class _Walk:
    folder: Path
    catalogue: Path
    outside: bool
    seen: set[str] = field(default_factory=set)

    def below(self, folder: Path) -> Iterator[Found]:
        errors: list[OSError] = []
        linked: list[Path] = []
        for name, folders, files in os.walk(folder, onerror=errors.append):
            if self._was_seen(name):
                folders.clear()
                continue
            shown = [Path(name) / f for f in sorted(folders) if not f.startswith(".")]
            linked += [path for path in shown if path.is_symlink()]
            folders[:] = [path.name for path in shown if not path.is_symlink()]
            paths = (Path(name) / file for file in sorted(files))
            yield from (self._found(path) for path in paths if self._is_one(path))
        yield from (self._found(Path(str(error.filename)), error) for error in errors)
        for link in linked:
            yield from self._follow(link)

    def _is_one(self, path: Path) -> bool:
        return not path.name.startswith(".") and path != self.catalogue

    def _was_seen(self, name: str) -> bool:
        real = os.path.realpath(name)
        seen = real in self.seen
        self.seen.add(real)
        return seen

    def _follow(self, link: Path) -> Iterator[Found]:
        """The files of a linked folder, unless its own place in the folder has them already."""
        found = self._found(link)
        if found.error:
            yield found
        else:
            yield from self.below(link)

    def _found(self, path: Path, error: OSError | ReportError | None = None) -> Found:
        try:
            if not error and path.is_symlink():
                check_inside(path, self.folder, outside=self.outside)
        except (OSError, ReportError) as problem:
            error = problem
        return Found(source_of(path, self.folder), path, error)


def walk(folder: Path, catalogue: Path, *, outside: bool = False) -> Iterator[Found]:
    """Each file below `folder` but hidden ones and the catalogue, and what can't be looked at.

    A folder is gone through once, by its own name before that of a link. Links that lead out of
    the folder are named, and followed only if `outside` says so.
    """
    shown: set[str] = set()
    for found in _Walk(folder, catalogue, outside).below(folder):
        yield replace(found, error=found.error or _same_name()) if found.source in shown else found
        shown.add(found.source)


def _same_name() -> ReportError:
    return ReportError("Another file is shown by the same name.", "Rename one of them.")


def source_of(path: Path, folder: Path) -> str:
    """Relative, with '/', and printable even when the file system's name isn't UTF-8."""
    source = path.relative_to(folder).as_posix()
    return source.encode("utf-8", "backslashreplace").decode()
