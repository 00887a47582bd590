"""The API for files: add reports to the folder, and list how each file stands."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Literal

from flask import request
from flask_openapi3 import APIBlueprint, FileStorage
from werkzeug.exceptions import UnprocessableEntity

from qa import (
    Assistant,
    FileRefusedError,
    FolderError,
    IndexMissingError,
    count_own,
    file_report,
    is_demo,
    list_files,
    reports_folder,
    take_out_failed,
)
from web.file_models import FileList, FileQuery, FilesForm, FilesStored, FileStored, ReportRemoved
from web.index import as_json
from web.library import current_library
from web.models import ErrorBody, ErrorModel
from web.rebuild import current_rebuild

files = APIBlueprint(
    "files", __name__, url_prefix="/api", abp_responses={"4XX": ErrorModel, "5XX": ErrorModel}
)
_LONGEST = 20  # characters


@files.before_request
def _refuse_long_choice() -> None:
    """flask-openapi3 reads it as JSON, and fails where that is huge or deep."""
    if len(request.form.get("if_there", "")) > _LONGEST:
        raise UnprocessableEntity(f"if_there has more than {_LONGEST} characters.")


@files.post("/files", responses={202: FilesStored}, summary="Add reports to the folder")
def add(form: FilesForm) -> tuple[dict[str, Any], int]:
    """Each is stored under its own name, over another only on demand; then a rebuild starts."""
    stored = [_store(file, form.if_there) for file in form.file]
    if not_written := _folder_error(stored):
        raise not_written
    changed = any(file.status == "stored" for file in stored)
    rebuild = current_rebuild()
    state = rebuild.start(again=True) if changed else rebuild.state
    answer = FilesStored(files=stored, index=state)
    return answer.model_dump(mode="json"), 202


@files.get("/files", responses={200: FileList}, summary="List the files of the folder")
def listing() -> dict[str, Any]:
    """How each one stands with the index; what failed is there until it is mended."""
    settings = current_library().settings
    states = list_files(settings, _assistant_or_none())
    folder = str(reports_folder(settings))
    return {
        "folder": folder,
        "demo": is_demo(settings),
        "own": count_own(settings),
        "files": [asdict(state) for state in states],
    }


@files.delete("/files", responses={202: ReportRemoved}, summary="Remove a file that failed")
def remove(query: FileQuery) -> tuple[dict[str, Any], int]:
    """It leaves the folder and is kept elsewhere. One that is indexed leaves as a report."""
    settings = current_library().settings
    taken = take_out_failed(settings, _assistant_or_none(), query.source)
    state = current_rebuild().start(again=True)
    return {**asdict(taken), "index": as_json(state)}, 202


def _store(file: FileStorage, if_there: Literal["refuse", "replace", "keep_both"]) -> FileStored:
    name = file.filename or ""
    settings = current_library().settings
    try:
        filed = file_report(settings, name, file.stream, if_there)  # type: ignore[arg-type]
    except (FileRefusedError, FolderError) as error:
        body = ErrorBody(code=error.code, message=error.message, cure=error.cure)
        return FileStored(source=name, status="refused", error=body)
    return FileStored(source=filed.source, status=filed.status)


def _folder_error(stored: list[FileStored]) -> FolderError | None:
    """The error to raise if no file at all could be written."""
    errors = [file.error for file in stored if file.error]
    if len(errors) < len(stored) or any(error.code != FolderError.code for error in errors):
        return None
    return FolderError(errors[0].message, errors[0].cure)


def _assistant_or_none() -> Assistant | None:
    try:
        return current_library().assistant()
    except IndexMissingError:
        return None
