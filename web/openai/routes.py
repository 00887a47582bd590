"""The addresses below /v1."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flask import Response
from flask_openapi3 import APIBlueprint

from qa import QAError
from web.library import current_library
from web.models import ErrorModel
from web.openai import chat, responses
from web.openai.asking import say_answer
from web.openai.models import (
    MODEL,
    ChatCompletion,
    ChatRequest,
    Message,
    Model,
    ModelList,
    ModelPath,
    ResponseObject,
    ResponsesRequest,
)

openai = APIBlueprint(
    "openai", __name__, url_prefix="/v1", abp_responses={"4XX": ErrorModel, "5XX": ErrorModel}
)


class NotKeptError(QAError):
    """A response of before is pointed at."""

    code = "not_kept"


@openai.get("/models", responses={200: ModelList}, summary="What can be asked")
def models() -> dict[str, Any]:
    """The reports, which answer as if they were a model."""
    return ModelList(data=[Model(id=MODEL)]).model_dump()


@openai.get("/models/<model_id>", responses={200: Model}, summary="What can be asked, by its id")
def model(path: ModelPath) -> dict[str, Any]:
    """Any id will do."""
    return Model(id=path.model_id).model_dump()


@openai.post("/chat/completions", responses={200: ChatCompletion}, summary="Answer in a chat")
def chat_completions(body: ChatRequest) -> dict[str, Any] | Response:
    """With `stream`, as server-sent events."""
    told = say_answer(current_library(), body.messages)
    if not body.stream:
        return chat.completion(told, body.model)
    options = body.stream_options
    usage = options is not None and options.include_usage
    return _stream(chat.chunks(told, body.model, include_usage=usage))


@openai.post("/responses", responses={200: ResponseObject}, summary="Answer with a response")
def create_response(body: ResponsesRequest) -> dict[str, Any] | Response:
    """With `stream`, as server-sent events."""
    if body.previous_response_id:
        raise NotKeptError("Responses aren't kept here.", "Send the conversation in `input`.")
    said = body.input
    messages = [Message(role="user", content=said)] if isinstance(said, str) else said
    told = say_answer(current_library(), messages)
    if not body.stream:
        return responses.response(told, body.model)
    return _stream(responses.events(told, body.model))


def _stream(events: Iterator[str]) -> Response:
    return Response(events, mimetype="text/event-stream")
