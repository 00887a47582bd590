"""What the API says of itself, as OpenAPI 3.1."""

from __future__ import annotations

from typing import Any, cast

from flask import Flask

from web.access import Access

KEY = {"key": {"type": "http", "scheme": "bearer", "description": "A key of `qa keys create`."}}
_ERROR = {"$ref": "#/components/schemas/ErrorModel"}


def describe(app: Flask) -> dict[str, Any]:
    """The description, made from the models that validate the requests.

    What is refused as invalid has the shape of all errors, of which flask-openapi3 knows nothing.
    Who may is said by the scope that a key has to have on this server.
    """
    document = cast(dict[str, Any], app.api_doc)  # type: ignore[attr-defined]
    access: Access = app.extensions["access"]
    for address, path in document["paths"].items():
        for method, operation in path.items():
            if needed := access.needed(method.upper(), address):
                operation["security"] = [{"key": [needed]}]
            refused = operation["responses"]["422"]
            refused["content"] = {"application/json": {"schema": _ERROR}}
    return document
