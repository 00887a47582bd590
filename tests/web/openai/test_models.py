from __future__ import annotations

from web.openai.models import ChatRequest, Message


def test_what_is_not_understood_is_left_aside() -> None:
    body = {"messages": [{"role": "user", "content": "a"}], "tools": [], "n": 2, "seed": None}
    assert ChatRequest.model_validate(body).messages[0].words == "a"


def test_parts_of_a_message_are_joined() -> None:
    parts = [{"type": "text", "text": "a"}, {"type": "input_image"}, {"type": "x", "text": "b"}]
    assert Message.model_validate({"role": "user", "content": parts}).words == "a\nb"
    assert Message.model_validate({"role": "assistant", "content": None}).words == ""
