"""The votes of a sentence or of lines: the tally, and who voted how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from qa.meetings.proceedings.names import NAME, is_person
from qa.meetings.proceedings.naming import people_in
from qa.text import COUNTS, any_of
from qa.types import Span, Votes

ONE = rf"(?:the\s+)?(?:@[\w-]+|{NAME})"
_WORDS = {**COUNTS, "no": 0, "none": 0, "nil": 0, "dozen": 12}
_NUM = rf"(?:\d{{1,6}}(?:,\d{{3}})*+|{any_of(list(_WORDS))})"
_TALLY = re.compile(
    rf"(?i:\b(?:by|vote(?:s|d)?(?: of| was)?|recommended|carried|passed|failed|lost|approved"
    rf"|adopted|defeated|rejected)[\s:,(]*(?:by\s+)?(?P<ayes>{_NUM})\s*(?:votes?\s*)?(?:-|–|to"
    rf"|against)\s*(?P<noes>{_NUM})\b(?:\s*(?:-|–)\s*(?P<abs>{_NUM})\b)?)"
)
# Wherever it stands: «agreed, 4 votes to 1, to wait».
_VOTES_AGAINST = re.compile(
    rf"(?i:(?<![\d.,])\b(?P<ayes>{_NUM})\s+votes?\s+(?:to|against)\s+(?P<noes>{_NUM})\b(?P<abs>)?)"
)
# «Yes 7, no 0, abstained 1.»
_SIDES = re.compile(
    rf"(?i:\b(?:yes|for|in favou?r|ayes?)\s+(?P<ayes>{_NUM})\s*[,;]\s*(?:no|against|noes|nays?)\s+"
    rf"(?P<noes>{_NUM})\b(?:\s*[,;]\s*abst\w*\s+(?P<abs>{_NUM})\b)?)"
)
# «Unanimous, 8 votes».
_ALL = re.compile(
    rf"(?i:\bunanimous(?:ly)?,?\s+\(?(?P<ayes>{_NUM})\s+votes?\b(?P<noes>)?(?P<abs>)?)"
)
_FOR = re.compile(
    rf"(?i:(?<![$£€.,\d])\b(?P<n>{_NUM})\s+"
    rf"(?:votes?\s+)?(?:members?\s+)?(?:voted\s+)?(?:in favou?r|for(?=\s*[,;.)]|\s+and\b|\s*$)"
    rf"|ayes?|yeas?|yes)\b|\b(?:(?:for|ayes?|yeas?|yes|in favou?r)(?:\s+(?:of\s+)?"
    rf"the\s+\w+)?\s*[:=–-]|ayes|yeas)\s*(?P<m>{_NUM})\b)"
)
_AGAINST = re.compile(
    rf"(?i:\b(?P<n>{_NUM})\s+(?:votes?\s+)?(?:members?\s+)?(?:voted\s+)?(?:against|opposed|noes"
    rf"|nays?|no)\b|\b(?:(?:against|noes|nays?|opposed)(?:\s+the\s+\w+)?\s*[:=–-]|noes|nays)\s*(?P<m>{_NUM})\b)"
)
_ABSTAINED = re.compile(
    rf"(?i:\b(?P<n>{_NUM})\s+(?:members?\s+)?(?:abstentions?|abstain(?:ed|ing)?|abstaining)\b"
    rf"|\babst(?:ain(?:ed|ing)?|entions?)\s*[:=–-]\s*(?P<m>{_NUM})\b)"
)
_WHO = (
    ("aye", re.compile(
        r"(?i:(?:^|\b|\n)(?:ayes?|yeas?|yes|in favou?r|votes? for(?: this action| the motion)?"
        r"|voting for(?: this action| the motion)?|for|voted (?:for|in favou?r|aye|yes))\s*"
        r"(?:\(\d+\))?\s*[:–-])\s*(?P<names>[^\n]*)"
    )),
    ("no", re.compile(
        r"(?i:(?:^|\b|\n)(?:noes|nays?|no|votes? against(?: this action| the motion)?"
        r"|voting against(?: this action| the motion)?|against|opposed|voted (?:no|against"
        r"|nay))\s*(?:\(\d+\))?\s*[:–-])\s*(?P<names>[^\n]*)"
    )),
    ("abstained", re.compile(
        r"(?i:(?:^|\b|\n)(?:abstain(?:ed|ing|s)?|abstentions?|voted abstain)\s*"
        r"(?:\(\d+\))?\s*[:–-])\s*(?P<names>[^\n]*)"
    )),
    ("absent", re.compile(
        r"(?i:(?:^|\n)(?:absent|not voting|recused|excused)\s*(?:\(\d+\))?\s*[:–-])\s*"
        r"(?P<names>[^\n]*)"
    )),
)  # fmt: skip
_VOTING = (
    (
        "no",
        re.compile(
            rf"(?P<names>{ONE}(?:(?:,\s+|\s+and\s+){ONE}){{0,4}})\s+(?:voting|voted|dissent"
            rf"(?:ing|ed))\s*(?:against|no|nay)?\b"
        ),
    ),
    (
        "no",
        re.compile(
            rf"(?P<names>{ONE}(?:(?:,\s+|\s+and\s+){ONE}){{0,4}})\s+(?:asked|requested|wished)"
            r"\s+(?:(?:that\s+|for\s+)?(?:his|her|their)\s+(?:dissent|opposition|votes?\s+against)"
            r"|(?:for\s+)?it\s+(?:to\s+be\s+|be\s+)?(?:recorded|minuted|noted)\s+that\s+(?:s?he|they)"
            r"\s+(?:had\s+)?(?:voted\s+against|opposed|dissented))\b"
        ),
    ),
    (
        "abstained",
        re.compile(rf"(?P<names>{ONE}(?:(?:,\s+|\s+and\s+){ONE}){{0,4}})\s+abstain(?:ing|ed)\b"),
    ),
)
_STRAW = re.compile(
    r"(?i:\b(?:straw|indicative|informal|non-binding|advisory|opinion)[ -](?:poll|vote)"
    r"|\bshow of interest\b)"
)
_CALL = re.compile(
    rf"(?m:^[\s>*•-]*(?P<name>{NAME})\s*(?::|\s[–—-]+|\.{{2,}}|\s)\s*(?P<vote>(?i:ayes?|yes|yea"
    rf"|nays?|no|abstain(?:s|ed)?|absent))\.?\s*$)"
)
_VOTE_WORDS = frozenset(
    "vote votes voted voting aye ayes noes nay nays yea yeas yes no abstain abstained "
    "abstaining abstention "
    "abstentions unanimous unanimously carried passed failed defeated lost approved adopted "
    "rejected "
    "against dissent opposition favor favour opposed dissenting dissented for".split()
)
_COUNTED = re.compile(r"\d|:|[Vv]ot|VOT|[Aa]bst|[Dd]issent|in favou?r")
_NO_LETTERS = str.maketrans(dict.fromkeys(".,;:!?()[]\"“”‘’'/|*–—-", " "))
_VOTES_TO = re.compile(
    r"(?i:\bvotes?\b|\b(?:carried|passed|failed|lost|approved|adopted|defeated|rejected"
    r"|recommended)\b|\bby\b.*\bto\b)"
)


def _tally(words: str) -> re.Match[str] | None:
    patterns = (_TALLY, _VOTES_AGAINST, _SIDES, _ALL)
    return next((match for one in patterns if (match := one.search(words))), None)


def is_straw_poll(words: str) -> bool:
    """Whether people only showed what they think: that decides nothing."""
    return _STRAW.search(words) is not None


@lru_cache(maxsize=4096)
def tokens(words: str) -> frozenset[str]:
    """The words in lower case: what a sentence can tell is looked up before it is read."""
    return frozenset(words.lower().translate(_NO_LETTERS).split())


def tally_of(words: str) -> re.Match[str] | None:
    """The tally of a vote: «by 21 votes to 14», «rejected by 150 to 128»."""
    match = None if is_straw_poll(words) else _tally(words)
    return match if match and _VOTES_TO.search(match[0]) else None


def votes(text: str, span: Span) -> Votes | None:
    """The tally and the names of a vote, or None."""
    words = text[slice(*span)]
    if tokens(words).isdisjoint(_VOTE_WORDS) or not _COUNTED.search(words):
        return None
    if is_straw_poll(words):
        return None
    by = dict(_by(text, span))
    ayes = noes = abstained = None
    if tally := _tally(words):
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
                r"(?i:[.;]?\s+(?:vot(?:es?|ing)\s+)?(?:noes|nays?|against|abstain\w*|abstentions?|absent|opposed)\s*"
                r"(?:\(\d+\))?:)",
                match["names"],
            )
            if inner:
                names = Span(names.start, names.start + inner.start())
            yield from ((one.name, vote) for one in people_in(text, names))
    for vote, pattern in _VOTING:
        for match in pattern.finditer(words):
            if vote == "no" and not re.search(
                r"(?i:against|dissent|opposition|\bno\b|\bnay)", match[0]
            ):
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


def _count(words: str, pattern: re.Pattern[str]) -> int | None:
    match = pattern.search(words)
    return _number(match["n"] or match["m"]) if match else None


def _number(word: str | None) -> int | None:
    if not word:
        return None
    plain = word.replace(",", "").lower()
    return int(plain) if plain.isdigit() else _WORDS.get(plain)
