from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reports.formats.pdf.glyphs import Glyph
from qa.reports.formats.pdf.marks import without_marks


def _glyphs(*parts: tuple[str, bool]) -> list[Glyph]:
    """Letters side by side; those of some parts are raised and small."""
    glyphs: list[Glyph] = []
    at = 50.0
    for words, up in parts:
        for letter in words:
            size, base = (6, 703.5) if up else (10, 700)
            glyphs.append(Glyph(letter, at, at + size / 2, base, size, False))
            at += size / 2
    return glyphs


def _read(*parts: tuple[str, bool]) -> tuple[str, list[str]]:
    kept, marks = without_marks(_glyphs(*parts))
    return "".join(glyph.letter for glyph in kept), marks


@pytest.mark.parametrize("mark", ["2", "14", "*", "†", "[3]", "1,2"])
def test_marks_go_and_are_told(mark: str) -> None:
    assert _read(("18", False), (mark, True), (" euros", False)) == ("18 euros", [mark])


def test_ordinals_stay() -> None:
    assert _read(("the 1", False), ("st", True), (" of May", False)) == ("the 1st of May", [])


@pytest.mark.parametrize("before", ["60 m", "5 km", "per km", "× 10", "9 ft"])
def test_units_and_powers_are_written_as_such(before: str) -> None:
    assert _read((before, False), ("2", True), (" in all", False)) == (f"{before}² in all", [])


def test_a_word_that_looks_like_a_unit_is_none() -> None:
    assert _read(("put in", False), ("2", True)) == ("put in", ["2"])


def test_negative_powers_and_cents_stay() -> None:
    assert _read(("s", False), ("-1", True))[0] == "s⁻¹"
    assert _read(("$4", False), ("99", True))[0] == "$4⁹⁹"
    assert _read(("at 19", False), ("00", True))[0] == "at 19⁰⁰"


def test_a_fraction_does_not_run_into_its_number() -> None:
    assert _read(("3", False), ("1", True), ("/", False), ("2 hours", False))[0] == "3 1/2 hours"


def test_a_lowered_digit_stays() -> None:
    glyphs = _glyphs(("CO", False), ("2", True))
    glyphs[2] = glyphs[2]._replace(base=697)
    assert without_marks(glyphs) == (glyphs, [])


def test_the_note_s_own_mark_stays_before_it() -> None:
    assert _read(("2", True), (" Without tax.", False)) == ("2 Without tax.", [])


@given(st.lists(st.tuples(st.text("ab 12*", max_size=4), st.booleans()), max_size=6))
def test_what_is_not_raised_stays(parts: list[tuple[str, bool]]) -> None:
    kept, marks = without_marks(_glyphs(*parts))
    letters = sum(not glyph.letter.isspace() for glyph in kept) + sum(map(len, marks))
    assert letters == sum(not c.isspace() for words, _ in parts for c in words)
