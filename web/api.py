"""The API: answers, reports, the index and the server's health, described by OpenAPI."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from flask import current_app
from flask_openapi3 import APIBlueprint

from qa import (
    Citation,
    Feedback,
    IndexMissingError,
    ReportEntry,
    Turn,
    record_feedback,
)
from web.library import Library, Rebuild
from web.models import (
    AnswerModel,
    AnswerRequest,
    ErrorModel,
    FeedbackModel,
    FeedbackRequest,
    Health,
    IndexRequest,
    IndexState,
    PlaceModel,
    ReportList,
    ReportModel,
    ReportPath,
    Suggestions,
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


@api.get("/reports/<report_id>/suggestions", responses={200: Suggestions}, summary="What to ask")
def report_suggestions(path: ReportPath) -> dict[str, Any]:
    """At most three questions that are answered from this report."""
    return {"questions": _library().suggestions(path.report_id)}


@api.get("/suggestions", responses={200: Suggestions}, summary="What to ask first")
def suggestions() -> dict[str, Any]:
    """At most three questions on the latest meetings; none while nothing is indexed."""
    try:
        return {"questions": _library().suggestions()}
    except IndexMissingError:
        return {"questions": []}


@api.post("/feedback", responses={201: FeedbackModel}, summary="Say whether an answer is right")
def feedback(body: FeedbackRequest) -> tuple[dict[str, Any], int]:
    """Kept as a question with the answer that it should or shouldn't get."""
    said = Feedback(
        question=body.question,
        verdict=body.verdict,
        answer=body.answer,
        citation=_citation(body.citation) if body.citation else None,
        conversation=[Turn(turn.question, turn.answer) for turn in body.conversation],
    )
    return {"id": record_feedback(_library().settings.home, said)}, 201


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


def _citation(place: PlaceModel) -> Citation:
    """The words that stand there now, whatever the request says of them."""
    found = _library().assistant().report(place.report_id)
    return Citation(
        report_id=found.id,
        title=found.title,
        date=found.date,
        source=found.source,
        section=found.section_at(place.start),
        page=None,
        start=place.start,
        end=place.end,
        quote=found.text[place.start : place.end],
        answer=found.text[place.start : place.end],
        answer_start=place.start,
        answer_end=place.end,
    )


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
