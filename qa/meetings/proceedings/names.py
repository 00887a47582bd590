"""What can be a person's name, and what is a role."""

from __future__ import annotations

import re
from functools import lru_cache

from qa.meetings.wording import GROUP_WORDS, NOT_NAMES, ROLE_WORDS
from qa.text import COUNTS, MONTHS, PARTICLES, TITLES, any_of

TITLE = r"(?:(?:{})\b\.?)".format(
    "|".join(sorted((word.capitalize().replace(".e", r"\.E") for word in TITLES), key=len)[::-1])
)
SMALL = "|".join(sorted(PARTICLES))
INITIAL = r"(?:[^\W\d_a-z]\.-?){1,3}"
CAP = r"(?:[^\W\d_a-zß-öø-ÿ][\w’'-]*+)"
_PART = rf"(?:{INITIAL}|(?:(?:{SMALL})\s+){{0,3}}{CAP})"
NAME = (
    rf"(?:{TITLE}\s+){{0,2}}(?:{INITIAL}\s*){{0,3}}(?:(?:{SMALL})\s+){{0,3}}{CAP}"
    rf"(?:\s+{_PART}){{0,5}}"
)
_NEVER = NOT_NAMES | GROUP_WORDS | ROLE_WORDS
_MONTHS = frozenset(month.lower() for month in MONTHS)
_NUMERAL = re.compile(r"[IVX]+|[A-Z]")
_MANY = re.compile(
    r"(?:^|.* )(?:members|residents|councill?ors|directors|trustees|guests|owners|commissioners"
    r"|staff)$"
)
_COUNTED = re.compile(rf"(?:\d+|{any_of(list(COUNTS))})\b")  # «four members of the public»
ROLE_CHARS = 80


@lru_cache(maxsize=4096)
def is_person(name: str, *, short: bool = True) -> bool:
    """Whether it can be a person's name: capitals, no digit, no word of groups or offices."""
    words = name.split()
    bare = [word.strip(".,’'").lower() for word in words]
    titled = bool(bare) and bare[0] in TITLES
    core = [word for word, low in zip(words, bare, strict=True) if low not in TITLES]
    if not core or len(core) > 6 or any(c.isdigit() or c in "@/#=<>" for c in name):
        return False
    if any(_is_never(low) for low in bare[titled:] if len(low) > 1):
        return False
    if not all(word[0].isupper() or word in PARTICLES for word in core) or core[-1] in PARTICLES:
        return False
    if len(core) == 1 and not titled and (bare[0] in _MONTHS or _NUMERAL.fullmatch(core[0])):
        return False
    if core[-1].endswith(("’s", "'s")):
        return False
    initials = all(len(word.strip(".")) <= 1 for word in core)
    return not initials and (titled or short or len(core) > 1)


def _is_never(low: str) -> bool:
    return low in _NEVER or low.rstrip("s") in ROLE_WORDS


def is_group(words: str) -> bool:
    return any(word in GROUP_WORDS for word in re.split(r"[^\w-]+", words.lower()))


def is_role(words: str) -> bool:
    """Whether it tells what somebody is, such as «Head of Libraries»."""
    low = re.split(r"[^\w-]+", words.lower())
    return any(word in ROLE_WORDS or word.rstrip("s") in ROLE_WORDS for word in low if word)


def role_of(words: str) -> str:
    low = " ".join(words.lower().split()).strip(" ,.:")
    many = _MANY.match(low)
    told = is_role(low) and len(low) <= ROLE_CHARS
    return low if told and not many and not _COUNTED.match(low) else ""
