"""What somebody was given to do, by whom, and until when."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from qa.meetings.proceedings.entry_lines import ITEM_CHARS, MARKS, due_of
from qa.meetings.proceedings.names import NAME, is_person
from qa.meetings.proceedings.naming import people_in
from qa.meetings.proceedings.outline import Block
from qa.meetings.proceedings.votes import tokens
from qa.text import TITLES
from qa.types import Entry, Span

_ACTION = re.compile(
    rf"{MARKS}(?:ACTIONS?(?: ITEMS?| POINTS?)?|AI|TODO|TO DO|Actions?(?: items?"
    rf"| points?)?(?: for @?[\w.-]+(?: [A-Z][\w.-]+)?)?|Action by|To do|Todo|Follow-up)"
    rf"(?:\s*\(?(?:[A-Z]{{0,3}}[-/]?\d+(?:[-/.]\d+)*)\)?)?[*_]{{0,3}}\s*[:–—-]"
)
_WHO = rf"(?:@[\w-]+|{NAME}|[Tt]he\s+(?:[A-Z]\w+\s+){{0,2}}[A-Z]\w+)"
_TO_DO = re.compile(
    rf"(?P<owner>{_WHO}(?:(?:,\s*|\s+and\s+|\s*&\s*|/){_WHO}){{0,3}})\s+(?:is\s+|are\s+)?to\s+"
    rf"(?P<verb>[a-z]{{2,}})\b"
)
_TAKES = re.compile(
    rf"(?<![\w@])(?P<owner>{_WHO}(?:(?:,\s*|\s+and\s+|\s*&\s*){_WHO}){{0,3}})\s+(?:also\s+|then\s+)?(?:"
    rf"(?:has\s+|have\s+)?(?:took|taken|takes)\s+(?:an?|the)\s+action|undertook|volunteered|"
    rf"(?:has\s+|have\s+)?(?P<weak>offered|agreed|promised)|(?:was|were)\s+(?:asked|instructed"
    rf"|tasked|directed|requested|assigned|charged))\s+(?:to|with)\b"
)
_WILL = re.compile(
    rf"(?<![\w@])(?P<owner>{_WHO}(?:(?:,\s*|\s+and\s+|\s*&\s*){_WHO}){{0,3}})\s+(?:will|shall|['’]ll"
    rf"|is going to)\s+(?:also\s+|then\s+)?(?!(?:be|have|not|chair|attend|join|host|present|speak"
    rf"|need|remain|become|continue|take place|meet|lead|serve|replace)\b)[a-z]{{3,}}\b"
)
_OWNED = re.compile(rf"{MARKS}\s*+(?P<owner>@?[\w.-]+(?:\s+[A-Z][\w.-]+)?)\s*(?::|\s[–—-])\s")
# «Una, by 3 March.», «Una and Milo.»
_ALONE = re.compile(
    rf"\s*(?P<owner>(?P<first>{NAME})(?:\s+and\s+{NAME})?)(?:,?\s+(?:by|before)\b|\s*\.?\s*$)"
)
_ACTIONS_HEAD = re.compile(
    r"(?i:(?:summary of |open |new |outstanding )?(?:action|to-?do)s?(?: items?| points?| list"
    r"| summary)?(?: for \w+| from (?:the )?(?:last|this) meeting)?|follow-?ups?|next steps"
    r"|tasks|assignments)\b[:\s]*$"
)
_OWNER_CHARS = 60
_TASK = re.compile(
    r"\b(?:will|shall|took|takes?n?|undertook|volunteered|offered|agreed|promised"
    r"|(?:was|were) (?:asked|instructed|tasked|directed|requested|assigned|charged)|is going)\b"
    r"|['’]ll\b"
)
_FOR_WHOM = re.compile(r"(?i:\bfor )@?([\w.-]+(?: [A-Z][\w.-]+)?)")
_TASK_WORDS = frozenset(
    "took taken takes undertook volunteered offered agreed promised asked instructed tasked "
    "directed "
    "requested assigned charged will shall ll going".split()
)


def actions_of(text: str, blocks: Sequence[Block], names: Collection[str]) -> Iterator[Entry]:
    headed = False
    for block in blocks:
        head = (block.section or "").rsplit(" › ", 1)[-1].strip(" :#*")
        if block.heading or (
            len(block.text) < 50
            and _ACTIONS_HEAD.fullmatch(block.text[len(block.mark) :].strip(" :*_"))
        ):
            headed = bool(_ACTIONS_HEAD.fullmatch(block.text.strip(" #:*_").lstrip("0123456789. ")))
            continue
        under = headed or bool(_ACTIONS_HEAD.fullmatch(head))
        if block.is_row:
            continue
        if not block.mark and not _ACTION.match(block.text) and block.alone:
            headed = headed and bool(_TO_DO.match(block.text))
        yield from _action_of(text, block, under, names)


def _action_of(text: str, block: Block, under: bool, names: Collection[str]) -> Iterator[Entry]:
    label = _ACTION.match(block.text)
    if label or (under and block.mark):
        whole = block.span if block.mark or len(block.text) < 2 * ITEM_CHARS else block.sentences[0]
        body = block.text[label.end() if label else len(block.mark) :]
        if re.fullmatch(r"(?i:\s*(?:none|n/?a|nil)\.?\s*)", body) or not body.strip():
            return
        for_whom = _FOR_WHOM.search(label[0]) if label else None
        owner = for_whom[1] if for_whom else _owner(body)
        yield Entry("action", whole, block.section, owner=owner, due=due_of(body))
        return
    for sentence in block.sentences:
        words = text[slice(*sentence)]
        if label := _ACTION.match(words):  # at a paragraph's end
            body = words[label.end() :]
            yield Entry("action", sentence, block.section, owner=_owner(body), due=due_of(body))
        elif owner := _given(words, block, names):
            whole = block.span if block.mark and len(block.text) <= 2 * ITEM_CHARS else sentence
            yield Entry("action", whole, block.section, owner=owner, due=due_of(words))


def _near(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    """The first match, looked for around the verbs that it needs: names alone take long."""
    if tokens(words).isdisjoint(_TASK_WORDS):
        return None
    for verb in _TASK.finditer(words):
        if match := pattern.search(
            words, max(0, verb.start() - _OWNER_CHARS), verb.end() + _OWNER_CHARS
        ):
            return match
    return None


def _given(words: str, block: Block, names: Collection[str]) -> str | None:
    """Who is given something to do by a sentence of prose or an item."""
    bare = words[len(block.mark) :] if words.startswith(block.mark) else words
    for pattern in (_TO_DO, _TAKES, _WILL):
        match = pattern.match(bare) if pattern is _TO_DO else _near(pattern, bare)
        weak = bool(match and match.groupdict().get("weak"))
        if match and "," in match["owner"] and not _owns(match["owner"], names, strict=True):
            match = pattern.match(bare, match.start("owner") + match["owner"].rindex(",") + 2)
        if weak and not block.mark:
            continue
        if match and _owns(match["owner"], names, strict=weak or pattern is not _TAKES):
            return _clean(match["owner"])
    return None


def _owns(owner: str, names: Collection[str], *, strict: bool) -> bool:
    parts = re.split(r",\s*|\s+and\s+|\s*&\s*|/", owner)
    for part in parts:
        name = part.strip()
        bare = re.sub(r"^(?:[Tt]he )", "", name)
        if name.startswith("@") or name in names or (name.split() and name.split()[0] in names):
            continue
        if (
            is_person(bare)
            and len(name.split()) > 1
            and name.split()[-1] in names
            and name.split()[0].rstrip(".").lower() in TITLES
        ):
            continue
        if not strict and (name.lower().startswith("the ") or (is_person(bare) and " " in bare)):
            continue
        return False
    return True


def _owner(body: str) -> str | None:
    match = _TO_DO.match(body.strip()) or _TAKES.match(body.strip()) or _WILL.match(body.strip())
    if match:
        return _clean(match["owner"])
    labelled = _OWNED.match(body)
    if labelled and (labelled["owner"].startswith("@") or is_person(labelled["owner"])):
        return _clean(labelled["owner"])
    tail = re.search(r"[(\[–—-]\s*(?P<owner>[^()\[\]]{2,40})[)\]]?\s*\.?$", body)
    if tail and (named := people_in(tail["owner"], Span(0, len(tail["owner"])))):
        return named[0].name
    if alone := _ALONE.match(body):
        return _clean(alone["owner"]) if is_person(alone["first"]) else None
    irc = re.match(r"\s*(?P<owner>[\w-]{2,20})(?:,| and [\w-]+)? to [a-z]", body)
    return irc["owner"] if irc else None


def _clean(owner: str) -> str:
    return " ".join(owner.split()).replace("@", "").removeprefix("the ").removeprefix("The ")
