from __future__ import annotations

import pytest
from pydantic import ValidationError

from web.file_models import FileList, FilesForm, FileStored


def test_a_form_without_files_is_refused() -> None:
    with pytest.raises(ValidationError):
        FilesForm.model_validate({"file": []})


def test_a_status_is_one_of_three() -> None:
    with pytest.raises(ValidationError):
        FileStored.model_validate({"source": "a.md", "status": "lost"})


def test_files_are_the_type_itself() -> None:
    listed = FileList.model_validate(
        {
            "folder": "/r",
            "demo": False,
            "own": 1,
            "files": [{"source": "a.md", "state": "waiting"}],
        }
    )
    assert listed.model_dump()["files"][0] == {
        "source": "a.md",
        "state": "waiting",
        "report_id": None,
        "title": None,
        "date": None,
        "reason": None,
        "warning": None,
    }
