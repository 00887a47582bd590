"""The API: answers, reports, the index and the server's health, described by OpenAPI."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from flask import current_app
from flask_openapi3 import APIBlueprint

from qa import IndexMissingError, ReportEntry, Turn
from web.library import Library, Rebuild
from web.models import (
    AnswerModel,
    AnswerRequest,
    ErrorModel,
    Health,
    IndexRequest,
    IndexState,
    ReportList,
    ReportModel,
    ReportPath,
)

api = APIBlueprint(
    "api", __name__, url_prefix="/api", abp_responses={"4XX": ErrorModel, "5XX": ErrorModel}
)


@api.post("/answer", responses={200: AnswerModel}, summary="Answer a question")
def answer(body: AnswerRequest) -> dict[str, Any]:
    """The answer, with quotes that are verbatim spans of the reports that they name."""
    conversation = [Turn(turn.question, turn.answer) for turn in body.conversation]
    return asdict(_library().assistant().ask(body.question, conversation, body.limit))


@api.get("/reports", responses={200: ReportList}, summary="List the reports")
def reports() -> dict[str, Any]:
    """Latest first; an index that isn't there yet has none."""
    return {"reports": [asdict(entry) for entry in _entries()]}


@api.get("/reports/<report_id>", responses={200: ReportModel}, summary="Read a report")
def report(path: ReportPath) -> dict[str, Any]:
    """The whole report, text included."""
    return asdict(_library().assistant().report(path.report_id))


@api.post("/index", responses={202: IndexState}, summary="Bring the index up to date")
def start_rebuild(body: IndexRequest) -> tuple[dict[str, Any], int]:
    """Starts a rebuild of the folder that was indexed last, and returns at once."""
    return _state(_rebuild().start()), 202


@api.get("/index", responses={200: IndexState}, summary="How the rebuild stands")
def rebuild_state() -> dict[str, Any]:
    return _state(_rebuild().state)


@api.get("/health", responses={200: Health}, summary="Whether the server can answer")
def health() -> dict[str, Any]:
    """`empty` is no fault: nothing was indexed yet."""
    entries = _entries()
    found = {"status": "empty", "generation": 0, "embedder": "", "reader": ""}
    if entries:
        assistant = _library().assistant()
        found = {
            "status": "ok",
            "generation": assistant.generation(),
            "embedder": assistant.embedder.name,
            "reader": assistant.reader.name,
        }
    return {**found, "reports": len(entries), "passages": sum(entry.passages for entry in entries)}


@api.get("/openapi.json", doc_ui=False)
def openapi() -> dict[str, Any]:
    """This API's description, made from the models that validate its requests."""
    document: dict[str, Any] = current_app.api_doc  # type: ignore[attr-defined]
    return document


def _entries() -> list[ReportEntry]:
    try:
        return _library().assistant().entries()
    except IndexMissingError:
        return []


def _state(state: IndexState) -> dict[str, Any]:
    return state.model_dump(mode="json")


def _library() -> Library:
    library: Library = current_app.extensions["library"]
    return library


def _rebuild() -> Rebuild:
    rebuild: Rebuild = current_app.extensions["rebuild"]
    return rebuild
