"""A small one of the attacks in scripts/attacking/database_kills.py."""

from __future__ import annotations

import pytest

from qa.stores.postgres import Place
from scripts.attacking.database_kills import attack


@pytest.mark.slow
def test_two_indexers_and_who_asks_are_killed_and_nothing_is_lost(place: Place) -> None:
    found = attack(place, seconds=5, kills=2, asking=2)
    assert found.wrong == []
    assert found.counts["put"] > 0
    assert found.counts["asked"] > 0
