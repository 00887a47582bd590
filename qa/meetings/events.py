"""How a list calls a meeting."""

from __future__ import annotations

from qa.types import Told

_LONGEST = 120


def name_of(title: str, body: Told | None, session: Told | None) -> str:
    """The session, or else the body, or else the report's title."""
    if session and body and body.value.casefold() not in session.value.casefold():
        joined = f"{session.value} of {body.value}" if session.value[:1].isdigit() else None
        return joined or session.value
    told = session or body
    return told.value if told else title[:_LONGEST]
