from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reports.formats.office.rtf_streams import split_rtf


@pytest.mark.parametrize(
    ("source", "stream", "words"),
    [
        (r"{\rtf1{\header Board\par}Fees}", "header", "Board"),
        (r"{\rtf1{\headerf Board\par}Fees}", "header", "Board"),
        (r"{\rtf1{\footer {\b Draft}}Fees}", "footer", "Draft"),
        (r"{\rtf1 Fees{\footnote A day.}}", "notes", "A day."),
        (
            r"{\rtf1{\shp{\*\shpinst{\sp{\sn a}}{\shptxt Rise}}{\shprslt{\shptxt no}}}}",
            "boxes",
            "Rise",
        ),
        (r"{\rtf1 Fees{\*\annotation Check}}", "comments", "Check"),
        (r"{\rtf1 Fees {\strike 12}18}", "struck text", "12"),
        (r"{\rtf1 Fees \striked1 12\striked0 18}", "struck text", "12"),
        (r"{\rtf1 Fees \v secret\plain  rise}", "hidden text", "secret"),
        (r"{\rtf1 Fees {\deleted fall\u8364 ?}}", "deleted text", r"fall\u8364 ?"),
    ],
)
def test_words_are_in_the_stream_of_their_kind(source: str, stream: str, words: str) -> None:
    streams = split_rtf(source)
    assert words in streams[stream]
    assert words not in streams["text"]


@pytest.mark.parametrize(
    "source",
    [
        r"{\rtf1{\stylesheet{\s1\strike Old;}}Fees\par}",
        r"{\rtf1 Fees \strike0 18\v0 }",
        r"{\rtf1 {{a}} \{b\} \'e9 }}}",
        "",
        "\\",
    ],
)
def test_what_is_only_text_stays_together(source: str) -> None:
    assert set(split_rtf(source)) <= {"text"}


def test_binary_data_are_no_words() -> None:
    assert split_rtf(r"{\rtf1{\pict\bin3 }}}}Fees}")["text"] == r"{\rtf1{\pict}Fees}"


@given(st.text(r"{}\abv0 '*", max_size=60))
def test_any_source_is_split(source: str) -> None:
    assert isinstance(split_rtf(source), dict)


def test_a_code_that_no_letter_has_is_a_question_mark() -> None:
    assert (
        split_rtf(r"{\rtf1 Fees\u99999999 \u-99999 \u8364 ?}")["text"] == r"{\rtf1 Fees??\u8364 ?}"
    )
