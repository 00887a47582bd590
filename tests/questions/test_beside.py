from __future__ import annotations

from qa.questions.alone import read
from qa.questions.beside import beside, question_of, read_beside
from qa.questions.carrying import Before
from qa.types import Filter
from tests.questions.invented import COLLECTION, COPPER_5, ids

PAID = "What did the guild of net makers bring to ICT 5?"


def _before(text: str, answer: str | None = None) -> Before:
    reading = read(text, COLLECTION)
    return Before(text, reading.asked, reading.resolved, answer)


def test_a_short_answer_stands_between_the_questions() -> None:
    assert beside("and who signed it?", _before(PAID, "A petition.")) == (
        f"{PAID} A petition. Who signed it?"
    )
    assert beside("who signed it?", _before(PAID, "long " * 60)) == f"{PAID} Who signed it?"


def test_he_has_his_name() -> None:
    assert question_of("and when did he sign?", _before("Who paid?", "Ivo Meer")) == (
        "When did Ivo Meer sign?"
    )


def test_it_is_a_fact_of_the_meeting_before() -> None:
    asked = read_beside("who signed it?", _before(PAID), COLLECTION)
    assert (asked.kind, asked.aspect, asked.latest) == ("fact", None, False)
    assert asked.filter == Filter(meetings=ids(COPPER_5))
    assert read_beside("was it signed?", _before(PAID), COLLECTION).kind == "yes_no"


def test_a_meeting_that_was_asked_for_is_no_filter() -> None:
    before = _before("which meetings discussed eels in Lisbon?")
    assert not read_beside("who proposed it?", before, COLLECTION).filter


def test_a_long_question_is_cut_where_it_is_shown() -> None:
    asked = read_beside("who signed it?", _before(f"{PAID[:-1]} {'on eels ' * 20}?"), COLLECTION)
    assert asked.read_as is not None
    assert asked.read_as.endswith(" …)")
    assert len(asked.read_as) < 120
