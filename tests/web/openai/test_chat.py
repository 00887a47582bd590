from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from qa import Settings
from web.openai.chat import chunks, pieces
from web.openai.wording import Wording


@given(st.text())
def test_the_pieces_are_the_text(text: str) -> None:
    assert "".join(pieces(text)) == text


def test_each_chunk_is_one_event_and_the_last_says_that_it_is() -> None:
    told = Wording(Settings(home=Path("home")), "A line.\n\nAnd another.")
    *events, last = chunks(told, "meeting-qa", include_usage=False)
    assert last == "data: [DONE]\n\n"
    read = [json.loads(event.removeprefix("data: ")) for event in events]
    assert all(event.count("\n") == 2 for event in events)
    assert len({event["id"] for event in read}) == 1
