from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given

from qa.reports.units import Context, Key, Limits, Unit, contexts_of, sentences_of, units_of
from qa.types import Report
from tests.embedders import HashEmbedder
from tests.samples import make_meetings, make_report, report_texts

LIMITS = Limits(passage=64, overlap=12)
COUNT = HashEmbedder().count_tokens


def test_a_context_names_the_meeting_and_the_section() -> None:
    report = make_report()
    contexts = contexts_of(report, LIMITS, COUNT)
    fees = next(
        context for (_, section), context in contexts.items() if section and "Fees" in section
    )
    assert fees.text.startswith("Harbour board, third meeting · ")
    assert fees.topic.endswith("Fees")
    assert 0 < fees.room < LIMITS.passage


def test_headings_are_units_of_their_sections_level() -> None:
    report = make_report()
    units = _units(report, contexts_of(report, LIMITS, COUNT))
    headings = [(report.text[u.start : u.end], u.level) for u in units if u.heading]
    assert headings == [
        ("# Harbour board, third meeting", 1), ("## Dredging", 2), ("## Fees", 2),
    ]  # fmt: skip


def test_a_context_has_the_day_of_its_own_meeting() -> None:
    report = make_meetings()
    contexts = contexts_of(report, LIMITS, COUNT)
    days = {number: context.text for (number, _), context in contexts.items()}
    assert "21 May 2024" in days[0]
    assert "14 May 2024" in days[1]
    assert "2024" not in days[-1]
    units = _units(report, contexts)
    assert [unit.meeting for unit in units] == sorted(unit.meeting for unit in units)
    assert {unit.meeting for unit in units} == {-1, 0, 1}


@given(report_texts)
def test_units_are_in_order_and_fit_their_passage(text: str) -> None:
    report = make_report(text, "a.md")
    units = _units(report, contexts_of(report, LIMITS, COUNT))
    assert all(a.end <= b.start for a, b in zip(units, units[1:], strict=False))
    words = [unit for unit in units if not unit.heading]
    assert all(unit.tokens <= max(unit.context.room, 60) for unit in words)


def _units(report: Report, contexts: Mapping[Key, Context]) -> list[Unit]:
    return list(units_of(report, contexts, sentences_of(report), COUNT))
