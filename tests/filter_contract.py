"""What every store has to do with records of meetings and with filters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from qa.stores.store import Store
from qa.text import words
from qa.types import Filter, Report
from tests.contracts import MakeStore, same_hits
from tests.embedders import HashEmbedder
from tests.records import collection, told_rolling, told_whole, untold
from tests.samples import put

QUESTION = "pier fees survey of the board"
# Of each filter, the meetings that it lets in: a report and the meeting's number in it.
MEETINGS = [
    (Filter(first_day="2023-03-14"), "harbour 1"),
    (Filter(first_day="2023-03-15"), ""),
    (Filter(first_day="2021-06-01", last_day="2021-06-30"), "quay 2, summary 1"),
    (Filter(last_day="2021-05-03"), "quay 1, summary 1"),
    (Filter(first_day="2021-05-06", last_day="2021-05-06"), "daily 1, summary 1"),
    (Filter(first_day="2021-05-31", last_day="2021-05-31"), "summary 1"),
    (Filter(first_day="0001-01-01"), "harbour 1, quay 1, quay 2, daily 1, summary 1"),
    (Filter(place="malaga"), "harbour 1"),
    (Filter(place="Vessa, MÁLAGA"), "harbour 1"),
    (Filter(place="ostre hall"), "quay 2"),
    (Filter(place="Mala"), ""),
    (Filter(body="pier convention"), "daily 1, summary 1"),
    (Filter(body="COP 5"), "daily 1"),
    (Filter(body="quay"), "quay 1, quay 2"),
    (Filter(person="urrutia"), "quay 1"),
    (Filter(person="Chair Tomas URRUTIA"), "quay 1"),
    (Filter(person="Ito"), "quay 2"),
    (Filter(person="Mr Weber"), "harbour 1"),
    (Filter(person="Jonas Berg"), ""),
    (Filter(person="ada berg", place="bergen"), "quay 2"),
    (Filter(person="ada berg", first_day="2022-01-01"), "harbour 1"),
]
REPORTS = [("harbour",), ("quay",), ("untold",), ("undated", "untold", "daily")]


class FilterContract:
    """Supply the fixture `make_store`, which closes what it opened."""

    @pytest.fixture
    def told(self, make_store: MakeStore) -> tuple[Store, dict[str, Report]]:
        """A store of all kinds of records, and its reports by name."""
        writer, reports = make_store(write=True), collection()
        for report in reports.values():
            put(writer, report)
        writer.publish()
        return make_store(), reports

    # -- records

    def test_records_and_what_happened_come_back(
        self, told: tuple[Store, dict[str, Report]]
    ) -> None:
        store, reports = told
        for report in reports.values():
            assert store.report(report.id) == report
            found = store.proceedings([meeting.id for meeting in report.meetings])
            assert tuple(found.values()) == report.proceedings

    def test_meetings_are_the_newest_first_and_those_without_a_day_last(
        self, told: tuple[Store, dict[str, Report]]
    ) -> None:
        days = [meeting.day for meeting in told[0].meetings()]
        assert days == ["2023-03-14", "2021-06-07", "2021-06-03", "2021-05-06", "2021-05-03", None]

    def test_the_names_of_a_meeting(self, told: tuple[Store, dict[str, Report]]) -> None:
        (meeting,) = told[1]["harbour"].meetings
        assert list(told[0].names()[meeting.id]) == ["Ms Okafor", "Jonas Weber", "Ada Berg"]

    def test_unknown_meetings_have_no_proceedings(
        self, told: tuple[Store, dict[str, Report]]
    ) -> None:
        assert told[0].proceedings(["nowhere"]) == {}

    def test_a_record_that_changes_replaces_the_one_before(self, make_store: MakeStore) -> None:
        writer, report = make_store(write=True), told_whole()
        put(writer, report)
        assert len(writer.meetings()) == 1
        (meeting,) = report.meetings
        changed = replace(report, meetings=(replace(meeting, name="Another"),))
        put(writer, changed)
        assert writer.meetings() == list(changed.meetings)
        assert writer.report(report.id) == changed
        assert writer.check() == []

    def test_records_go_with_their_report(self, make_store: MakeStore) -> None:
        writer, report = make_store(write=True), told_rolling()
        put(writer, report)
        ids = [meeting.id for meeting in writer.meetings()]
        writer.remove(report.source)
        assert (writer.meetings(), writer.proceedings(ids)) == ([], {})
        assert writer.check() == []

    def test_proceedings_of_some_meetings_only_change_nothing(self, make_store: MakeStore) -> None:
        writer, report = make_store(write=True), told_rolling()
        with pytest.raises(ValueError, match="2 meetings, but 1 proceedings"):
            put(writer, replace(report, proceedings=report.proceedings[:1]))
        assert (writer.entries(), writer.meetings()) == ([], [])

    # -- the vocabulary

    def test_the_vocabulary_counts_passages(self, make_store: MakeStore) -> None:
        writer, report, other = make_store(write=True), told_whole(), untold()
        put(writer, other)
        put(writer, report)
        passages = put(writer, report)
        expected: dict[str, int] = {}
        for passage in passages:
            for word in {*words(passage.context), *words(passage.body)}:
                expected[word] = expected.get(word, 0) + 1
        assert writer.vocabulary()["okafor"] == expected["okafor"]
        writer.remove(other.source)
        assert writer.vocabulary() == expected

    # -- filters

    @pytest.mark.parametrize(("where", "expected"), MEETINGS)
    def test_a_filter_lets_in_the_meetings_that_it_names(
        self, told: tuple[Store, dict[str, Report]], where: Filter, expected: str
    ) -> None:
        store, reports = told
        names = [name for name in expected.split(", ") if name]
        assert {meeting.id for meeting in store.meetings(where)} == {
            _id(reports, name) for name in names
        }

    @pytest.mark.parametrize("k", [1, 2, 50])
    @pytest.mark.parametrize(("where", "expected"), MEETINGS)
    def test_a_filtered_search_is_the_whole_one_cut_down(
        self, told: tuple[Store, dict[str, Report]], where: Filter, expected: str, k: int
    ) -> None:
        store, reports = told
        spans = [_place(reports, name) for name in expected.split(", ") if name]
        _same(store, where, k, lambda id_: any(_stands(store, id_, *place) for place in spans))

    @pytest.mark.parametrize("k", [1, 2, 50])
    @pytest.mark.parametrize("names", REPORTS)
    def test_a_report_is_chosen_by_its_id_with_or_without_a_record(
        self, told: tuple[Store, dict[str, Report]], names: tuple[str, ...], k: int
    ) -> None:
        store, reports = told
        ids = tuple(reports[name].id for name in names)
        _same(store, Filter(reports=ids), k, lambda id_: id_.split(":")[0] in ids)

    @pytest.mark.parametrize("name", ["quay 1", "quay 2", "harbour 1"])
    def test_a_meeting_is_chosen_by_its_id(
        self, told: tuple[Store, dict[str, Report]], name: str
    ) -> None:
        store, reports = told
        where = Filter(meetings=(_id(reports, name),))
        _same(store, where, 50, lambda id_: _stands(store, id_, *_place(reports, name)))

    @pytest.mark.parametrize("section", ["fees", "FÉES", "harbour", "dredging fees", "none"])
    def test_a_section_is_chosen_by_its_words(
        self, told: tuple[Store, dict[str, Report]], section: str
    ) -> None:
        store, _ = told

        def lies_in(id_: str) -> bool:
            (passage,) = store.passages([id_])
            wanted = section.lower().replace("é", "e").split()
            return set(wanted) <= set(words(passage.section or ""))

        _same(store, Filter(section=section), 50, lies_in)

    def test_an_empty_filter_is_none(self, told: tuple[Store, dict[str, Report]]) -> None:
        store, _ = told
        _same(store, Filter(), 50, lambda id_: True)

    def test_what_waits_for_the_next_publication_is_chosen_too(self, make_store: MakeStore) -> None:
        writer = make_store(write=True)
        for report in collection().values():
            put(writer, report)
            writer.settle()
        for where, _ in MEETINGS:
            every = [hit.passage_id for hit in writer.search_lexical(QUESTION, 50)]
            found = [hit.passage_id for hit in writer.search_lexical(QUESTION, 50, where)]
            assert found == [id_ for id_ in every if id_ in found]
        assert writer.search_lexical(QUESTION, 50, Filter(person="okafor"))

    def test_a_filter_follows_what_is_put_later(self, make_store: MakeStore) -> None:
        writer = make_store(write=True)
        put(writer, told_whole())
        writer.publish()
        reader, where = make_store(), Filter(place="bergen")
        assert reader.search_lexical("pier", 5, where) == []
        put(writer, told_rolling())
        writer.publish()
        vector = HashEmbedder().embed_question("pier")
        assert reader.search_lexical("pier", 5, where)
        assert reader.search_dense(vector, 5, where)


def _id(reports: Mapping[str, Report], name: str) -> str:
    report, number = name.split()
    return reports[report].meetings[int(number) - 1].id


def _place(reports: Mapping[str, Report], name: str) -> tuple[str, int, int]:
    report, number = name.split()
    return reports[report].id, *reports[report].meetings[int(number) - 1].span


def _stands(store: Store, passage_id: str, report_id: str, start: int, end: int) -> bool:
    (passage,) = store.passages([passage_id])
    return passage.report_id == report_id and start <= passage.start < end


def _same(store: Store, where: Filter, k: int, lets_in: Callable[[str], bool]) -> None:
    """Both searches find what is left of the whole search, with its scores."""
    vector = HashEmbedder().embed_question(QUESTION)
    for every, found in (
        (store.search_dense(vector, 1000), store.search_dense(vector, k, where)),
        (store.search_lexical(QUESTION, 1000), store.search_lexical(QUESTION, k, where)),
    ):
        same_hits(found, [hit for hit in every if lets_in(hit.passage_id)][:k])
