"""What requests and responses on files look like."""

from __future__ import annotations

from typing import Literal

from flask_openapi3 import FileStorage
from pydantic import BaseModel, ConfigDict, Field

from qa import FileState
from web.models import ErrorBody, IndexState


class FilesForm(BaseModel):
    """One or more parts named `file`."""

    file: list[FileStorage] = Field(min_length=1)
    if_there: Literal["refuse", "replace", "keep_both"] = Field(
        "refuse", description="What to do where the folder has another file of that name."
    )


class FileQuery(BaseModel):
    """A file by its name in the folder."""

    model_config = ConfigDict(extra="forbid")

    source: str = Field(min_length=1, max_length=1000)


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
