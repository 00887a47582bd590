"""What labels and marks say of people: present, absent, with apologies."""

from __future__ import annotations

import re

from qa.types import Presence

_WHO = (
    r"(?:(?:board|committee|council|staff|also|others?|all|members?|directors?|trustees?"
    r"|councill?ors?"
    r"|officers?|voting|non-voting|those|community|commissioners?|guests?|people|persons|ex|officio"
    r"|in|the|of|and|meeting|list|following|were|public|residents?|homeowners?"
    r"|owners?)[ /-]+)*+"
)
# What a label or heading says of the names behind it. «Apologies» go before «absent».
_LABELS: tuple[tuple[Presence, re.Pattern[str]], ...] = (
    (
        "apologies",
        re.compile(
            rf"{_WHO}(?:apolog(?:y|ies)(?: for (?:absence"
            rf"|non-?attendance))?(?: received)?(?: from)?"
            r"|(?:absent )?with apologies|regrets|excused|sent regrets|leave of absence"
            r"|absent(?: \(excused\)| excused| with notice))"
        ),
    ),
    (
        "absent",
        re.compile(rf"{_WHO}(?:absent|absentees?|not present|not in attendance|not attending)"),
    ),
    (
        "present",
        re.compile(
            rf"{_WHO}(?:present|attendees|attendance|attending|attended|participants|participating"
            r"|in attendance|(?:call to order(?:,| and| &)? )?(?:board )?roll ?call"
            r"|blue ?sheets?|sign-?in sheet|who attended)"
            r"(?: (?:were|was|in person|online|remotely|remote|virtually|by (?:phone|video|zoom)"
            r"|via \w+|included?|were present))?"
        ),
    ),
)
# Beside a list of those present, these are present too.
_BESIDE = re.compile(
    r"(?:the )?(?:board|committee|council|staff|guests?|observers?|visitors?|members?|officers?"
    r"|directors?|trustees?|commissioners?|invited|invitees|residents|community|members of staff"
    r"|administration|press|public|others|members of the public|voting|regular|in person"
    r"|remote|online"
    r"|board of directors|alternates?|owners?|homeowners?|board members|community members)"
    r"(?: members| guests| speakers)?|(?-i:[A-Z]{2,5}) (?:members|guests)",  # «TSC members»
    re.IGNORECASE,
)
LABEL = re.compile(
    r"[\s>]*(?P<label>[^\W\d_][\w /’'()-]{2,60}?)[*_]{0,2}\s*(?::|\s[–—-]\s)[*_]{0,2}[ \t\n]*"
)
# Another label within a line: «Present: Ash (Absent: Oak) Guests: Elm».
INNER = re.compile(r"(?<=[\s(])(?P<label>[A-Z][a-z]+(?: [A-Za-z]+){0,3})\s*(?::|\s[–—]\s)\s*")
_STATUS: tuple[tuple[Presence, re.Pattern[str]], ...] = (
    ("apologies", re.compile(r"excused|apologies|regrets|with apologies|absent \(excused\)", re.I)),
    ("absent", re.compile(r"absent|not present|no show", re.I)),
    (
        "present",
        re.compile(r"present|here|attended|in attendance|aye,? present|yes, present", re.I),
    ),
)
HEADING_CHARS = 80


def presence_label(words: str) -> Presence | None:
    """What a label or heading says of the people below it."""
    low = re.sub(r"^[\s#\d./()*]+|[\s:.*_]+$", "", " ".join(words.split())).lower()
    low = re.sub(r"\s*\(\d+\)$", "", low)
    return next((told for told, label in _LABELS if label.fullmatch(low)), None)


def presence_told(label: str, now: Presence | None, beside: bool) -> Presence | None:
    told = presence_label(label)
    if told is None and beside and _BESIDE.fullmatch(label.strip()):
        return now or "present"
    return told


def status_of(words: str) -> Presence | None:
    said = words.strip(" .*_")
    return next((told for told, pattern in _STATUS if pattern.fullmatch(said)), None)
