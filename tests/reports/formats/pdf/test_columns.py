from __future__ import annotations

from qa.reports.formats.pdf.columns import in_reading_order
from qa.reports.formats.pdf.segments import Segment


def _segment(text: str, left: float, base: float, size: float = 10) -> Segment:
    return Segment(text, left, left + 5 * len(text), base, size, False, base / 800)


def _texts(segments: list[Segment]) -> list[str]:
    return [line.text for line in in_reading_order(segments, 1)]


def _column(name: str, left: float, top: float, lines: int = 6) -> list[Segment]:
    return [_segment(f"column {name}, line number {n}", left, top - 12 * n) for n in range(lines)]


def test_two_columns_are_read_one_after_the_other() -> None:
    one, other = _column("a", 50, 700), _column("b", 300, 700)
    mixed = [segment for pair in zip(one, other, strict=True) for segment in pair]
    assert _texts(mixed) == [segment.text for segment in (*one, *other)]


def test_three_columns_as_well() -> None:
    columns = [_column(name, left, 700) for name, left in (("a", 20), ("b", 200), ("c", 380))]
    assert _texts([s for column in columns[::-1] for s in column]) == [
        segment.text for column in columns for segment in column
    ]


def test_what_spans_the_columns_parts_them() -> None:
    above = [*_column("a", 50, 700), *_column("b", 300, 700)]
    below = [*_column("c", 50, 500), *_column("d", 300, 500)]
    title = _segment("A title over both of the columns, from the left to the right", 60, 560)
    assert _texts([title, *below, *above]) == [s.text for s in (*above, title, *below)]


def test_a_table_stays_in_rows() -> None:
    cells = [
        _segment(word, left, 700 - 12 * n)
        for n in range(6)
        for word, left in (("ab", 50), ("cd", 300))
    ]
    assert _texts(cells) == ["ab | cd"] * 6
    assert all(line.row for line in in_reading_order(cells, 1))


def test_raised_letters_stand_on_their_line() -> None:
    words = [_segment("CO", 50, 700), _segment("2", 60.5, 697, 6), _segment("falls", 75, 700)]
    assert _texts(words) == ["CO2 falls"]


def test_an_empty_page_has_no_lines() -> None:
    assert _texts([]) == []


def test_a_table_whose_cells_wrap_is_none_of_columns() -> None:
    cells = [
        _segment(words, left, 700 - 24 * n - 12 * below)
        for n in range(4)
        for words, left, below in (
            (f"Decision number {n} on fees, which", 50, 0),
            ("are raised by the whole board", 50, 1),
            (f"The owner {'abcd'[n]} Lind", 300, 0),
        )
    ]
    assert _texts(cells) == [
        f"Decision number {n} on fees, which are raised by the whole board | The owner {x} Lind"
        for n, x in enumerate("abcd")
    ]
