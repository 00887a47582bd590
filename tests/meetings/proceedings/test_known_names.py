from __future__ import annotations

from qa.meetings.proceedings.known_names import known_names, titles_by_name
from qa.types import Person, Span
from tests.meetings.proceedings.invented import blocks


def test_words_that_stand_for_somebody() -> None:
    text = "We heard that Kestria left.\n\nData was lost. Later the data came back.\n"
    read, found = blocks(text, "a.txt")
    person = Person("Una Falk", "", Span(0, 1), Span(0, 1))
    known = known_names(read.text, found, [person])
    assert {"Kestria", "Una", "Falk", "Una Falk"} <= known
    assert "Data" not in known


def test_she_or_he() -> None:
    people = [Person(name, "", Span(0, 1), Span(0, 1)) for name in ("Ms Falk", "Oskar Lind")]
    assert titles_by_name(people) == {"falk": "she"}
