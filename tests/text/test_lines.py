from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text.lines import bars, breaks, is_row, said_by
from tests.samples import report_texts, texts


def _blocks(text: str) -> list[str]:
    ends = [0, *breaks(text), len(text)]
    pieces = [text[a:b].strip() for a, b in zip(ends, ends[1:], strict=False)]
    return [piece for piece in pieces if piece]


LISTS = {
    "a log": "10:01:22 <ana> topic: fees\n10:01:30 <jo> +1\n10:02:10 <ana> RESOLVED: they rise",
    "a log in brackets": "[10:01] <ana> hello\n[10:02] * jo nods",
    "a chat": "Ana Blom  10:31 AM\nThe fee should rise\nJo Ek  10:32 AM\nAgreed",
    "nicks": "<ana> hello\n<jo> hello, and\n<ana> we begin",
    "a transcript": "Ana Blom: Shall we begin?\nJo Ek: Yes\nAna Blom: The fees, then",
    "a roll call": "AYES: Blom, Ek\nNOES: Lund\nMOTION CARRIED 2-1.",
    "votes": "Blom - aye\nEk - no\nMr Lund - absent",
    "rows": "| Name | Role |\n|---|---|\n| Ana Blom | Chair |",
    "bare rows": "Name | Role\nAna Blom | Chair",
    "columns": "Ana Blom\tChair\nJo Ek\tClerk",
    "wide columns": "Ana Blom     Chair\nJo Ek        Clerk",
    "items": "- Ana Blom\n• Jo Ek\n2) Per Lund\n(b) Ida Moe",
}


@pytest.mark.parametrize("kind", LISTS)
def test_a_line_that_stands_alone_is_a_block(kind: str) -> None:
    assert _blocks(LISTS[kind]) == LISTS[kind].split("\n")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("AYES: Blom, Ek,\nLund, Moe\nNOES: none", 2),
        ("Present:\nAna Blom\nJo Ek\nAbsent:\nPer Lund", 2),
        ("Ana: we should tell the harbour master as soon and as\n    widely as we can\nJo: yes", 2),
        ("- Ana: tell the harbour master\n  who is away\n- Jo: no", 2),
        ("The board met on Monday.\nAbsent: Per Lund", 2),
        ("We met.\n\nThey left.", 2),
    ],
)
def test_lines_that_go_on_are_one_block(text: str, count: int) -> None:
    assert len(_blocks(text)) == count


# A time that began every fourth line would be a log's.
_ONCE = (
    "The council met at 10:30 in the hall and heard the treasurer: the fee rises. Decision: it was "
    "approved. Ms Blom said no, and Mr Ek was absent. Note: nobody spoke of the second quay, the "
    "lamps or Lund: he was ill. "
)
WORDS = _ONCE + _ONCE.replace("10:30", "noon") * 5


@given(st.integers(45, 100), st.integers(0, 200))
def test_prose_that_is_wrapped_is_one_block(width: int, start: int) -> None:
    prose = " ".join(WORDS[start:].split())
    plain = prose.replace(": ", " ")
    assert len(_blocks("\n".join(textwrap.wrap(plain, width)))) == 1


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("| a | b |", True),
        ("a | b", True),
        ("a b", False),
        ("a|b", False),
        ("x" * 90 + " | b", False),
    ],
)
def test_a_row_has_bars_between_its_cells(line: str, row: bool) -> None:
    assert is_row(line) == row


@given(texts | report_texts)
def test_blocks_end_at_new_lines_in_order(text: str) -> None:
    found = breaks(text)
    assert found == sorted(set(found))
    assert all(text[at] == "\n" for at in found)


@pytest.mark.parametrize(
    "piece", [" ", "\t", "\n", "a |", "a:", "A ", "10:30 ", "<a", "* ", "\n \t"]
)
def test_signs_without_end_take_no_time(piece: str) -> None:
    found = list(breaks(piece * 50_000))
    assert found == sorted(found)


def test_bars_are_those_between_the_cells_of_rows() -> None:
    text = "a|b\n| c | d |\ne \\| f"
    assert bars(text) == [4, 8, 12]


@pytest.mark.parametrize(
    ("utterance", "front"),
    [
        ("10:01:22 <ana> pay", "10:01:22 <ana> "),
        ("[2024-03-04 10:01] <ana> pay", "[2024-03-04 10:01] <ana> "),
        ("<ana> pay", "<ana> "),
        ("Ana: pay", ""),
        ("10:01 we met", ""),
    ],
)
def test_who_said_it_stands_in_front(utterance: str, front: str) -> None:
    assert said_by(utterance) == front
