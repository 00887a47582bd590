from __future__ import annotations

import pytest

from qa.suggestions.question_generation import asked_by
from qa.types import Report, Section


def _asked(text: str, **known: str) -> dict[str, str]:
    """The questions with the words that answer them."""
    sections = (Section(0, 1, known.pop("section")),) if "section" in known else ()
    report = Report(id="r", title="River board", text=text, source="r.md", sections=sections)
    return {asked.question: text[slice(*asked.answer)] for asked in asked_by(report)}


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        (
            "Ada Berg (Norway) chaired the panel on fish, and left.",
            "Who chaired the panel on fish at the River board?",
            "Ada Berg (Norway)",
        ),
        (
            "The panel on fish was co-chaired by Ada Berg.",
            "Who chaired the panel on fish at the River board?",
            "Ada Berg",
        ),
        (
            "They elected Omar Said as Rapporteur.",
            "Who was elected Rapporteur at the River board?",
            "Omar Said",
        ),
        (
            "The ninth meeting of the board will be held from 3-5 May 2021 in Bonn, Germany.",
            "When will the ninth meeting of the board be held?",
            "3-5 May 2021",
        ),
        (
            "The ninth meeting of the board will be held from 3-5 May 2021 in Bonn, Germany.",
            "Where will the ninth meeting of the board be held?",
            "Bonn, Germany",
        ),
        (
            "About 260 people from six towns attended.",
            "How many people were there at the River board?",
            "About 260",
        ),
        (
            "The fees were approved by 14 votes to 3.",
            "How close was the vote on the fees at the River board?",
            "14 votes to 3",
        ),
        (
            "The new ferry will cost £3,500.",
            "What does the new ferry cost at the River board?",
            "£3,500",
        ),
        (
            "It rained. KESTRIA called for counts by month.",
            "Who called for counts by month at the River board?",
            "KESTRIA",
        ),
    ],
)
def test_sentences_ask_for_the_few_words_that_tell(
    sentence: str, question: str, answer: str
) -> None:
    assert _asked(sentence)[question] == answer


def test_a_decision_is_asked_for_by_its_heading() -> None:
    said = "Decision: rent the lock for a year. The price of water stays."
    asked = _asked(said, section="2. PRICE OF WATER")
    assert asked == {
        "What was decided on price of water at the River board?": "rent the lock for a year"
    }
    assert _asked("Decision: rent the lock for a year.", section="Any other business") == {}


def test_lines_that_were_broken_keep_their_places() -> None:
    asked = _asked("Omar\nSaid chaired the\npanel on fish.")
    assert asked == {"Who chaired the panel on fish at the River board?": "Omar\nSaid"}


@pytest.mark.parametrize(
    "sentence",
    [
        "He called for counts by month.",
        "Ada Berg chaired the group.",
        "Ada Berg chaired the issue was taken up.",
        "The sun rose.",
    ],
)
def test_what_nobody_could_understand_is_not_asked(sentence: str) -> None:
    assert _asked(f"It rained. {sentence}") == {}


@pytest.mark.parametrize(
    ("event", "at"),
    [
        ("Bonn Conference - June 2015 (SB 42)", " at SB 42"),
        ("Lima Conference (COP 20 - CMP10)", " at COP 20"),
        ("The annual assembly", " at The annual assembly"),
        ("A name that goes on and on " * 4, ""),
    ],
)
def test_the_meeting_goes_by_its_short_name(event: str, at: str) -> None:
    report = Report(
        id="r", title="t", source="r", event=event, text="Ada Berg chaired the panel on fish."
    )
    assert [a.question for a in asked_by(report)] == [f"Who chaired the panel on fish{at}?"]
