"""Motions and votes: who moved and seconded, what became of it, how many and who voted how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from qa.meetings.naming import NAME, is_person, people_in
from qa.text import NUMBER_WORDS
from qa.types import Span, Votes

_ONE = rf"(?:the\s+)?(?:@[\w-]+|{NAME})"
_BY = re.compile(
    rf"(?i:\b(?:moved|motion,?(?:\s+(?:was\s+)?(?:duly\s+|then\s+)*(?:made|offered))?|proposed|proposer)\b)(?:\s+by|:|\s*/)\s*(?P<mover>{_ONE})"
)
_SECOND_BY = re.compile(
    rf"(?i:\b(?:seconded|second(?:er)?|2nd(?:ed)?)\b)(?:\s+(?:was\s+)?by|:)\s*(?P<seconder>{_ONE})"
)
_ON_MOTION = re.compile(
    rf"(?i:\b(?:on|upon)\s+(?:the\s+)?(?:a\s+)?motion\s+(?:of|by|from)\s+)(?P<mover>{_ONE})"
)
_MOVES = re.compile(
    rf"(?P<mover>{_ONE})(?:,[^,;.]{{2,50}})?,?\s+(?:then\s+|also\s+|formally\s+)?(?:(?:has\s+)?moved(?:\s+(?:that|to|an?|the|for|approval|adoption|acceptance|and|we)\b)|motioned|made\s+(?:a|the)\s+motion|proposed\s+(?:a|the)\s+motion|moves\b|so moved)"
)
_SECONDS = re.compile(rf"(?P<seconder>{_ONE})\s+(?:has\s+)?second(?:ed|s)\b(?!\s+by)")
_MADE = re.compile(
    r"(?i:\bmotion\s+(?:was\s+|is\s+|has been\s+)?(?:duly\s+|then\s+)*(?:made|moved|seconded|put|passed|carried|failed|defeated|approved|adopted)\b|\bby motion\b|\bit was moved\b|\bmoved and seconded\b|\bmoved,\s*seconded\b|\bon (?:a|the) motion\b|\bmotion to\b)"
)
_NO_MOTION = re.compile(
    r"(?i:\bmoved (?:in|into|on|forward|from|up|down|away|back|closer)\b|\bslow motion\b|\bfuture motion|\bno motion\b)"
)
_RESULT = r"carried|passed|approved|adopted|accepted|agreed|ratified|confirmed|defeated|lost|failed|rejected|withdrawn|tabled|deferred|ruled out of order|not seconded"
_OUTCOME = re.compile(
    rf"(?i:\b(?P<outcome>(?:(?:was|were|is|be|been|and)\s+)?(?:(?:duly|unanimously|then|narrowly|overwhelmingly|not|so|with \w+ modifications?)\s+)*(?:{_RESULT})(?:\s+(?:unanimously|nem\.? ?con\.?|without (?:dissent|opposition|objection)))?)\b)"
)
_ALL = re.compile(
    r"(?i:\bunanim|\bnem\.? ?con|\ball (?:were |voted )?in favou?r\b|without (?:dissent|opposition))"
)
_GOOD = re.compile(r"(?i:carried|passed|approved|adopted|accepted|agreed|ratified|confirmed)")
_NUM = rf"(?:\d{{1,6}}(?:,\d{{3}})*|{'|'.join(sorted(NUMBER_WORDS[:13], key=len, reverse=True))}|thirteen|fourteen|fifteen|no|none|nil)"
_TALLY = re.compile(
    rf"(?i:\b(?:by|vote(?:s|d)?(?: of| was)?|recommended|carried|passed|failed|lost|approved|adopted|defeated|rejected)[\s:,(]*(?:by\s+)?(?P<ayes>{_NUM})\s*(?:votes?\s*)?(?:-|–|to|against)\s*(?P<noes>{_NUM})\b(?:\s*(?:-|–)\s*(?P<abs>{_NUM})\b)?)"
)
_FOR = re.compile(
    rf"(?i:(?<![$£€.,\d])\b(?P<n>{_NUM})\s+(?:votes?\s+)?(?:members?\s+)?(?:voted\s+)?(?:in favou?r|for(?=\s*[,;.)]|\s+and\b|\s*$)|ayes?|yeas?|yes)\b|\b(?:for|ayes?|yeas?|yes|in favou?r)\s*[:=–-]\s*(?P<m>{_NUM})\b)"
)
_AGAINST = re.compile(
    rf"(?i:\b(?P<n>{_NUM})\s+(?:votes?\s+)?(?:members?\s+)?(?:voted\s+)?(?:against|opposed|noes|nays?|no)\b|\b(?:against|noes|nays?|opposed)\s*[:=–-]\s*(?P<m>{_NUM})\b)"
)
_ABSTAINED = re.compile(
    rf"(?i:\b(?P<n>{_NUM})\s+(?:members?\s+)?(?:abstentions?|abstain(?:ed|ing)?|abstaining)\b|\babst(?:ain(?:ed|ing)?|entions?)\s*[:=–-]\s*(?P<m>{_NUM})\b)"
)
_WHO = (
    ("aye", re.compile(r"(?i:(?:^|\b|\n)(?:ayes?|yeas?|yes|in favou?r|votes? for(?: this action| the motion)?|voting for(?: this action| the motion)?|for|voted (?:for|in favou?r|aye|yes))\s*(?:\(\d+\))?\s*[:–-])\s*(?P<names>[^\n]*)")),
    ("no", re.compile(r"(?i:(?:^|\b|\n)(?:noes|nays?|no|votes? against(?: this action| the motion)?|voting against(?: this action| the motion)?|against|opposed|voted (?:no|against|nay))\s*(?:\(\d+\))?\s*[:–-])\s*(?P<names>[^\n]*)")),
    ("abstained", re.compile(r"(?i:(?:^|\b|\n)(?:abstain(?:ed|ing|s)?|abstentions?|voted abstain)\s*(?:\(\d+\))?\s*[:–-])\s*(?P<names>[^\n]*)")),
    ("absent", re.compile(r"(?i:(?:^|\n)(?:absent|not voting|recused|excused)\s*(?:\(\d+\))?\s*[:–-])\s*(?P<names>[^\n]*)")),
)  # fmt: skip
_VOTING = (
    (
        "no",
        re.compile(
            rf"(?P<names>{_ONE}(?:(?:,\s+|\s+and\s+){_ONE}){{0,4}})\s+(?:voting|voted|dissent(?:ing|ed))\s*(?:against|no|nay)?\b"
        ),
    ),
    (
        "abstained",
        re.compile(rf"(?P<names>{_ONE}(?:(?:,\s+|\s+and\s+){_ONE}){{0,4}})\s+abstain(?:ing|ed)\b"),
    ),
)
_CALL = re.compile(
    rf"(?m:^[\s>*•-]*(?P<name>{NAME})\s*(?::|\s[–—-]+|\.{{2,}}|\s)\s*(?P<vote>(?i:ayes?|yes|yea|nays?|no|abstain(?:s|ed)?|absent))\.?\s*$)"
)
_WORDS = {
    word: n
    for n, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(),
        1,
    )
} | {"no": 0, "none": 0, "nil": 0, "dozen": 12}
_VOTE_WORDS = frozenset(
    "vote votes voted voting aye ayes noes nay nays yea yeas yes no abstain abstained abstaining abstention "
    "abstentions unanimous unanimously carried passed failed defeated lost approved adopted rejected "
    "against favor favour opposed dissenting dissented for".split()
)


@dataclass(frozen=True, slots=True)
class Moved:
    """What a sentence tells of a motion."""

    mover: str | None
    seconder: str | None
    outcome: str | None


def moved(words: str) -> Moved | None:
    """The motion that a sentence tells of, or None."""
    if tokens(words).isdisjoint(_MOTION_WORDS):
        return None
    mover = (
        _name(words, _ON_MOTION, "mover")
        or _name(words, _BY, "mover")
        or _name(words, _MOVES, "mover")
    )
    seconder = _name(words, _SECOND_BY, "seconder") or _name(words, _SECONDS, "seconder")
    if not (mover or seconder or _MADE.search(words)) or (
        _NO_MOTION.search(words) and not seconder
    ):
        return None
    return Moved(mover, seconder, outcome(words))


_MOTION_WORDS = frozenset(
    "motion motions moved moves move motioned seconded seconds seconder second proposed".split()
)
_TOKENS = re.compile(r"[a-z]+")


@lru_cache(maxsize=4096)
def tokens(words: str) -> frozenset[str]:
    """The words in lower case: what a sentence can tell is looked up before it is read."""
    return frozenset(_TOKENS.findall(words.lower()))


def outcome(words: str) -> str | None:
    """What became of it, in the report's words, or None."""
    told = [match["outcome"] for match in _OUTCOME.finditer(words)]
    if not told:
        return None
    last = " ".join(told[-1].lower().split())
    said = re.sub(r"^(?:(?:was|were|is|be|been|and|so|then)\s+)+", "", last)
    return f"{said} unanimously" if _ALL.search(words) and "unanim" not in said else said


def tally_of(words: str) -> re.Match[str] | None:
    """The tally of a vote: «by 21 votes to 14», «rejected by 150 to 128»."""
    match = _TALLY.search(words)
    return match if match and _VOTES_TO.search(match[0]) else None


_VOTES_TO = re.compile(
    r"(?i:\bvotes?\b|\b(?:carried|passed|failed|lost|approved|adopted|defeated|rejected|recommended)\b|\bby\b.*\bto\b)"
)


def is_carried(told: str | None) -> bool:
    """Whether an outcome says that it was agreed to."""
    return bool(told) and bool(_GOOD.search(told or "")) and not (told or "").startswith("not ")


def votes(text: str, span: Span) -> Votes | None:
    """The tally and the names of a vote, or None."""
    words = text[slice(*span)]
    if tokens(words).isdisjoint(_VOTE_WORDS):
        return None
    by = dict(_by(text, span))
    ayes = noes = abstained = None
    if tally := _TALLY.search(words):
        ayes, noes, abstained = (
            _number(tally["ayes"]),
            _number(tally["noes"]),
            _number(tally["abs"]),
        )
    if ayes is None and noes is None:
        ayes, noes = _count(words, _FOR), _count(words, _AGAINST)
        if (
            ayes is not None
            and noes is None
            and not re.search(r"(?i:vot|motion)", words)
            and abstained is None
        ):
            ayes = None
    abstained = _count(words, _ABSTAINED) if abstained is None else abstained
    if ayes is None and noes is None and abstained is None and not by:
        return None
    return Votes(ayes, noes, abstained, by)


def _by(text: str, span: Span) -> Iterator[tuple[str, str]]:
    words = text[slice(*span)]
    for vote, label in _WHO:
        for match in label.finditer(words):
            names = Span(span.start + match.start("names"), span.start + match.end("names"))
            inner = re.search(
                r"(?i:[.;]?\s+(?:noes|nays?|against|abstain\w*|abstentions?|absent|opposed)\s*(?:\(\d+\))?:)",
                match["names"],
            )
            if inner:
                names = Span(names.start, names.start + inner.start())
            yield from ((one.name, vote) for one in people_in(text, names))
    for vote, pattern in _VOTING:
        for match in pattern.finditer(words):
            if vote == "no" and not re.search(r"(?i:against|dissent|\bno\b|\bnay)", match[0]):
                continue
            names = Span(span.start + match.start("names"), span.start + match.end("names"))
            yield from ((one.name, vote) for one in people_in(text, names) if is_person(one.name))
    for match in _CALL.finditer(words):
        if is_person(match["name"]):
            said = match["vote"].lower()
            vote = (
                "aye"
                if said[0] in "ay" and not said.startswith("ab")
                else "no"
                if said[0] == "n"
                else "abstained"
            )
            yield match["name"], "absent" if said == "absent" else vote


def _name(words: str, pattern: re.Pattern[str], group: str) -> str | None:
    for match in pattern.finditer(words):
        name = " ".join(match[group].split()).removeprefix("the ").lstrip("@")
        named = people_in(name, Span(0, len(name)))
        if named and is_person(named[0].name):
            return named[0].name
    return None


def _count(words: str, pattern: re.Pattern[str]) -> int | None:
    match = pattern.search(words)
    return _number(match["n"] or match["m"]) if match else None


def _number(word: str | None) -> int | None:
    if not word:
        return None
    plain = word.replace(",", "").lower()
    return int(plain) if plain.isdigit() else _WORDS.get(plain)
