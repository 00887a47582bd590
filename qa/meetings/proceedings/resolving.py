"""Motions with the lines of their votes, and decisions, in the order of the report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from qa.meetings.proceedings.decisions import decision_of, of_others
from qa.meetings.proceedings.entry_lines import ITEM_CHARS, MARKS, Line, lines_of
from qa.meetings.proceedings.motions import Moved, is_carried, moved, outcome
from qa.meetings.proceedings.outline import Block
from qa.meetings.proceedings.votes import votes
from qa.types import Entry, Span, Votes

_MOTION_DONE = re.compile(
    r"(?i:\b(?:motion|amendment|resolution)\s+(?:was\s+|is\s+)?(?:\w+ly\s+|then\s+|"
    r"(?:made\s+|seconded\s+|put\s+|voted\s+on\s+)(?:and\s+)?(?:was\s+)?)*+(?:carried|passed"
    r"|approved|adopted|failed|defeated|lost)\b)"
)
_BARE = 110
_BARE_START = re.compile(
    rf"(?i:{MARKS}(?:the |this )?(?:original |main |amended )?(?:motion|amendment|resolution"
    rf"|vote)\b)"
)
# Minutes that are written so tell of what was carried alone.
_BY_MOTION = re.compile(r"(?i:\bby (?:a )?motion(?: duly)? made)")
_NEAR = 4  # sentences in which the outcome of a motion follows it
_MADE_BEFORE = re.compile(r"(?i:motion (?:was )?(?:then )?(?:duly )?made|\bmoved\b)")
_ROLL = re.compile(
    r"(?i:^[\s>*•-]*(?:(?:the |question put[.;,] the )?\w+ divided\b|yes:? \d|ayes?|noes|nays?"
    r"|yeas?|abst\w*|votes? (?:for|against|in favou?r)|voting"
    r"(?: for| against|:)|vote:|in favou?r|for:|against:|(?:for|against) the \w+:|opposed"
    r"|absent:|carried|passed|failed"
    r"|all in favou?r|unanimous|roll call(?: vote)?\b))"
)
_VOTED = re.compile(
    r"\b(?:his|her|their) (?:dissent|opposition|vote)s? be (?:recorded|minuted|noted)\b"
    r"|\bresult of the (?:division|vote|poll|ballot)\b|\bvoted (?:against|for|in favou?r)\b"
    r"|\b[Vv]otes? (?:against|for) (?:this|the)\b"
)


def motions_and_decisions(text: str, blocks: Sequence[Block]) -> Iterator[Entry]:
    lines = list(lines_of(text, blocks))
    waiting: list[Entry] = []  # motions that wait for their outcome
    at = 0
    while at < len(lines):
        line = lines[at]
        if waiting and waiting[-1].section != line.block.section:
            waiting.clear()  # all of them are of one section
        told = moved(line.words)
        end = at + 1
        if told and not of_others(line.words):
            end = _vote_lines(lines, at)
            found = list(_motion(text, lines[at:end], told))
            if waiting and found[0].outcome and not found[0].mover and _bare_result(line.words):
                yield from _settled(waiting.pop(), found[0])
                found = found[:1]
            elif found[0].outcome is None and not _BY_MOTION.search(line.words):
                waiting.append(found[0])
            yield from found
        elif waiting and _bare_result(line.words) and outcome(line.words):
            told_here = Entry(
                "motion",
                line.span,
                line.block.section,
                outcome=outcome(line.words),
                votes=votes(text, line.span),
            )
            yield from _settled(waiting.pop(), told_here)
            yield told_here
        elif decided := decision_of(text, line):
            end = _roll_end(lines, end)
            after = _votes_of(text, lines[at + 1 : end])
            yield replace(decided, votes=decided.votes or after)
        elif _is_roll(line.words) or _VOTED.search(line.words):
            end = _roll_end(lines, end) if _is_roll(line.words) else end
            yield from _standing_vote(text, lines[at:end])
        at = end


def _settled(motion: Entry, told: Entry) -> Iterator[Entry]:
    """The motion with the outcome that a later sentence tells."""
    settled = replace(motion, outcome=told.outcome, votes=told.votes)
    yield settled
    if is_carried(told.outcome):
        yield replace(settled, part="decision")


def _motion(text: str, lines: Sequence[Line], told: Moved) -> Iterator[Entry]:
    """The motion with the lines of its vote; and the decision, if it was carried."""
    span = Span(lines[0].span.start, lines[-1].span.end)
    words = text[slice(*span)]
    result = next((o for line in reversed(lines) if (o := outcome(line.words))), told.outcome)
    second = told.seconder or next(
        (m.seconder for line in lines[1:] if (m := moved(line.words))), None
    )
    tally = votes(text, span)
    motion = Entry(
        "motion", span, lines[0].block.section, mover=told.mover, seconder=second,
        outcome=result, votes=tally,
    )  # fmt: skip
    yield motion
    carried = is_carried(result) or (result is None and _BY_MOTION.search(words) is not None)
    bare = len(lines) == 1 and _bare_result(words)
    if carried and not bare and "adjourn" not in words:
        yield replace(motion, part="decision", span=lines[0].span)


def _bare_result(words: str) -> bool:
    """«The motion passed unanimously.» says nothing of what was decided."""
    return len(words) < _BARE and bool(_BARE_START.match(words) and _MOTION_DONE.search(words))


def _vote_lines(lines: Sequence[Line], at: int) -> int:
    """Behind the last of the lines right behind the motion that tell of the vote on it."""
    end = at + 1
    told = bool(_MOTION_DONE.search(lines[at].words))
    while (
        end < len(lines)
        and end - at <= _NEAR
        and lines[end].block.section == lines[at].block.section
    ):
        words = lines[end].words
        done = bool(_MOTION_DONE.search(words))
        other = moved(words)
        begins = other is not None and (bool(other.mover) or _MADE_BEFORE.search(words) is not None)
        seconds = other is not None and other.seconder is not None
        if begins or (told and done) or not (done or seconds or _is_roll(words)):
            break
        told = told or done
        end += 1
    return end


def _is_roll(words: str) -> bool:
    return bool(_ROLL.match(words)) and len(words) < 2 * ITEM_CHARS


def _roll_end(lines: Sequence[Line], at: int) -> int:
    """Behind the lines, from there on, that tell of a vote: «Voting: 5 for, 1 against»."""
    end = at
    while end < len(lines) and end - at < _NEAR and _is_roll(lines[end].words):
        end += 1
    return end


def _votes_of(text: str, lines: Sequence[Line]) -> Votes | None:
    """The votes of several lines, read together."""
    return votes(text, Span(lines[0].span.start, lines[-1].span.end)) if lines else None


def _standing_vote(text: str, lines: Sequence[Line]) -> Iterator[Entry]:
    """The votes of lines that stand apart from what was voted on."""
    found = _votes_of(text, lines)
    if found and (found.by or found.ayes is not None):
        span = Span(lines[0].span.start, lines[-1].span.end)
        yield Entry("motion", span, lines[0].block.section, votes=found)
