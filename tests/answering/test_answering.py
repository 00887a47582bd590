from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from qa.answering import answer
from qa.reading import check_citations
from qa.types import Answer, Applied, Asked, Filter, Kind
from tests.answering.society import FORUM_MEETING, JUNE_MEETING, MAY_MEETING, Society, ask, of

ONE = Society()
HOSTILE = (
    *(
        "?",
        "…",
        " ",
        "\n\n",
        "\\",
        "[a-z",
        "((((",
        "'s",
        "&&",
        "e\u0301",
        "\u0301",
        "\u200b",
        "½ ² ﬁ",
    ),
    *(
        "\u202eetadeb",
        "מי היה היושב ראש?",
        "من كان الرئيس؟",
        "谁主持了会议？",
        "😀 who chaired 😀?",
    ),
    *(
        "What does (A stand for?",
        "What is AB&?",
        "the",
        "chair",
        "a" * 1000,
        "Who? " * 200,
        "1 " * 500,
    ),
)
QUESTIONS = (
    ask("When was the May meeting?", aspect="day", filter=of(MAY_MEETING)),
    ask("When was the June meeting?", aspect="day", filter=of(JUNE_MEETING)),
    ask("How long was the forum?", aspect="duration", filter=of(FORUM_MEETING)),
    ask("Who chaired in May?", aspect="offices", filter=of(MAY_MEETING)),
    ask("What was decided?", "list", aspect="decisions"),
    ask("Who attended in May?", "list", aspect="attendance", filter=of(MAY_MEETING)),
    ask("How many meetings were in 2023?", "count", aspect="meetings", filter=Filter("2023")),
    ask("Which meetings were there?", "list", aspect="meetings"),
    ask("What did Ms Finch say?", "statements", person="Ms Finch"),
    ask("What did Norway say on the levy?", "statements", person="Norway", matter="levy"),
    ask("How did the tank go on?", "timeline", matter="tank"),
    ask("Summarise the forum", "summary", filter=of(FORUM_MEETING)),
    ask("Summarise the meeting", "summary"),
    ask("Did the committee agree to lend the pump?", "yes_no"),
    ask("river levy", "search"),
    ask("hello", "hint", hint="Ask about the meetings."),
    ask("Which one?", "ask_back"),
    ask("Who won the football cup?"),
    ask("When and where?", parts=("When was the forum?", "How many participants?")),
)


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked.text)
def test_whatever_is_asked_each_quote_is_verbatim(asked: Asked) -> None:
    found = answer([asked], ONE)
    check_citations(found, ONE.report)
    assert (found.level == "none") == (found.answer is None)
    assert all(item.citations for item in found.items)


@pytest.mark.parametrize("kind", get_args(Kind))
@pytest.mark.parametrize("asks_of", ["text", "person", "matter"])
def test_whatever_is_typed_is_answered_or_refused(kind: Kind, asks_of: str) -> None:
    for words in HOSTILE:
        asked = ask(words, kind)
        asked = asked if asks_of == "text" else replace(asked, **{asks_of: words})  # type: ignore[arg-type]
        found = answer([asked, replace(asked, latest=True)], ONE)
        check_citations(found, ONE.report)


def test_the_first_sure_reading_wins() -> None:
    right = ask("When was the May meeting?", aspect="day", filter=of(MAY_MEETING))
    other = replace(right, filter=of(JUNE_MEETING))
    assert answer([right, other], ONE).answer == "9 May 2023"
    assert answer([other, right], ONE).answer == "13 June 2023"


def test_a_second_reading_wins_where_the_first_finds_nothing() -> None:
    nothing = ask("What did Zed say?", "statements", person="Zed")
    right = ask("When was the May meeting?", aspect="day", filter=of(MAY_MEETING))
    assert answer([nothing, right], ONE).answer == "9 May 2023"


def test_what_the_question_was_read_as_is_told() -> None:
    applied = (Applied(label="May 2023", words="in May", count=1),)
    asked = ask(
        "When was it?",
        aspect="day",
        filter=of(MAY_MEETING),
        applied=applied,
        read_as="When was the May meeting?",
        hint="The reports are in English.",
    )
    found = answer([asked], ONE)
    assert (found.read_as, found.filters) == (asked.read_as, applied)
    assert found.hint == asked.hint


def test_a_greeting_gets_a_hint_and_no_words_of_reports() -> None:
    found = answer([ask("hello", "hint", hint="Ask about the meetings.")], ONE)
    assert found == Answer(
        question="hello", answer=None, confidence=0.0, kind="hint", hint="Ask about the meetings."
    )


def test_a_refusal_has_the_nearest_sentences() -> None:
    found = answer([ask("Who drained the tank with a spoon?")], Society(refuse_below=2))
    assert found.level == "none"
    assert "tank" in found.nearest[0].quote
    assert len({one.report_id for one in found.nearest}) == len(found.nearest)


def test_a_question_has_a_reading() -> None:
    with pytest.raises(ValueError, match="at least one reading"):
        answer([], ONE)


def test_without_the_filter_of_the_first_reading_an_answer_is_not_sure() -> None:
    first = ask("What did Peru say?", "statements", person="Peru", filter=of(MAY_MEETING))
    found = answer([first, replace(first, filter=Filter())], ONE)
    assert found.answer == "PERU opposed a cap on dredging."
    assert found.level == "unsure"
