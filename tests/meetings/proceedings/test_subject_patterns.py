from __future__ import annotations

import pytest

from qa.meetings.proceedings.subject_patterns import LIST, LISTS


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("The REPUBLIC OF KESTRIA noted", "The REPUBLIC OF KESTRIA"),
        ("The G-7/KESTRIA said", "The G-7/KESTRIA"),
        ("Dr Una Falk said", "Dr Una Falk"),
        ("KESTRIA, SORVANE and the ISLES called", "KESTRIA, SORVANE and the ISLES"),
    ],
)
def test_names(words: str, who: str) -> None:
    match = LIST.match(words)
    assert match is not None
    assert match["who"] == who


def test_groups() -> None:
    found = [match["who"] for pattern in LISTS if (match := pattern.match("Several members noted"))]
    assert "Several members" in found
