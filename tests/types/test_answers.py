from __future__ import annotations

from dataclasses import fields

import pytest

from qa.types import Answer, Citation, Evidence, Place


@pytest.mark.parametrize("kind", [Evidence, Citation])
def test_evidence_and_citations_name_their_place_alike(kind: type[Place]) -> None:
    own = [field.name for field in fields(kind)]
    assert own[: len(fields(Place))] == [field.name for field in fields(Place)]


def test_answers_share_no_timings() -> None:
    first, second = (Answer(question="?", answer=None, confidence=0) for _ in range(2))
    assert first.timings_ms is not second.timings_ms
