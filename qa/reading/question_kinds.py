"""What kind of words a question asks for, and whether some words are of that kind."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from qa.types import Span

_NUMBER = (
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|twenty|thirty|"
    r"forty|fifty|hundred|thousand|million|billion|half|third|quarter|per ?cent|none|no|"
    r"once|twice|daily|weekly|monthly|yearly)\b"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = rf"\b(?:{_MONTHS}|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|(?:19|20)\d\d)\b"
_WRITTEN_DATE = re.compile(
    rf"(?:(?:by |from |on |until )?(?:midnight on )?)?(?:\w+day,? )?"
    rf"(?:\d{{1,2}}(?:\s*[-–]\s*\d{{1,2}})?\s+(?:{_MONTHS})(?:,?\s+\d{{4}})?"
    rf"|(?:{_MONTHS})\s+\d{{1,2}}(?:-\d{{1,2}})?(?:,?\s+\d{{4}})?|(?:{_MONTHS})\s+\d{{4}})"
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
_PRONOUNS = frozenset(
    "he she it they we i you who this that these those one ones other others delegates "
    "the a an".split()
)
_PARTICLE_CHARS = 4  # «and», «the», «von»: lower case inside of a name or a list of names
# In lower case before a name: «the delegate of Southmark».
_ROLES = frozenset(
    "delegate representative president chair chairman chairperson vice-chair secretary minister "
    "director head member observer speaker spokesperson ambassador facilitator rapporteur "
    "treasurer councillor coordinator delegation government".split()
)
_ARTICLES = re.compile(r"\b(?:the|an?)\b")
_BRACKETS = "()[]«»\"“”'’.,;:"


@dataclass(frozen=True, slots=True)
class Cue:
    """`asks` is in questions of the kind, `has` in sentences that can answer; `is_` judges the
    words of a short answer, and `core` is the part of a long one that answers.
    """

    asks: re.Pattern[str]
    has: re.Pattern[str]
    is_: Callable[[str], bool]
    core: Callable[[str], Span]


def is_name(words: str) -> bool:
    """One or more names: capitals but for particles, no digits, and no pronoun alone."""
    bare = [word.strip(_BRACKETS) for word in words.replace(",", " ").split()]
    bare = [word for word in bare if word]
    if any(c.isdigit() for word in bare for c in word if not word.startswith("G-77")):
        return False
    capitals = [word for word in bare if not word[0].islower() and word.lower() not in _PRONOUNS]
    small = [word for word in bare if word[0].islower()]
    return bool(capitals) and all(len(word) <= _PARTICLE_CHARS or word in _ROLES for word in small)


def _leading_name(words: str) -> Span:
    """«the UK» of «the UK would regard»: up to the last capital before the first plain word."""
    end = 0
    for match in re.finditer(r"\S+", words):
        bare = match[0].strip(_BRACKETS)
        if bare[:1].isupper():
            end = match.end()
            if match[0].endswith((".", ";", ":")):
                break
        elif len(bare) > _PARTICLE_CHARS and bare not in _ROLES:
            break
    return Span(0, end if is_name(words[:end]) else len(words))


def _date_phrase(words: str) -> Span:
    """«20-25 October» of «20-25 October in Bonn, and that …»."""
    match = _WRITTEN_DATE.search(words)
    return Span(*match.span()) if match else Span(0, len(words))


def _all(words: str) -> Span:
    return Span(0, len(words))


def _is_person(words: str) -> bool:
    """A name that isn't all capitals: «JAPAN» and «SBI» chair nothing."""
    return is_name(words) and not _ARTICLES.sub("", words).isupper()


def _contains(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern, re.IGNORECASE)
    return lambda words: bool(compiled.search(words))


_counts = _contains(_NUMBER)
_tells_time = _contains(rf"{_DATE}|\d")


def _is_date(words: str) -> bool:
    """A day, month or year; «from 8 a.m. to 15:00» is none."""
    return _tells_time(_CLOCK.sub("", words))


def _is_amount(words: str) -> bool:
    """Whether a number stands in it that isn't a date or the label of something."""
    return _counts(_YEAR.sub("", _WRITTEN_DATE.sub("", _LABEL.sub("", words))))


CUES = tuple(
    Cue(re.compile(asks, re.IGNORECASE), re.compile(has), is_, core)
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
            _is_person,
            _leading_name,
        ),
        (
            r"\bwho\b|\bwhose\b|\bname the\b"
            r"|\b(?:which|what) (?:[\w-]+ ){0,2}(?:countr|delegat|person|part(?:y|ies)\b"
            r"|organi[sz]ation|member|speaker|group|state)",
            _INNER_NAME,
            is_name,
            _leading_name,
        ),
        (
            r"\bwhere\b|\b(?:which|what) (?:city|town|place)\b",
            _INNER_NAME,
            is_name,
            _leading_name,
        ),
    )
)


def last_question(text: str) -> str:
    """What is asked now, where earlier questions of a conversation stand before it."""
    return text.rsplit("? ", 1)[-1]


@lru_cache(maxsize=256)  # asked for each of the spans
def cue_of(question: str) -> Cue | None:
    """The kind that the question asks for, if it says so."""
    asked = ((cue.asks.search(last_question(question)), cue) for cue in CUES)
    found = [(match.start(), cue) for match, cue in asked if match]
    return min(found, key=lambda item: item[0])[1] if found else None


def fits(question: str, words: str) -> float:
    """1 if the words are of the kind asked for, 0 if not, a half if any kind will do."""
    cue = cue_of(question)
    if cue is None:
        return 0.5
    return float(cue.is_(words))


def narrowed(question: str, words: str) -> Span:
    """The part of `words` that answers, where the kind asked for is known and they go on."""
    cue = cue_of(question)
    long = len(words.split()) > _LONG
    if cue is None or not (long or not cue.is_(words)):
        return Span(0, len(words))
    return cue.core(words)
