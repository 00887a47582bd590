"""The API for documents of what was asked and answered."""

from __future__ import annotations

from flask import Response
from flask_openapi3 import APIBlueprint

from qa import write_docx
from web.export_models import ExportRequest
from web.models import ErrorModel

export = APIBlueprint(
    "export", __name__, url_prefix="/api", abp_responses={"4XX": ErrorModel, "5XX": ErrorModel}
)
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FILE = {_DOCX: {"schema": {"type": "string", "format": "binary"}}}


@export.post("/export", responses={200: {"content": _FILE}}, summary="Write a Word document")
def write(body: ExportRequest) -> Response:
    """Of paragraphs with footnotes, such as the page makes of a conversation."""
    return Response(write_docx(body.as_script()), mimetype=_DOCX)
