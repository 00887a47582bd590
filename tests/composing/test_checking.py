from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.composing.checking import unsupported

FEES = "On Monday, the board raised the harbour fees by 12,400 euros, which pays for the new lock."
CAP = "NORWAY, supported by JAPAN, opposed the cap unless it covers aviation."


@pytest.mark.parametrize(
    ("written", "cited"),
    [
        (FEES, [FEES]),
        ("the board raised the harbour fees by 12,400 euros.", [FEES]),
        ("On Monday the board raised the harbour fees by 12,400 euros.", [FEES]),
        ("The board raised the harbour fees by 12,400 euros, and Málaga agreed.",
         [FEES, "Málaga agreed."]),
    ],
)  # fmt: skip
def test_the_words_of_what_is_cited_are_supported(written: str, cited: list[str]) -> None:
    assert unsupported(written, cited) is None


@pytest.mark.parametrize(
    ("written", "cited"),
    [
        ("The board raised the harbour fees by 12,500 euros.", [FEES]),  # another number
        ("The board raised the harbour fees by 12 euros.", [FEES]),
        ("The council raised the harbour fees by 12,400 euros.", [FEES]),  # another name
        ("The board raises the harbour fees by 12,400 euros.", [FEES]),  # another tense
        ("The board raised the fees by 12,400 euros.", [FEES]),  # a word less
        ("Ada Berg raised the harbour fees by 12,400 euros.", [FEES]),  # another subject
        ("JAPAN, supported by NORWAY, opposed the cap unless it covers aviation.", [CAP]),
        ("NORWAY opposed the cap.", [CAP]),  # a condition less
        ("NORWAY supported the cap unless it covers aviation.", [CAP]),
        ("The cap was approved.", ["The vote failed: the cap was approved by four of twelve."]),
        ("The fees rise.", ["The fees rise, if the council agrees."]),
        ("The bridge is unsafe.", ["According to JAPAN, the bridge is unsafe."]),
        ("Fees were 10.", ["In 2019, fees were 10."]),  # the year less
        ("The board raised the harbour fees by 12,400 euros.", [FEES, "Málaga agreed."]),
        ("The board raised the harbour fees.", []),
        ("", [FEES]),
    ],
)  # fmt: skip
def test_what_says_anything_else_is_not(written: str, cited: list[str]) -> None:
    assert unsupported(written, cited)


WORDS = st.sampled_from("norway japan opposed supported the cap fees 12 12,400 not only".split())


@given(sentence=st.lists(WORDS, min_size=2, max_size=9), written=st.lists(WORDS, min_size=1))
def test_of_a_sentence_in_one_piece_only_the_whole_is_supported(
    sentence: list[str], written: list[str]
) -> None:
    told = unsupported(" ".join(written), [" ".join(sentence)])
    assert (told is None) == (written == sentence)


@given(sentence=st.text(max_size=80), written=st.text(max_size=80))
def test_any_text_is_judged(sentence: str, written: str) -> None:
    assert unsupported(written, [sentence]) in (
        None,
        "it says nothing",
        "its words aren't those of what it cites",
    )
