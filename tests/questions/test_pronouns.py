from __future__ import annotations

import pytest

from qa.questions.filters import Resolved, resolve
from qa.questions.pronouns import may_stand_for, named_before, stands_for_another
from tests.questions.invented import INDEX


@pytest.mark.parametrize(
    "question",
    [
        "how high a wall did they want",
        "by when did he hope to be there",
        "who stood in for him from January to the end of the fishing season",
        "who was asked to answer for that complaint of the wardens",
        "how many neighbours signed that petition",
        "how often do boats have to be shown there in the summer months",
    ],
)
def test_it_is_of_another_question(question: str) -> None:
    assert stands_for_another(question, Resolved())


@pytest.mark.parametrize(
    "question",
    [
        "what did Ms Arden say he paid",
        "who told the mayor that the board had thanked him",
        "who said in this regard that tolls were low",
        "who asked for a levy and who voted for that levy",
        "who went to the quay and slept there",
        "who wrote the bill that lost",
        "who won the race this year",
        "are there plans for the quay",
        "what did the board think of those who left",
    ],
)
def test_it_is_of_its_own(question: str) -> None:
    assert not stands_for_another(question, resolve(question, INDEX))


def test_what_a_pronoun_may_be() -> None:
    assert may_stand_for("did the board say when ", 2)
    assert may_stand_for("how many wardens said ", 2)
    assert not may_stand_for("How many people had signed ", 2)
    assert named_before("why did Norway say ")
    assert not named_before("Why did ")
