"""The data that flows through the pipeline, and nothing that works on it.

Open `reports` first, then `answers`. `meetings` has the record of a meeting, and `questions` a
question as it was understood.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.types.answers import (
    Answer,
    Applied,
    Citation,
    Evidence,
    Item,
    Kind,
    Level,
    Place,
    Support,
    Turn,
)
from qa.types.meetings import (
    Entry,
    Filter,
    How,
    Meeting,
    Part,
    Person,
    Presence,
    Proceedings,
    Statement,
    Told,
    Votes,
)
from qa.types.questions import Asked, Aspect
from qa.types.reports import Hit, Passage, Report, ReportEntry, Section
from qa.types.spans import Span

if TYPE_CHECKING:
    from qa.types.reports import Matrix, Vector

__all__ = [
    "Answer",
    "Applied",
    "Asked",
    "Aspect",
    "Citation",
    "Entry",
    "Evidence",
    "Filter",
    "Hit",
    "How",
    "Item",
    "Kind",
    "Level",
    "Matrix",
    "Meeting",
    "Part",
    "Passage",
    "Person",
    "Place",
    "Presence",
    "Proceedings",
    "Report",
    "ReportEntry",
    "Section",
    "Span",
    "Statement",
    "Support",
    "Told",
    "Turn",
    "Vector",
    "Votes",
]
