"""Meetings that nobody held, for questions about them."""

from __future__ import annotations

from qa.questions import Collection
from qa.types import Meeting, Span, Told

WORDS = {
    **dict.fromkeys("the of and to was were for that in a is".split(), 90),
    **dict.fromkeys("meeting committee budget approved chaired agenda wardens orchard".split(), 20),
    **dict.fromkeys("compliance mechanisms inclusivity working group ratified harbour".split(), 9),
    **dict.fromkeys("employment session library annual quota herring roof levy ferry".split(), 5),
    **dict.fromkeys("copper treaty history coastal treasurer dredging delegates".split(), 3),
}


def meeting(
    name: str,
    first: str | None = None,
    last: str | None = None,
    *,
    body: str | None = None,
    session: str | None = None,
    place: str | None = None,
    title: str | None = None,
    reported: str | None = None,
    source: str = "",
) -> Meeting:
    """A meeting of its own report. Its id is its name and its day."""

    def told(value: str | None) -> Told | None:
        return Told(value, "label") if value else None

    identity = f"{name} {reported or first or ''}".strip()
    return Meeting(
        id=identity,
        report_id=identity,
        source=source or f"{identity}.md",
        name=name,
        span=Span(0, 0),
        title=told(title),
        body=told(body),
        session=told(session),
        first_day=told(first),
        last_day=told(last or first),
        reported=told(reported),
        place=told(place),
    )


ORCHARD_MAY = meeting(
    "Orchard Committee", "2021-05-12", body="Orchard Committee", place="Mill Barn, Aldersey"
)
ORCHARD_JULY = meeting(
    "Orchard Committee", "2021-07-14", body="Orchard Committee", place="Chapel Hall, Aldersey"
)
HARBOUR = meeting(
    "Harbour Board", "2022-02-03", body="Harbour Board", title="Minutes of the Harbour Board"
)
TOWN_HALL = meeting(
    "Town hall meeting on dredging", "2022-06-25", source="Town-Hall-Meeting-on-Dredging.pdf"
)
JOBS = meeting(
    "Ninth Coastal Encounters",
    "2020-10-18",
    title="A session on jobs: the employment session of the ninth Coastal Encounters",
    place="Sète, France",
)
COPPER_4 = [
    meeting(
        "ICT 4",
        "1998-03-02",
        "1998-03-06",
        body="ICT",
        session="ICT 4",
        title="Fourth session of the International Copper Treaty",
        place="Gdańsk, Poland",
        reported=f"1998-03-0{day}",
    )
    for day in (2, 3)
]
COPPER_5 = meeting(
    "ICT 5",
    "1999-03-01",
    "1999-03-05",
    body="ICT",
    session="ICT 5",
    title="Fifth session of the International Copper Treaty",
    place="Lisbon, Portugal",
)
HERRING = meeting(
    "HFC-12", "2018-09-10", "2018-09-14", body="HFC", session="HFC-12", place="Bergen, Norway"
)
MEETINGS = [ORCHARD_JULY, ORCHARD_MAY, HARBOUR, TOWN_HALL, JOBS, *COPPER_4, COPPER_5, HERRING]
COLLECTION = Collection.of(MEETINGS, lambda: WORDS)
INDEX = COLLECTION.index


def ids(*meetings: Meeting) -> tuple[str, ...]:
    """In the order of the collection, as a filter has them."""
    return tuple(one.id for one in MEETINGS if one in meetings)
