from __future__ import annotations

from collections.abc import Sequence

import pytest

from qa.answering import passages
from qa.answering.acronyms import asks_letters, spelled_out
from qa.reading import check_citations
from qa.types import Answer, Evidence, Filter, Meeting, Report
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

    def meetings(self, where: Filter | None = None) -> Sequence[Meeting]:
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


def test_only_passages_with_the_letters_are_taken_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    split: list[str] = []
    whole = passages.split_sentences
    monkeypatch.setattr(passages, "split_sentences", lambda text: split.append(text) or whole(text))
    assert _told("what is TPC") is not None
    assert len(split) == 1
    assert "(TPC)" in split[0]


def test_how_something_is_called_is_asked_as_well() -> None:
    assert asks_letters("What is the full name of the ASL?")
    assert not asks_letters("Who represented the ASL?")
