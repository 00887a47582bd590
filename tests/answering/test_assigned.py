from __future__ import annotations

from dataclasses import replace

import pytest

from qa.answering.assigned import assigned
from qa.types import Report, Span
from tests.answering.society import MAY_MEETING, Society, ask, of
from tests.samples import make_report

TASKS = """# Board meeting

Ines Marlow:

1) this is no task, but what she told

Tasks by person:

Olga Brandt:

1) call the roofer

Still pending:

1) write the note

Ines Marlow:

1) order the signs
2) ask for a quote

## Next meeting

1) on 3 May
"""


class _Board(Society):
    def __init__(self) -> None:
        super().__init__([replace(MAY_MEETING, span=Span(0, len(TASKS)))])

    def report(self, report_id: str) -> Report:
        return replace(make_report(TASKS, "may.md"), id=MAY_MEETING.report_id)


@pytest.mark.parametrize(
    ("person", "tasks"),
    [
        ("Olga Brandt", ["call the roofer", "write the note"]),
        ("ines marlow", ["order the signs", "ask for a quote"]),
        ("Kai Holm", []),
    ],
)
def test_the_items_below_a_name_are_that_persons(person: str, tasks: list[str]) -> None:
    asked = ask("?", "list", aspect="actions", person=person, filter=of(MAY_MEETING))
    assert [one.answer for one in assigned(asked, _Board())] == tasks


def test_no_meeting_is_named() -> None:
    asked = ask("?", "list", aspect="actions", person="Olga Brandt")
    assert assigned(asked, Society()) == []
