"""Parts of Office files (Open Packaging Conventions) and the relations between them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from qa.reports.formats.office.archive import open_archive
from qa.reports.formats.office.xml_tree import parse_office_xml


@dataclass(frozen=True, slots=True)
class Relation:
    """`kind` is the last word of its type, such as "slide"; `target` a part's name."""

    id: str
    kind: str
    target: str


class OfficeParts:
    """The XML parts of a file, by name."""

    def __init__(self, raw: bytes) -> None:
        """
        Raises:
            ReportError: the file is damaged or encrypted, or would unpack into too much.
        """
        with open_archive(raw) as archive:
            names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
            self._parts = {name: archive.read(name) for name in names}
        self.tree = cache(self._tree)

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def named(self, pattern: str) -> Iterator[str]:
        """The names that match a regular expression as a whole."""
        return filter(re.compile(pattern).fullmatch, self._parts)

    def relations(self, name: str) -> list[Relation]:
        """Where a part points to."""
        folder, file = posixpath.split(name)
        relations = f"{folder}/_rels/{file}.rels"
        return list(read_relations(folder, self.tree(relations)) if relations in self else ())

    def related(self, name: str, kind: str) -> list[str]:
        """The parts of a kind that a part points to and that are there."""
        targets = (one.target for one in self.relations(name) if one.kind == kind)
        return [target for target in targets if target in self]

    def _tree(self, name: str) -> Any:
        return parse_office_xml(self._parts[name])


def read_relations(folder: str, root: Any) -> Iterator[Relation]:
    """Targets are relative to the part's folder, or begin at the file's root."""
    for one in root:
        target = posixpath.normpath(posixpath.join(f"/{folder}", one.get("Target") or ""))
        kind = (one.get("Type") or "").rsplit("/", 1)[-1]
        yield Relation(one.get("Id") or "", kind, target.lstrip("/"))
