from __future__ import annotations

import pytest

from qa import errors
from qa.errors import QAError

KINDS = [
    kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, QAError)
]


def test_an_error_says_what_happened_and_what_to_do() -> None:
    error = QAError("The folder is empty.", "Name another one.")
    assert str(error) == "The folder is empty. Name another one."
    assert (error.message, error.cure) == ("The folder is empty.", "Name another one.")


def test_an_error_without_a_cure_has_no_space_at_its_end() -> None:
    assert str(QAError("It is no ordinary file.", "")) == "It is no ordinary file."


def test_codes_tell_the_kinds_apart() -> None:
    assert len({kind.code for kind in KINDS}) == len(KINDS) > 5


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_caught_as_the_base(kind: type[QAError]) -> None:
    with pytest.raises(QAError, match=r"What\. Cure\."):
        raise kind("What.", "Cure.")
