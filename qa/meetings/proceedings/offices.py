"""Who led a meeting, and in which office: from labels, lists of those present, and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from qa.meetings.people import family_name
from qa.meetings.proceedings.bot_lines import bot_chairs
from qa.meetings.proceedings.naming import people_in
from qa.meetings.proceedings.office_labels import label_offices, of_label
from qa.meetings.proceedings.office_patterns import LABEL, ROOM, is_plain
from qa.meetings.proceedings.office_sentences import told_offices
from qa.meetings.proceedings.outline import Block
from qa.meetings.proceedings.spoken_offices import speaks, spoken_offices, who_speaks
from qa.types import Person, Span


def offices(text: str, blocks: Sequence[Block], present: Sequence[Person]) -> tuple[Person, ...]:
    """Those who led, each once an office, those of labels and lists before those of sentences."""
    lists = {person.said for person in present}
    headed = [*bot_chairs(blocks), *_labelled(text, blocks)]
    headed += [*label_offices(text, blocks), *_of_lists(present)]
    told = list(told_offices(text, blocks, lists))
    # Where a president leads, or a chair of the meeting is named, other chairs are committees'.
    if _is_headed(text, headed, [one for one, _ in told]):
        told = [(one, beside) for one, beside in told if not (beside and _is_chair(one.role))]
    kept: dict[tuple[str, str], Person] = {}
    for person in (*headed, *(one for one, _ in told)):
        kept.setdefault((family_name(person.name), _office(person.role)), person)
    return tuple(sorted(kept.values(), key=lambda one: one.span))


def _is_headed(text: str, headed: Sequence[Person], told: Sequence[Person]) -> bool:
    """Whether one leads the whole meeting. «COP President» leads one of several bodies."""
    if any(_office(person.role) in ("chair", "president", "mayor") for person in headed):
        return True
    leading = (one for one in told if _office(one.role) in ("president", "mayor"))
    return any(not _OF_BODY.search(text, one.said.start, one.span.start) for one in leading)


_OF_BODY = re.compile(r"[A-Z][A-Z\d/-]+\s+President\s*$")


def _is_chair(role: str) -> bool:
    return "chair" in role and not role.startswith(("vice", "deputy"))


def _of_lists(present: Sequence[Person]) -> Iterator[Person]:
    """Those whose office stands beside the name in a list of those present."""
    for person in present:
        last = person.role.rsplit(", ", 1)[-1]
        if person.presence == "present" and not is_plain(person.role) and is_plain(last):
            yield replace(person, role=last, presence=None)  # «provost, chair»
        if person.presence == "present" and "in the chair" in person.role:
            yield replace(person, role="chair", presence=None)
        if person.presence == "present" and is_plain(person.role):
            yield replace(person, role=person.role.removeprefix("the "))


def _office(role: str) -> str:
    """The office under its variants: chairman, chairwoman and chair are one."""
    return re.sub(r"(?:man|woman|person|s)$", "", re.split(r" of |, ", role)[0].replace(" ", "-"))


def _labelled(text: str, blocks: Sequence[Block]) -> Iterator[Person]:
    """«Chair: X», «Scribes: X, Y», «Chaired by X», «The Chair (X): Good morning.»"""
    spoken = spoken_offices(blocks)
    for office, name, said in who_speaks(blocks, spoken):
        yield from _people(text, name, of_label(office), said)
    waiting = ""
    for block in blocks:
        if block.is_row:
            continue
        label = LABEL.match(text, block.span.start, min(block.span.end, block.span.start + 48))
        if speaks(block, spoken):
            waiting = ""
            continue
        role = of_label(label["label"].strip()) if label else ""
        if label and role:
            end = block.sentences[0].end if not block.mark else block.span.end
            yield from _people(text, Span(label.end(), end), role, block.span)
            waiting = role if label.end() >= block.span.end else ""
        elif block.heading or len(block.text) < 30:
            waiting = of_label(block.text[len(block.mark) :].strip(" :#*_")) or ""
            waiting = "" if waiting == "note taker" else waiting
        elif waiting and block.mark:
            yield from _people(text, block.body, waiting, block.span)
        else:
            waiting = ""
        if waiting and not label and not block.heading and len(block.text) < 60:
            yield from _people(text, block.body, waiting, block.span)


def _people(text: str, span: Span, role: str, said: Span) -> Iterator[Person]:
    named = people_in(text, span)
    words = text[slice(*span)]
    if len(words) > ROOM or len(words.split()) > 6 * max(1, len(named)):
        return
    for one in named:
        yield Person(one.name, role, one.span, said, one.organisation)
