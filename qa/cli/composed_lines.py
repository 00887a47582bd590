"""What a language model wrote of an answer, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qa.cli.printing import one_line
from qa.composing import Written
from qa.errors import SettingsError
from qa.parts import open_composer
from qa.settings import Settings
from qa.types import Answer


def composed(settings: Settings, answer: Answer) -> list[Written]:
    """
    Raises:
        SettingsError: no language model is set.
        ComposingError: it doesn't answer.
    """
    composer = open_composer(settings)
    if composer is None:
        raise SettingsError(
            "No language model is set, so none can write.",
            "Set language_model_url and language_model, or leave out --compose.",
        )
    return list(composer.compose(answer))


def composed_lines(written: Sequence[Written], model: str) -> Iterator[str]:
    """The sentences with where they stand, and how many were struck."""
    yield ""
    yield f"Written by {model or 'a language model'} from these sentences:"
    for one in written:
        if one.struck is None:
            places = ", ".join(dict.fromkeys(citation.source for citation in one.citations))
            yield f"  {one_line(one.text)} [{places}]"
    struck = sum(one.struck is not None for one in written)
    if struck or not written:
        yield f"  {struck} more of its sentences were struck: they aren't what they cite."
