from __future__ import annotations

from qa.browsing.deeds import deeds_of
from qa.types import Entry, Person, Proceedings, Span
from tests.records import told_whole


def _did(name: str) -> list[tuple[str, str | None]]:
    report = told_whole()
    found = deeds_of(report.meetings[0], report.proceedings[0], lambda n: n == name)
    return [(deed.did, deed.how) for deed in found]


def test_what_somebody_did_is_told_by_kind() -> None:
    assert _did("Ms Okafor") == [("led", "chair"), ("said", "supports")]
    assert _did("Jonas Weber") == [("owns", "2023-04-01")]
    assert _did("Ada Berg") == [("voted", "no")]
    assert _did("Nobody") == []


def test_motions_have_a_mover_and_a_seconder() -> None:
    span = Span(0, 9)
    motion = Entry("motion", span, mover="A", seconder="B", outcome="carried")
    people = (Person("C", "", span, span, organisation="Port"),)
    happened = Proceedings(people, (motion,))
    found = deeds_of(told_whole().meetings[0], happened, lambda name: len(name) == 1)
    assert [(deed.did, deed.name, deed.how) for deed in found] == [
        ("came", "C", "Port"),
        ("moved", "A", "carried"),
        ("seconded", "B", "carried"),
    ]
