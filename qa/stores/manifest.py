"""Says what an index was made by, and lists the complete indexes that are kept."""

from __future__ import annotations

from dataclasses import dataclass

FORMAT = "5"  # of what is stored of a report, whatever the store


@dataclass(frozen=True, slots=True)
class Manifest:
    """What made the index. Vectors and passages of different makers don't mix."""

    embedder: str
    splitter: str
    format: str = FORMAT
