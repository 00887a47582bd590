"""The API for the pages of a PDF as they were printed, with the quoted words marked on them."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from flask import Response, request
from flask_openapi3 import APIBlueprint

from qa import Span, draw_page, mark_page, original_pages
from web.library import current_library
from web.models import ErrorModel
from web.page_models import MarksQuery, PageMarksModel, PagePath, PictureQuery

pages = APIBlueprint(
    "pages",
    __name__,
    url_prefix="/api/reports/<report_id>/pages",
    abp_responses={"4XX": ErrorModel, "5XX": ErrorModel},
)
_PICTURE = {"image/png": {"schema": {"type": "string", "format": "binary"}}}


@pages.get("/<int:number>", responses={200: {"content": _PICTURE}}, summary="A page as a picture")
def picture(path: PagePath, query: PictureQuery) -> Response:
    """Of a PDF. The browser keeps it, and asks whether the file is still the same."""
    original = original_pages(current_library().assistant(), path.report_id)
    response = Response(mimetype="image/png")
    tag = f"{original.version}-{path.number}-{query.width}"
    response.set_etag(tag)
    response.cache_control.private = True
    response.cache_control.no_cache = True
    if request.if_none_match.contains(tag):
        response.status_code = 304
    else:
        response.data = draw_page(original, path.number, query.width)
    return response


@pages.get(
    "/<int:number>/marks", responses={200: PageMarksModel}, summary="Where words stand on a page"
)
def marks(path: PagePath, query: MarksQuery) -> dict[str, Any]:
    """As rectangles; of a quote over two pages, the part on this one."""
    original = original_pages(current_library().assistant(), path.report_id)
    quote = Span(query.start, query.end) if query.end > query.start else None
    words = Span(query.answer_start, query.answer_end)
    found = mark_page(original, path.number, quote, words if words.end > words.start else None)
    return asdict(found)
