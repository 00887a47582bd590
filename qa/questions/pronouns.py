"""Pronouns that stand for something outside their question, however long it is."""

from __future__ import annotations

import re

from qa.questions.carrying import names_in
from qa.questions.filters import Resolved
from qa.questions.tokens import tokens
from qa.questions.vocabulary import ASKING, AUXILIARIES, OFFICE_WORDS, PERSONS, one_of
from qa.questions.wording import SAY

_PREPOSITION = "about|on|of|for|in|into|at|to|with|against|by|from|under|behind|during|after|before"
# «how deep a cut did», «by when did»: what is asked for, and the verb before its subject.
_FRONT = re.compile(
    rf"(?:(?:(?:{_PREPOSITION}|until|since)\s+)?(?:{one_of(ASKING)})\b"
    rf"(?:\s+(?!(?:{one_of(AUXILIARIES)})\b)[\w'’-]+){{0,5}}?\s+)?(?:{one_of(AUXILIARIES)})\b\s*",
    re.IGNORECASE,
)
# The same without such a verb: «how many members spoke».
_ASKED = re.compile(r"(?:(?:how (?:many|much)|which|what|whose)\s+[\w'’-]+|who)\s+", re.IGNORECASE)
_OF_THEMSELVES = re.compile(
    rf"(?:how many|which|what|who) (?:(?!(?:{one_of(AUXILIARIES)})\b)[\w'’-]+ ){{0,2}}?(?:{SAY})\b",
    re.IGNORECASE,
)
_HE = re.compile(r"(?:he|she|they)\b", re.IGNORECASE)
_HIM = re.compile(r"\bhim\b", re.IGNORECASE)
PERSON_NOUN = re.compile(
    rf"\b(?:{one_of([*OFFICE_WORDS, *PERSONS])})s?\b",
    re.IGNORECASE,
)
_THAT_NOUN = re.compile(
    rf"\b(?:{_PREPOSITION})\s+(?:(?:that|this|the same)\s+(?P<one>[a-z]{{3,}})|"
    r"(?:those|these)\s+(?P<many>[a-z]{3,}s))\b",
    re.IGNORECASE,
)
# «who made that request», and not «the bill that lost»
_THAT_LAST = re.compile(
    r"(?P<before>\S+ \S+)\s+(?:that|this|those|these)\s+(?P<one>[a-z]{3,})$", re.IGNORECASE
)
_ARTICLE = re.compile(r"\b(?:the|an?)\s", re.IGNORECASE)
# «this year» is now, and «in this regard» nothing.
_NO_THING = frozenset(
    "year week month time morning afternoon evening moment stage point way case regard purpose "
    "context respect collection the was were are all they she there".split()
)
_THERE = re.compile(r"(?P<before>\b[\w'’]+)\s+there\b(?:\s+(?P<after>\w+))?", re.IGNORECASE)
_BESIDE_NOTHING = frozenset([*AUXILIARIES, "be", "been", "if", "that", "and", "any", "no", "a"])
_IN_A_PLACE = re.compile(r"\b(?:in|at|to|from|on|near)\s+(?:the\b|an?\b|[A-Z])")
_DETERMINED = re.compile(r"\b(?:the|an?|our|your|my|each|every|some|any|no|two|three)\s+\w", re.I)


def stands_for_another(rest: str, resolved: Resolved) -> bool:
    """Whether a pronoun right behind the first verb, «him», «on that request» or a place «there»
    has nothing before it that it may be."""
    front = _FRONT.match(rest)
    if front and _HE.match(rest, front.end()) and not named_before(front[0]):
        return True
    him = _HIM.search(rest)
    if him and not (named_before(rest[: him.start()]) or PERSON_NOUN.search(rest[: him.start()])):
        return True
    return _has_that_noun(rest) or (not resolved.named and _has_place(rest))


def named_before(before: str) -> bool:
    """Whether a name stands there. The first word asks, and has a capital of its own."""
    return bool(names_in(f"  {before[:1].lower()}{before[1:]}", Resolved()))


def may_stand_for(before: str, enough: int) -> bool:
    """Whether words before a pronoun may be what it stands for: a noun that isn't asked for, or
    those who are asked for, where they say something of themselves."""
    if _OF_THEMSELVES.match(before):
        return True
    front = _FRONT.match(before) or _ASKED.match(before)
    left = before[front.end() :] if front else before
    telling = [t for t in tokens(left) if t.tells and not t.low.endswith(("ed", "ing"))]
    return bool(_DETERMINED.search(left)) or named_before(left) or len(telling) >= enough


def _has_that_noun(rest: str) -> bool:
    match, last = _THAT_NOUN.search(rest), _THAT_LAST.search(rest)
    if match:
        return _is_thing(match["one"] or match["many"], rest[: match.start()])
    if last is None or _ARTICLE.match(last["before"]) or last["one"].endswith("ed"):
        return False
    return _is_thing(last["one"], rest[: last.start()])


def _is_thing(noun: str, before: str) -> bool:
    """Whether it is no time, and the question didn't name it before."""
    return noun.lower() not in _NO_THING and noun.lower() not in [t.low for t in tokens(before)]


def _has_place(rest: str) -> bool:
    """«filed there», and not «is there»."""
    match = _THERE.search(rest)
    if match is None or _IN_A_PLACE.search(rest[: match.start()]):
        return False
    return not {match["before"].lower(), (match["after"] or "").lower()} & _BESIDE_NOTHING
