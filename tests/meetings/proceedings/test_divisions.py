from __future__ import annotations

from qa.meetings.proceedings.divisions import divisions
from tests.meetings.proceedings.invented import blocks


def test_names_below_their_side() -> None:
    text = "Clause 4\n\nFor\nAsh, Ivo\nFalk, Una\n\nAgainst\nElm, Mara\n\nThe Chair: It is lost.\n"
    read, found = blocks(text, "a.txt")
    (vote,) = divisions(found)
    assert vote.votes
    assert dict(vote.votes.by) == {"Ash, Ivo": "aye", "Falk, Una": "aye", "Elm, Mara": "no"}
    assert read.text[slice(*vote.span)].startswith("For\nAsh")


def test_prose_is_no_list() -> None:
    _, found = blocks("For\nthe boats, we need a new quay.\n", "a.txt")
    assert not list(divisions(found))
