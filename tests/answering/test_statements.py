from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.answering.quoting import quote
from qa.answering.statements import statements
from qa.reading import check_citations
from qa.types import Answer, Evidence, Report
from tests.answering.society import MAY_MEETING, Society, ask, at, may, of, report_of
from tests.samples import evidence_of


def _said(person: str | None, matter: str = "", text: str = "What did she say?") -> Answer:
    asked = ask(text, "statements", person=person, matter=matter)
    return statements(asked, Society(), None)


def test_all_that_a_person_said_comes_by_date() -> None:
    found = _said("Ada Finch")
    assert [item.day for item in found.items] == ["2023-05-09", "2023-05-09", "2023-06-13"]
    assert (found.kind, found.level) == ("statements", "sure")


def test_under_a_filter_only_what_was_said_there() -> None:
    asked = ask("?", "statements", person="Finch", filter=of(MAY_MEETING))
    assert {item.meeting_id for item in statements(asked, Society(), None).items} == {"may"}


def test_on_a_matter_are_those_on_it() -> None:
    found = _said("Finch", "leaks of the tank")
    assert [item.answer for item in found.items] == [
        "Ms Finch said that the new tank leaks at every joint."
    ]


def test_the_heading_says_what_it_is_on() -> None:
    found = _said("Reyl", "rents")
    assert found.items[0].answer.startswith("Tomas Reyl opposed")


def test_what_others_said_is_not_the_persons() -> None:
    text = "What did Piet Lorne say about the levy on river traffic?"
    found = _said("Piet Lorne", "levy on river traffic", text)
    assert found.answer is None
    assert found.items == ()


def test_what_the_person_said_on_something_else_is_no_answer() -> None:
    found = _said("Peru", "zebra crossings", "What did Peru say about zebra crossings?")
    assert found.answer is None
    assert "PERU" not in (found.answer or "")
    assert found.hint == "Nothing that Peru said on “zebra crossings” was found."


def test_who_disagreed_is_asked_of_all() -> None:
    found = _said(None, text="Who disagreed?")
    assert [item.label for item in found.items] == ["PERU", "Tomas Reyl"]


def test_nobody_is_named_where_nobody_was_asked_of() -> None:
    found = _said(None, "zebra crossings", "Who disagreed on zebra crossings?")
    assert found.answer is None
    assert found.hint is None


def test_where_no_statement_is_known_sentences_with_the_name_are_shown() -> None:
    found = _said("Hanna Vik", text="What did Hanna Vik say?")
    assert found.level == "unsure"
    assert "Hanna Vik" in found.items[0].answer
    assert "what others said" in (found.hint or "")


class _Reads(Society):
    """A reader that marks one word."""

    def read(self, question: str, evidence: Sequence[Evidence]) -> Answer:
        line = "Ms Finch said that the new tank leaks at every joint."
        cited = quote(may, at(may, line), at(may, "every joint", line))
        found = Answer(question=question, answer="every joint", confidence=0.8, citations=(cited,))
        return replace(found, level="sure", evidence=tuple(evidence))


def test_what_the_reader_finds_in_a_statement_comes_first() -> None:
    asked = ask("Where does the tank leak?", "statements", person="Finch", matter="tank")
    found = statements(asked, _Reads(), None)
    lines = (found.answer or "").split("\n")
    assert lines[0] == "every joint"
    assert lines[1].startswith("Ada Finch reported")
    assert found.citations[0].quote.startswith("Ms Finch said")
    check_citations(found, _Reads().report)


def test_what_the_person_said_after_the_matter_was_spoken_of_may_be_on_it() -> None:
    found = _said("Reyl", "leaks at the joints", "What did Reyl say about leaks at the joints?")
    assert [item.answer for item in found.items] == [
        "Tomas Reyl opposed a higher rent for the small plots."
    ]
    assert (found.level, found.hint) == ("unsure", "They may not be on “leaks at the joints”.")


def test_a_matter_in_other_words_may_be_what_was_spoken_of_right_before() -> None:
    asked = ask("?", "statements", person="Tomas Reyl", matter="rents surcharge")
    found = statements(asked, Society(), None)
    assert found.level == "unsure"
    assert [item.answer for item in found.items] == [
        "Tomas Reyl opposed a higher rent for the small plots."
    ]


def test_a_guest_is_told_by_where_he_or_she_is_from() -> None:
    line = "Lars Moe, of the Norwegian pilots, spoke of the fog."
    fog = report_of(f"# Pilots\n\n{line}\n", "fog.md", "2023-05-01")

    class Library(Society):
        def retrieve(self, question: str, limit: int | None, where: object) -> list[Evidence]:
            return evidence_of(fog)

        def report(self, report_id: str) -> Report:
            return fog if report_id == fog.id else super().report(report_id)

    asked = ask("What did the Norwegian guest say?", "statements", person="Norwegian guest")
    assert statements(asked, Library(), None).answer == line
