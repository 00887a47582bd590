from __future__ import annotations

import pytest

from qa.questions.language import language_of, main_language


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("who chaired the session?", "English"),
        ("Who is Juan de la Cruz?", "English"),
        ("where was the de la Rue meeting held", "English"),
        ("quien presidió la sesión de empleo", "Spanish"),
        ("¿Dónde fue la reunión?", "Spanish"),
        ("Qui a présidé la réunion ?", "French"),
        ("Où était la conférence ?", "French"),
        ("Wer leitete die Sitzung?", "German"),
        ("Wo fand die Tagung statt?", "German"),
        ("Chi ha presieduto la riunione?", "Italian"),
        ("Quem presidiu a reunião?", "Portuguese"),
        ("Wie was de voorzitter van de vergadering?", "Dutch"),
        ("weir tolls", None),
        ("Jonas Weber", None),
        ("San Juan", None),
    ],
)
def test_small_words_tell_the_language(question: str, language: str | None) -> None:
    assert language_of(question) == language


def test_the_reports_have_a_language() -> None:
    assert main_language(lambda: {"die": 90, "der": 80, "und": 70, "the": 3}) == "German"
    assert main_language(dict) == "English"
