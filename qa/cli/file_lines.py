"""What was read of a file, side by side with what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import zip_longest
from pathlib import Path
from textwrap import wrap
from typing import Any

from qa.errors import ReportError
from qa.reports import LeftOut, ReadFile, read_file, read_regular
from qa.settings import Settings

_LEAST, _GAP = 30, "  |  "  # the width of a column


def read_alone(path: Path, settings: Settings) -> ReadFile:
    """Read a file as `qa index` does, but for a catalogue and its neighbours.

    Raises:
        ReportError: it can't be read.
    """
    try:
        return read_file(read_regular(path, settings.report_bytes), path.name, ocr=settings.ocr)
    except OSError as error:
        raise ReportError(f"{path} can't be read: {error.strerror}.", "Name a file.") from error


def file_values(read: ReadFile) -> dict[str, Any]:
    """All of it, for programs."""
    report = read.report
    return {
        "title": report.title,
        "date": report.date,
        "kept": read.kept,
        "left_out": [asdict(part) for part in read.left_out],
        "warnings": list(read.warnings),
        "sections": [section.title for section in report.sections],
        "pages": len(report.pages),
        "attached": [file_values(one) for one in read.attached],
        "text": report.text,
    }


def file_lines(read: ReadFile, width: int) -> list[str]:
    """For people, in two columns of a window that is so many characters wide."""
    report = read.report
    left = max(_LEAST, (width - len(_GAP)) * 2 // 3)
    right = max(_LEAST, width - len(_GAP) - left)
    head = [
        f"title: {report.title}",
        f"date: {report.date or 'unknown'}{f' ({read.dated.how})' if read.dated else ''}",
        f"kept: {read.kept:.1%} of its letters and digits, {len(report.text):,} characters",
        f"parts: {len(report.sections)} sections, {len(report.pages) or 'no'} pages",
        *(f"attached, by itself: {one.report.source}" for one in read.attached),
        *(f"warning: {warning}" for warning in read.warnings),
        "",
    ]
    columns = (["READ", *_wrapped(report.text.split("\n"), left)], _left_out(read.left_out, right))
    rows = zip_longest(*columns, fillvalue="")
    return [*head, *(f"{one:{left}}{_GAP}{other}".rstrip() for one, other in rows)]


def _left_out(parts: Sequence[LeftOut], width: int) -> list[str]:
    """The kind with the most letters comes first."""
    lines = ["LEFT OUT"] if parts else ["NOTHING LEFT OUT"]
    for part in sorted(parts, key=lambda part: -part.letters):
        lines += _wrapped([f"{part.kind}: {part.letters:,} letters"], width)
        lines += [f"  {line}" for line in _wrapped([f"{part.example} …"], width - 2)]
    return lines


def _wrapped(lines: Sequence[str], width: int) -> Iterator[str]:
    for line in lines:
        yield from wrap(line, width) or [""]
