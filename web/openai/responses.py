"""The answer as a response, whole or as events."""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Iterator
from typing import Any

from web.openai.chat import pieces
from web.openai.wording import Mark, Wording

_USAGE = {
    "input_tokens": 0,
    "input_tokens_details": {"cached_tokens": 0},
    "output_tokens": 0,
    "output_tokens_details": {"reasoning_tokens": 0},
    "total_tokens": 0,
}


def response(told: Wording, model: str) -> dict[str, Any]:
    return _response(f"resp_{uuid.uuid4().hex}", model, "completed", [_message(told)])


def events(told: Wording, model: str) -> Iterator[str]:
    """Server-sent events in the order in which OpenAI sends them."""
    for number, (kind, data) in enumerate(_told(told, model)):
        event = {"type": kind, "sequence_number": number, **data}
        yield f"event: {kind}\ndata: {json.dumps(event)}\n\n"


def _told(told: Wording, model: str) -> Iterator[tuple[str, dict[str, Any]]]:
    made = f"resp_{uuid.uuid4().hex}"
    message = _message(told)
    begun = {**message, "status": "in_progress", "content": []}
    item = {"output_index": 0}
    part = {**item, "item_id": message["id"], "content_index": 0}
    for kind in ("response.created", "response.in_progress"):
        yield kind, {"response": _response(made, model, "in_progress", [])}
    yield "response.output_item.added", {**item, "item": begun}
    empty = {"type": "output_text", "text": "", "annotations": []}
    yield "response.content_part.added", {**part, "part": empty}
    for piece in pieces(told.text):
        yield "response.output_text.delta", {**part, "delta": piece, "logprobs": []}
    for at, annotation in enumerate(message["content"][0]["annotations"]):
        added = {**part, "annotation_index": at, "annotation": annotation}
        yield "response.output_text.annotation.added", added
    yield "response.output_text.done", {**part, "text": told.text, "logprobs": []}
    yield "response.content_part.done", {**part, "part": message["content"][0]}
    yield "response.output_item.done", {**item, "item": message}
    yield "response.completed", {"response": _response(made, model, "completed", [message])}


def _message(told: Wording) -> dict[str, Any]:
    said = {
        "type": "output_text",
        "text": told.text,
        "annotations": [_annotation(mark) for mark in told.marks],
        "logprobs": [],
    }
    made = f"msg_{uuid.uuid4().hex}"
    return {
        "id": made, "type": "message", "role": "assistant", "status": "completed",
        "content": [said],
    }  # fmt: skip


def _response(made: str, model: str, status: str, output: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": made,
        "object": "response",
        "created_at": int(time.time()),
        "status": status,
        "error": None,
        "incomplete_details": None,
        "instructions": None,
        "metadata": {},
        "model": model,
        "output": output,
        "parallel_tool_calls": False,
        "tool_choice": "none",
        "tools": [],
        "store": False,
        "usage": _USAGE if status == "completed" else None,
    }


def _annotation(mark: Mark) -> dict[str, Any]:
    place = {"start_index": mark.start, "end_index": mark.end}
    return {"type": "url_citation", **place, "title": mark.title, "url": mark.url}
