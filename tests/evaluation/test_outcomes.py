from __future__ import annotations

from typing import Any

import pytest

from qa.evaluation.expectations import expectation
from qa.evaluation.outcomes import outcome
from qa.types import Answer
from tests.evaluation.answers import answer, item

MARLOW = answer("Ines Marlow", quote="Ines Marlow took the chair.")
TWO = answer("rope; paint", item("rope"), item("paint", "b.md"), kind="list")


@pytest.mark.parametrize(
    ("expect", "given"),
    [
        ({"any": ["Marlow", "Reyl"]}, MARLOW),
        ({"any": ["took the chair"], "docs": ["a.md", "z.md"]}, MARLOW),
        ({"all": ["rope", "paint", "bells"], "min_share": 0.66, "min_docs": 2}, TWO),
        ({"docs_all": ["a.md", "b.md"]}, TWO),
        ({"any": ["Marlow"], "none": ["Reyl"]}, MARLOW),
        ({"any": ["rope"], "none": ["paint"]}, TWO),
        ({"count": [2, 12]}, TWO),
        ({"count": 0}, answer(None)),
        ({"ask_back_ok": True, "min_docs": 2}, answer(None, item("rope"), kind="ask_back")),
        (
            {"any": ["Marlow"], "hint_ok": True},
            answer(None, kind="hint", hint="The reports are in English."),
        ),
    ],
)
def test_right(expect: dict[str, Any], given: Answer) -> None:
    assert outcome(expectation(expect), given) == "right"


@pytest.mark.parametrize(
    ("expect", "given"),
    [
        ({"any": ["Reyl"]}, MARLOW),
        ({"any": ["Marlow"], "docs": ["b.md"]}, MARLOW),
        ({"all": ["rope", "bells"]}, TWO),
        ({"docs_all": ["a.md", "c.md"]}, TWO),
        ({"any": ["chair"], "none": ["Marlow"]}, MARLOW),
        ({"any": ["Reyl"], "none": ["Marlow"]}, answer("Marlow; Reyl", kind="fact")),
        ({"count": 3}, TWO),
        ({"refuse": True}, MARLOW),
    ],
)
def test_wrong(expect: dict[str, Any], given: Answer) -> None:
    assert outcome(expectation(expect), given) == "wrong shown"


def test_refusals() -> None:
    search = answer(None, item("rope"), kind="search")
    assert outcome(expectation({"refuse": True}), answer(None)) == "refused rightly"
    assert outcome(expectation({"no_report_answer": True}), search) == "refused rightly"
    assert outcome(expectation({"any": ["rope"]}), answer(None)) == "refused wrongly"
    assert outcome(expectation({"any": ["rope"]}), search) == "right"
