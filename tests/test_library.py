from __future__ import annotations

from typing import Any, cast

from qa.library import IndexLibrary
from qa.types import Evidence, Filter, Meeting, Report
from tests.answering.society import FORUM_MEETING, JUNE_MEETING, MAY_MEETING, REPORTS, Society, may


class _Store:
    """The society's records. Each look-up of a report is kept."""

    def __init__(self) -> None:
        self.looked_up: list[str] = []

    def report(self, report_id: str) -> Report:
        self.looked_up.append(report_id)
        return REPORTS[report_id]

    def meetings(self, where: Filter | None = None) -> list[Meeting]:
        from qa.answering.choosing import admits

        return [m for m in Society().meetings() if where is None or admits(where, m)]


class _Retriever:
    def __init__(self) -> None:
        self.where: Filter | None = None

    def retrieve(self, question: str, limit: int, where: Filter | None) -> list[Evidence]:
        self.where = where
        return []


def _library(where: Filter | None = None) -> tuple[IndexLibrary, _Store, _Retriever]:
    store, retriever = _Store(), _Retriever()
    made: Any = IndexLibrary(cast(Any, store), cast(Any, retriever), cast(Any, None), 5, where)
    return made, store, retriever


def test_a_report_is_taken_from_the_store_once() -> None:
    library, store, _ = _library()
    assert library.report(may.id) is library.report(may.id)
    assert store.looked_up == [may.id]


def test_what_the_user_chose_holds_beside_what_is_asked() -> None:
    chosen = Filter(meetings=(MAY_MEETING.id, JUNE_MEETING.id))
    library, _, retriever = _library(chosen)
    library.retrieve("?", None, Filter(meetings=(JUNE_MEETING.id, FORUM_MEETING.id)))
    assert retriever.where == Filter(meetings=(JUNE_MEETING.id,))
    library.retrieve("?", None, Filter(meetings=(FORUM_MEETING.id,)))
    assert retriever.where is not None
    assert retriever.where.meetings not in ((), (FORUM_MEETING.id,))


def test_the_time_of_each_step_is_kept() -> None:
    library, _, _ = _library()
    library.retrieve("?", None, None)
    assert library.spent["retrieve"] >= 0
