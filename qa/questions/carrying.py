"""What an earlier turn leaves for the next: its question in full, its meeting, its person."""

from __future__ import annotations

import re
from typing import NamedTuple

from qa.questions.filters import Resolved
from qa.questions.named import Named
from qa.questions.numbering import pair_matches
from qa.questions.vocabulary import GATHERINGS, OFFICE_WORDS, PERSONS, one_of
from qa.types import Asked

_ARTICLE = re.compile(
    r"\bthe\s+(?:(?!(?:at|by|for|from|in|of|on|to|with)\b)[\w,]+\s+){0,2}$", re.IGNORECASE
)
# A meeting that the collection may not have, as people name one.
_MEETING = re.compile(
    rf"\bthe\s+(?:[\w’'-]+\s+){{0,3}}(?:{one_of(GATHERINGS)})\b(?:\s+(?:of|in)\s+(?:the\s+)?[A-Z]\w+)?",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir|Dame)\.?\s+)?[^\W\d_a-z][\w.'’-]*"
    r"(?:\s+(?:(?:de|da|van|von|der|la|al|bin|of)\s+){0,2}[^\W\d_a-z][\w.'’-]*)*"
)
_WHO = re.compile(
    rf"\b(?:who|whom|whose|name of|which (?:[\w-]+ ){{0,2}}?"
    rf"(?:{one_of([*OFFICE_WORDS, *PERSONS])}))\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:he|she|they|it|him|her|them|that|this)\b", re.IGNORECASE)
_MOST = 60  # characters of an answer that is a name


class Before(NamedTuple):
    """The turn before. `text` is its question in full, `answer` what it got.

    `question` is its own alone, where `text` has the one before that in front. `whom` that one was
    about.
    """

    text: str
    asked: Asked
    resolved: Resolved
    answer: str | None = None
    question: str = ""
    whom: str = ""

    @property
    def meeting(self) -> str:
        """The meeting in the words of its question: «the library committee in June 2023»."""
        named = self.resolved.named
        names = [one for one in named if one.way in ("session", "title", "newest", "body")]
        first = self._said(names[0]) if names else "the meeting"
        rest = [self._beside(one, bool(names)) for one in named if one.way in ("place", "days")]
        return " ".join([first, *rest]) if named else _surface(self.text)

    @property
    def person(self) -> str:
        """Whom it was about, or else who was the answer."""
        return self._asked_person or self._answered_person or self.whom

    @property
    def names_the_answer(self) -> bool:
        """Whether it was about nobody, and somebody was the answer."""
        return not self._asked_person and bool(self.person)

    @property
    def _asked_person(self) -> str:
        person = self.asked.person or ""
        return "" if _PRONOUN.match(person) else person

    @property
    def _answered_person(self) -> str:
        if not (self.answer and _WHO.search(self.question or self.text)):
            return ""
        match = _NAME.match(self.answer.strip().removeprefix("The ").removeprefix("the "))
        known = match and len(match[0]) <= _MOST and not match[0].isupper()
        return match[0].strip(" .,") if match and known else ""

    def _said(self, one: Named) -> str:
        words = self.text[one.span.start : one.span.end]
        article = _ARTICLE.search(self.text[: one.span.start])
        return f"the {words}" if article or one.way == "newest" else words

    def _beside(self, one: Named, after_name: bool) -> str:
        words = self.text[one.span.start : one.span.end]
        words = re.sub(r"^(?:on|of|in)\s+(?:the\s+)?", "", words, flags=re.IGNORECASE)
        if one.way == "place":
            return f"in {words}"
        day = re.search(r"\d{1,2}\b(?!\d)", re.sub(r"\b(?:19|20)\d\d\b", "", words))
        return f"{'on' if day and after_name else 'of' if not after_name else 'in'} {words}"


def _surface(text: str) -> str:
    match = next(pair_matches(text), None) or _MEETING.search(text)
    return match[0] if match else ""


def names_in(text: str, resolved: Resolved) -> list[tuple[int, int]]:
    """Where names with a capital stand that aren't the first word, and name no meeting."""
    found = []
    for match in _NAME.finditer(text):
        start = match.start()
        inside = any(s.start < match.end() and start < s.end for s in resolved.spans)
        if start and not inside and match[0] != "I":
            found.append(match.span())
    return found
