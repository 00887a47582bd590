"""Votes that a table tells: by name, in a matrix or a list for each side, or in numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qa.meetings.proceedings.choices import SIDES, is_empty, is_total, vote_of
from qa.meetings.proceedings.matrices import Matrix, matrices
from qa.meetings.proceedings.naming import people_in
from qa.meetings.proceedings.tables import Cell, Table
from qa.types import Entry, Span, Votes

_DIGITS = 6  # of a number of votes


def table_votes(text: str, table: Table) -> Iterator[Entry]:
    """The votes of a table, as motions without a mover: one for each matter that it names."""
    told = list(_numbers(table))
    named = [one for one in matrices(text, table) if one.is_vote]
    totals = [tally for row, tally in told if is_total(row[0].words)]
    if named:
        yield from (_of_matrix(one, totals) for one in named)
    elif told:
        for row, tally in told:
            yield Entry("motion", _row(table, row), table.section, votes=tally)
    else:
        yield from _by_side(text, table)


def _numbers(table: Table) -> Iterator[tuple[Sequence[Cell], Votes]]:
    """«Clause 4 | 12 | 3 | 1» below «Clause | For | Against | Abstained»."""
    head = table.rows[0]
    sides = {n: vote for n, cell in enumerate(head) if n and (vote := vote_of(cell.words))}
    if not set(sides.values()) >= SIDES:
        return
    for row in table.rows[1:]:
        told = {vote: _number(row[n]) for n, vote in sides.items()}
        if max(count or 0 for count in told.values()) > 1:  # a one is a mark
            yield row, Votes(told["aye"], told["no"], told.get("abstained"))


def _number(cell: Cell) -> int | None:
    return int(cell.words) if cell.words.isdecimal() and len(cell.words) <= _DIGITS else None


def _of_matrix(matrix: Matrix, totals: Sequence[Votes]) -> Entry:
    by = {named.name: vote for named, vote in matrix.by}
    tally = totals[0] if len(totals) == 1 and not matrix.matter else Votes()
    matter = matrix.matter.words if matrix.matter else None
    table = matrix.table
    return Entry("motion", table.span, table.section, votes=replace(tally, by=by), matter=matter)


def _by_side(text: str, table: Table) -> Iterator[Entry]:
    """«For | 2 | Ivo Ash, Una Oak» in one row, «Against | 1 | Milo Elm» in the next one."""
    rows = [(vote, row[1:]) for row in table.rows if (vote := vote_of(row[0].words))]
    if len({vote for vote, _ in rows}) < len(rows) or not SIDES & {vote for vote, _ in rows}:
        return
    told = {vote: next(filter(None, map(_number, row)), None) for vote, row in rows}
    by = {name: vote for vote, row in rows for name in _names(text, row)}
    if len(rows) > 1 and (by or told.get("aye") is not None):
        tally = Votes(told.get("aye"), told.get("no"), told.get("abstained"), by)
        yield Entry("motion", table.span, table.section, votes=tally)


def _names(text: str, row: Sequence[Cell]) -> Iterator[str]:
    for cell in row:
        if not is_empty(cell.words) and not vote_of(cell.words) and _number(cell) is None:
            yield from (one.name for one in people_in(text, cell.span))


def _row(table: Table, row: Sequence[Cell]) -> Span:
    at = row[0].span.start
    return next(span for span in table.spans if span.start <= at <= span.end)
