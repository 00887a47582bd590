from __future__ import annotations

from qa.stores.stemming import analyzer


def test_words_are_stems_without_accents() -> None:
    assert analyzer().analyze("Málaga's MEETINGS, agreed") == ["malaga", "s", "meet", "agre"]
