"""The API for reports: list them, read one, download its file as it is, and remove it."""

from __future__ import annotations

import mimetypes
from dataclasses import asdict
from typing import Any

from flask import Response, send_file
from flask_openapi3 import APIBlueprint
from pydantic import TypeAdapter

from qa import IndexMissingError, Report, ReportEntry, original_file, prepare_pages, take_out
from web.file_models import ReportRemoved
from web.index import as_json
from web.library import current_library
from web.models import (
    ErrorModel,
    OriginalQuery,
    ReportList,
    ReportModel,
    ReportPath,
    Suggestions,
)
from web.rebuild import current_rebuild

reports = APIBlueprint(
    "reports",
    __name__,
    url_prefix="/api/reports",
    abp_responses={"4XX": ErrorModel, "5XX": ErrorModel},
)
_PDF = "application/pdf"
_REPORT = TypeAdapter(Report)
# Types that the tables of some systems don't know.
_TYPES = {
    ".md": "text/markdown",
    ".eml": "message/rfc822",
    ".rtf": "application/rtf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".vtt": "text/vtt",
    ".srt": "text/plain",
}


@reports.get("", responses={200: ReportList}, summary="List the reports")
def listing() -> dict[str, Any]:
    """Latest first; an index that isn't there yet has none."""
    return {"reports": [asdict(entry) for entry in list_entries()]}


@reports.get("/<report_id>", responses={200: ReportModel}, summary="Read a report")
def report(path: ReportPath) -> Response:
    """The whole report, text included."""
    found = current_library().assistant().report(path.report_id)
    if found.source.lower().endswith(".pdf"):
        prepare_pages()  # its page is asked for next
    # A report of hundreds of pages has thousands of entries: `asdict` takes five times as long.
    return Response(_REPORT.dump_json(found), mimetype="application/json")


@reports.get("/<report_id>/suggestions", responses={200: Suggestions}, summary="What to ask")
def report_suggestions(path: ReportPath) -> dict[str, Any]:
    """At most three questions that are answered from this report."""
    made = current_library().suggestions(path.report_id)
    return {"questions": [asdict(suggestion) for suggestion in made]}


@reports.delete("/<report_id>", responses={202: ReportRemoved}, summary="Remove a report")
def remove(path: ReportPath) -> tuple[dict[str, Any], int]:
    """Its files leave the folder and are kept elsewhere; the index follows by a rebuild."""
    taken = take_out(current_library().assistant(), path.report_id)
    state = current_rebuild().start(again=True)
    return {**asdict(taken), "index": as_json(state)}, 202


@reports.get(
    "/<report_id>/original",
    responses={200: {"content": {"*/*": {"schema": {"type": "string", "format": "binary"}}}}},
    summary="Download a report's file",
)
def original(path: ReportPath, query: OriginalQuery) -> Response:
    """As it is in the folder, and never shown by the browser as a page of this server.

    A PDF alone can be shown (`inline`): browsers draw it in a place of its own.
    """
    found = original_file(current_library().assistant(), path.report_id)
    guessed = _TYPES.get(found.suffix.lower()) or mimetypes.guess_type(found.name)[0]
    return send_file(
        found,
        mimetype=guessed or "application/octet-stream",
        as_attachment=not (query.inline and guessed == _PDF),
        download_name=found.name,
    )


def list_entries() -> list[ReportEntry]:
    """The reports, or an empty list while nothing is indexed."""
    try:
        return current_library().assistant().entries()
    except IndexMissingError:
        return []
