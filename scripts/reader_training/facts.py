"""What invented meetings do (facts.txt): how reports say it, how users ask for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fact:
    """`answer` is the slot that the questions ask for; slots stand in braces."""

    answer: str
    said: tuple[str, ...]
    asked: tuple[str, ...]


def _read(text: str) -> Iterator[Fact]:
    for block in text.split("\n\n"):
        head, *lines = [line for line in block.splitlines() if not line.startswith("#")] or [""]
        answer, _, times = head.partition(" ")
        if answer:
            said, asked = (
                tuple(line[2:] for line in lines if line.startswith(mark)) for mark in "+?"
            )
            yield from [Fact(answer, said, asked)] * int(times or 1)


FACTS = tuple(_read((Path(__file__).parent / "facts.txt").read_text(encoding="utf-8")))
