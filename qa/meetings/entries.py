"""Decisions, actions, motions and the agenda: each a whole sentence, list item or row."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from qa.meetings.naming import NAME, is_person, people_in
from qa.meetings.motions import Moved, is_carried, moved, outcome, tally_of, tokens, votes
from qa.meetings.outline import Block
from qa.text import BODIES, MONTHS, TITLES, WEEKDAYS
from qa.types import Entry, Person, Span, Votes

_MARKS = r"[\s>*•●#_-]*(?:\d{1,3}[.)]\s*)?(?:[\[(]?\d\d?:\d\d(?::\d\d)?[\])]?\s+)?(?:<[^\s<>]{1,40}>\s+)?[*_]{0,3}"
_DECIDED = re.compile(
    rf"{_MARKS}(?:(?:Agreed|Decided|Resolved|Approved)\s+(?:to|that|let|by)\b|(?:DECISIONS?|DECIDED|RESOLVED|RESOLUTIONS?|AGREED|AGREEMENT|ADOPTED|APPROVED|CONSENSUS|OUTCOME)\b(?:\s*\(?[A-Z]?\d*\)?)\s*[:–—-]"
    r"|(?:Decisions?|Decided|Resolved|Resolutions?|Agreed|Agreement|Adopted|Approved|Consensus)(?: \d+)?[*_]{0,3}\s*:|RESOLVED\b|AGREED\b|DECIDED\b|(?:THEREFORE,? )?BE IT (?:FURTHER )?RESOLVED)"
)
_ACTION = re.compile(
    rf"{_MARKS}(?:ACTIONS?(?: ITEMS?| POINTS?)?|AI|TODO|TO DO|Actions?(?: items?| points?)?(?: for @?[\w.-]+(?: [A-Z][\w.-]+)?)?|Action by|To do|Todo|Follow-up)(?:\s*\(?(?:[A-Z]{{0,3}}[-/]?\d+(?:[-/.]\d+)*)\)?)?[*_]{{0,3}}\s*[:–—-]"
)
_ADVERB = r"(?:(?:also|then|further|unanimously|formally|duly|therefore|generally|finally|subsequently|in turn|both|all|each|provisionally|informally|officially|\w+ly)\s+)*"
_DECIDE = (
    r"(?:agreed(?! with\b)|decided|resolved|approved|adopted|endorsed|ratified|accepted|elected|re-elected|authori[sz]ed|voted|concluded|"
    r"directed|instructed|requested|established|appointed|reaffirmed|confirmed|granted|set up|deferred|postponed|terminated|amended|forwarded|took note of|selected|amended|renewed)"
)
_BODY_NOUN = "|".join(sorted(BODIES, key=len, reverse=True))
# «The board approved», «delegates adopted», «the COP decided», «SBI 12 concluded».
_BODY = re.compile(
    rf"(?:^|[\s,;:(])(?:(?:[Tt]he|[Aa]ll|[Bb]oth)\s+)?(?:[A-Z][\w’'/-]*\s+){{0,5}}(?:(?i:{_BODY_NOUN})|[A-Z]{{2,}}[\w/-]*(?:\s\d+)?)(?:\s+of\s+(?:[\w’'-]+\s+){{0,4}}?[\w’'-]+)?(?:,[^,;.]{{2,60}},)?\s+{_ADVERB}(?P<verb>{_DECIDE})\b"
)
_IT_WAS = re.compile(
    r"(?i:\bit\s+was\s+(?:\w+ly\s+|then\s+|also\s+|further\s+|therefore\s+)*(?:agreed|decided|resolved|determined|concluded|ordered)\b(?!\s+by\s+\w+\s+(?:that\s+)?(?:last|previous)))"
)
_THING = (
    r"minutes|agenda|budget|report|reports|accounts?|motion|motions|amendments?|resolution|proposals?|policy|policies|plan|recommendations?|decisions?|decision|draft|text|"
    r"conclusions|request|application|applications|contract|ordinance|bylaws?|by-laws|statement|protocol|rules|strategy|guidelines|terms|moratorium|document|documents|declaration|"
    r"budgets|charter|payment|purchase|expenditure|bill|item|items|calendar|slate|nomination|nominations|offer|fee|fees|grant|permit|licen[cs]e|variance|treasurer’s report|treasurer's report|consent calendar|invoice|invoices|schedule|programme|program|procedures?|loan|bid|bids"
)
_PASSED = re.compile(
    rf"(?i:\b(?:{_THING})\b(?:[^.;]{{0,160}}?)\s(?:was|were|is|are)\s+(?:\w+ly\s+|then\s+|also\s+|hereby\s+|duly\s+)*(?P<verb>approved|adopted|accepted|carried|passed|ratified|endorsed|agreed|granted|abolished|deferred|rejected|defeated|lost|withdrawn|tabled|confirmed)\b)"
)
# Anything that was approved in so many words, or elected: minutes say it so.
_WAS = re.compile(
    r"(?i:\b(?:was|were)\s+(?:\w+ly\s+|then\s+|also\s+|duly\s+)*(?:approved|adopted|ratified|carried|(?:re-)?elected)\b"
    r"|\bapproved by (?:the )?(?:full )?(?:board|council|committee|commission|members|membership|assembly)\b"
    r"|\b(?:board|council|committee|commission|members|all) approved\b|\ball (?:were )?agreed to\b)"
)
_BODY_AND = re.compile(
    rf"(?i:^(?:[^,.;]{{0,60}},\s+)?(?:the\s+)?(?:\w+\s+){{0,3}}?(?:{_BODY_NOUN})\b[^.;]{{0,160}}?\band\s+(?:\w+ly\s+|then\s+)?(?:agreed|adopted|approved|decided|resolved)\b"
    r"|\breached (?:agreement|consensus) on\b)"
)
_MOTION_DONE = re.compile(
    r"(?i:\b(?:motion|amendment|resolution)\s+(?:was\s+|is\s+)?(?:\w+ly\s+|duly\s+|then\s+|(?:made\s+|seconded\s+|put\s+|voted\s+on\s+)(?:and\s+)?(?:was\s+)?)*(?:carried|passed|approved|adopted|failed|defeated|lost)\b)"
)
_SENSE = re.compile(
    r"(?i:\b(?:sense of the (?:room|meeting|group|house)|consensus) was (?:to|that)\b)"
)
_BY_VOTE = re.compile(r"(?i:^\s*by (?:unanimous|majority|notation) vote\b)")
_SHORT = re.compile(
    r"(?i:^[^.]{3,90}\s[–—-]\s.*\b(?:approved|accepted|adopted|carried)\b(?=\s*(?:[.;,]|$|as\b|unanimously\b|by\b|with\b))|\b(?:approved|accepted|adopted) as (?:submitted|presented|amended|written|read|corrected|revised|circulated)\b|\btaken as read and signed\b)"
)
# What only asks, plans or tells of another meeting.
_NOT = re.compile(
    r"(?i:\b(?:had|has|have)\s+(?:\w+ly\s+|already\s+|been\s+|also\s+|not\s+)*(?:agreed|decided|resolved|approved|adopted|endorsed|accepted|voted|elected|authori[sz]ed|established)\b"
    r"|\b(?:could|can|did|does|do|would|will|may|might|should|must|shall)\s+(?:not\s+)?(?:be\s+)?(?:agree|decide|approve|adopt|agreed|decided|approved|adopted|vote|voted|resolve|resolved|accepted)\b(?!.*\bwas (?:approved|carried|adopted))"
    r"|\b(?:not|never)\s+(?:yet\s+)?(?:agreed|decided|approved|adopted|resolved)\b|\bto be (?:agreed|decided|approved|adopted|voted)\b"
    r"|\b(?:at|in|during|by)\s+(?:the|its|their|our|an?)\s+(?:last|previous|earlier|prior|preceding)\s+(?:\w+\s+)?(?:meeting|session|year|conference)\b"
    r"|\bat (?:its|the|their) (?:[\w-]+ )?(?:meeting|session)s? (?:of|on|held)\b"
    r"|^at its [^.;]{0,30}\b(?:meeting|session)\b|\bat its (?:\w+th|first|second|third|last) (?:meeting|session)\b|^in (?:19|20)\d\d\b|\bsubsequently\b"
    r"|\bpreviously\s+(?:agreed|decided|approved|adopted)\b|\b(?:if|unless|until|once|whether|before|when)\s+(?:the|it|they|a|this|that|an)\b[^,.;]{0,40}\b(?:agreed|decided|approved|adopted|approves?|adopts?)\b|\?\s*$)"
)
# Said to have been decided, and not told: «he said that the rules were adopted».
_SAID = re.compile(
    r"(?i:\b(?:said|noted|noting|argued|asked|urged|proposed|suggested|stressed|recalled|recalling|explained"
    r"|hoped|wondered|reminded|announced|informed|questioned|responding|called|emphasi[sz]ed|highlighted)\b[^;]*$)"
)
_NAMED = re.compile(r"[A-Z][\w’-]+ [A-Z][\w’-]+(?: \([^)]*\))?,?\s*$")
_EARLIER = re.compile(r"(?i:\b(?:history|background)\b)")
_PREVIOUS = re.compile(r"(?i:\bminutes\b)")
_DATE = rf"(?:(?:{'|'.join(WEEKDAYS)}),?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{'|'.join(m[:3] for m in MONTHS)})\w*\.?(?:,?\s+\d{{4}})?|(?:{'|'.join(m[:3] for m in MONTHS)})\w*\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}(?:[./]\d{{2,4}})?|(?:{'|'.join(MONTHS)})(?:\s+\d{{4}})?|(?:{'|'.join(WEEKDAYS)})|(?:the\s+)?(?:next|following)\s+(?:meeting|call|week|month|session|board meeting|tsc meeting)|(?:the\s+)?end\s+of\s+(?:the\s+|next\s+|this\s+)?\w+(?:\s+\d{{4}})?|tomorrow|next\s+\w+|(?:the\s+)?\w+\s+meeting|mid-\w+)"
_DAY_ALONE = re.compile(rf"\s*(?:on\s+)?{_DATE}\.?\s*")
_DUE = re.compile(
    rf"\b(?:by|before|no later than|due(?: by| on)?:?|until|deadline:?)\s+(?P<due>{_DATE})"
)
_WHO = rf"(?:@[\w-]+|{NAME}|[Tt]he\s+(?:[A-Z]\w+\s+){{0,2}}[A-Z]\w+)"
_TO_DO = re.compile(
    rf"(?P<owner>{_WHO}(?:(?:,\s*|\s+and\s+|\s*&\s*|/){_WHO}){{0,3}})\s+(?:is\s+|are\s+)?to\s+(?P<verb>[a-z]{{2,}})\b"
)
_TAKES = re.compile(
    rf"(?P<owner>{_WHO}(?:(?:,\s*|\s+and\s+|\s*&\s*){_WHO}){{0,3}})\s+(?:also\s+|then\s+)?(?:(?:has\s+|have\s+)?(?:took|taken|takes)\s+(?:an?|the)\s+action|undertook|volunteered|(?:has\s+|have\s+)?(?P<weak>offered|agreed|promised)|(?:was|were)\s+(?:asked|instructed|tasked|directed|requested|assigned|charged))\s+(?:to|with)\b"
)
_WILL = re.compile(
    rf"(?P<owner>{_WHO}(?:(?:,\s*|\s+and\s+|\s*&\s*){_WHO}){{0,3}})\s+(?:will|shall|['’]ll|is going to)\s+(?:also\s+|then\s+)?(?!(?:be|have|not|chair|attend|join|host|present|speak|need|remain|become|continue|take place|meet|lead|serve|replace)\b)[a-z]{{3,}}\b"
)
_OWNED = re.compile(rf"{_MARKS}\s*(?P<owner>@?[\w.-]+(?:\s+[A-Z][\w.-]+)?)\s*(?::|\s[–—-])\s")
_ACTIONS_HEAD = re.compile(
    r"(?i:(?:summary of |open |new |outstanding )?(?:action|to-?do)s?(?: items?| points?| list| summary)?(?: for \w+| from (?:the )?(?:last|this) meeting)?|follow-?ups?|next steps|tasks|assignments)\b[:\s]*$"
)
_AGENDA_HEAD = re.compile(
    r"(?i:(?:draft |proposed |meeting |provisional |adopted )?agenda(?: items?)?|order of business|topics|items on the agenda)\s*:?$"
)
_DECISIONS_HEAD = re.compile(
    r"(?i:(?:summary of )?(?:decisions?|resolutions?)(?: (?:made|taken|adopted))?|agreements|resolved)\s*:?$"
)
_NUMBERED = re.compile(
    r"#*\s*(?:(?:agenda )?item\s+)?(?:\d{1,2}[.)]|[IVX]{1,5}[.)]|[A-Z][.)]|\d{1,2}\.\d{1,2}\.?|\d{1,2}\s+[-–—])\s+\S",
    re.I,
)
_ITEM_CHARS = 200
_BARE = 110
_BARE_START = re.compile(
    rf"(?i:{_MARKS}(?:the |this )?(?:original |main |amended )?(?:motion|amendment|resolution|vote)\b)"
)
# Minutes that are written so tell of what was carried alone.
_BY_MOTION = re.compile(r"(?i:\bby (?:a )?motion(?: duly)? made)")
_NEAR = 4  # sentences in which the outcome of a motion follows it
_ROWS = re.compile(r"\|")
_RULE = re.compile(r"[\s|:-]+$")


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence or item, with the whole that an entry of it shows."""

    span: Span
    words: str
    block: Block


def entries(text: str, blocks: Sequence[Block], people: Sequence[Person]) -> tuple[Entry, ...]:
    """What was on the agenda, decided, moved and given to do, in the order of the report."""
    names = frozenset(
        word for person in people for word in (person.name, *person.name.split()) if len(word) > 2
    )
    found = [
        *_agenda(text, blocks),
        *_motions_and_decisions(text, blocks),
        *_actions(text, blocks, names),
        *_table_actions(text, blocks),
    ]
    lists = {person.said for person in people if person.presence}
    found = [entry for entry in found if entry.part != "decision" or entry.span not in lists]
    distinct = {(entry.part, entry.span): entry for entry in found}  # the one that was settled last
    return tuple(sorted(distinct.values(), key=lambda entry: (entry.span, entry.part)))


def _lines(text: str, blocks: Sequence[Block]) -> Iterator[_Line]:
    """The items and sentences. An item is one line, unless it is long prose."""
    for block in blocks:
        if block.heading or block.is_row:
            continue
        whole = bool(block.mark) and block.span.end - block.span.start <= 2 * _ITEM_CHARS
        for sentence in block.sentences:
            span = block.span if whole else sentence
            yield _Line(span, text[slice(*sentence)], block)


def _motions_and_decisions(text: str, blocks: Sequence[Block]) -> Iterator[Entry]:
    lines = list(_lines(text, blocks))
    waiting: list[Entry] = []  # motions that wait for their outcome
    at = 0
    while at < len(lines):
        line = lines[at]
        waiting = [one for one in waiting if one.section == line.block.section]
        told = moved(line.words)
        end = at + 1
        if told and not _of_others(line.words):
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
        elif decided := _decision(text, line):
            after = _votes_after(text, lines, at)
            yield replace(decided, votes=decided.votes or after)
        elif (tally := _standing_vote(text, line)) is not None:
            yield Entry("motion", line.span, line.block.section, votes=tally)
        at = end


def _settled(motion: Entry, told: Entry) -> Iterator[Entry]:
    """The motion with the outcome that a later sentence tells."""
    settled = replace(motion, outcome=told.outcome, votes=told.votes)
    yield settled
    if is_carried(told.outcome):
        yield replace(settled, part="decision")


def _motion(text: str, lines: Sequence[_Line], told: Moved) -> Iterator[Entry]:
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


def _vote_lines(lines: Sequence[_Line], at: int) -> int:
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


_MADE_BEFORE = re.compile(r"(?i:motion (?:was )?(?:then )?(?:duly )?made|\bmoved\b)")


_ROLL = re.compile(
    r"(?i:^[\s>*•-]*(?:ayes?|noes|nays?|yeas?|abst\w*|votes? (?:for|against|in favou?r)|voting(?: for| against|:)|vote:|in favou?r|for:|against:|opposed|absent:|carried|passed|failed|all in favou?r|unanimous|roll call vote))"
)


def _is_roll(words: str) -> bool:
    return bool(_ROLL.match(words)) and len(words) < 2 * _ITEM_CHARS


def _votes_after(text: str, lines: Sequence[_Line], at: int) -> Votes | None:
    """The votes of the lines right behind a decision: «Voting: 5 for, 1 against»."""
    end = at
    while end + 1 < len(lines) and _is_roll(lines[end + 1].words) and end - at < 4:
        end += 1
    if end == at:
        return None
    return votes(text, Span(lines[at + 1].span.start, lines[end].span.end))


def _standing_vote(text: str, line: _Line) -> Votes | None:
    """The votes of a line that stands apart from what was voted on."""
    if not (_is_roll(line.words) or _VOTED.search(line.words)):
        return None
    found = votes(text, line.span)
    return found if found and (found.by or found.ayes is not None) else None


_VOTED = re.compile(
    r"\bvoted (?:against|for|in favou?r)\b|\b[Vv]otes? (?:against|for) (?:this|the)\b"
)


def _decision(text: str, line: _Line) -> Entry | None:
    words = line.words
    head = (line.block.section or "").rsplit(" › ", 1)[-1]
    label = _DECIDED.match(words)
    if label and _DAY_ALONE.fullmatch(words, label.end()):
        return None
    labelled = bool(label) or (bool(line.block.mark) and bool(_DECISIONS_HEAD.match(head)))
    if not labelled and (_EARLIER.search(head) or not _decides(words)):
        return None
    return Entry(
        "decision",
        line.span,
        line.block.section,
        outcome=outcome(words),
        votes=votes(text, Span(line.span.start, line.span.end)),
    )


def _decides(words: str) -> bool:
    """Whether the sentence tells of a decision of this meeting."""
    if tokens(words).isdisjoint(_DECIDE_WORDS):
        return False
    if _SHORT.search(words) and not words.rstrip().endswith("?"):
        return not _of_others(words) or bool(_PREVIOUS.search(words))
    if _of_others(words):
        return False
    if _IT_WAS.search(words) or _BY_VOTE.match(words) or _SENSE.search(words):
        return True
    body = _BODY.search(words)
    if body and not _is_told(words, body.start()):
        return _is_weighty(words, body)
    was = _WAS.search(words)
    if was and was[0].endswith("elected"):
        return not _SAID.search(words[: was.start()])
    cues = (_PASSED.search(words), was, _BODY_AND.search(words), tally_of(words))
    return any(cue is not None and not _is_told(words, cue.start()) for cue in cues)


def _is_told(words: str, at: int) -> bool:
    """Whether somebody only says so, or another than the body does it."""
    before = words[:at]
    if re.search(r"\b(?:for|by|of|to|with|from|if|once|until)\s*$", before):
        return True
    if re.search(r"(?:,|;)\s+and\s*$", before) or not before.strip():
        return False
    return bool(_SAID.search(before) or _NAMED.search(before))


_DECIDE_WORDS = frozenset(
    "agreed decided resolved approved adopted endorsed ratified accepted elected authorized authorised "
    "voted concluded directed instructed requested established appointed confirmed granted carried passed "
    "deferred determined ordered terminated amended unanimous abolished rejected defeated lost forwarded "
    "sense consensus took set vote votes reached recommended selected renewed reaffirmed withdrawn tabled postponed taken".split()
)
# A body asks and concludes much that is no decision: these verbs decide only with these words.
_WEAK = re.compile(r"(?i:requested|concluded|confirmed|directed|took note of|forwarded|postponed)")
_WEIGHT = re.compile(r"(?i:\bthe secretariat\b|\bto\b)")
_MEMBERS = re.compile(r"(?i:\b(?:members|participants|attendees|policymakers)\b)")
_TO_DO_THEN = re.compile(
    r"(?i:\s+(?:unanimously\s+)?(?:to\b|that\b[^.;]{0,80}\b(?:should|shall|will|would be)\b))"
)
# Some who agree decide nothing, nor does a country that agrees with another.
_LOOSE = re.compile(
    r"(?i:\b(?:most|many|some|several|few|other|these)\b)"
    r"|(?:^|[\s,])(?:[Tt]he )?[A-Z][A-Z/&-]+(?:\s[A-Z]+)*\s+(?:\w+ly\s+|also\s+)*(?:agreed|accepted|endorsed)$"
)


def _is_weighty(words: str, body: re.Match[str]) -> bool:
    verb = body["verb"].lower()
    if _WEAK.fullmatch(verb) and not _MEMBERS.search(body[0]):
        return bool(_WEIGHT.search(words, body.end()))
    if verb not in ("agreed", "accepted", "endorsed", "set up", "concluded", "requested"):
        return True
    said = words[max(0, body.start() - 12) : body.end()]
    if _MEMBERS.search(said):  # they agree on how things are, too
        return bool(_TO_DO_THEN.match(words, body.end()))
    return not _LOOSE.search(said)


def _of_others(words: str) -> bool:
    """Whether it only asks, plans, denies or recalls."""
    return bool(_NOT.search(words)) and not re.search(
        r"(?i:\bminutes of\b.*\b(?:were|was) (?:\w+ly )?(?:approved|adopted|accepted|confirmed|taken))",
        words,
    )


def _actions(text: str, blocks: Sequence[Block], names: Collection[str]) -> Iterator[Entry]:
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
        whole = (
            block.span if block.mark or len(block.text) < 2 * _ITEM_CHARS else block.sentences[0]
        )
        body = block.text[label.end() if label else len(block.mark) :]
        if re.fullmatch(r"(?i:\s*(?:none|n/?a|nil)\.?\s*)", body) or not body.strip():
            return
        for_whom = _FOR_WHOM.search(label[0]) if label else None
        owner = for_whom[1] if for_whom else _owner(body)
        yield Entry("action", whole, block.section, owner=owner, due=_due(body))
        return
    for sentence in block.sentences:
        words = text[slice(*sentence)]
        if owner := _given(words, block, names):
            whole = block.span if block.mark and len(block.text) <= 2 * _ITEM_CHARS else sentence
            yield Entry("action", whole, block.section, owner=owner, due=_due(words))


_FOR_WHOM = re.compile(r"(?i:\bfor )@?([\w.-]+(?: [A-Z][\w.-]+)?)")


def _given(words: str, block: Block, names: Collection[str]) -> str | None:
    """Who is given something to do by a sentence of prose or an item."""
    bare = words[len(block.mark) :] if words.startswith(block.mark) else words
    for pattern in (_TO_DO, _TAKES, _WILL):
        if pattern is _TO_DO:
            match = pattern.match(bare)
        else:
            match = None if tokens(bare).isdisjoint(_TASK_WORDS) else pattern.search(bare)
        weak = bool(match and match.groupdict().get("weak"))
        if match and "," in match["owner"] and not _owns(match["owner"], names, strict=True):
            match = pattern.match(bare, match.start("owner") + match["owner"].rindex(",") + 2)
        if weak and not block.mark:
            continue
        if match and _owns(match["owner"], names, strict=weak or pattern is not _TAKES):
            return _clean(match["owner"])
    return None


_TASK_WORDS = frozenset(
    "took taken takes undertook volunteered offered agreed promised asked instructed tasked directed "
    "requested assigned charged will shall ll going".split()
)


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
    irc = re.match(r"\s*(?P<owner>[\w-]{2,20})(?:,| and [\w-]+)? to [a-z]", body)
    return irc["owner"] if irc else None


def _clean(owner: str) -> str:
    return " ".join(owner.split()).replace("@", "").removeprefix("the ").removeprefix("The ")


def _due(words: str) -> str | None:
    match = _DUE.search(words)
    return " ".join(match["due"].split()).rstrip(".") if match else None


def _table_actions(text: str, blocks: Sequence[Block]) -> Iterator[Entry]:
    """Rows of a table whose header has an owner or a due day."""
    header: list[str] | None = None
    for block in blocks:
        if "|" not in block.text:
            header = None
            continue
        cells = [cell.strip(" *_") for cell in block.text.strip().strip("|").split("|")]
        if _RULE.fullmatch(block.text):
            continue
        low = [cell.lower() for cell in cells]
        if header is None and not _labelled_cells(cells):
            header = (
                low
                if any(_OWNER_CELL.fullmatch(cell) for cell in low)
                and any(_TASK_CELL.search(cell) for cell in low)
                else []
            )
        elif labelled := _labelled_cells(cells):
            yield from _labelled_row(block, labelled)
        elif header and len(cells) == len(header) and any(cells):
            yield Entry(
                "action",
                block.span,
                block.section,
                owner=_cell(header, cells, _OWNER_CELL),
                due=_cell(header, cells, _DUE_CELL),
            )


def _labelled_cells(cells: Sequence[str]) -> dict[str, str]:
    """«Item: Slipway | Owner: Ivo Ash»: each cell behind the head of its column."""
    pairs = [cell.split(":", 1) for cell in cells if ": " in cell]
    return (
        {head.lower(): said.strip() for head, said in pairs} if len(pairs) == len(cells) > 1 else {}
    )


def _labelled_row(block: Block, cells: dict[str, str]) -> Iterator[Entry]:
    owner = next((said for head, said in cells.items() if _OWNER_CELL.fullmatch(head)), None)
    due = next((said for head, said in cells.items() if _DUE_CELL.fullmatch(head)), None)
    if "decision" in cells:
        yield Entry("decision", block.span, block.section, owner=owner, due=due)
    if owner or "action" in cells:
        yield Entry("action", block.span, block.section, owner=owner, due=due)


_OWNER_CELL = re.compile(
    r"owner|assigned to|assignee|who|responsible|by whom|lead|person(?: responsible)?|action by|responsibility"
)
_TASK_CELL = re.compile(r"action|task|what|item|to do|description")
_DUE_CELL = re.compile(r"due(?: date| by)?|by when|when|deadline|date|target(?: date)?|complete by")


def _cell(header: Sequence[str], cells: Sequence[str], kind: re.Pattern[str]) -> str | None:
    return next(
        (cell for head, cell in zip(header, cells, strict=True) if cell and kind.fullmatch(head)),
        None,
    )


def _agenda(text: str, blocks: Sequence[Block]) -> Iterator[Entry]:
    """The items of an «Agenda», and numbered headings where there is none."""
    listed = list(_listed_agenda(blocks))
    if listed:
        yield from listed
        return
    for block in blocks:
        words = block.text.strip()
        if block.heading and _NUMBERED.match(words) and len(words) <= _ITEM_CHARS:
            yield Entry("agenda", block.span, block.section)
        elif not block.heading and block.mark and _is_title(text, block):
            yield Entry("agenda", block.sentences[0], block.section)


def _listed_agenda(blocks: Sequence[Block]) -> Iterator[Entry]:
    under = False
    level = 0
    for block in blocks:
        words = block.text[len(block.mark) :].strip(" :*_")
        if (block.heading or len(words) < 30) and _AGENDA_HEAD.fullmatch(words):
            under, level = True, _depth(block)
        elif block.heading and _depth(block) <= level:
            under = False
        elif (
            under
            and block.mark
            and not block.heading
            and not block.indent
            and len(block.text) <= _ITEM_CHARS
        ):
            yield Entry("agenda", block.span, block.section)
        elif under and not block.mark and not block.heading and len(block.text) > _ITEM_CHARS:
            under = False


def _depth(block: Block) -> int:
    return (block.section or "").count(" › ") + 1


def _is_title(text: str, block: Block) -> bool:
    """A numbered line that stands for a heading: «4. Old Business.»"""
    first = text[slice(*block.sentences[0])]
    return (
        bool(_NUMBERED.match(first))
        and len(first) < 60
        and bool(
            re.fullmatch(
                r"\d{1,2}[.)]\s+(?:[A-Z][\w’'&/-]*(?:\s+(?:of|and|the|for|to|in|on|&|from))*\s*){1,7}\.?",
                first.strip(),
            )
        )
    )
