"""On what somebody spoke, or about what something was decided: the words that say so."""

from __future__ import annotations

import re

from qa.questions.tokens import Token, tokens, trimmed
from qa.questions.vocabulary import ASKING, AUXILIARIES, BODIES, GATHERINGS, HOLDING
from qa.types import Aspect, Kind

_ON = re.compile(
    r"\b(?:about|on|regarding|concerning|with regard to|in relation to|as to|over|towards?|against|"
    r"of|for|to)\s+(?P<on>.*\w)",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:about|on|regarding|concerning)\s+(?P<on>.*\w)", re.IGNORECASE)
_OVER_TIME = re.compile(
    r"\b(?:over (?:the (?:years|months|sessions|meetings)|time)|through the years|in (?:earlier|"
    r"previous|past) (?:sessions|meetings|years)|from meeting to meeting|changed?|evolved?|history|"
    r"timeline|evolution|moved|first|last|postponed|delayed|rescheduled|deferred)\b",
    re.IGNORECASE,
)
# «when will it open, how did that date change?»: the second half says how, and on nothing else.
_HOW = re.compile(
    r"[,;]?\s*(?:and\s+)?\bhow (?:has|have|had|did) (?:it|this|that|they|the) .*$", re.I
)
_EXPECTED = re.compile(
    r"\b(?:supposed|expected|planned|due|scheduled|meant)\s+to(?:\s+be)?\b", re.I
)
_THINGS = frozenset(
    "location venue city town country room building day date time year month hour minute".split()
)
_VERBS = (
    frozenset(
        [
            *HOLDING,
            *ASKING,
            *AUXILIARIES,
            *BODIES,
            *(f"{one}s" for one in GATHERINGS),
            "list",
            "show",
            "there",
            "find",
            "search",
            "tell",
            "did",
        ]
    )
    - _THINGS
)
_NOTHING = frozenset(
    [*"all any out come came that this it them there anything been".split(), *GATHERINGS]
)


def matter_of(
    kind: Kind, aspect: Aspect | None, rest: str, whole: str, person: str | None = None
) -> str:
    """`rest` are the words behind those that tell the kind; `whole` is the question.

    Neither has the words that name meetings.
    """
    if kind == "statements":
        return _on(rest) or ("" if _ON.search(f"{rest} x") else trimmed(rest))
    if kind == "timeline":
        whole = _EXPECTED.sub(" ", _HOW.sub("", whole) or whole)
        on = _ABOUT.search(whole)
        return _telling(_OVER_TIME.sub(" ", on["on"] if on else whole))
    if kind == "list" and aspect is None:
        return " ".join(token.text for token in _left(whole))
    if person and kind in ("list", "count"):  # behind whom may stand what he or she was there
        return _on(rest)
    if kind in ("list", "count") and aspect == "meetings":
        return _on(rest) or _telling(rest)
    if kind == "search":
        return trimmed(rest or whole)
    return _on(rest) if kind in ("list", "count", "summary") else ""


def _on(rest: str) -> str:
    match = _ON.search(rest)
    words = trimmed(match["on"]) if match else ""
    return "" if _names_no_more(tokens(words)) else words


def _names_no_more(found: list[Token]) -> bool:
    """Whether it is just some meeting: «the board meeting» as well as «all of it»."""
    meeting = bool(found) and found[-1].low in GATHERINGS
    return all(
        token.low in _NOTHING or (meeting and token.low in BODIES) or not token.tells
        for token in found
    )


def _telling(text: str) -> str:
    """The words that say something, with what stands between the first and the last."""
    found = _left(text)
    return trimmed(text[found[0].start : found[-1].end]) if found else ""


def _left(text: str) -> list[Token]:
    found = [token for token in tokens(text) if token.tells and token.low not in _VERBS]
    return [token for token in found if not token.low.endswith("ed")]
