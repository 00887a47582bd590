"""The API for the index: start a rebuild, look at it and follow it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flask import Response
from flask_openapi3 import APIBlueprint

from qa import QAError, choose_demo, prefer_own
from web.library import current_library
from web.models import ErrorModel, IndexRequest, IndexState
from web.rebuild import Rebuild, current_rebuild

HEARTBEAT_S = 10.0

index = APIBlueprint(
    "index",
    __name__,
    url_prefix="/api/index",
    abp_responses={"4XX": ErrorModel, "5XX": ErrorModel},
)


class BusyError(QAError):
    """As many streams are open as the server gives threads to."""

    code = "too_many_streams"


@index.post("", responses={202: IndexState}, summary="Bring the index up to date")
def start_rebuild(body: IndexRequest) -> tuple[dict[str, Any], int]:
    """Starts a rebuild of the folder that was indexed last, and returns at once."""
    if body.demo:
        choose_demo(current_library().settings)
    else:
        prefer_own(current_library().settings)
    return as_json(current_rebuild().start(again=body.demo)), 202


@index.get("", responses={200: IndexState}, summary="How the rebuild stands")
def rebuild_state() -> dict[str, Any]:
    return as_json(current_rebuild().state)


@index.get(
    "/stream",
    responses={200: {"content": {"text/event-stream": {}}}},
    summary="Follow the rebuild",
)
def stream() -> Response:
    """Server-sent events: `state` with each change, then `end`, when no rebuild is under way.

    The data of both is what GET /api/index gives.
    """
    rebuild = current_rebuild()
    if rebuild.watchers is None or not rebuild.watchers.acquire(blocking=False):
        raise BusyError("Too many streams are open already.", "Poll GET /api/index instead.")
    response = Response(_events(rebuild), mimetype="text/event-stream")
    response.call_on_close(rebuild.watchers.release)
    return response


def as_json(state: IndexState) -> dict[str, Any]:
    return state.model_dump(mode="json")


def _events(rebuild: Rebuild) -> Iterator[str]:
    last = rebuild.state
    for state in rebuild.follow(HEARTBEAT_S):
        if state is None:
            yield ": still there\n\n"
        else:
            last = state
            yield f"event: state\ndata: {state.model_dump_json()}\n\n"
    yield f"event: end\ndata: {last.model_dump_json()}\n\n"
