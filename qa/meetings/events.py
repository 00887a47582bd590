"""How a list calls a meeting."""

from __future__ import annotations

import re

from qa.types import Told

_LONGEST = 120
_ABBREVIATION = re.compile(r"\b[A-Z]{2,}[ -]?\d")


def name_of(title: str, body: Told | None, session: Told | None) -> str:
    """The session, or else the body, or else the report's title."""
    told = title[:_LONGEST]
    if session is None:
        return body.value if body else told
    if _ABBREVIATION.search(session.value):
        return session.value
    within = body and body.value.casefold() in session.value.casefold()
    return f"{session.value} of {body.value}" if body and not within else told
