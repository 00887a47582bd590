"""The API for a language model that writes from what was found, each sentence checked."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from flask import Flask, Response, current_app
from flask_openapi3 import APIBlueprint

from qa import Answer, Composer, QAError, Settings, Turn, open_composer
from web.library import current_library
from web.models import AnswerRequest, ErrorModel

MOST = 2  # at once, since each holds a thread for as long as its model writes

composing = APIBlueprint(
    "composing", __name__, url_prefix="/api", abp_responses={"4XX": ErrorModel, "5XX": ErrorModel}
)


class NoModelError(QAError):
    """The settings name no language model."""

    code = "no_language_model"


class WritingError(QAError):
    """As many are written as may be at once."""

    code = "too_many_streams"


def register(app: Flask, settings: Settings) -> None:
    app.extensions["composer"] = open_composer(settings)
    app.extensions["writing"] = threading.BoundedSemaphore(MOST)


def has_model() -> bool:
    """Whether a language model is set."""
    return current_app.extensions["composer"] is not None


@composing.post(
    "/compose",
    responses={200: {"content": {"text/event-stream": {}}}},
    summary="Have a language model write",
)
def compose(body: AnswerRequest) -> Response:
    """Server-sent events: `answer` as POST /api/answer gives it, then `written` for each sentence,
    with its citations; `struck` where a sentence isn't what it cites, with the reason; `failed`
    where the model doesn't answer; and `end` with both numbers. What isn't answered isn't written.
    """
    composer: Composer | None = current_app.extensions["composer"]
    if composer is None:
        cure = "Whoever runs the server sets language_model_url and language_model."
        raise NoModelError("No language model is set, so none can write.", cure)
    writing: threading.BoundedSemaphore = current_app.extensions["writing"]
    if not writing.acquire(blocking=False):
        raise WritingError("Others are being written to already.", "Try again in a minute.")
    try:
        answer = _answer(body)
        response = Response(_events(composer, answer), mimetype="text/event-stream")
    except BaseException:
        writing.release()
        raise
    response.call_on_close(writing.release)
    return response


def _answer(body: AnswerRequest) -> Answer:
    conversation = [Turn(turn.question, turn.answer) for turn in body.conversation]
    where = body.filters.as_filter() if body.filters else None
    library = current_library()
    assistant = library.assistant()
    with library.precedence.first():
        return assistant.ask(body.question, conversation, body.limit, where)


def _events(composer: Composer, answer: Answer) -> Iterator[str]:
    numbers = {"written": 0, "struck": 0}
    yield _event("answer", asdict(answer))
    try:
        for one in composer.compose(answer):
            name = "struck" if one.struck else "written"
            numbers[name] += 1
            told = {"reason": one.struck} if one.struck else asdict(one)
            yield _event(name, told)
    except QAError as error:
        told = {"code": error.code, "message": error.message, "cure": error.cure}
        yield _event("failed", {"error": told})
    yield _event("end", {**numbers, "model": composer.name})


def _event(name: str, data: dict[str, Any]) -> str:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
