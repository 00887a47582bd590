"""Decisions, actions, motions and the agenda: each a whole sentence, list item or row."""

from __future__ import annotations

from collections.abc import Sequence

from qa.meetings.proceedings.action_rows import actions_in_tables
from qa.meetings.proceedings.actions import actions_of
from qa.meetings.proceedings.agenda import agenda_items
from qa.meetings.proceedings.bot_lines import bot_entries, bot_votes
from qa.meetings.proceedings.divisions import divisions
from qa.meetings.proceedings.outline import Block
from qa.meetings.proceedings.resolving import motions_and_decisions
from qa.meetings.proceedings.tables import Table, tables
from qa.meetings.proceedings.vote_joining import with_votes_of_tables
from qa.meetings.proceedings.vote_tables import table_votes
from qa.meetings.proceedings.votes import is_straw_poll
from qa.types import Entry, Person

_ABOVE = 120  # characters of the line above a table


def entries(text: str, blocks: Sequence[Block], people: Sequence[Person]) -> tuple[Entry, ...]:
    """What was on the agenda, decided, moved and given to do, in the order of the report."""
    names = frozenset(
        word for person in people for word in (person.name, *person.name.split()) if len(word) > 2
    )
    votes = [table for table in tables(text, blocks) if _is_vote(text, table)]
    rows = {row for table in votes for row in table.spans}
    others = [block for block in blocks if block.span not in rows]
    found = [
        *bot_entries(blocks),
        *bot_votes(text, blocks),
        *divisions(blocks),
        *agenda_items(text, blocks),
        *with_votes_of_tables(text, list(motions_and_decisions(text, others)), votes),
        *actions_of(text, blocks, names),
        *actions_in_tables(blocks),
    ]
    lists = {person.said for person in people if person.presence}
    found = [entry for entry in found if entry.part != "decision" or entry.span not in lists]
    distinct = {
        (entry.part, entry.span, entry.matter): entry for entry in found
    }  # the one that was settled last
    return tuple(sorted(distinct.values(), key=lambda entry: (entry.span, entry.part)))


def _is_vote(text: str, table: Table) -> bool:
    above = text[max(0, table.span.start - _ABOVE) : table.span.start].strip()
    told = f"{table.section or ''} {above.rsplit(chr(10), 1)[-1]}"
    return not is_straw_poll(told) and any(table_votes(text, table))
