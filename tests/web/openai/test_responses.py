from __future__ import annotations

import json
from pathlib import Path

from qa import Settings
from web.openai.responses import events
from web.openai.wording import Wording


def test_the_events_are_numbered_and_end_with_the_whole() -> None:
    told = Wording(Settings(home=Path("home")), "A line.\n\nAnd another.")
    read = [json.loads(event.partition("data: ")[2]) for event in events(told, "meeting-qa")]
    assert [event["sequence_number"] for event in read] == list(range(len(read)))
    assert read[-1]["type"] == "response.completed"
    assert read[-1]["response"]["output"][0]["content"][0]["text"] == told.text
