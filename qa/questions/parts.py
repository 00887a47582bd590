"""Two questions in one -> a question each, with the words that it lacks from the other."""

from __future__ import annotations

import re

from qa.questions.vocabulary import ASKING, AUXILIARIES, one_of

_AUX = one_of(AUXILIARIES)
_ASK = one_of(ASKING)
# The second begins where another question word does, with its verb or alone.
_AND = re.compile(
    rf"\s*(?:,\s*|;\s*|\?\s*)?(?:\band\b(?: also)?|\?|;)\s*(?=(?:(?:in|at|on|by|for) )?(?:"
    rf"(?:{_ASK})(?: (?:exactly|long|far|much|many|often))?\s*(?:\?|$)"
    rf"|(?:who|what|which|how (?:many|much|long|often))\s+\w"
    rf"|(?:when|where|why|how)\s+(?:(?:it|he|she|they|that)\s+)?(?:{_AUX})\b"
    rf"|(?:did|was|were|has|have|does|is|are)\s+\w))",
    re.IGNORECASE,
)
_BOTH = re.compile(
    rf"^(?P<one>{_ASK}) and (?P<two>{_ASK}|how (?:many|long)) (?P<rest>(?:{_AUX})\b.+)$",
    re.IGNORECASE,
)
_INDIRECT = re.compile(
    r"^(?P<ask>(?:in which \w+|when|where|how|why|what|who))\s+(?P<who>it|he|she|they|that)\s+"
    rf"(?P<aux>{_AUX})\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(rf"(?:(?:in|at|on|by) )?(?:{_ASK}|{_AUX}|list|summari[sz]e)\b", re.IGNORECASE)
_LEAST = 2  # words of a question before «and»


def split(question: str) -> tuple[str, ...]:
    """The questions in it as they are written, or none where there is but one."""
    plain = question.strip(" ?.!")
    if both := _BOTH.match(plain):
        return f"{both['one']} {both['rest']}?", f"{both['two']} {both['rest']}?"
    for match in _AND.finditer(plain):
        left, right = plain[: match.start()].strip(" ,;"), plain[match.end() :].strip()
        if len(left.split()) >= _LEAST and _begins_question(left):
            return f"{left}?", f"{_direct(right)}?"
    return ()


def _begins_question(left: str) -> bool:
    return bool(_BEGINS.match(left))


def _direct(right: str) -> str:
    """«where it was held» -> «where was it held»"""
    return _INDIRECT.sub(lambda m: f"{m['ask']} {m['aux']} {m['who']}", right)
