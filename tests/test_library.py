from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from qa.errors import NotFoundError
from qa.library import IndexLibrary
from qa.retrieval import Retriever
from qa.stores import Store
from qa.types import Answer, Evidence, Filter
from tests.embedders import HashEmbedder
from tests.readers import FirstSentenceReader
from tests.records import assistant_of, collection

MAY = Filter(first_day="2021-05-01", last_day="2021-05-31")
PIER_HOUSE = Filter(place="Pier House")
HARBOUR = Filter(body="Harbour board")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    home = tmp_path_factory.mktemp("library")
    with assistant_of(home, collection().values()) as assistant:
        yield assistant.store


def _library(store: Store, where: Filter | None = None) -> IndexLibrary:
    weights = {"dense": 1.0, "lexical": 1.0}
    retriever = Retriever(store, HashEmbedder(), weights, 60, 20)
    return IndexLibrary(store, retriever, FirstSentenceReader(), 2, where)


def _found(library: IndexLibrary, where: Filter | None = None) -> set[str]:
    evidence = library.retrieve("Who opened the pier?", 20, where)
    return {library.report(one.report_id).source for one in evidence}


def test_as_many_passages_as_the_setting_says_unless_a_question_says(store: Store) -> None:
    library = _library(store)
    assert len(library.retrieve("pier", None, None)) == 2
    assert len(library.retrieve("pier", 4, None)) == 4


def test_all_is_searched_unless_a_filter_is_chosen(store: Store) -> None:
    assert _found(_library(store)) >= {"quay.md", "daily.md", "undated.md", "untold.md"}
    assert _found(_library(store, PIER_HOUSE)) == {"quay.md"}


def test_what_a_question_means_narrows_what_the_user_chose(store: Store) -> None:
    library = _library(store, MAY)
    assert _found(library) == {"quay.md", "daily.md", "summary.md"}
    assert _found(library, PIER_HOUSE) == {"quay.md"}


def test_nothing_is_found_where_the_two_filters_exclude_each_other(store: Store) -> None:
    assert _found(_library(store, MAY), HARBOUR) == set()


def test_meetings_are_narrowed_by_both_filters(store: Store) -> None:
    library = _library(store, MAY)
    assert [one.source for one in library.meetings(PIER_HOUSE)] == ["quay.md"]
    (meeting,) = _library(store, HARBOUR).meetings()
    assert list(library.meetings_of(meeting.report_id)) == []
    assert list(_library(store).meetings_of(meeting.report_id)) == [meeting]


def test_a_section_of_both_filters_must_hold(store: Store) -> None:
    library = _library(store, Filter(section="fees"))
    both = library._both(Filter(section="harbour"))
    assert both is not None
    assert both.section == "fees harbour"


def test_two_filters_are_put_together_once(store: Store) -> None:
    library = _library(store, MAY)
    assert library._both(PIER_HOUSE) is library._both(Filter(place="Pier House"))


def test_a_step_that_fails_is_timed_as_well(store: Store) -> None:
    class _Fails(FirstSentenceReader):
        def read(self, question: str, evidence: Sequence[Evidence]) -> Answer:
            raise ValueError("no")

    library = replace(_library(store), reader=_Fails())
    with pytest.raises(ValueError, match="no"):
        library.read("Who?", [])
    assert "read" in library.spent


def test_meetings_are_those_that_the_user_chose(store: Store) -> None:
    (meeting,) = _library(store, HARBOUR).meetings()
    happened = _library(store).proceedings([meeting.id])[meeting.id]
    assert meeting.source == "harbour.md"
    assert [entry.part for entry in happened.entries] == ["action", "decision"]
    assert len(_library(store).meetings()) == 6


def test_each_step_is_timed_over_all_its_turns(store: Store) -> None:
    library = _library(store)
    library.read("Who opened the pier?", library.retrieve("pier", 2, None))
    once = dict(library.spent)
    library.retrieve("fees", 2, None)
    assert set(once) == {"retrieve", "read"}
    assert library.spent["retrieve"] > once["retrieve"]
    assert library.spent["read"] == once["read"]


def test_a_report_is_taken_from_the_store_once(store: Store) -> None:
    library = _library(store)
    (evidence, *_) = library.retrieve("pier", 1, None)
    assert library.report(evidence.report_id) is library.report(evidence.report_id)


def test_an_unknown_report_is_refused(store: Store) -> None:
    with pytest.raises(NotFoundError):
        _library(store).report("nothing")


def test_no_more_is_read_than_the_setting_says_however_much_is_shown(store: Store) -> None:
    library = _library(store)
    evidence = library.retrieve("pier", 4, None)
    answer = library.read("Who opened the pier?", evidence)
    assert len(answer.evidence) == 4
    assert [one.reader_score is None for one in answer.evidence[2:]] == [True, True]
