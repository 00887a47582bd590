"""What requests and responses on files look like."""

from __future__ import annotations

from typing import Literal

from flask_openapi3 import FileStorage
from pydantic import BaseModel, Field

from qa import FileState
from web.models import ErrorBody, IndexState


class FilesForm(BaseModel):
    """One or more parts named `file`."""

    file: list[FileStorage] = Field(min_length=1)


class FileStored(BaseModel):
    """`source` is the name that the file has in the folder; of a refused one, as it was sent."""

    source: str
    status: Literal["stored", "unchanged", "refused"]
    error: ErrorBody | None = None


class FilesStored(BaseModel):
    files: list[FileStored]
    index: IndexState


class FileList(BaseModel):
    """`folder` is where the index is made from; files are named relative to it.

    `demo` means that these are the invented reports; `own` counts the files in the user's folder.
    """

    folder: str
    demo: bool
    own: int
    files: list[FileState]


class ReportRemoved(BaseModel):
    """`kept_in` is the folder where the removed files are now."""

    removed: list[str]
    kept_in: str
    index: IndexState
