from __future__ import annotations

from collections.abc import Sequence

import pytest

from qa.answering import passages
from qa.answering.acronyms import only_spells_out, spelled_out
from qa.reading import check_citations
from qa.types import Answer, Evidence, Filter, Report
from tests.answering.society import Society, ask, report_of
from tests.samples import evidence_of

LAKES = report_of(
    "# Lakes\n\nMs Ito asked about Activities Shared by Lakes (ASL) and the tank-and-pump "
    "code (TPC). The ASL is new.\n\nAll rules of the lake (ROL) were read.\n",
    "lakes.md",
    None,
)


class _Lakes(Society):
    def retrieve(self, question: str, limit: int | None, where: Filter | None) -> list[Evidence]:
        return evidence_of(LAKES)

    def report(self, report_id: str) -> Report:
        return LAKES

    def meetings(self) -> Sequence[object]:  # type: ignore[override]
        return ()


def _told(question: str) -> Answer | None:
    return spelled_out(ask(question), _Lakes())


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("what does ASL stand for?", "Activities Shared by Lakes"),
        ("What is the ASL?", "Activities Shared by Lakes"),
        ("what is TPC", "tank-and-pump code"),
        ("What does ROL mean?", "rules of the lake"),
    ],
)
def test_the_words_before_the_letters_tell_what_they_are(question: str, words: str) -> None:
    found = _told(question)
    assert found is not None
    check_citations(found, lambda _: LAKES)
    assert found.answer == words


@pytest.mark.parametrize(
    "question", ["what does XYZ stand for?", "What is the lake?", "What did ASL decide?"]
)
def test_other_questions_are_none_of_it(question: str) -> None:
    assert _told(question) is None


def test_small_letters_will_do_where_it_is_asked_what_they_stand_for() -> None:
    found = _told("what does asl stand for?")
    assert found is not None
    assert found.answer == "Activities Shared by Lakes"
    assert _told("what does it mean?") is None


def _answer(words: str) -> Answer:
    evidence = tuple(evidence_of(LAKES))
    return Answer(question="?", answer=words, confidence=0.9, level="sure", evidence=evidence)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who represented ASL?", "Activities Shared by Lakes"),
        ("Who represented the asl?", "the Activities  Shared by Lakes (ASL)"),
        ("Which body chose TPC?", "tank-and-pump code"),
        ("Who spoke for LOSOR?", "League of Small Otter Rivers"),
        ("Who spoke for the MFL?", "Ministry for Lakes"),
        ("Who spoke for the UML?", "Union of the Muddy Lakes"),
        ("Who spoke for the LSOR?", "League of Small Otter Rivers"),
    ],
)
def test_the_long_form_of_letters_in_the_question_is_no_answer(question: str, words: str) -> None:
    assert only_spells_out(question, _answer(words))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What is the full name of the ASL?", "Activities Shared by Lakes"),
        ("What does ASL stand for?", "Activities Shared by Lakes"),
        ("Who led the AS?", "Ada Sorel"),
        ("Who represented ASL?", "Ines Marlow of Activities Shared by Lakes"),
        ("Who represented ASL?", "Asl"),
        ("?", "…"),
    ],
)
def test_other_words_are_an_answer(question: str, words: str) -> None:
    assert not only_spells_out(question, _answer(words))


def test_only_passages_with_the_letters_are_taken_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    split: list[str] = []
    whole = passages.split_sentences
    monkeypatch.setattr(passages, "split_sentences", lambda text: split.append(text) or whole(text))
    assert _told("what is TPC") is not None
    assert len(split) == 1
    assert "(TPC)" in split[0]
