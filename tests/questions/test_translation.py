from __future__ import annotations

import pytest

from qa.questions.translation import in_english

KNOWN = {"lisbon": 3, "history": 2, "hfc": 4, "ict": 3}


@pytest.mark.parametrize(
    ("question", "english"),
    [
        (
            "¿Quién fue elegido presidente en abril de 2021?",
            "who was elected president in April of 2021?",
        ),
        ("Qui a présidé la ICT 5 ?", "who chaired ICT 5?"),
        ("Wer war Präsident der ICT 5?", "who was president of ICT 5?"),
        ("Chi ha presieduto la ICT 5?", "who chaired ICT 5?"),
        ("Wo fand die zwölfte Sitzung statt?", "where was twelfth session held?"),
    ],
)
def test_question_words_and_names_suffice(question: str, english: str) -> None:
    assert in_english(question, KNOWN) == (english, [])


def test_other_words_are_told() -> None:
    assert in_english("quien presidió la sesión de empleo", KNOWN)[1] == ["empleo"]
    assert in_english("was hat Norwegen gesagt?", KNOWN)[1] == ["Norwegen"]
    assert in_english("Wo liegt Norwegen?", {})[1] == ["liegt"]  # nothing is known of names
