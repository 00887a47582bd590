from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qa.reports.formats.leaving_out import Leaving
from qa.reports.formats.markup.edits import Edit, Edited


def test_edits_are_made_and_what_they_leave_out_is_named() -> None:
    leaving = Leaving()
    edited = Edited("is **40** now 55", [Edit(3, 5), Edit(7, 9), Edit(10, 14, kind="old")], leaving)
    assert edited.text == "is 40 55"
    assert [(part.kind, part.letters) for part in leaving.parts()] == [("old", 3)]


def test_an_edit_inside_of_another_one_is_none() -> None:
    assert Edited("abcdef", [Edit(2, 3), Edit(1, 5, "-")], Leaving()).text == "a-f"


@given(st.text("ab \n"), st.sets(st.integers(0, 40)))
def test_what_stays_is_where_it_is_said_to_be(text: str, gone: set[int]) -> None:
    edits = [Edit(at, at + 1) for at in gone if at < len(text)]
    edited = Edited(text, edits, Leaving())
    kept = [at for at in range(len(text)) if at not in gone]
    assert [edited.text[edited.place(at)] for at in kept] == [text[at] for at in kept]
