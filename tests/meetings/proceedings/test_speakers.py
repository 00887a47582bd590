from __future__ import annotations

import pytest

from qa.meetings.proceedings.speakers import voices

_KNOWN = {"Kestria", "Sorvane", "Mara"}


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("KESTRIA said the pier is long.", ["KESTRIA"]),
        ("KESTRIA, supported by SORVANE, said the pier is long.", ["KESTRIA", "SORVANE+"]),
        ("KESTRIA, opposed by SORVANE, urged a break.", ["KESTRIA", "SORVANE-"]),
        ("KESTRIA opposed the cap, while SORVANE supported it.", ["KESTRIA-", "SORVANE+"]),
        ("On money, Kestria noted a gap.", ["Kestria"]),
        ("According to Dr Falk, the count is off.", ["Dr Falk"]),
        ('"We lost," said Una Falk.', ["Una Falk"]),
        ("None of it can be done alone, Ms Falk argued.", ["Ms Falk"]),
        ("She added that it was late.", ["she"]),
        ("“It was late,” he said.", ["he"]),
        ("Una Falk asked about lamps; Mara replied that none were left.", ["Una Falk", "Mara"]),
        ("The delegate of Kestria, Matthias Oder, said no.", ["Matthias Oder"]),
        ("With SORVANE, she stressed the cost.", ["she", "SORVANE"]),
        (
            "The participant from the Fen Trust doubted this.",
            ["The participant from the Fen Trust"],
        ),
        ("Delegates met at noon.", []),
        ("This suggests that it is late.", []),
        ("The pier is long.", []),
    ],
)
def test_who_speaks(words: str, right: list[str]) -> None:
    sign = {"supports": "+", "opposes": "-", None: ""}
    assert [f"{one.name}{sign[one.stance]}" for one in voices(words, _KNOWN)] == right


def test_one_word_is_a_name_only_where_it_is_known() -> None:
    assert voices("Mara said so.", ()) == []
