"""What programs do with files over the API, and wait for."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from flask.testing import FlaskClient

PROGRAM = {"X-Meeting-QA": "1"}
FEES = b"# Fees\n\nMooring fees rise by four per cent.\n"


def add(client: FlaskClient, *files: tuple[str, bytes], **headers: str) -> Any:
    """Send files; the answer, once the rebuild has ended that they begin."""
    parts = [(BytesIO(data), name) for name, data in files]
    response = client.post(
        "/api/files",
        data={"file": parts},
        content_type="multipart/form-data",
        headers=headers or PROGRAM,
    )
    wait(client)
    return {"http": response.status_code, **response.get_json()}


def listed(client: FlaskClient) -> dict[str, Any]:
    """The files of the folder, by name."""
    return {file["source"]: file for file in client.get("/api/files").get_json()["files"]}


def id_of(client: FlaskClient, source: str) -> str:
    found: str = listed(client)[source]["report_id"]
    return found


def wait(client: FlaskClient) -> None:
    """Until the rebuild under way has ended."""
    client.application.extensions["rebuild"].wait()
