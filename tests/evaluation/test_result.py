from __future__ import annotations

import pytest

from qa.evaluation.result import gold_reports, supports
from tests.evaluation.planted import PLANTED, result


@pytest.mark.parametrize(
    ("answer", "rank", "supported", "verdict"),
    [
        ("x", 1, True, "right"),
        ("x", 1, False, "read wrong"),
        ("x", None, False, "retrieval missed"),
        (None, 1, False, "refused wrongly"),
    ],
)
def test_verdicts(answer: str | None, rank: int | None, supported: bool, verdict: str) -> None:
    assert result(PLANTED[0], answer, rank=rank, f1=0, supported=supported).verdict == verdict


def test_an_answer_to_what_has_none_is_wrong() -> None:
    assert result(PLANTED[2], "x", rank=None, f1=0, supported=False).verdict == "answered wrongly"


def test_words_support_that_are_the_evidence_or_have_an_answer() -> None:
    assert supports("the survey will  cost 12,400 euros", PLANTED[0])
    assert supports("It costs 12,400 euros, they said.", PLANTED[0])
    assert not supports("It costs 13,000 euros.", PLANTED[0])
    assert not supports("anything", PLANTED[2])


def test_gold_reports_are_those_that_the_index_has() -> None:
    assert gold_reports(PLANTED[0], {"a.md": "x", "b.md": "y"}) == {"x"}
    assert gold_reports(PLANTED[0], {"b.md": "y"}) == set()
    assert gold_reports(PLANTED[2], {"a.md": "x"}) == set()
