"""A question that points back -> one that is complete, with words of the question before it."""

from __future__ import annotations

import re

from qa.questions.carrying import Before, names_in
from qa.questions.filters import Resolved
from qa.questions.pointing import ASKS, BARE, GAP, after_and
from qa.questions.vocabulary import ASKING, AUXILIARIES, BODIES, GATHERINGS, OFFICE_WORDS, one_of

_SOMEBODY = re.compile(
    r"\b(?P<whose>his|their|hers|theirs|her(?= (?!about|and|as|at|by|for|from|in|of|on|that|to|when"
    r"|with)\w))\b|\b(?:he|she|they|him|them|her)\b",
    re.IGNORECASE,
)
_THEY = re.compile(r"\b(?:they|them|theirs?)\b", re.IGNORECASE)  # not one person who answered
IT = re.compile(
    rf"\b(?:that|this|the same)\s+(?:same\s+)?(?:{one_of([*GATHERINGS, *BODIES])})s?\b"
    r"|\b(?:it|that|this)\b",
    re.IGNORECASE,
)
_THERE = re.compile(r"\bthere\b(?=\W*$)", re.IGNORECASE)
_WHO_DID = re.compile(r"^who (?P<was>(?:was|were) )?(?P<verb>\w+ed)\s+(?P<rest>.+)$", re.IGNORECASE)
_AUX = re.compile(
    rf"^(?:{one_of(ASKING)})(?: (?:long|many|much|time))? (?P<rest>(?:{one_of(AUXILIARIES)})\b.*)$",
    re.IGNORECASE,
)
_PREPOSITION = r"(?:\b(?:of|at|in|on|during|for|by|from)\s+)?(?:\bthe\s+)?"
_RELATIVE = re.compile(r"\b(?:later|earlier|before that|after that|the following)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ARTICLE = re.compile(r"^(?:the|a)\s+", re.IGNORECASE)
_OFFICE = re.compile(rf"\b(?:{one_of(OFFICE_WORDS)})\b", re.IGNORECASE)
# «the one on fees»: what stands behind «on» is another.
_ONE = re.compile(
    r"^(?:the |that |those )?(?:ones?|others?) (?P<prep>on|about|for|at|in|of|from|with|by) "
    r"(?P<rest>.+)$",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"^(?P<prep>of|at|in|on|about|for|by|from) (?P<rest>.+)$", re.IGNORECASE)
_ASKED = re.compile(rf"\b(?:{one_of(ASKING)})\b", re.IGNORECASE)
_NAME = r"(?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*"
# Who does it: «did the EU and Norway want».
_DOERS = re.compile(
    rf"\b(?:{one_of(AUXILIARIES)}) (?P<who>{_NAME}(?:(?:, (?:and )?| and ){_NAME})*)(?= [a-z])"
)
_WITHOUT_AT = re.compile(r"\b(?:chaired|attended|opened|closed|adjourned|missed)$", re.IGNORECASE)
_MOMENTS = ("opened", "closed", "adjourned", "elected", "appointed")


def composed(question: str, resolved: Resolved, before: Before) -> str:
    """The question in full. Empty, if what is missing has no place among its words."""
    rest = after_and(question.strip(" ?.!"))
    if BARE.fullmatch(rest):
        whole = _asked_again(rest, before)
    elif gap := GAP.match(rest) or _ONE.match(rest):
        whole = _filled(gap, before, resolved)
    elif not ASKS.match(rest):
        whole = "" if _ASKED.search(rest) else _replaced(rest, resolved, before)
    else:
        whole = pointed(rest, resolved, before)
    if not whole:
        return ""
    end = "" if re.match(r"list|summari[sz]e|name", whole, re.IGNORECASE) else "?"
    return f"{whole[0].upper()}{whole[1:].rstrip(' ?.!')}{end}"


def _asked_again(word: str, before: Before) -> str:
    """«and when?» after «who closed COP 15?» -> «when was COP 15 closed?»"""
    text, meeting = before.text.rstrip(" ?."), before.meeting
    did = _WHO_DID.match(text)
    if word.lower() == "who else" and text.lower().startswith("who "):
        return f"{word}{text[3:]}"
    word = word.split(" exactly")[0]
    moment = did and did["verb"].lower() in _MOMENTS and word.lower() == "when"
    if before.asked.latest and (again := _AUX.match(text)):  # «where?» of the next one
        return f"{word} {again['rest']}"
    if meeting and word.lower() in ("when", "where", "how long") and not moment:
        return f"{word} was {meeting}"
    if did:
        return f"{word} was {did['rest']} {did['verb']}"
    if again := _AUX.match(text):
        return f"{word} {again['rest']}"
    if text.split(" ", 1)[0].lower() in AUXILIARIES:
        return f"{word} {text[0].lower()}{text[1:]}"
    return ""


def _filled(gap: re.Match[str], before: Before, resolved: Resolved) -> str:
    """«who on the budget?»: the phrase of the question before that begins so is replaced."""
    text = before.text.rstrip(" ?.")
    ends = [s.start for s in before.resolved.spans]
    start = re.search(rf"\b{gap['prep']}\s", text, re.IGNORECASE)
    if start is None or resolved.named:
        return _replaced(f"{gap['prep']} {gap['rest']}", resolved, before)
    stop = min((at for at in ends if at > start.end()), default=len(text))
    kept = (
        re.search(rf"\s+{_PREPOSITION}$", text[:stop], re.IGNORECASE) if stop < len(text) else None
    )
    tail = text[kept.start() if kept else stop :]
    return f"{text[: start.start()]}{gap['prep']} {gap['rest']} {tail.strip()}".strip()


def _replaced(fragment: str, resolved: Resolved, before: Before) -> str:
    """«and at COP 3?», «and the treasurer?», «and Martin?» in place of what is of its kind."""
    text = before.text.rstrip(" ?.")
    if _RELATIVE.search(fragment):
        return ""
    if resolved.named and before.resolved.named:
        return _other_meeting(text, fragment, resolved, before)
    if resolved.named:
        return f"{text} {fragment}"
    office = _OFFICE.search(text)
    if office and _OFFICE.search(fragment):
        return text[: office.start()] + _ARTICLE.sub("", fragment) + text[office.end() :]
    if _OFFICE.search(fragment) and before.meeting:
        return f"who was {fragment} of {before.meeting}"
    places = [one for one in before.resolved.named if one.way == "place"]
    if places and re.match(r"in [A-Z]", fragment):  # a place that no meeting was at
        start, end = places[0].span
        return f"{text[:start]}{fragment[3:]}{text[end:]}"
    return _other_person(text, fragment, before)


def _other_meeting(text: str, fragment: str, resolved: Resolved, before: Before) -> str:
    ways = {one.way for one in resolved.named}
    same = [one for one in before.resolved.named if one.way in ways]
    bare = re.sub(rf"^{_PREPOSITION}", "", fragment, flags=re.IGNORECASE)
    if same:
        start, end = same[0].span
        year = _YEAR.search(text[start:end])
        if same[0].way == "days" and year and not re.search(r"\d{4}", bare):
            bare = f"{bare} {year[0]}"
        return f"{text[:start]}{bare}{text[end:]}"
    for one in reversed(before.resolved.named):
        cut = re.search(rf"{_PREPOSITION}$", text[: one.span.start], re.IGNORECASE)
        start = cut.start() if cut else one.span.start
        text = f"{text[:start].rstrip()} {text[one.span.end :].lstrip()}"
    return f"{text.strip()} {fragment}"


def _other_person(text: str, fragment: str, before: Before) -> str:
    """Another name in place of the one before, or another matter."""
    bare = re.sub(r"^(?:of|at|in|on|about|for|by|from)\s+", "", fragment, flags=re.IGNORECASE)
    name = re.sub(r"^the\s+", "", bare, flags=re.IGNORECASE)
    matter = before.asked.matter
    its = re.compile(rf"(?:\b(?:the|an?) )?{re.escape(matter)}", re.IGNORECASE)
    if matter and matter in text and re.match(r"(?:on|about)\s", fragment, re.IGNORECASE):
        return its.sub(lambda _: bare, text, count=1)
    doers = None if before.asked.person else _DOERS.search(text)
    if doers and name[:1].isupper():
        return f"{text[: doers.start('who')]}{bare}{text[doers.end('who') :]}"
    old = before.asked.person or ""
    if not old and (names := names_in(text, before.resolved)):
        old = text[slice(*names[0])]
    if old and old in text and name[:1].isupper():
        return re.sub(rf"(?:\bthe )?{re.escape(old)}", lambda _: bare, text, count=1)
    if matter and matter in text:
        return its.sub(lambda _: bare, text, count=1)
    return _behind(text, fragment, before)


def _behind(text: str, fragment: str, before: Before) -> str:
    """«and for the tug?»: in place of what stands behind the same preposition, or at the end."""
    match = _BEHIND.match(fragment)
    if match and re.search(rf"\b{match['prep']}\s", text, re.IGNORECASE):
        return _filled(match, before, Resolved())
    return f"{text} {fragment}" if match else ""


def with_names(question: str, before: Before) -> str:
    """The question with the person that it was about in place of «he» and «his»."""
    person = before.person
    if not person or (_THEY.search(question) and not before.asked.person):
        return question
    return _SOMEBODY.sub(lambda m: f"{person}’s" if m["whose"] else person, question)


def pointed(rest: str, resolved: Resolved, before: Before) -> str:
    """Pronouns become what they stand for. Else the meeting is added."""
    meeting = before.meeting or _where_spoke(before)
    if (named := with_names(rest, before)) != rest:
        return named
    if meeting and _THERE.search(rest):
        return _THERE.sub(f"at {meeting}", rest)
    if meeting and IT.search(rest):
        return IT.sub(meeting, rest, count=1)
    if before.meeting and re.search(r"\bnext\b", rest):
        return f"{rest} after {before.meeting}"
    if before.meeting and not resolved.named:
        return f"{rest} {meeting}" if _WITHOUT_AT.search(rest) else f"{rest} at {meeting}"
    return rest if resolved.named else ""


def _where_spoke(before: Before) -> str:
    """A meeting that is known only by somebody who spoke at it."""
    if before.asked.kind != "statements" or not before.asked.person:
        return ""
    about = f" about {before.asked.matter}" if before.asked.matter else ""
    return f"the meeting at which {before.asked.person} spoke{about}"
