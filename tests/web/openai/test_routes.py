"""Asked by the `openai` package, over a socket."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient
from openai import OpenAI, UnprocessableEntityError

QUESTION = "What will the dredging survey cost?"
ASKED: Any = [{"role": "user", "content": QUESTION}]


@pytest.fixture
def openai(small_server: str) -> Iterator[OpenAI]:
    with OpenAI(base_url=f"{small_server}/v1", api_key="any", max_retries=0) as client:
        yield client


@pytest.fixture
def cited(client: FlaskClient) -> dict[str, Any]:
    """What the page cites."""
    answer = client.post("/api/answer", json={"question": QUESTION}).get_json()
    first: dict[str, Any] = answer["citations"][0]
    return first


def _is_cited(text: str, found: Any, cited: dict[str, Any]) -> None:
    assert text[found.start_index : found.end_index] == cited["quote"]
    place = f"{cited['report_id']}/{cited['start']}-{cited['end']}"
    assert found.url == f"http://127.0.0.1:8000/#/reports/{place}"
    assert cited["title"] in found.title


def test_the_reports_are_a_model(openai: OpenAI) -> None:
    assert [model.id for model in openai.models.list()] == ["meeting-qa"]
    assert openai.models.retrieve("meeting-qa").id == "meeting-qa"


def test_a_chat_cites_what_the_page_cites(openai: OpenAI, cited: dict[str, Any]) -> None:
    parts = [{"type": "text", "text": QUESTION}, {"type": "image_url", "image_url": {"url": "a"}}]
    for content in (QUESTION, parts):
        messages: Any = [{"role": "user", "content": content, "name": "a"}]
        found = openai.chat.completions.create(model="any", messages=messages, temperature=0)
        message = found.choices[0].message
        assert message.content
        assert message.annotations
        _is_cited(message.content, message.annotations[0].url_citation, cited)


def test_a_streamed_chat_says_the_same(openai: OpenAI) -> None:
    whole = openai.chat.completions.create(model="any", messages=ASKED).choices[0].message
    chunks = list(
        openai.chat.completions.create(
            model="any", messages=ASKED, stream=True, stream_options={"include_usage": True}
        )
    )
    deltas: list[Any] = [chunk.choices[0].delta for chunk in chunks if chunk.choices]
    assert "".join(delta.content or "" for delta in deltas) == whole.content
    annotations = [delta.annotations for delta in deltas if getattr(delta, "annotations", None)]
    assert annotations == [[one.model_dump() for one in whole.annotations or ()]]
    sources: list[Any] = [chunk.event for chunk in chunks if getattr(chunk, "event", None)]
    assert [source["type"] for source in sources] == ["source"] * len(whole.annotations or ())
    assert sources[0]["data"]["document"][0] in (whole.content or "")
    assert chunks[-2].choices[0].finish_reason == "stop"
    assert chunks[-1].usage


def test_a_response_cites_what_the_page_cites(openai: OpenAI, cited: dict[str, Any]) -> None:
    for said in (QUESTION, ASKED):
        found: Any = openai.responses.create(model="any", input=said)
        assert found.status == "completed"
        _is_cited(found.output_text, found.output[0].content[0].annotations[0], cited)


def test_a_streamed_response_says_the_same(openai: OpenAI) -> None:
    whole: Any = openai.responses.create(model="any", input=QUESTION)
    with openai.responses.stream(model="any", input=QUESTION) as stream:
        events: list[Any] = list(stream)
        final = stream.get_final_response()
    said = [event.delta for event in events if event.type == "response.output_text.delta"]
    assert "".join(said) == whole.output_text == final.output_text
    added = [e.annotation for e in events if e.type == "response.output_text.annotation.added"]
    assert len(added) == len(whole.output[0].content[0].annotations) > 0


def test_what_goes_wrong_is_told(openai: OpenAI) -> None:
    with pytest.raises(UnprocessableEntityError, match="The question is empty"):
        openai.responses.create(model="any", input=" ")
    with pytest.raises(UnprocessableEntityError, match="aren't kept"):
        openai.responses.create(model="any", input=QUESTION, previous_response_id="resp_1")


def test_a_long_conversation_fits(client: FlaskClient) -> None:
    earlier = [{"role": "user", "content": "x" * 50_000}, {"role": "assistant", "content": "y"}] * 4
    response = client.post("/v1/chat/completions", json={"messages": [*earlier, *ASKED]})
    assert response.status_code == 200
