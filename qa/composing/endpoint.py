"""Calls an OpenAI-compatible endpoint, and gives what its model writes as it comes."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from qa.errors import QAError

_CURE = "The answer in the reports' own words stands. Try again, or look at the model's server."
_MOST_CHARS = 8_000  # a model that goes on and on is cut off
_LONGEST_LINE = 64_000


class ComposingError(QAError):
    """A language model doesn't answer, breaks off, or sends what isn't an answer."""

    code = "composing"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """`url` is the base, such as http://127.0.0.1:8080/v1. `key` is never shown.

    A reply that takes longer than `seconds`, or pauses for so long, is given up.
    """

    url: str
    model: str
    key: str = field(default="", repr=False)
    seconds: float = 60.0

    def write(self, messages: Sequence[dict[str, str]]) -> Iterator[str]:
        """The model's words, a piece at a time.

        Raises:
            ComposingError: it can't be reached, takes too long, breaks off, or sends rubbish.
        """
        import httpx2

        try:
            yield from self._stream(messages)
        except httpx2.TimeoutException as error:
            raise ComposingError(
                f"The language model took longer than {self.seconds:g} seconds.", _CURE
            ) from error
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise ComposingError(
                f"The language model can't be reached or broke off ({type(error).__name__}).", _CURE
            ) from error

    def _stream(self, messages: Sequence[dict[str, str]]) -> Iterator[str]:
        import httpx2

        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        body = {"model": self.model, "messages": messages, "stream": True, "temperature": 0}
        address = f"{self.url.rstrip('/')}/chat/completions"
        until = time.monotonic() + self.seconds
        with httpx2.stream("POST", address, json=body, headers=headers, timeout=self.seconds) as r:
            if r.status_code != httpx2.codes.OK:
                raise ComposingError(
                    f"The language model's server refused ({r.status_code}).",
                    "Look at the settings language_model_url, language_model and its key.",
                )
            yield from _contents(_lines(r.iter_text(), until, self.seconds))


def _lines(pieces: Iterator[str], until: float, seconds: float) -> Iterator[str]:
    """The lines of a reply. The clock is looked at with each piece: one may drip without a line."""
    pending = ""
    for piece in pieces:
        if time.monotonic() > until:
            raise ComposingError(f"The language model took longer than {seconds:g} seconds.", _CURE)
        *lines, pending = (pending + piece).split("\n")
        yield from lines
        if len(pending) > _LONGEST_LINE:
            raise ComposingError("The language model sent what isn't an answer.", _CURE)
    if pending:
        yield pending


def _contents(lines: Iterator[str]) -> Iterator[str]:
    """What the events add to the message, until the one that says that it is done."""
    chars = 0
    for line in lines:
        data = line.removeprefix("data:").strip()
        if data == "[DONE]":
            return
        if line.startswith("data:") and (piece := _content(data)):
            yield piece
            chars += len(piece)
            if chars > _MOST_CHARS:
                return
    raise ComposingError("The language model broke off.", _CURE)


def _content(data: str) -> str:
    try:
        made: Any = json.loads(data)
        choices = made["choices"]
        return str(choices[0]["delta"].get("content") or "") if choices else ""
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise ComposingError("The language model sent what isn't an answer.", _CURE) from error
