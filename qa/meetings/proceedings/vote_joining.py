"""The votes of tables, each joined to the motion right above or below its table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from qa.meetings.proceedings.tables import Table
from qa.meetings.proceedings.vote_tables import table_votes
from qa.types import Entry, Span

_LEAD = 80  # characters between a motion and its table: «Roll call vote:»
_ABOVE = 300  # of the line above a table that says what it is
_LINE = re.compile(r"[^\n]+")


def with_votes_of_tables(
    text: str, entries: Sequence[Entry], tables: Sequence[Table]
) -> Iterator[Entry]:
    """The entries, those with a table's votes wider by that, and the votes of other tables."""
    kept = list(entries)
    for table in tables:
        votes = list(table_votes(text, table))
        if len(votes) == 1 and votes[0].span == table.span:
            kept = _with(text, kept, table, votes[0])
        else:
            kept += votes
    yield from kept


def _with(text: str, entries: list[Entry], table: Table, vote: Entry) -> list[Entry]:
    """The entries and the one vote of a table, joined to the motion or decision that it is on."""
    at = _motion(text, entries, table)
    if at is not None:
        return [*entries[:at], _joined(entries[at], vote), *entries[at + 1 :]]
    decided = (one for one in reversed(entries) if _is_near(text, one.span, table.span))
    decision = next((one for one in decided if one.part == "decision"), None)
    if decision:
        return [*entries, _joined(replace(decision, part="motion"), vote)]
    return [*entries, _with_line_above(text, vote)]


def _motion(text: str, entries: Sequence[Entry], table: Table) -> int | None:
    """The place of the motion that the table is about: around it, right above it, or below."""
    motions = [(n, one) for n, one in enumerate(entries) if one.part == "motion"]
    around = (n for n, one in motions if one.span.start < table.span.start < one.span.end)
    above = (n for n, one in reversed(motions) if _is_near(text, one.span, table.span))
    below = (n for n, one in motions if _is_near(text, table.span, one.span, 0))
    return next((n for found in (around, above, below) for n in found), None)


def _is_near(text: str, first: Span, second: Span, most: int = _LEAD) -> bool:
    return (
        first.end <= second.start
        and second.start - first.end < _LEAD * 2
        and len(text[first.end : second.start].strip()) <= most
    )


def _joined(motion: Entry, vote: Entry) -> Entry:
    told, tally = motion.votes, vote.votes
    if tally and told:
        numbers = {
            name: own if (own := getattr(told, name)) is not None else getattr(tally, name)
            for name in ("ayes", "noes", "abstained")
        }
        tally = replace(tally, by={**told.by, **tally.by}, **numbers)
    start, end = min(motion.span.start, vote.span.start), max(motion.span.end, vote.span.end)
    return replace(motion, span=Span(start, end), votes=tally)


def _with_line_above(text: str, vote: Entry) -> Entry:
    """What the vote was on is mostly said in the line above, unless that is a heading."""
    lines = list(_LINE.finditer(text, max(0, vote.span.start - _ABOVE), vote.span.start))
    said = lines[-1] if lines else None
    if said is None or not said[0].rstrip(" *_").endswith(":") or "|" in said[0]:
        return vote
    return replace(vote, span=Span(said.start(), vote.span.end))
