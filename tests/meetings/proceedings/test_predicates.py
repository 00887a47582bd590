from __future__ import annotations

from qa.meetings.proceedings.predicates import joined_speakers, predicate_at


def test_a_verb_behind_insertions() -> None:
    told = predicate_at(", supported by SORVANE and LUMERIA, said that", 0)
    assert told is not None
    assert [(one.name, one.stance) for one in told.joined] == [
        ("SORVANE", "supports"),
        ("LUMERIA", "supports"),
    ]


def test_no_verb_of_speech() -> None:
    assert predicate_at(" is a country", 0) is None
    assert predicate_at(", which is far, is a country", 0) is None


def test_on_behalf_of_others() -> None:
    assert predicate_at(" on behalf of the lake committee reported that", 0) is not None


def test_those_who_join_in() -> None:
    assert [one.name for one in joined_speakers("with SORVANE and the ISLES")] == [
        "SORVANE",
        "ISLES",
    ]
    assert joined_speakers("who was late") == []
