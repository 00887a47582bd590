"""Yes or no, only where the sentence plainly says so."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from qa.text import stems

# Outcomes: what was asked for came about, or one of the ways in which it didn't.
_DONE = (
    "approve approved adopt adopted agree agreed accept accepted pass passed carry carried ratify "
    "ratified elect elected grant granted endorse endorsed confirm confirmed pay paid appoint "
    "appointed sign signed authorise authorised authorize authorized complete completed allow "
    "allowed permit permitted"
)
_UNDONE = (
    "refuse refused reject rejected defeat defeated deny denied fail failed decline declined lost "
    "oppose opposed dismiss dismissed block blocked veto vetoed",
    "postpone postponed defer deferred tabled",
    "withdraw withdrawn withdrew",
    "cancel cancelled canceled",
)
_YES, _NO = frozenset(stems(_DONE)), frozenset(stems(" ".join(_UNDONE)))
_SIDE = frozenset(stems("oppose opposed"))  # what somebody does, and no outcome
_WAYS = (_YES, *(frozenset(stems(way)) for way in _UNDONE))
_NOT = re.compile(
    r"\b(?:not|never|no|nobody|none|without|cannot|nor|neither)\b|\w+n[’']t\b", re.IGNORECASE
)
_HEDGE = re.compile(
    r"\b(?:if|would|should|could|may|might|whether|propos(?:ed|es|ing)|recommend(?:ed|s)?|request(?:ed|s)?|ask(?:ed|s)?"
    r"|will|consider\w*|draft)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"\bagainst\b", re.IGNORECASE)
_VOTED_AGAINST = re.compile(r"^why\b.*\b(?:vot\w+|spoke) against\b", re.IGNORECASE)
_NEAR = 60  # characters around the outcome in which it is taken back or put off
_NOTED = re.compile(r"\b(?:t[ao]kes?|took|taking|taken) (?:only )?note of\b", re.IGNORECASE)
_ADOPTED = frozenset(stems("adopt adopted approve approved endorse endorsed accept accepted"))
_OTHERWISE = "take note of, reject, refuse, postpone"  # what is done in place of what was asked
_ASIDE = re.compile(r"\b(?:if|would|whether)\b", re.IGNORECASE)


def otherwise(question: str) -> str | None:
    """Words for the opposite of the outcome that is asked for, if it asks for one."""
    return _OTHERWISE if frozenset(stems(question)) & _YES else None


def contradicts(question: str, words: str) -> bool:
    """Whether the question says in which way something failed, and the words tell another outcome.

    The other way round it isn't known: what was accepted may be told in many words.
    """
    asked = _ways(question) | ({_WAYS[1]} if _VOTED_AGAINST.search(question) else set())
    if _NOT.search(question) or not asked or _YES in asked:
        return False
    said = _ways(words) | ({_WAYS[1]} if _AGAINST.search(words) else set())
    return bool(said) and not asked & said


def _ways(words: str) -> frozenset[frozenset[str]]:
    """The outcomes that are told. What wasn't accepted was refused."""
    found = set[frozenset[str]]()
    for word in re.finditer(r"[^\W_]+", words):
        stem = stems(word[0])[0]
        way = next((way for way in _WAYS if stem in way), None)
        undone = bool(_NOT.search(words[max(0, word.start() - _NEAR) : word.start()]))
        if way and not (undone and way is not _YES):
            found.add(_WAYS[1] if undone else way)
    return frozenset(found)


@lru_cache(maxsize=1024)  # the sentences are asked several times for one question
def tells_outcome(question: str, sentence: str) -> bool:
    """Whether it says yes, no, or that note was taken of what might have been adopted."""
    noted = frozenset(stems(question)) & _ADOPTED and _NOTED.search(sentence)
    return bool(noted) or verdict(question, sentence) is not None


def is_aside(sentence: str) -> bool:
    """Whether the sentence tells of what might be or was wished."""
    return bool(_ASIDE.search(sentence))


@lru_cache(maxsize=1024)
def verdict(question: str, sentence: str) -> Literal["yes", "no"] | None:
    """What the sentence says to the question. None if it doesn't say it plainly."""
    asked = frozenset(stems(question))
    if _NOT.search(question) or (asked & _ADOPTED and _NOTED.search(sentence)):
        return None
    for word in re.finditer(r"[^\W_]+", sentence):
        stem = stems(word[0])[0]
        told = _told(stem, asked)
        if told is not None and not _open(sentence, word.span()):
            return _turned(told, sentence, word.span())
    return None


def _told(stem: str, asked: frozenset[str]) -> bool | None:
    """Whether the outcome is the asked one, by its own word or by its opposite."""
    if stem in asked and stem in _YES | _NO:
        return True
    if asked & _YES and stem in _NO - _SIDE:
        return False
    if asked & _NO and stem in _YES:
        return False
    return None


def _turned(told: bool, sentence: str, at: tuple[int, int]) -> Literal["yes", "no"] | None:
    before = sentence[max(0, at[0] - _NEAR) : at[0]]
    if not _NOT.search(before):
        return "yes" if told else "no"
    return "no" if told else None


def _open(sentence: str, at: tuple[int, int]) -> bool:
    """Whether it is but wished, proposed or still to come."""
    return bool(_HEDGE.search(sentence[max(0, at[0] - _NEAR) : at[0]]))
