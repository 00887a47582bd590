"""What the table of formats says of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qa.reports.formats.document import Document


@dataclass(frozen=True, slots=True)
class Format:
    """`read` raises a ReportError for what it can't read.

    Attributes:
        kind: the suffix under which `signature` knows the format.
        signed: whether such files always begin with their signature.
        seconds: the longest time that reading one may take.
        memory: the most bytes of address space that reading one may take.
    """

    read: Callable[[bytes], Document]
    kind: str
    signed: bool = False
    seconds: float = 120
    memory: int = 3 << 30
