"""Rows that stand together -> tables, whose cells are spans of the report's text.

Markdown's rows have a bar at both ends, those of other formats only between cells. A page of a PDF
says the head of the column in each cell («Member: Ann Croft | For: X») and leaves out empty ones.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from qa.meetings.proceedings.choices import presence_of, vote_of
from qa.meetings.proceedings.outline import Block
from qa.meetings.wording import ROLE_WORDS
from qa.types import Span

_RULE = re.compile(r"[\s|:+-]*--[\s|:+-]*")
_BAR = re.compile(r"(?<!\\)\|")
_MARKS = " \t*_`"
_HEADED = re.compile(r"(?P<head>[^:|]{1,30}):\s+")
_WIDEST = 60  # columns
# What stands above a column of people.
_PEOPLE = ROLE_WORDS | frozenset("name names person people".split())


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of a cell, without marks, and where they are."""

    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table with its head, all with the same number of cells."""

    rows: tuple[tuple[Cell, ...], ...]
    span: Span
    section: str | None
    spans: tuple[Span, ...]  # of the rows, and of the rule below the head

    def turned(self) -> Table:
        """The same with its columns as rows."""
        return Table(tuple(zip(*self.rows, strict=True)), self.span, self.section, self.spans)


def is_table_row(block: Block) -> bool:
    """Whether a block is a row, in any format."""
    if block.heading or "\n" in block.text:
        return False
    return block.is_row or " |" in block.text


def tables(text: str, blocks: Sequence[Block]) -> Iterator[Table]:
    """The tables of two rows or more, in order. One ends where rows have more or fewer cells."""
    for (is_row, _), group in groupby(blocks, lambda one: (is_table_row(one), one.section)):
        rows = list(group)
        if is_row and len(rows) > 1:
            yield from _tables(text, rows)


def row_cells(text: str, block: Block) -> list[Cell]:
    """The cells of a row by itself that have words."""
    return [cell for cell in _cells(text, block.span, _is_framed(block.text)) if cell.words]


def labelled_cells(text: str, block: Block) -> Iterator[tuple[Cell, Cell]]:
    """The first cell of a row as a label of the others: «Present | Ivo Ash | Una Oak».

    Four cells or more may be pairs: what stands third is told as a label too.
    """
    cells = row_cells(text, block)
    rest = cells[1:]
    yield from ((cells[0], cell) for cell in rest)
    yield from zip(rest[1::2], rest[2::2], strict=False)


def _tables(text: str, blocks: Sequence[Block]) -> Iterator[Table]:
    rules = {n for n, one in enumerate(blocks) if _RULE.fullmatch(one.text)}
    framed = bool(rules) or all(_is_framed(one.text) for one in blocks)
    cells = [_cells(text, one.span, framed) for one in blocks]
    for start, end in pairwise([*_starts(cells, rules), len(blocks)]):
        rows = _headed([cells[n] for n in range(start, end) if n not in rules])
        width = max(map(len, rows), default=0)
        if len(rows) > 1 and 1 < width <= _WIDEST:
            yield _table([_filled(row, width) for row in rows], blocks[start:end])


def _table(rows: Sequence[tuple[Cell, ...]], blocks: Sequence[Block]) -> Table:
    span = Span(blocks[0].span.start, blocks[-1].span.end)
    return Table(tuple(rows), span, blocks[0].section, tuple(one.span for one in blocks))


def _starts(cells: Sequence[Sequence[Cell]], rules: Collection[int]) -> list[int]:
    """The rows with which a table begins: those above a rule, other heads, other columns."""
    starts = [0]
    for n in range(1, len(cells)):
        above = cells[starts[-1]]
        if n + 1 in rules or _is_head(cells[n]) or not _goes_on(above, cells[n], n in rules):
            starts.append(n)
    return starts


def _goes_on(head: Sequence[Cell], row: Sequence[Cell], is_rule: bool) -> bool:
    """Whether a row has the columns of the head above it."""
    return is_rule or len(row) == len(head) or _is_headed(row, [cell.words for cell in head])


def _is_head(row: Sequence[Cell]) -> bool:
    """«Name | Present | Absent»: tables may stand below each other with nothing between."""
    first, *rest = (cell.words for cell in row)
    options = {told for words in rest if (told := vote_of(words) or presence_of(words))}
    return len(options) > 1 and (not first or first.lower() in _PEOPLE)


def _is_framed(row: str) -> bool:
    bare = row.strip()
    return bare.startswith("|") and bare.endswith("|")


def _cells(text: str, span: Span, framed: bool) -> list[Cell]:
    bars = [match.start() for match in _BAR.finditer(text, *span)]
    edges = [span.start - 1, *bars, span.end]
    if framed and bars and not text[span.start : bars[0]].strip():
        edges = edges[1:]
    if framed and len(edges) > 1 and not text[edges[-2] + 1 : span.end].strip():
        edges = edges[:-1]
    return [_cell(text, a + 1, b) for a, b in pairwise(edges)]


def _cell(text: str, start: int, end: int) -> Cell:
    words = text[start:end]
    start += len(words) - len(words.lstrip(_MARKS))
    words = words.strip(_MARKS)
    return Cell(words, Span(start, start + len(words)))


def _filled(row: Sequence[Cell], width: int) -> tuple[Cell, ...]:
    end = row[-1].span.end if row else 0
    return (*row, *[Cell("", Span(end, end))] * (width - len(row)))


def _headed(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Rows whose cells say their column's head, each cell at that column's place."""
    heads = [cell.words for cell in rows[0]] if rows else []
    if not heads or not all(_is_headed(row, heads) for row in rows[1:]):
        return rows
    return [rows[0], *(list(_placed(row, heads)) for row in rows[1:])]


def _is_headed(row: Sequence[Cell], heads: Sequence[str]) -> bool:
    found = (_HEADED.match(cell.words) for cell in row)
    return all(match is not None and match["head"] in heads for match in found)


def _placed(row: Sequence[Cell], heads: Sequence[str]) -> Iterator[Cell]:
    end = row[-1].span.end
    by_head = {match["head"]: (cell, match.end()) for cell in row for match in _found(cell)}
    for head in heads:
        cell, at = by_head.get(head, (Cell("", Span(end, end)), 0))
        yield Cell(cell.words[at:], Span(cell.span.start + at, cell.span.end))


def _found(cell: Cell) -> list[re.Match[str]]:
    match = _HEADED.match(cell.words)
    return [match] if match else []
