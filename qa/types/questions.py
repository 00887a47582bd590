"""A question as it was understood."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from qa.types.answers import Applied, Kind
from qa.types.meetings import Filter

# What of a meeting is asked for.
Aspect: TypeAlias = Literal[
    "actions",
    "absent",
    "agenda",
    "attendance",
    "body",
    "day",
    "decisions",
    "duration",
    "end",
    "meetings",
    "motions",
    "next day",
    "next place",
    "offices",
    "people",
    "place",
    "start",
    "votes",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One reading of a question. Several are tried, and the better supported one is answered.

    `text` is the question as it is read: typed words mended, what came before carried over.
    `aspect` is what of a meeting is asked for, in `facts` too. `person` is whom it is about, as
    written, and `matter` the words that say on what ("bunker fuels"), without the rest. `filter` is
    what the question says of the meetings, and `applied` tells it. `latest` prefers the newest
    report ("who is …", "now", "next"). `parts` are questions of their own, of two in one. `read_as`
    is `text` where a user should see that it differs. `hint` is the reply to what is no question,
    or what to know about the answer, and `language` the question's where it isn't the reports'.
    """

    text: str
    kind: Kind
    aspect: Aspect | None = None
    person: str | None = None
    matter: str = ""
    filter: Filter = field(default_factory=Filter)
    applied: tuple[Applied, ...] = ()
    latest: bool = False
    parts: tuple[str, ...] = ()
    read_as: str | None = None
    hint: str | None = None
    language: str | None = None
