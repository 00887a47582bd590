from __future__ import annotations

from qa.meetings.proceedings.speech_verbs import has_speech, stance_of, verb_at, verb_forms


def test_forms() -> None:
    forms = verb_forms()
    assert forms["said"] == forms["says"] == "say"
    assert forms["replied"] == forms["replies"] == "reply"
    assert forms["regretted"] == "regret"


def test_the_verb_behind_a_subject() -> None:
    assert verb_at(" also noted that", 0) == "note"
    assert verb_at(" was asked to", 0) is None
    assert verb_at(" was concerned that", 0) == "feel"
    assert verb_at(" gave a presentation of it", 0) == "give"
    assert verb_at(" gave five crowns", 0) is None
    assert verb_at(" supported by", 0) is None


def test_stances() -> None:
    assert stance_of("support") == "supports"
    assert stance_of("oppose") == "opposes"
    assert stance_of("say") is None


def test_whether_anybody_says_anything() -> None:
    assert has_speech("Una said so")
    assert not has_speech("The pier is long")
