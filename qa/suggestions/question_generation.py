"""Makes questions from the wording of sentences in a report that answer them in a few words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain, islice, zip_longest

from qa.suggestions.question_patterns import WORDINGS, Wording
from qa.types import Report, Span

_OF_A_KIND = 3
_LINE_END = re.compile(r"(?<!\n)\n(?!\n| *[-*#|])")
# A verb inside is that of another sentence. A preposition at the end has lost its noun. What is
# named by its kind alone could be any.
_UNCLEAR = re.compile(
    r"\b(?:was|were|is|are|has|have|which|who|he|she|they|their|its?|this|these|same|met|will|opened)\b"
    r"|\b(?:by|of|to|in|on|for|with|through|from|as|and|or|vs|without)$"
    r"|^(?:the )?(?:\w+ )?(?:first|items?|issues?|groups?|matter|meetings?|session|workshop|week|"
    r"afternoon|morning|discussions?|paragraph|text|amendment)$",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:He|She|It|They|We|This|These|Some|Several|Many|Most|Others?|Both|One|Numbers|Another|"
    r"Delegates|Participants|Parties|Members)\b"
)
_NUMBERING = re.compile(r"^(?:\(?\w{1,3}[.)]|\d+(?:\.\d+)*\.?)\s+")
_TOPIC_WORDS = range(1, 8)
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"\S*[/@]\S*|\bwww\.\S+")
_ABBREVIATION = 6  # characters at most
_NAME_CHARS = 70
# «SB 42» of «Bonn Climate Change Conference - June 2015 (SB 42)»
_SHORT_NAME = re.compile(r"\((?P<name>[A-Z][A-Za-z]*[ -]?\d+(?:-\d+)?)\b[^()]*\)")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_NUMBERED = re.compile(r"(?!next )[\w-]+(?:th|st|rd|nd) ")
_MEETING = re.compile(
    r"meeting|session|conference|assembly|congress|committee|council|commission|board|forum",
    re.IGNORECASE,
)
# Headings that every report has say nothing of this one.
_COMMON = re.compile(
    r"present|apolog|regret|attend|agenda|links|minutes|introduction|history|opening|clos(?:e|ing)|"
    r"any other|corridors|next meeting|upcoming|calendar|q&a|highlights|welcome|plenary|summary",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and the characters of the report's text that answer it."""

    question: str
    answer: Span


def asked_by(report: Report) -> Iterator[Asked]:
    """Each question once. The kinds of question take turns."""
    text = _LINE_END.sub(" ", report.text)  # of the same length
    rows = (islice(_worded_so(report, text, wording), _OF_A_KIND) for wording in WORDINGS)
    seen: set[str] = set()
    for asked in chain.from_iterable(zip_longest(*rows)):
        if asked and asked.question not in seen:
            seen.add(asked.question)
            yield asked


def _worded_so(report: Report, text: str, wording: Wording) -> Iterator[Asked]:
    for match in wording.found.finditer(text):
        parts = {name: " ".join(said.split()) for name, said in match.groupdict().items()}
        topic = _topic(report, match.start("a")) if "{topic}" in wording.form else ""
        unclear = _UNCLEAR.search(parts.get("x", "")) or _NOBODY.match(parts["a"])
        if topic is not None and not unclear:
            at = _at(report, parts.get("x", ""))
            yield Asked(
                f"{wording.form.format(topic=topic, at=at, **parts)}?", Span(*match.span("a"))
            )


def _topic(report: Report, offset: int) -> str | None:
    """The heading above, if it names what was spoken of."""
    title = (report.section_at(offset) or "").rsplit(" › ", 1)[-1]
    title = _NUMBERING.sub("", title).strip(" .:")
    telling = len(title.split()) in _TOPIC_WORDS and not _COMMON.search(title)
    if not telling or title.casefold() in report.title.casefold():
        return None
    return _plain(title, set(_WORD.findall(_ADDRESS.sub(" ", report.text))))


def _plain(title: str, forms: Collection[str]) -> str:
    """'BONN WORK PROGRAMME ON NDCS' -> 'Bonn work programme on NDCS', as the text writes it."""

    sentence = title.split()[1:2] and title.split()[1].islower()

    def word(match: re.Match[str]) -> str:
        written = match[0]
        if not written.isupper():
            first = match.start() == 0 and (sentence or written.lower() in forms)
            return written.lower() if first else written
        known = next((f for f in (written.lower(), written.capitalize()) if f in forms), None)
        # A short word in capitals that the text has in no other form is an abbreviation.
        return known or (written if len(written) <= _ABBREVIATION else written.lower())

    return _WORD.sub(word, title)


def _at(report: Report, subject: str) -> str:
    """Which meeting is meant, by its short name if it has one. «The ninth session» needs none."""
    name = report.event or (report.title if _MEETING.search(report.title) else "")
    short = _SHORT_NAME.search(name)
    name = _BRACKETS.sub("", name)
    if _NUMBERED.match(subject) or not name or (not short and len(name) > _NAME_CHARS):
        return ""
    if short:
        return f" at {short['name']}"
    return f" at {name}" if name.lower().startswith("the ") else f" at the {name}"
