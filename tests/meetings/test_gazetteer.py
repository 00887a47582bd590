from __future__ import annotations

import pytest

from qa.meetings.gazetteer import is_code, is_country, is_large_town, is_town, plain_name


@pytest.mark.parametrize("name", ["Bonn", "Poznan", "Cancún", "The Hague", "New York", "Marrakech"])
def test_a_town(name: str) -> None:
    assert is_town(name)
    assert is_large_town(name)


@pytest.mark.parametrize("name", ["Brackwater", "Monday", "May", "In", "Committee", "The Bonn"])
def test_no_town(name: str) -> None:
    assert not is_town(name)


@pytest.mark.parametrize("name", ["Germany", "the Netherlands", "Republic of Korea", "USA", "IL"])
def test_a_country_or_state(name: str) -> None:
    assert is_country(name)


def test_names_are_compared_without_accents() -> None:
    assert plain_name("Poznań") == "poznan"
    assert is_code("CH")
    assert not is_country("Bonn")
