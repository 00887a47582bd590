"""Decisions, actions, motions and the agenda: each a whole sentence, list item or row."""

from __future__ import annotations

from collections.abc import Sequence

from qa.meetings.proceedings.action_rows import actions_in_tables
from qa.meetings.proceedings.actions import actions_of
from qa.meetings.proceedings.agenda import agenda_items
from qa.meetings.proceedings.outline import Block
from qa.meetings.proceedings.resolving import motions_and_decisions
from qa.types import Entry, Person


def entries(text: str, blocks: Sequence[Block], people: Sequence[Person]) -> tuple[Entry, ...]:
    """What was on the agenda, decided, moved and given to do, in the order of the report."""
    names = frozenset(
        word for person in people for word in (person.name, *person.name.split()) if len(word) > 2
    )
    found = [
        *agenda_items(text, blocks),
        *motions_and_decisions(text, blocks),
        *actions_of(text, blocks, names),
        *actions_in_tables(blocks),
    ]
    lists = {person.said for person in people if person.presence}
    found = [entry for entry in found if entry.part != "decision" or entry.span not in lists]
    distinct = {(entry.part, entry.span): entry for entry in found}  # the one that was settled last
    return tuple(sorted(distinct.values(), key=lambda entry: (entry.span, entry.part)))
