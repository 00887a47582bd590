"""The page where users sign in, in the language of the browser: from the tables of the page."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from flask import request

_TABLES = Path(__file__).parent / "static" / "languages"
_WRITTEN = "en"  # what the texts are written in where they are used


def spoken() -> str:
    """The language of this request: the first of the browser's that there is, as on the page."""
    there = {_WRITTEN, *(path.stem for path in _TABLES.glob("*.json"))}
    wanted = (tag.split("-")[0].lower() for tag in request.accept_languages.values())
    return next((language for language in wanted if language in there), _WRITTEN)


def told(text: str) -> str:
    """A text of the page in the language of this request; as it is, where the table lacks it."""
    language = spoken()
    return text if language == _WRITTEN else str(_table(language).get(text, text))


@cache
def _table(language: str) -> dict[str, object]:
    table: dict[str, object] = json.loads((_TABLES / f"{language}.json").read_text("utf-8"))
    return table
