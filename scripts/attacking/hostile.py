"""All hostile files, and what becomes of each: read, refused with a reason, or worse."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from qa.errors import ReportError
from qa.meetings import UNRECORDED, read_recorded
from qa.reports import Failure, Limits, split_passages
from scripts.attacking.markup_files import captions, mails, pages, rich_texts, text_files
from scripts.attacking.office_files import office_files
from scripts.attacking.pdf_files import pdf_files

_LIMITS = Limits(256, 64)
_SLOW = 150  # seconds: what the slowest format may take, and the splitting


@dataclass(frozen=True, slots=True)
class Fate:
    """`how` is "read", "refused", "slow" or "traceback"; `seconds` are of reading and splitting."""

    name: str
    how: str
    seconds: float
    why: str = ""


def hostile_files(letters: int) -> Mapping[str, bytes]:
    """By name; `letters` is the size of those that only repeat something."""
    makers: tuple[Callable[[int], Mapping[str, bytes]], ...] = (
        text_files, pages, captions, mails, rich_texts, office_files, pdf_files,
    )  # fmt: skip
    return {name: raw for make in makers for name, raw in make(letters).items()}


def fates(files: Iterable[tuple[str, bytes]]) -> Iterable[Fate]:
    """What becomes of each file, which is read, recorded and split as `qa index` does."""
    for name, raw in files:
        began = time.perf_counter()
        how, why = _tried(name, raw)
        seconds = time.perf_counter() - began
        yield Fate(name, "slow" if seconds > _SLOW else how, seconds, why)


def _tried(name: str, raw: bytes) -> tuple[str, str]:
    try:
        for one in read_recorded(raw, name):
            if isinstance(one, Failure):
                return "traceback" if UNRECORDED in one.reason else "refused", one.reason
            split_passages(one.report, _LIMITS, _count_words, one.sentences())
    except ReportError as error:
        return "traceback" if UNRECORDED in error.message else "refused", error.message
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - a panic of a library is no Exception
        return "traceback", f"{type(error).__name__}: {error}"[:200]
    return "read", ""


def _count_words(texts: Sequence[str]) -> list[int]:
    """Tokens, about: the model's own words aren't needed to see what is slow."""
    return [len(text) // 4 + 1 for text in texts]
