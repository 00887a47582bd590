"""An amount that went from one to another: the newer one holds."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.types import Answer, Asked

# «from 84 rooms to 72», whatever stands between.
_MOVE = re.compile(
    r"\bfrom\s(?P<old>[^.;\n]{1,60}?)\sto\s(?P<new>[£$€]?\d[\d,.]*\d|[£$€]?\d)(?!\w)", re.I
)
# Here the older one, both, or the step between them is asked for.
_OTHERWISE = re.compile(
    r"\b(?:was|were|had|did|before|original\w*|initial\w*|first|previous\w*|used to|from|by how"
    r"|chang\w*|between|range)\b",
    re.IGNORECASE,
)


def moved_on(asked: Asked, answer: Answer) -> Answer:
    """The answer with the newer amount, where it is the older one and what is now was asked."""
    cited = answer.citations[0] if answer.citations else None
    if cited is None or answer.support == "list" or _OTHERWISE.search(asked.text):
        return answer
    start, end = cited.answer_start - cited.start, cited.answer_end - cited.start
    for match in _MOVE.finditer(cited.quote):
        if match.start("old") <= start and end <= match.end("old"):
            first, last = (cited.start + at for at in match.span("new"))
            newer = replace(cited, answer=match["new"], answer_start=first, answer_end=last)
            return replace(answer, answer=match["new"], citations=(newer, *answer.citations[1:]))
    return answer
