from __future__ import annotations

from qa.reports.formats.pdf.rules import NO_RULES, Rule, Rules
from qa.reports.formats.pdf.segments import Segment
from qa.reports.formats.pdf.tables import lines_of


def _segment(text: str, left: float, base: float) -> Segment:
    return Segment(text, left, left + 5 * len(text), base, 10, False, base / 800)


def _texts(segments: list[Segment], rules: Rules = NO_RULES) -> list[str]:
    return [line.text for line in lines_of(segments, 1, rules)]


PRESENT = [_segment(name, 50, 700 - 14 * n) for n, name in enumerate(("Present", "Berg", "Dahl"))]
EXCUSED = [_segment(name, 250, 700 - 14 * n) for n, name in enumerate(("Excused", "Ek", "Moe"))]
PAIRS = [segment for pair in zip(PRESENT, EXCUSED, strict=True) for segment in pair]


def test_two_lists_stay_two_lists() -> None:
    assert _texts([*PRESENT, *EXCUSED]) == ["Present", "Berg", "Dahl", "Excused", "Ek", "Moe"]


def test_what_is_written_row_by_row_is_read_so() -> None:
    assert _texts(PAIRS) == ["Present | Excused", "Berg | Ek", "Dahl | Moe"]


def test_rules_between_the_lines_make_rows() -> None:
    levels = tuple(Rule(at, 50, 290) for at in (694, 680))
    assert _texts([*PRESENT, *EXCUSED], Rules(levels))[1:] == ["Berg | Ek", "Dahl | Moe"]


def test_labels_and_values_are_one_however_they_are_written() -> None:
    labels = [_segment(f"{name}:", 50, 700 - 14 * n) for n, name in enumerate("abc")]
    values = [_segment(value, 150, 700 - 14 * n) for n, value in enumerate(("one", "two", "six"))]
    assert _texts([*labels, *values]) == ["a: one", "b: two", "c: six"]


def test_a_cell_of_several_lines_belongs_to_its_row() -> None:
    more = _segment("and his deputy", 250, 676)
    low = [_segment("Lind", 50, 662), _segment("Lie", 250, 662)]
    assert _texts([*PAIRS[:4], _segment("of Zeeport", 250, 674), *low])[1:] == [
        "Berg | Ek of Zeeport",
        "Lind | Lie",
    ]
    assert _texts([*PAIRS[:2], more])[0] == "Present | Excused and his deputy"


def test_prose_below_a_table_is_none_of_it() -> None:
    prose = _segment("The board met in the town hall of Zeeport, as it does in May.", 50, 658)
    assert _texts([*PAIRS, prose])[-1] == prose.text


def test_one_list_may_be_longer() -> None:
    longer = [*PRESENT, _segment("Lind of the", 50, 658), _segment("west channel", 50, 644)]
    assert _texts([*longer, *EXCUSED]) == [
        *("Present", "Berg", "Dahl", "Lind of the west channel"),
        *("Excused", "Ek", "Moe"),
    ]
