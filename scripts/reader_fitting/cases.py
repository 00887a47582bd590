"""An index and questions on its reports -> cases: what was marked for each, and what is right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from qa.assistant import Assistant
from qa.evaluation import Question, f1, gold_reports, read_questions, supports, with_evidence
from qa.parts import last_origin
from qa.questions import standalone
from qa.reading import Candidate, ExtractiveReader
from qa.settings import Settings
from qa.types import Turn

_ENOUGH = 0.4  # F1: «Ashe» for «John Ashe» will do
_FOREIGN = 10  # questions of each other file that an index is asked as well: off the topic


@dataclass(frozen=True, slots=True)
class Case:
    """A question, the spans that were marked for it, which of them are right, and which stand in
    a sentence that answers; `foreign` if it is on other reports.
    """

    question: Question
    found: list[Candidate]
    right: list[bool]
    cited: list[bool]
    genre: str
    foreign: bool = False


def pairs(arguments: Sequence[str]) -> Iterator[tuple[str, str, list[str]]]:
    """(index, its questions, the questions on other folders of reports)."""
    pairs = list(zip(arguments[::2], arguments[1::2], strict=True))
    seen: set[str] = set()
    for home, file in pairs:
        others = [file for other, file in pairs if _folder(other) != _folder(home)]
        foreign = others if home not in seen else []
        seen.add(home)
        yield home, file, foreign


def _folder(home: str) -> str:
    origin = last_origin(Settings.load(home=Path(home)))
    return origin.folder if origin else home


def collect(home: str, file: str, foreign: Sequence[str]) -> list[Case]:
    """The cases of an index: its own questions, and some that are on other reports."""
    # Whatever is told in doubt is told of all passages.
    with closing(Assistant.open(Settings.load(home=Path(home), sure_above=1.0))) as assistant:
        origin = assistant.store.origin()
        assert origin
        own = with_evidence(_chosen(file), Path(origin.folder))
        others = [
            replace(question, answers=(), doc=None)
            for other in foreign
            for question in _chosen(other)[:_FOREIGN]
            if not question.earlier
        ]
        genre = Path(origin.folder).parent.name
        cases = [_case(assistant, question, genre, foreign=False) for question in own]
        return [*cases, *(_case(assistant, question, genre, foreign=True) for question in others)]


def _chosen(file: str) -> list[Question]:
    return [q for q in read_questions(Path(file)) if q.part in (None, "choose")]


def _case(assistant: Assistant, question: Question, genre: str, *, foreign: bool) -> Case:
    reader = assistant.reader
    assert isinstance(reader, ExtractiveReader)
    reports = {source: r.report_id for source, r in assistant.store.files().items()}
    golds = gold_reports(question, reports)
    text = standalone(question.question, [Turn(earlier) for earlier in question.earlier])
    found = reader.marker.mark(text, assistant.search(text[:1000])).found
    cited = [_is_cited(c, question, golds) for c in found]
    enough = [f1(c.words, question.answers) >= _ENOUGH for c in found]
    right = [all(both) for both in zip(cited, enough, strict=True)]
    return Case(question, found, right, cited, genre, foreign)


def _is_cited(candidate: Candidate, question: Question, golds: set[str]) -> bool:
    """A sentence of a report that answers, and supports it."""
    quote = candidate.evidence.text[slice(*candidate.sentence)]
    return candidate.evidence.report_id in golds and supports(quote, question)
