"""One thing of a meeting: its next one, its end, its start, its day, its place, its offices."""

from __future__ import annotations

from qa.questions.row import Row, row
from qa.questions.vocabulary import GATHERINGS, OFFICE_WORDS, one_of

OF_FACTS: tuple[Row, ...] = (
    row(
        "fact",
        "next place",
        r"^(?:where|(?:at |in )?(?:which|what) (?:place|city|town|room|venue))\b.*\bnext\b",
        "where is the next meeting?",
    ),
    row(
        "fact",
        "next day",
        rf"^(?:when|what|which|on)\b.*\bnext (?:[\w-]+ ){{0,4}}?(?:{one_of(GATHERINGS)})\b"
        r"|^when\b.*\b(?:meets?|held|convene) next\b|^date of (?:the )?next\b",
        "when is the next meeting?",
    ),
    row(
        "fact",
        "end",
        r"^(?:when|(?:at )?what time|(?:on )?(?:what|which) (?:day|date)) .*"
        r"\b(?:end|ended|close|closed|closing|finish|finished|adjourn|adjourned|over|concluded?)$",
        "when did the assembly close?",
    ),
    row(
        "fact",
        "start",
        r"^(?:when|(?:at )?what time|(?:on )?(?:what|which) (?:day|date)) .*"
        r"\b(?:open|opened|start|started|begin|began|convened?)$|^(?:at )?what time\b",
        "what time did it start?",
    ),
    row(
        "fact",
        "duration",
        r"^how (?:long|many (?:days|hours))\b|^what was the (?:length|duration)\b",
        "how long was the congress?",
    ),
    row(
        "fact",
        "day",
        r"^when\b|^(?:on |in )?(?:what|which) (?:\w+ )?(?:date|dates|day|days|year|month)\b"
        r"|^what (?:is|was|were|are) the dates?\b|^date of\b",
        "when was the town hall?",
    ),
    row(
        "fact",
        "place",
        r"^where\b|^(?:in |at )?(?:what|which) (?:city|town|place|country|venue|room|building|"
        r"location)\b|^what (?:is|was) the (?:venue|location|place)\b",
        "where was the assembly held?",
    ),
    row(
        "fact",
        "offices",
        rf"^who (?:else )?(?:(?:is|was|were|are|has been|had been|will be) )?"
        rf"(?:the |to |also |re-?)*"
        rf"(?:chair\w*|co-?chair\w*|presid\w+|moderat\w+|facilitat\w+|open(?:ed|s)?\b|"
        rf"clos(?:ed|es)\b|elected|appointed|hosted|convened|led\b|nominated|re-?elected|"
        rf"took (?:the )?(?:minutes|notes)|"
        rf"(?:recorded|wrote|submitted|signed|prepared) (?:the )?(?:minutes|notes)|"
        rf"(?:minute|note)[- ]?takers?\b|(?:[\w.'’-]+ ){{0,3}}?(?:{one_of(OFFICE_WORDS)})\b)",
        "who chaired the employment session?",
    ),
)
