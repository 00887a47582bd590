from __future__ import annotations

from qa.answering.topics import topic, topic_items
from qa.types import Span
from tests.answering.society import at, may, report_of

LOG = report_of(
    "# Weekly call\n\n## Agenda\n\n- Paint for the gate\n  - Ada: green will do\n    for it.\n"
    "  - Piet: or blue\n- Bells\n  - Ada: two of them\n\nAll left.\n",
    "call.md",
    None,
)


def test_words_stand_under_their_heading_and_item() -> None:
    assert topic(LOG, at(LOG, "or blue").start) == "Agenda - Paint for the gate"
    assert topic(LOG, at(LOG, "two of them").start) == "Agenda - Bells"


def test_what_is_in_no_list_has_its_heading_alone() -> None:
    assert topic(LOG, at(LOG, "All left").start) == "Agenda"
    assert topic(may, at(may, "She asked").start) == "Water"


def test_items_with_others_below_say_what_these_are_on() -> None:
    spans = topic_items(LOG, Span(0, len(LOG.text)))
    assert [LOG.text[slice(*span)] for span in spans] == ["- Paint for the gate", "- Bells"]
