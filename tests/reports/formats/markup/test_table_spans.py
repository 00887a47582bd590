from __future__ import annotations

import pytest

from qa.reports.formats.markup.markup import read_markup


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        (
            "<tr><td rowspan=2>Lights<td>Quist<td>aye<tr><td>Okafor<td>nay"
            "<tr><td>Pier<td>Berg<td>aye",
            "Lights | Quist | aye\n\nLights | Okafor | nay\n\nPier | Berg | aye",
        ),
        (
            "<tr><td>Quist<td rowspan=2>the pier<td>May<tr><td>Berg<td>June",
            "Quist | the pier | May\n\nBerg | the pier | June",
        ),
        (
            "<tr><td>Quist<td rowspan=0>aye<tr><td>Berg<tr><td>Ek",
            "Quist | aye\n\nBerg | aye\n\nEk | aye",
        ),
        ("<tr><td colspan=2>Votes<td>Day<tr><td>a<td>b<td>c", "Votes | | Day\n\na | b | c"),
        ("<tr><td colspan=3>Votes<tr><td>a<td>b<td>c", "Votes\n\na | b | c"),
        ("<tr><td rowspan=2 colspan=2>a<td>b<tr><td>c", "a | | b\n\na | c"),
        ("<tr><td rowspan=2><s>a</s>x<td>b<tr><td>c<td>d", "x | b\n\nc | d"),
        ("<tr><td rowspan=x>a<td rowspan=-3>b<tr><td>c<td>d", "a | b\n\nc | d"),
    ],
)
def test_each_row_has_the_words_of_all_its_columns(rows: str, text: str) -> None:
    assert read_markup(f"<table>{rows}</table>").text() == text


def test_the_next_table_begins_anew() -> None:
    tables = "<table><tr><td rowspan=9>a<td>b</table><table><tr><td>c<td>d</table>"
    assert read_markup(tables).text() == "a | b\n\nc | d"


def test_what_is_long_or_much_is_not_repeated() -> None:
    long = f"<tr><td rowspan=2>{'a ' * 99}<td>b<tr><td>c<td>d"
    assert read_markup(f"<table>{long}</table>").text().endswith("\n\nc | d")
    wide = "<tr>" + "<td rowspan=2>a" * 20 + "<tr><td>b<td>c"
    assert read_markup(f"<table>{wide}</table>").text().endswith("a | " * 8 + "b | c")
