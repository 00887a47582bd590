"""The API: answers, suggestions, feedback and the server's health, described by OpenAPI."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from flask import current_app, request
from flask_openapi3 import APIBlueprint

from qa import (
    Citation,
    Feedback,
    IndexMissingError,
    Turn,
    is_demo,
    prepare_pages,
    record_feedback,
)
from web.composing import has_model
from web.description import describe
from web.library import current_library
from web.models import (
    AnswerModel,
    AnswerRequest,
    ErrorModel,
    FeedbackModel,
    FeedbackRequest,
    Health,
    PlaceModel,
    SearchRequest,
    SearchResult,
    Suggestions,
)
from web.operating import count_answer
from web.reports import list_entries
from web.security import current_caller

api = APIBlueprint(
    "api", __name__, url_prefix="/api", abp_responses={"4XX": ErrorModel, "5XX": ErrorModel}
)


@api.post("/answer", responses={200: AnswerModel}, summary="Answer a question")
def answer(body: AnswerRequest) -> dict[str, Any]:
    """The answer, with quotes that are verbatim spans of the reports that they name."""
    conversation = [Turn(turn.question, turn.answer) for turn in body.conversation]
    library = current_library()
    assistant = library.assistant()
    with library.precedence.first():
        where = body.filters.as_filter() if body.filters else None
        found = assistant.ask(body.question, conversation, body.limit, where)
    count_answer(found)
    library.note(found)
    if any(citation.source.lower().endswith(".pdf") for citation in found.citations):
        prepare_pages()  # whoever follows a citation doesn't wait for the process to start
    return asdict(found)


@api.post("/search", responses={200: SearchResult}, summary="Find passages")
def search(body: SearchRequest) -> dict[str, Any]:
    """The passages for a query with their scores and ranks, unread."""
    where = body.filters.as_filter() if body.filters else None
    library = current_library()
    assistant = library.assistant()
    with library.precedence.first():
        found = assistant.search(body.query, body.limit, where)
    return {"evidence": [asdict(one) for one in found]}


@api.get("/suggestions", responses={200: Suggestions}, summary="What to ask first")
def suggestions() -> dict[str, Any]:
    """At most three questions on the latest meetings; none while nothing is indexed."""
    try:
        return {"questions": [asdict(made) for made in current_library().suggestions()]}
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
        right=body.right,
        comment=body.comment,
    )
    return {"id": record_feedback(current_library().settings.home, said)}, 201


@api.get("/health", responses={200: Health}, summary="Whether the server can answer")
def health() -> dict[str, Any]:
    """`empty` is no fault: nothing was indexed yet."""
    entries = list_entries()
    found = {"status": "empty", "generation": 0, "embedder": "", "reader": ""}
    if entries:
        assistant = current_library().assistant()
        found = {
            "status": "ok",
            "generation": assistant.generation(),
            "embedder": assistant.embedder.name,
            "reader": assistant.reader.name,
        }
    return {
        **found,
        "reports": len(entries),
        "passages": sum(entry.passages for entry in entries),
        "demo": is_demo(current_library().settings),
        "user": current_caller().user,
        "language_model": has_model(),
    }


@api.get("/openapi.json", doc_ui=False)
def openapi() -> dict[str, Any]:
    """This API's description, made from the models that validate its requests."""
    document = describe(current_app)
    return (
        {**document, "servers": [{"url": request.script_root}]} if request.script_root else document
    )


def _citation(place: PlaceModel) -> Citation:
    """The words that stand there now, whatever the request says of them."""
    found = current_library().assistant().report(place.report_id)
    return Citation(
        report_id=found.id,
        title=found.title,
        date=found.date,
        source=found.source,
        section=found.section_at(place.start),
        page=found.page_at(place.start),
        start=place.start,
        end=place.end,
        quote=found.text[place.start : place.end],
        answer=found.text[place.start : place.end],
        answer_start=place.start,
        answer_end=place.end,
    )
