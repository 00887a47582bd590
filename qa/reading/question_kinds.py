"""What kind of words a question asks for, and whether some words are of that kind."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from qa.reading.names import is_name, is_person, leading_name
from qa.text import MONTHS, NUMBER_WORDS, WEEKDAYS, any_of
from qa.types import Span

_NUMBER = rf"\d|\bper ?cent\b|\b(?:{any_of(NUMBER_WORDS)})\b"
_MONTH = any_of(MONTHS)
_DATE = rf"\b(?:{_MONTH}|{any_of(WEEKDAYS)}|(?:19|20)\d\d)\b"
_WRITTEN_DATE = re.compile(
    rf"(?:(?:by |from |on |until )?(?:midnight on )?)?(?:\w+day,? )?"
    rf"(?:\d{{1,2}}(?:\s*[-–]\s*\d{{1,2}})?\s+(?:{_MONTH})(?:,?\s+\d{{4}})?"
    rf"|(?:{_MONTH})\s+\d{{1,2}}(?:-\d{{1,2}})?(?:,?\s+\d{{4}})?|(?:{_MONTH})\s+\d{{4}})"
)
# What holds digits and counts nothing: «237/WG.1/L.29», «COP-3», «Article 4.8», «decision 5».
_LABEL = re.compile(
    r"\w+(?:\.\w+)*/\S+|\b(?:[A-Z]{2,}[- ]|G-)\d\S*|(?i:\b(?:articles?|paragraphs?|items?"
    r"|decisions?|annex|appendix|chapter|section|sessions?|phase|option|page|part|resolution"
    r"|rules?|clauses?|principles?|goals?|targets?|figure|table|room|round|cluster|no\.)\s+\d\S*)"
)
_CLOCK = re.compile(
    r"\b\d{1,2}(?:[.:]\d\d)?\s*(?:[ap]\.?\s?m\b|o.clock)|\b\d{1,2}:\d\d\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?!\s*(?:people|members|votes|tonnes|euros?|%))")
_LONG = 6  # words: a name or a date with more is cut to what answers
_INNER_NAME = r"\w[^\w]+[A-Z]"  # a capital that doesn't begin the sentence


@dataclass(frozen=True, slots=True)
class QuestionKind:
    """`asks` matches questions of the kind. `has` matches sentences that can answer them.

    `is_` judges the words of a short answer. `core` is the part of a long one that answers.
    """

    asks: re.Pattern[str]
    has: re.Pattern[str]
    is_: Callable[[str], bool]
    core: Callable[[str], Span]


def _date_phrase(words: str) -> Span:
    """The date, such as «20-25 October» of «20-25 October in Bonn, and that …»."""
    match = _WRITTEN_DATE.search(words)
    return Span(*match.span()) if match else Span(0, len(words))


def _all(words: str) -> Span:
    return Span(0, len(words))


def _contains(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern, re.IGNORECASE)
    return lambda words: bool(compiled.search(words))


_counts = _contains(_NUMBER)
_tells_time = _contains(rf"{_DATE}|\d")


def _is_date(words: str) -> bool:
    """Whether it has a day, month or year. «from 8 a.m. to 15:00» has none."""
    return _tells_time(_CLOCK.sub("", words))


def _is_amount(words: str) -> bool:
    """Whether it has a number that isn't a date or the label of something."""
    return _counts(_YEAR.sub("", _WRITTEN_DATE.sub("", _LABEL.sub("", words))))


KINDS = tuple(
    QuestionKind(re.compile(asks, re.IGNORECASE), re.compile(has), is_, core)
    for asks, has, is_, core in (
        (
            r"\bhow (?:many|much|large|big|deep|close)\b"
            r"|\b(?:what|which) (?:\w+ )?(?:share|percent\w*|portion|proportion|sum|number|rate"
            r"|amount|quota|price|budget|fee|temperature|turnout|minimum|maximum)\b"
            r"|\bwhat part\b",
            _NUMBER,
            _is_amount,
            _all,
        ),
        (
            r"\bhow (?:long|often|old)\b|\b(?:what|which) (?:\w+ )?period\b",
            _NUMBER,
            _counts,
            _all,
        ),
        (
            r"\b(?:what|which) (?:date|day|year|month)\b",
            _DATE,
            _is_date,
            _date_phrase,
        ),
        (
            r"^\W*when\b|\bwhen (?:did|was|were|is|are|will|does|do|should|would|can|must|may)\b"
            r"|\bdate\b|\bby what\b",
            _DATE,
            _tells_time,
            _date_phrase,
        ),
        (
            r"\bwho (?:(?:is|was|were|are|will|would|has|had|been|be|to|the|then|also|first) ){0,3}"
            r"(?:(?:co-?)?chair(?:ed|s|ing|man|person)?|presid\w+|facilitat\w+|moderat\w+)\b"
            r"|\bchair of\b",
            _INNER_NAME,
            is_person,
            leading_name,
        ),
        (
            r"\bwho\b|\bwhose\b|\bname the\b"
            r"|\b(?:which|what) (?:[\w-]+ ){0,2}(?:countr|delegat|person|part(?:y|ies)\b"
            r"|organi[sz]ation|member|speaker|group|state)",
            _INNER_NAME,
            is_name,
            leading_name,
        ),
        (
            r"\bwhere\b|\b(?:which|what) (?:city|town|place)\b",
            _INNER_NAME,
            is_name,
            leading_name,
        ),
    )
)


def last_question(text: str) -> str:
    """What is asked now, without the earlier questions of a conversation before it."""
    return text.rsplit("? ", 1)[-1]


@lru_cache(maxsize=256)  # asked for each of the spans
def kind_of(question: str) -> QuestionKind | None:
    """The kind that the question asks for, if it says so."""
    asked = ((kind.asks.search(last_question(question)), kind) for kind in KINDS)
    found = [(match.start(), kind) for match, kind in asked if match]
    return min(found, key=lambda item: item[0])[1] if found else None


def fits(question: str, words: str) -> float:
    """1 if the words are of the kind asked for, 0 if not, a half if any kind will do."""
    kind = kind_of(question)
    if kind is None:
        return 0.5
    return float(kind.is_(words))


def narrowed(question: str, words: str) -> Span:
    """The part of `words` that answers, if the kind asked for is known and they go on after it."""
    kind = kind_of(question)
    long = len(words.split()) > _LONG
    if kind is None or not (long or not kind.is_(words)):
        return Span(0, len(words))
    return kind.core(words)
