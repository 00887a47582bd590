"""Which collection a request is for: its path says so, and nothing else.

It is decided here for all who need it: the gate and the lanes before the application, and the
application. What comes after sees the path without the collection, as if there were only one.
"""

from __future__ import annotations

import re
from typing import Any

from werkzeug import Request

from qa import MAIN

_KEY = "meeting_qa.collection"
_PATH = re.compile("(/c/([a-z0-9-]+))(/.*)", re.DOTALL)


def split(path: str) -> tuple[str, str]:
    """'/c/board/api/answer' -> 'board', '/api/answer'."""
    found = _PATH.fullmatch(path)
    return (found[2], found[3]) if found else (MAIN, path)


def take_out(environ: dict[str, Any]) -> None:
    """Move the collection from the path of a request to what WSGI calls the script's name."""
    path = environ.get("PATH_INFO", "")
    name, rest = split(path)
    environ[_KEY] = name
    environ["SCRIPT_NAME"] = environ.get("SCRIPT_NAME", "") + path.removesuffix(rest)
    environ["PATH_INFO"] = rest


def collection_of(request: Request) -> str:
    """Its name, whether or not there is such a collection."""
    name: str = request.environ.get(_KEY, MAIN)
    return name
