"""What the API says of itself, as OpenAPI 3.1."""

from __future__ import annotations

from typing import Any, cast

from flask import Flask

KEY = {"key": {"type": "http", "scheme": "bearer", "description": "A key of `qa keys create`."}}
_ERROR = {"$ref": "#/components/schemas/ErrorModel"}


def describe(app: Flask) -> dict[str, Any]:
    """The description, made from the models that validate the requests.

    What is refused as invalid has the shape of all errors, of which flask-openapi3 knows nothing.
    """
    document = cast(dict[str, Any], app.api_doc)  # type: ignore[attr-defined]
    for path in document["paths"].values():
        for operation in path.values():
            refused = operation["responses"]["422"]
            refused["content"] = {"application/json": {"schema": _ERROR}}
    return document
