"""Questions with the words that answer them, read from files or made here."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from qa.types import Span


@dataclass(frozen=True, slots=True)
class Example:
    """`text[answer.start:answer.end]` answers the question; None: the text doesn't say."""

    question: str
    text: str
    answer: Span | None
    header: str = ""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A question of an evaluation set with every answer that people gave."""

    question: str
    text: str
    golds: tuple[str, ...]


class _Line(NamedTuple):
    context: Mapping[str, Any]
    question: Mapping[str, Any]


@cache
def read_examples(path: Path, answerable: bool) -> list[Example]:
    """The answerable or the unanswerable questions of a training file."""
    return [_example(line) for line in _lines(path) if bool(line.question["answers"]) == answerable]


def read_labelled(path: Path) -> list[Labelled]:
    return [
        Labelled(
            line.question["question"],
            line.context["text"],
            tuple(answer["text"] for answer in line.question["answers"]),
        )
        for line in _lines(path)
    ]


def _lines(path: Path) -> Iterator[_Line]:
    contexts: dict[int, Mapping[str, Any]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            if "question" in line:
                yield _Line(contexts[line["context_id"]], line)
            else:
                contexts[line["context"]] = line


def _example(line: _Line) -> Example:
    answers = line.question["answers"]
    span = None
    if answers:
        start = answers[0]["start"]
        span = Span(start, start + len(answers[0]["text"].rstrip()))
    title = str(line.context.get("title") or "").replace("_", " ")
    return Example(line.question["question"], line.context["text"], span, title)
