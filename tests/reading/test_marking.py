from __future__ import annotations

from qa.inference import SpanModel
from qa.reading.calibration import CALIBRATION, FEATURES, Calibration
from qa.reading.marking import SpanMarker
from qa.reading.ranking import confidence_features, group
from tests.samples import evidence_of, make_report

MODEL = SpanModel()
CALIBRATED = Calibration.load(CALIBRATION)
TWO = [
    item
    for text in ("The survey will cost 12,400 euros.", "The choir sang. Cost was not discussed.")
    for item in evidence_of(make_report(text))
]
QUESTION = "What will the survey cost?"


def _marker(first_read: int, sure_above: float) -> SpanMarker:
    return SpanMarker(MODEL, CALIBRATED, first_read=first_read, sure_above=sure_above)


def test_the_features_are_those_that_a_calibration_may_weigh() -> None:
    ranked = group(_marker(2, 0.0).mark(QUESTION, TWO).found, CALIBRATED.rank)
    assert confidence_features(ranked).keys() == FEATURES - {"small"}


def test_a_sure_answer_leaves_the_other_passages_unread() -> None:
    found, read = _marker(1, 0.0).mark(QUESTION, TWO)
    assert read == {0}
    assert {candidate.evidence.text for candidate in found} == {TWO[0].text}


def test_in_doubt_all_passages_are_read_as_if_at_once() -> None:
    one, both = _marker(1, 1.0).mark(QUESTION, TWO), _marker(2, 0.0).mark(QUESTION, TWO)
    assert one.read == both.read == {0, 1}
    assert [c.span for c in one.found] == [c.span for c in both.found]


def test_an_answer_further_down_is_found_when_the_first_passages_leave_doubt() -> None:
    ranked = group(_marker(1, 1.0).mark(QUESTION, TWO[::-1]).found, CALIBRATED.rank)
    assert ranked[0].given[0].words == "12,400 euros"
