"""What a speaker looks like in a sentence: a country in capitals, a name, a group, a list."""

from __future__ import annotations

import re

from qa.meetings.proceedings.names import CAP, SMALL, TITLE
from qa.text import BODIES, OFFICES, VOICES, any_of

_CAPS = r"[A-Z](?=[^\sa-z]*[A-Z])[A-Z\d/&.’'-]+s?\b"
_COUNTRY = rf"{_CAPS}(?:\s+(?:(?:of|the|and the|for|OF|AND|THE)\s+)*{_CAPS})*(?!\s+[A-Z][a-z])"
_INITIAL = r"(?:[^\W\d_a-z]\.)+"
_PROPER = (
    rf"(?:{TITLE}\s+){{0,2}}(?:{CAP}|{_INITIAL})(?:\s+(?:{_INITIAL}|(?:"
    rf"(?:{SMALL})\s+){{0,3}}{CAP}|of(?:\s+the)?\s+{CAP})){{0,6}}"
)
_MORE = (
    "countries speakers others people residents officials observers ngos secretariat states "
    "nations staff manager owner owners attendees farmers organizations policymakers clerk auditor "
    "chairs "
    "co-chairs teacher workers scientists experts"
).split()
_NOUNS = any_of([*OFFICES, *VOICES, *BODIES, *(f"{w}s" for w in (*OFFICES, *VOICES)), *_MORE])
# Who does something: a participant, a farmer, an inspector. What only ends like it is left out.
_AGENT = (
    r"(?!(?:paper|number|order|letter|matter|chapter|charter|calendar|power|water|weather|summer"
    r"|winter|other"
    r"|either|neither|computer|document|factor|sector|corridor|floor|error|river|tower|center"
    r"|counter|offer"
    r"|member state|answer|former|latter|newsletter|register|quarter|dollar|budget|draft|order"
    r"|another|plan)s?\b)"
    r"[a-z]{2,}(?:er|or|ist|ian|man|men|woman|women|person|people|ant|ee|eer|ident|gent|dent"
    r"|citizen|mother|father)s?"
)
_GROUP = (
    r"(?:(?:[Tt]he|[Aa]n?|[Ss]ome|[Ss]everal|[Mm]any|[Mm]ost|[Aa]ll|[Oo]ther|[Aa] few|[Oo]ne"
    r"|[Tt]wo|[Tt]hree|[Aa] number of"
    r"|[Aa] (?:large )?majority of|[Vv]arious|[Ss]ome other|[Tt]hese|[Nn]umerous)(?: of the)?\s+)?"
    rf"(?:[\w-]+\s+){{0,3}}?(?:(?i:{_NOUNS})|(?<=\s){_AGENT})\b"
    rf"(?:\s+(?:of|from|for)\s+[^,;.()]{{2,60}}(?=,\s+[A-Z])|\s+(?:of|from|for)\s+(?:the\s+"
    rf"|an?\s+)?\w[\w’'-]*(?:\s+(?:of|and|the|for|{CAP}))*)?"
)
_DETERMINED = (
    r"(?:(?:[Tt]he|[Aa]n?|[Ss]ome|[Ss]everal|[Mm]any|[Mm]ost|[Aa]ll|[Oo]thers?|[Oo]ne|[Tt]wo"
    r"|[Tt]hree|[Vv]arious|[Nn]umerous|[Mm]embers|[Pp]arties|[Dd]elegates|[Pp]articipants"
    r"|[Rr]esidents|[Cc]ommittee|[Bb]oard|[Pp]olicymakers|[Mm]eeting)\b(?=\s))"
)
_ALONE = r"(?:Many|Several|Some|Others?|All|Most|Both)(?=\s+[a-z])"
_NAMED = (
    rf"(?:[Tt]he\s+)?{_COUNTRY}(?:\s*\([^()]{{1,60}}\))?|(?:[Tt]he\s+)?{_PROPER}(?:,?\s+(?:Jr"
    rf"|Sr)\.?)?(?:\s*\([^()]{{1,60}}\))?|[Oo]thers"
)
_BAND = rf"(?={_DETERMINED}|[A-Z])(?:{_GROUP})(?=\s+[a-z]|,)"
_JOINS = r"(?:,\s+(?:and\s+)?|\s+and\s+(?:the\s+)?|\s+&\s+)"
# Lists in which a name is looked for first, or a group; then the first of either alone, since
# what follows a comma may tell who it is. The first that a verb of speech follows is taken.
LISTS = tuple(
    re.compile(rf"(?P<who>{unit}{more})")
    for first, second in ((_NAMED, _BAND), (_BAND, _NAMED))
    for unit in [f"(?:{first}|{second}|{_ALONE})"]
    for more in (f"(?:{_JOINS}{unit}){{0,14}}", "")
)
LIST = LISTS[0]
OPENS = re.compile(
    r"(?:the|some|several|many|most|all|others?|one|two|three|an?|various|numerous|members|parties"
    r"|delegates|participants|residents|policymakers|meeting)\b"
)
