from __future__ import annotations

from qa.stores import Manifest


def test_another_model_or_way_of_splitting_makes_another_index() -> None:
    assert Manifest("model", "1") == Manifest("model", "1")
    assert Manifest("model", "1") != Manifest("model", "2")
