"""What is known of the reports: enough to read a question, and made once for an index."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from qa.questions.index import MeetingIndex
from qa.questions.language import main_language
from qa.types import Meeting


def _no_words() -> Mapping[str, int]:
    return {}


@dataclass(frozen=True, slots=True)
class Collection:
    """`vocabulary` gives the words of the reports, lower case, and in how many passages each is.

    Make one with `Collection.of`, and keep it until the index changes.
    """

    meetings: Sequence[Meeting] = ()
    vocabulary: Callable[[], Mapping[str, int]] = _no_words
    reports: int = 0
    index: MeetingIndex = field(default_factory=lambda: MeetingIndex(()))

    @classmethod
    def of(
        cls,
        meetings: Sequence[Meeting],
        vocabulary: Callable[[], Mapping[str, int]] = _no_words,
        reports: int | None = None,
    ) -> Collection:
        """`vocabulary` is called when a question first needs it, and once."""
        count = len({meeting.report_id for meeting in meetings}) if reports is None else reports
        return cls(meetings, cache(vocabulary), count, MeetingIndex(meetings))

    @property
    def language(self) -> str:
        """The language of most reports; English where nothing tells."""
        return main_language(self.vocabulary)

    def years(self) -> tuple[str, str] | None:
        """The first and the last year of its meetings."""
        days = sorted(meeting.day[:4] for meeting in self.meetings if meeting.day)
        return (days[0], days[-1]) if days else None
