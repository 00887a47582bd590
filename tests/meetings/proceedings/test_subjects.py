from __future__ import annotations

from qa.meetings.proceedings.subjects import APPOSED, can_speak, speakers_in, without_office


def test_single_speakers() -> None:
    assert speakers_in("KESTRIA, SORVANE and the ISLES") == ["KESTRIA", "SORVANE", "ISLES"]
    assert speakers_in("Una Falk (Kestria)") == ["Una Falk"]


def test_who_a_speaker_is() -> None:
    assert speakers_in("Una Falk, Minister of Roads, Kestria", APPOSED) == ["Una Falk"]
    assert speakers_in("A member", "Una Falk") == ["Una Falk"]


def test_offices_in_front() -> None:
    assert without_office("SBX Chair Falk") == "Falk"
    assert without_office("Lake Committee Una Falk") == "Una Falk"
    assert without_office("The Chair") == "The Chair"
    assert without_office("The KESTRIA") == "KESTRIA"
    assert without_office("Dr Una Falk of the Fen Trust") == "Dr Una Falk"


def test_who_can_speak() -> None:
    assert can_speak("KESTRIA", ())
    assert can_speak("Falk", {"Falk"})
    assert not can_speak("Data", ())
    assert not can_speak("This", ())
    assert can_speak("Several members", ())
