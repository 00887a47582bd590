from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.questions import Collection, standalone, understand
from qa.types import Asked, Filter, Turn
from scripts.question_kinds import RIGHT, first_reading, read_as, rows_of
from tests.paths import PROJECT
from tests.questions.invented import COLLECTION, COPPER_5, ORCHARD_JULY, ORCHARD_MAY, ids
from tests.questions.test_pointing import COMPLETE

ORDINARY = PROJECT.parent / "shared" / "data" / "ordinary" / "dev.jsonl"


def _read(question: str, *turns: Turn) -> tuple[Asked, ...]:
    return understand(question, turns, COLLECTION)


def test_a_complete_question_has_one_reading() -> None:
    (asked,) = _read("Please tell me who chaired ICT 5?")
    assert (asked.text, asked.kind, asked.aspect) == ("who chaired ICT 5?", "fact", "offices")
    assert asked.read_as is None


def test_a_filter_that_may_be_wrong_can_be_left_out() -> None:
    first, second = _read("did the town pay for a study in March 1999 in Lisbon?")
    assert first.filter == Filter(place="Lisbon", first_day="1999-03-01", last_day="1999-03-31")
    assert (second.filter, second.applied, second.text) == (Filter(), (), first.text)


def test_mended_words_are_shown() -> None:
    (asked,) = _read("who charied the emploiment sesion")
    assert asked.read_as == asked.text == "who chaired the employment session"


def test_a_follow_up_is_shown_in_full() -> None:
    with_it, alone = _read("where was it held?", Turn("who was elected clerk of ICT-5?"))
    assert (with_it.read_as, with_it.aspect) == ("Where was ICT-5 held?", "place")
    assert (alone.text, alone.read_as) == ("where was it held?", None)


DECIDED = Turn("What did the orchard committee decide about wasps in May 2021?", "A ban.")


def test_what_can_not_be_read_alone_stands_behind_the_question_before() -> None:
    with_it, alone = _read("And how many voted against it?", DECIDED)
    assert with_it.text == f"{DECIDED.question} A ban. How many voted against it?"
    assert (with_it.kind, with_it.aspect) == ("fact", None)
    assert with_it.filter == Filter(meetings=ids(ORCHARD_MAY))
    assert with_it.read_as == f"How many voted against it? (after: {DECIDED.question})"
    assert (alone.text, alone.filter) == ("how many voted against it?", Filter())


def test_he_who_was_the_answer_is_read_there_and_anywhere() -> None:
    turn = Turn("Which clerk mended the weir at ICT-5?", "Ivo Meer")
    there, anywhere = _read("What did he say?", turn)
    assert (there.kind, there.person, bool(there.filter)) == ("statements", "Ivo Meer", True)
    assert (anywhere.text, bool(anywhere.filter)) == ("What did Ivo Meer say?", False)
    said, told = _read("What did he say about tolls?", turn)
    assert (said.kind, said.text) == ("statements", "What did Ivo Meer say about tolls?")
    assert (told.kind, bool(told.filter)) == ("fact", True)


def test_the_month_after_is_another_date() -> None:
    (asked,) = _read("and two months later?", DECIDED)
    assert asked.text == "What did the orchard committee decide about wasps in July 2021?"
    assert asked.filter == Filter(meetings=ids(ORCHARD_JULY))
    assert _read("and a week later?", DECIDED)[0].text.endswith("? A ban. A week later?")


def test_each_part_has_all_its_words() -> None:
    (asked,) = _read("Who chaired ICT-5 and how many people attended?")
    assert asked.parts == ("Who chaired ICT-5?", "How many people attended ICT-5?")
    (asked,) = _read("I am writing. Please tell me who chaired ICT-5 and where it was held")
    assert asked.parts == ("who chaired ICT-5?", "Where was ICT-5 held?")


def test_both_parts_of_a_follow_up() -> None:
    asked = _read("who chaired it and where?", Turn("when was ICT-5?"))[0]
    assert asked.parts == ("Who chaired ICT-5?", "Where was ICT-5?")


def test_a_bare_second_question_takes_the_words_of_the_first() -> None:
    (asked,) = _read("Who won the bid for the weir and for how much?")
    assert asked.parts == (
        "Who won the bid for the weir?",
        "for how much won the bid for the weir?",
    )


def test_what_is_no_question_gets_a_hint() -> None:
    (asked,) = _read("thanks", Turn("who chaired ICT 5?"))
    assert asked.kind == "hint"
    assert asked.hint


def test_another_language_is_told() -> None:
    (asked,) = _read("Qui a présidé la ICT 5 ?")
    assert (asked.language, asked.kind, asked.aspect) == ("French", "fact", "offices")
    assert asked.hint is not None
    assert asked.hint.startswith("The reports are in English.")
    (asked,) = _read("quien presidió la sesión de empleo")
    assert (asked.kind, asked.language) == ("hint", "Spanish")


def test_reports_in_another_language_are_told_too() -> None:
    french = Collection.of([COPPER_5], lambda: {"le": 50, "des": 50, "dans": 40})
    (asked,) = understand("who chaired ICT 5?", (), french)
    assert (asked.language, asked.kind) == ("English", "hint")
    (asked,) = understand("Qui a présidé ICT 5 ?", (), french)
    assert (asked.language, asked.kind) == (None, "fact")


@pytest.mark.parametrize("question", COMPLETE)
def test_turns_before_change_no_complete_question(question: str) -> None:
    turns = Turn("hello"), Turn("who chaired ICT 5?", "Ivo Meer"), Turn("and when?")
    assert _read(question, *turns) == _read(question)


def test_without_a_collection_it_is_text_alone() -> None:
    assert standalone("where was it?", [Turn("who chaired the river congress?")]) == (
        "Where was the river congress?"
    )


@given(st.text(), st.lists(st.builds(Turn, st.text())))
def test_any_question_has_a_reading(question: str, turns: list[Turn]) -> None:
    assert understand(question, turns, COLLECTION)


@pytest.mark.skipif(not ORDINARY.exists(), reason="the shared data isn't here")
def test_ordinary_questions_are_of_the_right_kind() -> None:
    rows = rows_of(ORDINARY)
    assert rows
    read = [(row["kind"], read_as(first_reading(row, COLLECTION))) for row in rows]
    assert sum(asked in RIGHT[kind] for kind, asked in read) >= 0.95 * len(rows)


@pytest.mark.skipif(not ORDINARY.exists(), reason="the shared data isn't here")
def test_ordinary_questions_are_read_as_alone_after_other_turns() -> None:
    turns = [Turn("hello"), Turn("who chaired ICT 5?", "Ivo Meer"), Turn("and when?", "in March")]
    rows = [row for row in rows_of(ORDINARY) if row["kind"] != "follow-up"]
    assert rows
    changed = [
        row["question"] for row in rows if _read(row["question"], *turns) != _read(row["question"])
    ]
    assert changed == []


@pytest.mark.parametrize(
    "words", ["duly ", "other ", "and ", "the meeting ", "next meeting ", "The Board formally "]
)
def test_words_that_are_said_over_and_over(words: str) -> None:
    (asked, *_) = _read(f"what was decided about {words * 200}")
    assert (asked.kind, asked.aspect) == ("list", "decisions")
