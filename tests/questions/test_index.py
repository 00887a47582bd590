from __future__ import annotations

from qa.questions.index import MeetingIndex, file_words
from tests.questions.invented import COPPER_4, HERRING, INDEX, JOBS, MEETINGS, TOWN_HALL, meeting


def _at(*meetings: object) -> frozenset[int]:
    return frozenset(at for at, one in enumerate(MEETINGS) if one in meetings)


def test_a_meeting_is_found_by_words_of_title_and_file() -> None:
    assert INDEX.stems["employ"] == _at(JOBS)
    assert INDEX.stems["dredg"] == _at(TOWN_HALL)
    assert file_words("2020/Town-Hall_Meeting.v2.pdf") == "Town Hall Meeting v2"


def test_a_session_is_found_by_name_and_number() -> None:
    assert INDEX.sessions["ict#4"] == _at(*COPPER_4)
    assert INDEX.sessions["#12"] == _at(HERRING)


def test_a_place_is_found_by_each_of_its_parts_without_accents() -> None:
    assert INDEX.places["gdansk"] == INDEX.places["poland"] == _at(*COPPER_4)
    assert "mill barn" in INDEX.places


def test_no_room_of_a_screen_is_a_place() -> None:
    online = MeetingIndex([meeting("A", place="By video conference")])
    assert online.places == {}


def test_a_body_goes_by_its_capitals() -> None:
    assert "hfc" in INDEX.short_bodies
    long = MeetingIndex([meeting("B", body="Reef Steering Committee (RSC)")])
    assert set(long.short_bodies) == {"rsc"}
    assert MeetingIndex([meeting("C", body="REEF COUNCIL")]).short_bodies == {}


def test_reports_of_the_same_days_and_place_are_of_one_meeting() -> None:
    days = ("2001-05-01", "2001-05-04")
    summary = meeting("FIRST GATHERING", *days, place="Bergen", body="Reef Board")
    daily = meeting("RFB 1", *days, place="Bergen", session="RFB 1", reported="2001-05-02")
    other = meeting("Other", *days, place="Oslo")
    index = MeetingIndex([summary, daily, other])
    assert index.whole(frozenset([1])) == {0, 1}


def test_a_session_is_found_by_the_initials_of_its_body() -> None:
    index = MeetingIndex([meeting("S", title="Second session", body="Coral Reef Council")])
    assert "crc#2" in index.sessions


def test_a_body_that_is_written_out_has_its_sessions_by_its_initials() -> None:
    short = meeting("ICT 6", "2000-03-01", body="ICT", session="ICT 6")
    spelled = meeting("Seventh session", "2001-03-01", body="International Copper Treaty")
    index = MeetingIndex([short, spelled])
    assert index.short_bodies["ict"] == {0}
    assert index.sessions_of["ict"] == {0, 1}
