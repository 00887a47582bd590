"""Tables of people and what each chose or was: who voted how, who was present.

People stand in rows or in columns; beside them are either the options, with a mark below one of
them, or what was voted on, with the vote itself in the cell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from qa.meetings.proceedings.choices import (
    SIDES,
    is_cross,
    is_empty,
    is_mark,
    is_tick,
    is_total,
    presence_of,
    vote_of,
)
from qa.meetings.proceedings.names import is_person, role_of
from qa.meetings.proceedings.naming import Named, only_people
from qa.meetings.proceedings.tables import Cell, Table

_FEW = 2  # people that make a matrix
_WIDE = 4  # columns
_Read: TypeAlias = Callable[[str], str | None]
_Rows: TypeAlias = Sequence[tuple[Named, Sequence[Cell]]]


@dataclass(frozen=True, slots=True)
class Matrix:
    """What each person chose or was. `matter` is the cell that says on what, if one does."""

    table: Table
    by: tuple[tuple[Named, str], ...]
    is_vote: bool
    matter: Cell | None = None


def matrices(text: str, table: Table) -> Iterator[Matrix]:
    """The matrices of a table: one, or one for each matter that was voted on."""
    turned = table.turned()
    # «Crane» and «Quay» may be names as well: full names are told first.
    first, second = sorted((table, turned), key=lambda one: -_full_names(text, one))
    found = list(_matrices(text, first))
    yield from found or _matrices(text, second)


def _full_names(text: str, table: Table) -> int:
    people = (_people(text, table.rows[1:], column) for column in range(len(table.rows[0])))
    return max(sum(" " in named.name for named, _ in each) for each in people)


def _matrices(text: str, table: Table) -> Iterator[Matrix]:
    """People in the first column that has some; what stands beside them."""
    head, rows = table.rows[0], table.rows[1:]
    if len({vote_of(row[0].words) for row in table.rows} - {None}) > 1 and len(head) < _WIDE:
        return  # «For | Ivo Ash, Una Oak»: each row lists those who chose one option
    for column in range(len(head)):
        people = list(_people(text, rows, column))
        if len(people) >= _FEW and 2 * len(people) > len(rows):
            yield from _beside(table, head, people, column)
            return


def _people(
    text: str, rows: Sequence[Sequence[Cell]], column: int
) -> Iterator[tuple[Named, Sequence[Cell]]]:
    for row in rows:
        cell = row[column]
        named = only_people(text, cell.span) if cell.words and not _says(cell.words) else []
        if len(named) == 1 and is_person(named[0].name):
            yield _with_role(named[0], row), row


def _with_role(named: Named, row: Sequence[Cell]) -> Named:
    """The person with the office that another cell of the row has."""
    told = (role_of(cell.words) for cell in row if not _says(cell.words))
    return named if named.role else replace(named, role=next(filter(None, told), ""))


def _says(words: str) -> bool:
    return bool(vote_of(words) or presence_of(words) or is_mark(words) or is_total(words))


def _beside(table: Table, head: Sequence[Cell], people: _Rows, column: int) -> Iterator[Matrix]:
    others = [n for n in range(len(head)) if n != column]
    votes = {n: vote for n in others if (vote := vote_of(head[n].words))}
    presences = {n: told for n in others if (told := presence_of(head[n].words))}
    if len(votes) > 1 and SIDES & set(votes.values()):
        yield from _marked(table, people, votes, is_vote=True)
    elif presences:
        yield from _marked(table, people, presences, is_vote=False)
    else:
        for n in others:
            yield from _voted(table, head[n], people, n)


def _marked(
    table: Table, people: _Rows, options: Mapping[int, str], *, is_vote: bool
) -> Iterator[Matrix]:
    cells = [row[n].words for _, row in people for n in options]
    ticked = any(map(is_tick, cells))
    alone = next(iter(options)) if len(options) == 1 else None
    read = vote_of if is_vote else presence_of
    by = tuple(
        (named, chosen)
        for named, row in people
        if (
            chosen := _chosen(row, options, read)
            if alone is None
            else _whether(row[alone].words, options[alone], ticked)
        )
    )
    if by:
        yield Matrix(table, by, is_vote)


def _chosen(row: Sequence[Cell], options: Mapping[int, str], read: _Read) -> str | None:
    """The option whose cell has a mark. Beside a tick, crosses say what was not chosen."""
    marked = {n: row[n].words for n in options if _chooses(row[n].words, options[n], read)}
    if any(map(is_tick, marked.values())):
        marked = {n: words for n, words in marked.items() if not is_cross(words)}
    return options[next(iter(marked))] if len(marked) == 1 else None


def _chooses(words: str, option: str, read: _Read) -> bool:
    return is_mark(words) or words.lower() in ("y", "yes") or read(words) == option


def _whether(words: str, option: str, ticked: bool) -> str | None:
    """What one column tells: «Present» with Y or N, a tick or a cross."""
    if (is_cross(words) and ticked) or vote_of(words) == "no":
        return "absent" if option == "present" else None
    if is_mark(words) or vote_of(words) == "aye":
        return option
    return presence_of(words)


def _voted(table: Table, head: Cell, people: _Rows, column: int) -> Iterator[Matrix]:
    """A column whose cells are votes, or say who was present."""
    cells = [(named, row[column].words) for named, row in people]
    told = [words for _, words in cells if not is_empty(words)]
    for read, is_vote in ((vote_of, True), (presence_of, False)):
        by = tuple((named, one) for named, words in cells if (one := read(words)))
        if len(by) >= _FEW and 2 * len(by) > len(told) and (not is_vote or _has_sides(by)):
            matter = head if is_vote and head.words and not _says_vote(head.words) else None
            yield Matrix(table, by, is_vote, matter)
            return


def _has_sides(by: Sequence[tuple[Named, str]]) -> bool:
    return any(vote in SIDES for _, vote in by)


def _says_vote(words: str) -> bool:
    return words.lower().strip(" :") in ("vote", "votes", "voted", "how voted", "decision")
