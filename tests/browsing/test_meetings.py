from __future__ import annotations

import pytest

from qa.browsing import list_meetings, look_up_meeting
from qa.errors import NotFoundError
from qa.stores import Store
from qa.types import Filter
from tests.records import told_whole


def test_a_page_is_some_of_all_the_newest_first(store: Store) -> None:
    page = list_meetings(store, offset=1, limit=2)
    assert page.total == 6
    assert [meeting.day for meeting in page.meetings] == ["2021-06-07", "2021-06-03"]
    assert list_meetings(store, offset=99, limit=2).meetings == ()


def test_a_list_shows_what_is_known(store: Store) -> None:
    (entry,) = list_meetings(store, Filter(place="vessa")).meetings
    assert (entry.source, entry.day, entry.last_day) == ("harbour.md", "2023-03-14", None)
    assert (entry.body, entry.session) == ("Harbour board", "third meeting")
    assert (entry.place, entry.offices) == ("Vessa, Málaga", ("Ms Okafor, chair",))


def test_a_record_has_the_words_of_each_of_its_spans(store: Store) -> None:
    report = told_whole()
    detail = look_up_meeting(store, report.meetings[0].id)
    assert (detail.meeting, detail.proceedings) == (report.meetings[0], report.proceedings[0])
    assert (detail.title, detail.day) == (report.title, "2023-03-14")
    for key, words in detail.words.items():
        assert key == f"{words.start}-{words.end}"
        assert report.text[words.start : words.end] == words.text
    texts = {words.text: words.section for words in detail.words.values()}
    assert texts["The vote was seven to two."] == "Fees"
    assert {"Harbour board", "14 March 2023", "Ms Okafor"} <= set(texts)


def test_an_unknown_meeting_is_not_found(store: Store) -> None:
    with pytest.raises(NotFoundError, match="nowhere"):
        look_up_meeting(store, "nowhere")
