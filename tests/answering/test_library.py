from __future__ import annotations

from collections.abc import Mapping, Sequence

from qa.answering.library import Library, Remembering
from qa.types import Filter, Meeting, Proceedings
from tests.answering.society import MAY_MEETING, MEETINGS, Society, may


class _Counting(Society):
    def __init__(self) -> None:
        super().__init__()
        self.looked_up: list[str] = []

    def meetings(self, where: Filter | None = None) -> Sequence[Meeting]:
        self.looked_up.append("meetings")
        return super().meetings(where)

    def proceedings(self, ids: Sequence[str]) -> Mapping[str, Proceedings]:
        self.looked_up += ids
        return super().proceedings(ids)


def test_each_thing_is_looked_up_once() -> None:
    behind = _Counting()
    library: Library = Remembering(behind)
    for _ in range(2):
        assert tuple(library.meetings()) == MEETINGS
        assert list(library.meetings_of(may.id)) == [MAY_MEETING]
        assert library.report(may.id) is may
        assert list(library.proceedings([MAY_MEETING.id])) == [MAY_MEETING.id]
    assert behind.looked_up == ["meetings", MAY_MEETING.id]


def test_the_same_passages_are_read_once() -> None:
    behind = Society()
    library = Remembering(behind)
    first, second = (library.retrieve("Who chaired?", 3, None) for _ in range(2))
    assert library.read("Who?", first) is library.read("Who?", second)
    assert len(behind.retrieved) == 1


def test_passages_and_the_reader_are_those_behind_it() -> None:
    behind = Society()
    library = Remembering(behind)
    evidence = library.retrieve("Who chaired the society?", 3, None)
    assert evidence == behind.retrieve("Who chaired the society?", 3, None)
    assert library.read("Who?", evidence) == behind.read("Who?", evidence)
