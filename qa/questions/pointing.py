"""Whether a question points back to what was said before it."""

from __future__ import annotations

import re

from qa.questions.carrying import names_in
from qa.questions.filters import Resolved
from qa.questions.moving import moves, without_move
from qa.questions.pronouns import PERSON_NOUN, may_stand_for, named_before, stands_for_another
from qa.questions.tokens import tokens
from qa.questions.vocabulary import ASKING, AUXILIARIES, BODIES, GATHERINGS, one_of

_GOES_ON = re.compile(
    r"\s*(?:and|but|or|so|also|then|what about|how about|what of)\b[\s,]*(?:and\b\s*)?",
    re.IGNORECASE,
)
BARE = re.compile(
    rf"(?:(?:{one_of(ASKING)})|(?:(?:for|by|at|in|after) )?how (?:long|many|much|come)|"
    r"what time|since when|until when|by whom|who else|"
    r"with whom|which one|(?:when|where|who) exactly|why not|where to|in which \w+|on which \w+)",
    re.IGNORECASE,
)
FRAGMENT = re.compile(
    rf"(?:at|in|on|for|during|of|from|by|with|about)\s+(?!(?:{one_of(ASKING)})\b)"
    r"\S+(?:\s+\S+){0,4}",
    re.IGNORECASE,
)
GAP = re.compile(
    rf"^(?P<word>{one_of(ASKING)}) (?P<prep>on|about|for|at|in|of|from|with|by) (?P<rest>.+)$",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"\b(?:he|she|him|her|his|hers)\b", re.IGNORECASE)
_SAYS_OF_ONESELF = re.compile(
    rf"(?:who|which \w+)\s+(?!(?:{one_of(AUXILIARIES)})\b)\w+", re.IGNORECASE
)
_SEVERAL = re.compile(r"\b(?:they|them|their|theirs)\b", re.IGNORECASE)
_IT = re.compile(r"\b(?:it|its)\b(?!['’])", re.IGNORECASE)
# «it» that stands for nothing: «was it agreed that …», «how long does it take».
_FORMAL_IT = re.compile(
    r"\bit\s+(?:take|takes|took|true|possible|necessary|likely|seem\w*|clear|\w+ed\s+that|about"
    r"|mean)\b|\bit\s+(?:is|was|be)\s+\w+\s+(?:that|to)\b|\bit\s+(?:\w+\s+){1,2}that\b",
    re.IGNORECASE,
)
_THAT = re.compile(
    rf"\b(?:that|this|these|those)\s*$|^(?:was|is|were|are|did|does|will)\s+(?:that|this)\b(?!\s+\w+"
    rf"(?:s|ed)\b.*\b(?:is|was))|\b(?:that|this|the same|those|these)\s+(?:same\s+)?"
    rf"(?:{one_of([*GATHERINGS, *BODIES, 'day', 'one', 'person', 'decision', 'motion'])})s?\b",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"^(?:who|what (?:happened|did|was (?:said|decided|agreed|discussed))).*\bthere$",
    re.IGNORECASE,
)
_ELSE = re.compile(r"\b(?:else|another one|the others?|the former|the latter)\b", re.IGNORECASE)
_ABOUT_IT = re.compile(r"\b(?:about|on|to|of|for|against|with)\s+(?:it|that|this|them)\s*$", re.I)
_MOST = 4  # telling words of a question that needs others: a longer one stands alone
_AND_ASKS = re.compile(rf"\band (?:{one_of(ASKING)})\b", re.IGNORECASE)
ASKS = re.compile(
    rf"(?:(?:(?:in|at|on|by|for|to|from|with|of) )?(?:{one_of(ASKING)})|{one_of(AUXILIARIES)}|list"
    r"|summari[sz]e|name)\b",
    re.IGNORECASE,
)
_ENOUGH = 2  # telling words among which a pronoun may find what it stands for
_COMPLETE = 3  # telling words of a question that stands alone behind «and»


def after_and(plain: str) -> str:
    """The question without «and» or «what about» before it."""
    goes_on = _GOES_ON.match(plain)
    return plain[goes_on.end() :] if goes_on else plain


def points_back(question: str, resolved: Resolved) -> bool:
    """Whether it can't be understood alone. Names and nouns before a pronoun are what it means."""
    plain = question.strip(" ?.!")
    rest = after_and(plain)
    if is_fragment(question) or _ABOUT_IT.search(rest) or moves(rest):
        return True
    if ASKS.match(rest) and stands_for_another(rest, resolved):
        return True
    short = sum(token.tells for token in tokens(rest)) <= _MOST or rest != plain
    if short and ASKS.match(rest) and _has_pronoun(rest, resolved):
        return True
    return rest != plain and not _is_complete(question, rest, resolved)


def is_fragment(question: str) -> bool:
    """Whether it is no question by itself: «and when?», «at the second one»."""
    plain = question.strip(" ?.!")
    rest = after_and(plain)
    if BARE.fullmatch(rest) or FRAGMENT.fullmatch(rest):
        return True
    if moves(rest) and not without_move(rest):
        return True
    return rest != plain and (not ASKS.match(rest) or bool(GAP.match(rest)))


def own_names(question: str, resolved: Resolved) -> bool:
    """Whether it names its own meeting or person."""
    return bool(resolved.named or names_in(question, resolved))


def _is_complete(question: str, rest: str, resolved: Resolved) -> bool:
    found = tokens(rest)
    asks = bool(found) and found[0].low in (*ASKING, *AUXILIARIES) and len(found) > 2
    verb = any(t.low in AUXILIARIES or t.low.endswith("ed") for t in found[1:])
    telling = sum(token.tells for token in found) >= _COMPLETE
    return asks and verb and (own_names(question, resolved) or telling)


def _has_pronoun(rest: str, resolved: Resolved) -> bool:
    if _ELSE.search(rest) and not named_before(rest):
        return True
    if _THAT.search(rest) or _THERE.search(rest):
        return not resolved.named
    it = _IT.search(rest)
    if it and not _FORMAL_IT.search(rest):
        return not _antecedent(rest[: it.start()], resolved)
    somebody, several = _SOMEBODY.search(rest), _SEVERAL.search(rest)
    if somebody:
        return not _is_somebody_before(rest[: somebody.start()], somebody[0].lower())
    return several is not None and not _antecedent(rest[: several.start()], Resolved())


def _is_somebody_before(before: str, pronoun: str) -> bool:
    """«who said that he …» is of him who is asked for."""
    if named_before(before) or PERSON_NOUN.search(before):
        return True
    if pronoun in ("his", "her"):
        return sum(token.tells for token in tokens(before)) >= _ENOUGH
    return pronoun in ("he", "she") and bool(_SAYS_OF_ONESELF.match(before))


def _antecedent(before: str, resolved: Resolved) -> bool:
    """Whether words before a pronoun may be what it stands for."""
    enough = 1 if _AND_ASKS.search(before) else _ENOUGH
    return bool(resolved.named) or may_stand_for(before, enough)
