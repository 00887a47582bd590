"""The answer as a chat completion, whole or in chunks."""

from __future__ import annotations

import json
import re
import time
import uuid
from collections.abc import Iterator
from typing import Any

from web.openai.wording import Mark, Wording

# No tokens are made here; programs add these up.
USAGE = {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0}
_PIECE = re.compile(r"\S+\s*|\s+")
_WORDS = 12  # of a chunk


def completion(told: Wording, model: str) -> dict[str, Any]:
    message = {
        "role": "assistant",
        "content": told.text,
        "refusal": None,
        "annotations": [_annotation(mark) for mark in told.marks],
    }
    choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}
    return {**_head("chat.completion", model), "choices": [choice], "usage": USAGE}


def chunks(told: Wording, model: str, *, include_usage: bool) -> Iterator[str]:
    """Server-sent events: the words, the annotations, and for Open WebUI each source."""
    head = _head("chat.completion.chunk", model)
    yield _event(head, {"role": "assistant", "content": ""})
    for piece in pieces(told.text):
        yield _event(head, {"content": piece})
    if told.marks:
        yield _event(head, {"annotations": [_annotation(mark) for mark in told.marks]})
    for mark in told.marks:
        yield _event(head, {}, event={"type": "source", "data": _source(mark)})
    yield _event(head, {}, finish="stop")
    if include_usage:
        yield f"data: {json.dumps({**head, 'choices': [], 'usage': USAGE})}\n\n"
    yield "data: [DONE]\n\n"


def pieces(text: str) -> Iterator[str]:
    """A few words each, with the space after them."""
    words = _PIECE.findall(text)
    for at in range(0, len(words), _WORDS):
        yield "".join(words[at : at + _WORDS])


def _head(kind: str, model: str) -> dict[str, Any]:
    made = f"chatcmpl-{uuid.uuid4().hex}"
    return {"id": made, "object": kind, "created": int(time.time()), "model": model}


def _event(
    head: dict[str, Any], delta: dict[str, Any], finish: str | None = None, **more: Any
) -> str:
    choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
    return f"data: {json.dumps({**head, 'choices': [choice], **more})}\n\n"


def _annotation(mark: Mark) -> dict[str, Any]:
    place = {"start_index": mark.start, "end_index": mark.end}
    cited = {**place, "title": mark.title, "url": mark.url}
    return {"type": "url_citation", "url_citation": cited}


def _source(mark: Mark) -> dict[str, Any]:
    return {
        "source": {"name": mark.title, "url": mark.url},
        "document": [mark.citation.quote],
        "metadata": [{"source": mark.url, "name": mark.title}],
    }
