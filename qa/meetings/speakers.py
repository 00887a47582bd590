"""Who speaks in a sentence: in front of a verb of speech, behind it, or as a label."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from qa.meetings.naming import PARTICLES, TITLE, is_person
from qa.meetings.wording import GROUP_WORDS, NOT_NAMES, ROLE_WORDS
from qa.text import BODIES, OFFICES, SPEECH, TITLES, VOICES

_IRREGULAR = {
    "say": "said", "tell": "told", "think": "thought", "feel": "felt", "speak": "spoke",
    "understand": "understood", "draw": "drew", "begin": "began", "seek": "sought", "lead": "led",
    "undertake": "undertook", "read": "read", "give": "gave", "have": "had", "set": "set", "go": "went",
}  # fmt: skip
# Not these alone: much else does them too.
_STANCES = {
    "supports": "support endorse second favour favor echo".split(),
    "opposes": "oppose object reject".split(),
}
_CAPS = r"[A-Z](?=[^\sa-z]*[A-Z])[A-Z\d/&.’'-]+s?\b"
_COUNTRY = rf"{_CAPS}(?:\s+(?:(?:of|the|and the|for|OF|AND|THE)\s+)*{_CAPS})*(?!\s+[A-Z][a-z])"
_INITIAL = r"(?:[^\W\d_a-z]\.)+"
_CAP = r"[^\W\d_a-zß-öø-ÿ][\w’'-]*"
_SMALL = "|".join(sorted(PARTICLES))
_PROPER = rf"(?:{TITLE}\s+){{0,2}}(?:{_CAP}|{_INITIAL})(?:\s+(?:{_INITIAL}|(?:(?:{_SMALL})\s+){{0,3}}{_CAP}|of(?:\s+the)?\s+{_CAP})){{0,6}}"
_NOUNS = "|".join(
    sorted({*OFFICES, *VOICES, *BODIES, *(f"{w}s" for w in (*OFFICES, *VOICES)), "countries", "speakers",
     "others", "people", "residents", "officials", "observers", "ngos", "secretariat", "states", "nations",
     "developing countries", "staff", "manager", "owner", "owners", "attendees", "farmers", "organizations",
     "policymakers", "clerk", "auditor", "chairs", "co-chairs", "teacher", "workers", "scientists", "experts"}, key=len, reverse=True)
)  # fmt: skip
# Who does something: a participant, a farmer, an inspector. What only ends like it is left out.
_AGENT = (
    r"(?!(?:paper|number|order|letter|matter|chapter|charter|calendar|power|water|weather|summer|winter|other"
    r"|either|neither|computer|document|factor|sector|corridor|floor|error|river|tower|center|counter|offer"
    r"|member state|answer|former|latter|newsletter|register|quarter|dollar|budget|draft|order|another|plan)s?\b)"
    r"[a-z]{2,}(?:er|or|ist|ian|man|men|woman|women|person|people|ant|ee|eer|ident|gent|dent|citizen|mother|father)s?"
)
_GROUP = (
    r"(?:(?:[Tt]he|[Aa]n?|[Ss]ome|[Ss]everal|[Mm]any|[Mm]ost|[Aa]ll|[Oo]ther|[Aa] few|[Oo]ne|[Tt]wo|[Tt]hree|[Aa] number of"
    r"|[Aa] (?:large )?majority of|[Vv]arious|[Ss]ome other|[Tt]hese|[Nn]umerous)(?: of the)?\s+)?"
    rf"(?:[\w-]+\s+){{0,3}}?(?:(?i:{_NOUNS})|(?<=\s){_AGENT})\b"
    rf"(?:\s+(?:of|from|for)\s+[^,;.()]{{2,60}}(?=,\s+[A-Z])|\s+(?:of|from|for)\s+(?:the\s+|an?\s+)?\w[\w’'-]*(?:\s+(?:of|and|the|for|{_CAP}))*)?"
)
_DETERMINED = rf"(?:(?:[Tt]he|[Aa]n?|[Ss]ome|[Ss]everal|[Mm]any|[Mm]ost|[Aa]ll|[Oo]thers?|[Oo]ne|[Tt]wo|[Tt]hree|[Vv]arious|[Nn]umerous|[Mm]embers|[Pp]arties|[Dd]elegates|[Pp]articipants|[Rr]esidents|[Cc]ommittee|[Bb]oard|[Pp]olicymakers|[Mm]eeting)\b(?=\s))"
_ALONE = r"(?:Many|Several|Some|Others?|All|Most|Both)(?=\s+[a-z])"
_NAMED = rf"(?:[Tt]he\s+)?{_COUNTRY}(?:\s*\([^()]{{1,60}}\))?|(?:[Tt]he\s+)?{_PROPER}(?:,?\s+(?:Jr|Sr)\.?)?(?:\s*\([^()]{{1,60}}\))?|[Oo]thers"
_BAND = rf"(?={_DETERMINED}|[A-Z])(?:{_GROUP})(?=\s+[a-z]|,)"
_JOINS = r"(?:,\s+(?:and\s+)?|\s+and\s+(?:the\s+)?|\s+&\s+)"
# Lists in which a name is looked for first, or a group; then the first of either alone, since
# what follows a comma may tell who it is. The first that a verb of speech follows is taken.
_LISTS = tuple(
    re.compile(rf"(?P<who>{unit}{more})")
    for first, second in ((_NAMED, _BAND), (_BAND, _NAMED))
    for unit in [f"(?:{first}|{second}|{_ALONE})"]
    for more in (f"(?:{_JOINS}{unit}){{0,14}}", "")
)
_LIST = _LISTS[0]
_PRONOUN = re.compile(r"(?P<who>[Hh]e|[Ss]he|[Tt]hey)\b")
_ADVERBS = r"(?:(?:also|then|further|again|later|first|finally|once|both|all|each|only|not|jointly|now|in turn|therefore|\w+ly)\s+){0,3}"
_VERB = re.compile(
    rf"\s+{_ADVERBS}(?P<aux>has |have |had |was |were |is |are )?{_ADVERBS}(?P<verb>[a-z]+)\b(?!\s+by\b)"
)
_BEING = frozenset(
    "concerned pleased disappointed worried opposed against happy surprised sceptical skeptical unsure convinced glad sorry doubtful confident".split()
)
# Verbs of much else: what must follow where they tell speech.
_TALK = r"\s+(?:an?|the|his|her|its|their|some|two|three)?\s*(?:[\w-]+\s+){0,2}?(?:presentation|overview|update|report|summary|talk|account|example|background|introduction|speech|details?|figures?|perspective|statements?|explanation|briefing|information)"
_NEEDS = {
    "give": re.compile(_TALK),
    "have": re.compile(
        r"\s+(?:an?|some|no|the same)?\s*(?:\w+\s+)?(?:concerns?|questions?|objections?|doubts?)\b"
    ),
    "provide": re.compile(_TALK),
    "set": re.compile(r"\s+(?:out|forth)\b"),
    "go": re.compile(r"\s+(?:through|over|into|on to)\b"),
    "walk": re.compile(r"\s+(?:\w+\s+){0,3}through\b"),
    "turn": re.compile(r"\s+to\b"),
    "count": re.compile(r"\s+on\b"),
    "put": re.compile(r"\s+(?:forward|the\s+\w+\s+(?:of|at)|it\s+at)"),
    "move": re.compile(r"\s+(?:that|to|an?|the|approval|adoption|acceptance)\b"),
}
_INSERT = re.compile(r"\s*,\s+")
_STANCE_BY = re.compile(
    r"(?P<how>supported|opposed|seconded|backed|echoed|joined|endorsed)\s+by\s+"
)
_WITH = re.compile(r"(?:along |together )?with\s+|joined by\s+")
_FOR = re.compile(r"\s+(?:speaking )?(?:on behalf of|for|representing|of|from)\s+")
_STARTS = re.compile(
    r"(?:[,.?!][”\"’']|,|;|:|—|–|\(|\band\b|\bwhile\b|\bwhereas\b|\bbut\b|\bthat\b)\s+(?=\S)"
)
_CLAUSE = re.compile(
    r"(?:[,;]\s+(?:and\s+|while\s+|whereas\s+|but\s+|with\s+|although\s+)?|\s(?:and|while|whereas|but)\s+)(?=[A-Z]|the [A-Z]|(?:several|many|some|most|all|the|others?|he|she|they) )"
)
_ACCORDING = re.compile(r"[Aa]ccording to (?P<who>(?:the )?[^,.;]{2,80}?)[,.;]")
_INVERTED = re.compile(
    r"[,.?!][\"”’'»]\s+(?P<verb>[a-z]+)\s+|(?:[\"”’'»],?|,)\s+(?P<verb2>[a-z]+)\s+(?=[A-Z]|the [A-Z]|s?he\b)"
)
_LEADING = re.compile(
    r"(?P<how>With|Supported by|Opposed by|Joined by)\s+(?P<who>[^;.]{2,160}?),\s+(?=(?:[Tt]he\s+)?[A-Z]|s?he\b)"
)
_ROOM = 260
_INSERTS = 7
_APPOSED = ","  # «Ivo Ash, treasurer, said»: the list is one speaker


class Voice(NamedTuple):
    """Who says a sentence, as written, and whether it supports or opposes somebody's."""

    name: str
    stance: str | None = None
    pronoun: bool = False
    main: bool = True


def voices(words: str, known: Collection[str] = ()) -> list[Voice]:
    """Those who speak in a sentence, the first one first. A pronoun is told as it stands."""
    if not _speech(words):
        return []
    found: list[Voice] = []
    quoted = _quoted(words)
    if match := _ACCORDING.search(words):
        found += (Voice(_bare(name)) for name in _names(match["who"]))
    behind = 0  # the verb of the speaker found last: what stands before it is his
    for at in _positions(words):
        inside = at < behind or any(start < at < end for start, end in quoted)
        if inside or (found and not _is_clause(words, at)):
            continue
        main = not found or words[max(0, at - 2) : at].startswith(";")
        heard, end = _at(words, at, main=main, known=known)
        found += heard
        behind = end if heard else behind
    found = [*_leading(words), *found] if found else found
    return _distinct(found or list(_inverted(words)))


def said_by_verb(words: str) -> bool:
    """Whether it is a verb of speech: «said», «notes»."""
    return words in _verbs()


def _speech(words: str) -> bool:
    """Whether some verb of speech is there at all: most of the other sentences end here."""
    return not _verbs().keys().isdisjoint(_WORDS.findall(words)) or "ccording to" in words


_WORDS = re.compile(r"[a-z]{3,}")


@cache
def _verbs() -> dict[str, str]:
    """Each form of a verb of speech in the past and the present, and its base."""
    forms = {word: "feel" for word in _BEING} | {"put": "put"}
    for verb in SPEECH:
        stem = verb[:-1] if verb.endswith("e") else verb
        y = verb.endswith("y") and verb[-2] not in "aeo"
        past = f"{verb[:-1]}ied" if y else f"{stem}ed"
        present = (
            f"{verb[:-1]}ies"
            if y
            else f"{verb}es"
            if verb.endswith(("s", "sh", "ch"))
            else f"{verb}s"
        )
        for form in (past, present, _IRREGULAR.get(verb, past)):
            forms[form] = verb
        if verb[-1] in "nrlgpt" and len(verb) > 3:
            forms[f"{verb}{verb[-1]}ed"] = verb
    return forms


def _positions(words: str) -> list[int]:
    """Where a subject may begin: at the start, behind a comma or «and»."""
    starts = [0, *(match.end() for match in _STARTS.finditer(words))]
    return sorted({*starts, *(match.end() for match in _CLAUSE.finditer(words))})[:40]


def _is_clause(words: str, at: int) -> bool:
    before = words[max(0, at - 12) : at]
    return bool(
        re.search(
            r"(?:,|;)\s+(?:and|while|whereas|but|with)?\s*$|\b(?:and|while|whereas|but)\s+$", before
        )
    )


def _at(words: str, at: int, *, main: bool, known: Collection[str]) -> tuple[list[Voice], int]:
    """Who speaks in the clause that begins there, and where the verb is."""
    if pronoun := _PRONOUN.match(words, at):
        told = _predicate(words, pronoun.end())
        if told is None:
            return [], 0
        return [Voice(pronoun["who"].lower(), told.stance, True, main), *told.joined], told.at
    if not (words[at : at + 1].isupper() or _OPENS.match(words, at)):
        return [], 0
    match, told = _list_and_verb(words, at)
    if match is None or told is None:
        return [], 0
    names = [_bare(name) for name in _names(match["who"], told.inner) if _speaks(name, known)]
    heard = [Voice(name, told.stance, False, main) for name in names]
    return ([*heard, *told.joined], told.at) if heard else ([], 0)


def _list_and_verb(words: str, at: int) -> tuple[re.Match[str] | None, _Told | None]:
    """The list of speakers that a verb of speech follows."""
    tried: set[int] = set()
    for pattern in _LISTS:
        match = pattern.match(words, at, at + _ROOM)
        if match and match.end() not in tried:
            tried.add(match.end())
            if told := _predicate(words, match.end()):
                return match, told
    return None, None


_OPENS = re.compile(
    r"(?:the|some|several|many|most|all|others?|one|two|three|an?|various|numerous|members|parties"
    r"|delegates|participants|residents|policymakers|meeting)\b"
)


class _Told(NamedTuple):
    """What a verb of speech tells, who joins in, what the insertion says, where the verb is."""

    stance: str | None
    joined: list[Voice]
    inner: str
    at: int


def _predicate(words: str, at: int) -> _Told | None:
    """The verb that follows, behind insertions between commas."""
    joined: list[Voice] = []
    inner = ""
    for _ in range(_INSERTS):
        if (verb := _verb(words, at)) is not None:
            return _Told(_stance(verb), joined, inner, at)
        insert = _INSERT.match(words, at)
        if not insert:
            end = _behind_for(words, at)
            if end is None:
                return None
            at = end
            continue
        if (verb := _verb(words, insert.end() - 1)) is not None:
            return _Told(_stance(verb), joined, inner or _APPOSED, at)
        end = words.find(",", insert.end(), at + _ROOM)
        while end > 0 and _verb(words, end + 1) is None:
            end = words.find(",", end + 1, at + _ROOM)
        if end < 0:
            return None
        joined += _joined(words[insert.end() : end])
        inner = inner or words[insert.end() : end]
        at = end + 1
    return None


def _behind_for(words: str, at: int) -> int | None:
    """Where the verb stands behind «on behalf of the committee», without commas."""
    match = _FOR.match(words, at)
    if match is None:
        return None
    spaces = (space.start() for space in re.finditer(r"\s+", words[match.end() : match.end() + 80]))
    ends = (match.end() + space for space in spaces)
    return next((end for end in ends if _verb(words, end) is not None), None)


def _joined(piece: str) -> list[Voice]:
    """Those whom an insertion names: «supported by HUNGARY», «with CANADA and the US»."""
    if match := _STANCE_BY.match(piece):
        stance = "opposes" if match["how"] == "opposed" else "supports"
        return [Voice(_bare(name), stance, main=False) for name in _names(piece[match.end() :])]
    if match := _WITH.match(piece):
        return [
            Voice(_bare(name), main=False)
            for name in _names(piece[match.end() :])
            if name[:1].isupper() or name.startswith("the ")
        ]
    return []


def _verb(words: str, at: int) -> str | None:
    """The base of the verb of speech that stands there."""
    match = _VERB.match(words if words[at : at + 1].isspace() else words, at)
    if not match:
        return None
    verb, aux = match["verb"], (match["aux"] or "").strip()
    if aux in ("was", "were", "is", "are"):
        return "feel" if verb in _BEING else None
    base = None if verb in _BEING else _verbs().get(verb)
    needed = _NEEDS.get(base or "")
    return base if needed is None or needed.match(words, match.end()) else None


def _stance(verb: str) -> str | None:
    return next((stance for stance, verbs in _STANCES.items() if verb in verbs), None)


def _names(who: str, inner: str = "") -> list[str]:
    """The single speakers of a list, as written, without what stands in brackets."""
    plain = re.sub(r"\s*\([^()]*\)?", "", who)
    pieces = re.split(
        r",\s+(?:and\s+)?|\s+and\s+(?:the\s+)?(?=[A-Z]|others)|\s+&\s+|\s+and\s+(?=the )", plain
    )
    names = [" ".join(piece.split()).strip(" ,.;:") for piece in pieces]
    names = [name for name in names if name]
    told = [one for one in names[1:] if _is_office(one.split()[0]) or _is_office(one.split()[-1])]
    if inner == _APPOSED and (" and " not in plain or told):
        named = [one for one in names if _is_proper(one) and not _is_office(one.split()[-1])]
        return (named or names)[:1]
    low = names[0].split()[-1].lower() if names else ""
    if len(names) == 1 and inner and low in ROLE_WORDS and re.match(r"[A-Z]", inner):
        named = [one for one in _names(inner) if _is_proper(one)]
        return named[:1] or names  # «A member, Hilary Oak, said»
    return names


def _bare(name: str) -> str:
    """The name without the office in front: «SBSTA Chair Chow» is Chow; «The Chair» stays."""
    if of := name.find(" of "):
        named = name[:of]
        if of > 0 and " " in named and (is_person(named) and not named.isupper()):
            return named
    words = name.split()
    if all(word.isupper() or word in _INNER for word in words):
        return " ".join(words[words[0] in ("the", "The") :])
    last = max((n for n, word in enumerate(words) if _is_office(word)), default=-1)
    if words[0].lower().strip(".") in TITLES or (
        last < 0 and not any(w.lower() in GROUP_WORDS for w in words)
    ):
        return (
            name.removeprefix("the ").removeprefix("The ")
            if name.split(maxsplit=1)[-1][:2].isupper()
            else name
        )
    rest = words[last + 1 :]
    if rest[:1] == ["of"]:
        rest = rest[3 if rest[1:2] == ["the"] else 2 :]
    while len(rest) > 2 and any(word.lower() in GROUP_WORDS for word in rest):
        rest = rest[1:]
    if (
        rest
        and rest != words
        and is_person(" ".join(rest))
        and all(word[0].isupper() or word in PARTICLES for word in rest)
    ):
        return " ".join(rest)
    return (
        name.removeprefix("the ").removeprefix("The ")
        if name.split(maxsplit=1)[-1][:2].isupper()
        else name
    )


_INNER = frozenset("of the and for The".split())


def _is_office(word: str) -> bool:
    low = word.lower()
    return low in ROLE_WORDS or low.rstrip("s") in ROLE_WORDS


def _is_proper(name: str) -> bool:
    return all(word[0].isupper() or word in PARTICLES for word in name.split())


def _speaks(name: str, known: Collection[str]) -> bool:
    """Whether what stands there can speak: no word that only begins a sentence."""
    words = name.split()
    first = words[0].lower().strip(".,’'")
    if words[0].isupper() and len(first) > 2:
        return True
    if first.endswith("ing"):
        return False
    if first in _DETERMINERS and len(words) > 1:
        return words[-1].lower() not in NOT_NAMES or words[-1].lower() in _PLURALS
    if first in NOT_NAMES and first not in _PLURALS:
        return False
    if len(words) == 1 and sum(map(str.isupper, name)) < 2 and name.lower() not in _PLURALS:
        return name in known
    return True


_DETERMINERS = frozenset(
    "the a an some several many most all other one two three various numerous few these both".split()
)
_PLURALS = frozenset(
    "many several some others other all most both participants parties delegates members observers others residents countries officials experts attendees speakers policymakers staff board committee council".split()
)


def _quoted(words: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"[“\"«][^”\"»]*[”\"»]", words)]


def _leading(words: str) -> list[Voice]:
    """«With CANADA and the US, she …», «Supported by MALI, he …»."""
    match = _LEADING.match(words)
    return _joined(f"{match['how'].lower()} {match['who']}") if match else []


def _inverted(words: str) -> Iterator[Voice]:
    """«…», said Ivo Ash."""
    for match in _INVERTED.finditer(words):
        if (match["verb"] or match["verb2"]) in _verbs():
            who = _LIST.match(words, match.end()) or _PRONOUN.match(words, match.end())
            if who:
                pronoun = who["who"].lower() in ("he", "she", "they")
                for name in _names(who["who"]):
                    yield Voice(name.lower() if pronoun else _bare(name), None, pronoun)


def _distinct(found: list[Voice]) -> list[Voice]:
    """The main speakers before those who join in, each once."""
    seen: dict[str, Voice] = {}
    for voice in sorted(found, key=lambda one: not one.main):
        seen.setdefault(voice.name, voice)
    return list(seen.values())
