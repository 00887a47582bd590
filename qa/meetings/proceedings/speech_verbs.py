"""Verbs of speech in their forms, and what must follow where they have other senses."""

from __future__ import annotations

import re
from functools import cache

from qa.text import SPEECH

_IRREGULAR = {
    "say": "said", "tell": "told", "think": "thought", "feel": "felt", "speak": "spoke",
    "understand": "understood", "draw": "drew", "begin": "began", "seek": "sought", "lead": "led",
    "undertake": "undertook", "read": "read", "give": "gave", "have": "had", "set": "set",
    "go": "went",
}  # fmt: skip
# Not these alone: much else does them too.
_STANCES = {
    "supports": "support endorse second favour favor echo".split(),
    "opposes": "oppose object reject".split(),
}
_ADVERBS = (
    r"(?:(?:also|then|further|again|later|first|finally|once|both|all|each|only|not|jointly|now"
    r"|in turn|therefore|\w+ly)\s+){0,3}"
)
_VERB = re.compile(
    rf"\s+{_ADVERBS}(?P<aux>has |have |had |was |were |is |are )?{_ADVERBS}(?P<verb>[a-z]+)\b"
    rf"(?!\s+by\b)"
)
_BEING = frozenset(
    "concerned pleased disappointed worried opposed against happy surprised sceptical "
    "skeptical unsure convinced glad sorry doubtful confident".split()
)
# Verbs of much else: what must follow where they tell speech.
_TALK = (
    r"\s+(?:(?:an?|the|his|her|its|their|some|two|three)\s+)?(?:[\w-]+\s+){0,2}?(?:presentation"
    r"|overview|update|report|summary|talk|account|example|background|introduction|speech"
    r"|details?|figures?|perspective|statements?|explanation|briefing|information)"
)
_NEEDS = {
    "give": re.compile(_TALK),
    "have": re.compile(
        r"\s+(?:(?:an?|some|no|the same)\s+)?(?:\w+\s+)?"
        r"(?:concerns?|questions?|objections?|doubts?)\b"
    ),
    "provide": re.compile(_TALK),
    "set": re.compile(r"\s+(?:out|forth)\b"),
    "go": re.compile(r"\s+(?:through|over|into|on to)\b"),
    "walk": re.compile(r"\s+(?:\w+\s+){0,3}through\b"),
    "turn": re.compile(r"\s+to\b"),
    "count": re.compile(r"\s+on\b"),
    "put": re.compile(r"\s+(?:forward|the\s+\w+\s+(?:of|at)|it\s+at)"),
    "move": re.compile(r"\s+(?:that|to|an?|the|approval|adoption|acceptance)\b"),
}
_WORDS = re.compile(r"[a-z]{3,}")


def has_speech(words: str) -> bool:
    """Whether some verb of speech is there at all: most of the other sentences end here."""
    return not verb_forms().keys().isdisjoint(_WORDS.findall(words)) or "ccording to" in words


@cache
def verb_forms() -> dict[str, str]:
    """Each form of a verb of speech in the past and the present, and its base."""
    forms = dict.fromkeys(_BEING, "feel") | {"put": "put"}
    for verb in SPEECH:
        stem = verb[:-1] if verb.endswith("e") else verb
        y = verb.endswith("y") and verb[-2] not in "aeo"
        past = f"{verb[:-1]}ied" if y else f"{stem}ed"
        present = (
            f"{verb[:-1]}ies"
            if y
            else f"{verb}es"
            if verb.endswith(("s", "sh", "ch"))
            else f"{verb}s"
        )
        for form in (past, present, _IRREGULAR.get(verb, past)):
            forms[form] = verb
        if verb[-1] in "nrlgpt" and len(verb) > 3:
            forms[f"{verb}{verb[-1]}ed"] = verb
    return forms


def verb_at(words: str, at: int) -> str | None:
    """The base of the verb of speech that stands there."""
    match = _VERB.match(words, at)
    if not match:
        return None
    verb, aux = match["verb"], (match["aux"] or "").strip()
    if aux in ("was", "were", "is", "are"):
        return "feel" if verb in _BEING else None
    base = verb_forms().get(verb)
    if base == "feel" and verb in _BEING:
        return None  # «concerned» alone: only who is so says it
    needed = _NEEDS.get(base or "")
    return base if needed is None or needed.match(words, match.end()) else None


def stance_of(verb: str) -> str | None:
    return next((stance for stance, verbs in _STANCES.items() if verb in verbs), None)
