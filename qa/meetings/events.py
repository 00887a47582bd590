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
    if body is None or within:
        return told
    # «67th Congress» of «Congress of the Union»: the word that both have stands once.
    last = re.escape(session.value.split()[-1])
    rest = re.sub(rf"^{last} of (?:the )?", "", body.value, flags=re.IGNORECASE)
    return f"{session.value} of {rest}"
