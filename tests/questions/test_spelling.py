from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.questions import Collection
from qa.questions.spelling import is_known, mended
from tests.questions.invented import COLLECTION


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wen is the anual meetng", "when is the annual meeting"),
        ("who charied the orchrad comittee", "who chaired the orchard committee"),
        ("mechanisims complience", "mechanisms compliance"),
        ("emploiment sesion", "employment session"),
        ("orchrad workng group", "orchard working group"),
        ("Wich levy?", "Which levy?"),
    ],
)
def test_a_slip_is_mended(typed: str, meant: str) -> None:
    assert mended(typed, COLLECTION) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "what is the price of plaice at the ferry?",  # English has them
        "who asked Ms Orchrad?",  # a name that isn't there
        "is AQUOTA in 2014 a quotta-like thing?",
        "who said quotas?",  # another form
        "how deep is the silt after the shutdown of woolly mills?",
        "the wardens' budget",
    ],
)
def test_what_is_right_stays(typed: str) -> None:
    assert mended(typed, COLLECTION) == typed


def test_a_word_of_the_reports_is_never_changed() -> None:
    odd = Collection.of((), lambda: {"orchrad": 1, "orchard": 500, "wen": 3})
    assert mended("wen did the orchrad flood", odd) == "wen did the orchrad flood"


def test_words_are_known_from_the_reports_or_from_english() -> None:
    assert is_known("Inclusivity", COLLECTION)
    assert is_known("football", COLLECTION)
    assert not is_known("qwer", COLLECTION)


@given(st.text())
def test_any_text_keeps_its_number_of_words(text: str) -> None:
    assert len(mended(text, COLLECTION).split()) == len(text.split())


def test_a_country_without_its_apostrophe() -> None:
    collection = Collection.of((), lambda: {"japan": 3, "france": 1, "frances": 1})
    assert mended("how did japans position change", collection) == (
        "how did japan's position change"
    )
    assert mended("what did frances say of perus fleet", collection) == (
        "what did frances say of perus fleet"
    )
