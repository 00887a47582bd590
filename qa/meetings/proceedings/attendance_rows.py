"""Who was present by the tables of a report: a matrix, a row with a status, a labelled row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qa.meetings.proceedings.matrices import Matrix, matrices
from qa.meetings.proceedings.names import role_of
from qa.meetings.proceedings.naming import people_in
from qa.meetings.proceedings.outline import Block
from qa.meetings.proceedings.presence import presence_label, presence_told, status_of
from qa.meetings.proceedings.presence_sentences import as_person
from qa.meetings.proceedings.tables import (
    is_table_row,
    labelled_cells,
    row_cells,
    tables,
)
from qa.types import Person, Presence, Span


def rows_of_people(text: str, blocks: Sequence[Block]) -> Iterator[Person]:
    """The people of matrices; then those of other rows, each by itself."""
    taken: set[Span] = set()
    for table in tables(text, blocks):
        for matrix in matrices(text, table):
            taken.update(table.spans)
            if not matrix.is_vote:
                yield from _of_matrix(matrix)
    for block in blocks:
        if is_table_row(block) and block.span not in taken:
            yield from list(_labelled(text, block)) or _with_status(text, block)


def _of_matrix(matrix: Matrix) -> Iterator[Person]:
    presences: dict[str, Presence] = {
        "present": "present",
        "absent": "absent",
        "apologies": "apologies",
    }
    for named, told in matrix.by:
        yield as_person(named, _row(matrix, named.span), presences[told])


def _row(matrix: Matrix, name: Span) -> Span:
    return next(row for row in matrix.table.spans if row.start <= name.start < row.end)


def _labelled(text: str, block: Block) -> Iterator[Person]:
    """«Present | Ivo Ash, Una Oak»."""
    for label, cell in labelled_cells(text, block):
        told = presence_label(label.words) or presence_told(label.words, "present", True)
        named = people_in(text, cell.span) if told and not status_of(cell.words) else []
        yield from (as_person(one, block.span, told) for one in named if told)


def _with_status(text: str, block: Block) -> Iterator[Person]:
    """«Ivo Ash | President | Present»."""
    cells = row_cells(text, block)
    told = next((status for cell in cells if (status := status_of(cell.words))), None)
    others = [cell for cell in cells if not status_of(cell.words)]
    names = [one for cell in others for one in people_in(text, cell.span)]
    names = [one for one in names if " " in one.name] or names
    if told and names:
        role = next((role for cell in others if (role := role_of(cell.words))), "")
        yield as_person(replace(names[0], role=role, organisation=None), block.span, told)
