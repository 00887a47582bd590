from __future__ import annotations

import pytest

from qa.inference import SpanModel
from qa.reading.calibration import CALIBRATION, Calibration
from qa.reading.larger_marking import LargerMarker
from qa.reading.marking import SpanMarker
from qa.types import Evidence
from tests.samples import evidence_of, make_report

# The cascade is the same whatever decides, so the small model stands for the larger one here.
MODEL = SpanModel()
CALIBRATED = Calibration.load(CALIBRATION)
EVIDENCE: list[Evidence] = [
    item
    for text in (
        "The choir sang. Cost was not discussed.",
        "Nobody came to the fair.",
        "The survey will cost 12,400 euros.",
    )
    for item in evidence_of(make_report(text))
]
QUESTION = "What will the survey cost?"


def _marker(most: int) -> LargerMarker:
    chooser = SpanMarker(MODEL, CALIBRATED, first_read=3)
    return LargerMarker(chooser, CALIBRATED.rank, MODEL, most)


@pytest.mark.parametrize("most", [1, 2, 3, 9])
def test_the_passages_with_the_best_spans_are_read(most: int) -> None:
    found, read = _marker(most).mark(QUESTION, EVIDENCE)
    assert 2 in read
    assert len(read) == min(most, 3)
    assert found
    assert {c.evidence.text for c in found} <= {EVIDENCE[place].text for place in read}


def test_a_candidate_has_the_margin_of_both_models() -> None:
    found, _ = _marker(1).mark(QUESTION, EVIDENCE)
    best = max(found, key=lambda c: c.features["margin"])
    assert best.words == "12,400 euros"
    assert best.features["small"] == pytest.approx(best.features["margin"], abs=1e-3)


def test_without_evidence_nothing_is_read() -> None:
    assert _marker(2).mark(QUESTION, []) == ([], frozenset())


def test_both_models_are_named() -> None:
    assert _marker(1).name.count("reader@") == 2
