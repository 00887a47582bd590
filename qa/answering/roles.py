"""Offices and deeds: chair isn't vice-chair, opened isn't elected, absent isn't abstained."""

from __future__ import annotations

import re
from collections.abc import Collection

from qa.answering.demonyms import people_of
from qa.text import OFFICES, any_of, stems

_PREFIX = r"(?:(?P<prefix>vice|deputy|assistant|co|acting|executive|former)[ -])?"
_DEED = r"chair\w*|presid(?:ed|es|ing)|moderat(?:or|ed|es|ing)|conven[eo]r"
_NOUN = rf"(?P<noun>{_DEED}|{any_of(OFFICES)})s?"
_ROLE = re.compile(rf"\b{_PREFIX}{_NOUN}\b", re.IGNORECASE)
# Offices that mean the same. «Presided» may be said of either.
_SAME = (
    frozenset("chair chairs chaired chairing chairman chairwoman chairperson presiding".split()),
    frozenset("president presided presides presiding".split()),
    frozenset("moderator moderated moderates moderating".split()),
    frozenset("convener convenor".split()),
)
_LED = frozenset("chaired chairs chairing presided presides presiding".split())
_OF_MEETINGS = {"rapporteur", "treasurer", "secretary", "facilitator", "coordinator", "moderator"}
_LESSER = {"vice", "deputy", "assistant"}
_ANY = {"officer", "head"}  # «the officers» are whoever has an office
_CUT = re.compile(r"[,;:.!?()\n]")
_BESIDE = 40  # characters around a name in which its office is told

# Each row is one deed, by the stems that tell it. A sentence that tells another one is no answer.
_DEEDS = (
    frozenset(stems("open opened opening inaugurated launched welcomed")),
    frozenset(stems("close closed closing adjourned concluded")),
    frozenset(stems("elect elected election re-elected")),
    frozenset(stems("absent apologies regrets excused")),
    frozenset(stems("abstain abstained abstention")),
    frozenset(stems("resign resigned resignation")),
    frozenset(stems("moved motion proposed")),
    frozenset(stems("seconded")),
)

_TOLD = (("opened", _DEEDS[0]), ("closed", _DEEDS[1]))


def asked_deed(text: str) -> str | None:
    """«opened» or «closed», where it is asked who did it: a record has it in place of an office."""
    asked = frozenset(stems(text))
    return next((name for name, deed in _TOLD if deed & asked), None)


def asked_role(text: str) -> str | None:
    """The first office that the text names, with «vice» and the like in front, in lower case."""
    found = next((m for m in _ROLE.finditer(text) if m["noun"].lower() not in _ANY), None)
    if not found:
        return None
    prefix = (found["prefix"] or "").lower()
    return f"{prefix} {found['noun'].lower()}".strip()


def roles_in(text: str) -> list[str]:
    """All words of offices in the text, with «vice» and the like in front."""
    return [match[0] for match in _ROLE.finditer(text)]


def role_in(text: str, role: str) -> bool:
    """Whether the text names the office."""
    return any((one := asked_role(word)) and is_role(role, one) for word in roles_in(text))


def office_of(text: str, role: str, of: Collection[str]) -> bool:
    """Whether the text has the office right beside the words of what it is: «IPCC Chair»."""
    for match in _ROLE.finditer(text):
        found = asked_role(match[0])
        if found and is_role(role, found) and _are_told(of, _beside(text, match)):
            return True
    return False


def _are_told(of: Collection[str], words: str) -> bool:
    said = frozenset(stems(words))
    return all(stem in said or people_of(stem) in said for stem in of)


def _beside(text: str, match: re.Match[str]) -> str:
    """The office with the words around it, up to a comma or the like."""
    before = _CUT.split(text[max(0, match.start() - _BESIDE) : match.start()])[-1]
    return before + match[0] + _CUT.split(text[match.end() : match.end() + _BESIDE])[0]


def is_role(asked: str, role: str) -> bool:
    """Whether an office as a record has it is the one that is asked for."""
    told = asked_role(role)
    if told is None:
        return False
    (mine, noun), (theirs, other) = _split(asked), _split(told)
    if (mine in _LESSER or theirs in _LESSER) and mine != theirs:
        return False
    if "executive" in (mine, theirs) and mine != theirs:
        return False
    led = {noun, other} & _LED and all(any(n in s for s in _SAME) for n in (noun, other))
    return noun.rstrip("s") == other.rstrip("s") or bool(led) or _alike(noun, other)


def is_in_full(asked: str, role: str, said: str) -> bool:
    """Whether the words have the whole asked office where the record has only its noun."""
    words = asked.split()
    whole = r"[ -]".join(map(re.escape, words))
    return role == words[-1] and bool(re.search(rf"\b{whole}\b", said, re.IGNORECASE))


def another_role(question: str, quote: str, answer: str) -> bool:
    """Whether the quote gives the answer another office than the one asked for."""
    role = asked_role(question)
    at = quote.find(answer)
    if role is None or at < 0 or len(answer) > _BESIDE * 3:
        return False
    around = quote[max(0, at - _BESIDE) : at + len(answer) + _BESIDE]
    told = [one for match in _ROLE.finditer(around) if (one := asked_role(match[0]))]
    others = [one for one in told if _split(one)[0] in _LESSER or _leads(one)]
    if not others or any(is_role(role, one) for one in told):
        return False
    lesser = any(_split(one)[0] in _LESSER for one in others)
    anywhere = (one for match in _ROLE.finditer(quote) if (one := asked_role(match[0])))
    return lesser or not any(is_role(role, one) for one in anywhere)


def _leads(role: str) -> bool:
    """Whether it is an office of a meeting, and not what somebody is elsewhere."""
    return _split(role)[1].rstrip("s") in _OF_MEETINGS or _split(role)[1] in _SAME[0] | _SAME[1]


def another_deed(question: str, quote: str) -> bool:
    """Whether the quote tells of another deed than the question, and not of that one."""
    asked, said = frozenset(stems(question)), frozenset(stems(quote))
    wanted = [deed for deed in _DEEDS if deed & asked]
    others = [deed for deed in _DEEDS if deed & said and not deed & asked]
    return bool(wanted) and bool(others) and not any(deed & said for deed in wanted)


def tells_deed(question: str, quote: str) -> bool:
    """Whether the quote tells of every deed that the question names."""
    asked, said = frozenset(stems(question)), frozenset(stems(quote))
    return all(deed & said for deed in _DEEDS if deed & asked)


def _alike(noun: str, other: str) -> bool:
    return any(noun in row and other in row for row in _SAME)


def _split(role: str) -> tuple[str, str]:
    *prefix, noun = role.split() or [""]
    return (prefix[0] if prefix else ""), noun
