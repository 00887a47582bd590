"""Questions that a report answers: made from its headings and sentences, and asked before shown."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import chain, islice

from qa.assistant import Assistant
from qa.types import Report

_TRIED = 6  # questions asked to find those that have an answer
_CHAIRED = re.compile(r"\b(?:co-)?chaired the ([a-z][a-z -]{3,60}?)(?=[,.;]| and | which )")
_ELECTED = re.compile(r"\belected [^.;]{3,80}? as (?:its |the )?([A-Z]?[a-z-]+)\b")
_PROPOSED = re.compile(r"(?<=[.\n] )((?:[A-Z][\w’-]+ ?){1,3}) (?:proposed|suggested|called for) ")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBERING = re.compile(r"^(?:\(?\w{1,3}[.)]|\d+(?:\.\d+)*\.?)\s+")
_SURE = 0.45  # least confidence of an answer that is promised
_PLAIN_WORDS = range(1, 9)
_LEAST_CHARS = 4
_ABBREVIATION = 6
_NAME_CHARS = 80
# Headings that every report has say nothing of this one.
_COMMON = re.compile(
    r"present|apolog|regret|attend|agenda|links|minutes|introduction|history|opening|closing|"
    r"any other|corridors|next meeting|upcoming|calendar|q&a|highlights",
    re.IGNORECASE,
)


def suggest(assistant: Assistant, report_id: str, count: int = 3) -> list[str]:
    """At most `count` questions that the assistant answers from this very report.

    Raises:
        NotFoundError: no report has this id.
    """
    report = assistant.report(report_id)
    tried = islice(_candidates(report), _TRIED)
    return list(islice((q for q in tried if _answers(assistant, q, report_id)), count))


def suggest_first(assistant: Assistant, count: int = 3) -> list[str]:
    """For a first visit: one question on each of the latest meetings."""
    events: dict[str, str] = {}
    for entry in assistant.entries():
        events.setdefault(entry.event or entry.title, entry.id)
    questions = (suggest(assistant, id_, 1) for id_ in islice(events.values(), _TRIED))
    return list(islice(chain.from_iterable(questions), count))


def _answers(assistant: Assistant, question: str, report_id: str) -> bool:
    if len(question) > assistant.settings.question_chars:
        return False
    answer = assistant.ask(question)
    cited = answer.citations and answer.citations[0].report_id == report_id
    return bool(cited) and answer.confidence >= _SURE


def _candidates(report: Report) -> Iterator[str]:
    """Each question once, those on persons before those on headings."""
    name = report.event or report.title
    at = f" at {_article(name)}" if len(name) <= _NAME_CHARS else ""
    text = " ".join(report.text.split())
    chaired = (f"Who chaired the {match[1]}{at}?" for match in _CHAIRED.finditer(text))
    elected = (f"Who was elected {match[1]}{at}?" for match in _ELECTED.finditer(text))
    forms = set(_WORD.findall(text))
    topics = (f"What was said about {_plain(title, forms)}{at}?" for title in _topics(report))
    proposed = (f"What did {match[1]} propose{at}?" for match in _PROPOSED.finditer(text))
    first = chain(islice(chaired, 2), islice(elected, 1), islice(proposed, 1))
    yield from dict.fromkeys(chain(first, topics))


def _topics(report: Report) -> Iterator[str]:
    """Headings that name what was spoken of."""
    for section in report.sections:
        title = _NUMBERING.sub("", section.title.rsplit(" › ", 1)[-1]).strip(" .:")
        own = title.casefold() in report.title.casefold()
        plain = len(title.split()) in _PLAIN_WORDS and len(title) >= _LEAST_CHARS
        if plain and not own and not _COMMON.search(title):
            yield title


def _plain(title: str, forms: Collection[str]) -> str:
    """'BONN WORK PROGRAMME ON NDCS' -> 'Bonn work programme on NDCS', as the text writes it."""

    def word(match: re.Match[str]) -> str:
        written = match[0]
        if not written.isupper() and match.start() > 0:
            return written
        known = next((f for f in (written.lower(), written.capitalize()) if f in forms), None)
        # A short word in capitals that the text has in no other form is an abbreviation.
        return known or (written if len(written) <= _ABBREVIATION else written.lower())

    return _WORD.sub(word, title)


def _article(name: str) -> str:
    return name if name.lower().startswith("the ") else f"the {name}"
