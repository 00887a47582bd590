from __future__ import annotations

from qa.answering.demonyms import people_of
from qa.text import stems


def test_a_people_is_found_by_its_country() -> None:
    france, french = stems("France French")
    assert people_of(france) == french
    assert people_of("lake") is None
