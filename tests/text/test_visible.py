from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given

from qa.text.visible import visible
from tests.samples import report_texts, texts


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Had\xaddad", "Haddad"),
        ("har\xad\n  bour, pro-\nposed", "harbour, pro-\nposed"),
        ("end\xad\n\nNext", "end\n\nNext"),
        ("a\u200bb\ufeffc\u2060d", "abcd"),
        ("\u202eabc\u202c \u200f(d)", "abc (d)"),
        ("ﬁve oﬃces ﬂood", "five offices flood"),
        ("12\xa0000\u202feuros", "12 000 euros"),
        ("Jose\u0301", "José"),
        ("e\u034f\u0301", "é"),
        ("in\u200cvisi\u200dble", "invisible"),
    ],
)
def test_text_is_what_a_person_reads(text: str, seen: str) -> None:
    assert visible(text) == seen


@pytest.mark.parametrize(
    "text", ["👩\u200d🌾", "🏴\u200d☠\ufe0f", "می\u200cخواهم", "क्\u200dष", "1½ m²", "\f\u2028"]
)
def test_what_is_needed_stays(text: str) -> None:
    assert visible(text) == text


@given(texts | report_texts)
def test_what_is_clean_stays_and_is_composed(text: str) -> None:
    seen = visible(text)
    assert visible(seen) == seen
    assert unicodedata.is_normalized("NFC", seen)
