"""What a question names beside its meeting, the days of it and what is asked."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from qa.answering.choosing import naming
from qa.answering.relevance import wanted
from qa.answering.roles import roles_in
from qa.text import STOP, stems
from qa.types import Asked, Meeting

# Words of a question that say which day or year it was, which office it is, or just ask.
_ASIDE = frozenset(
    stems(
        "january february march april may june july august september october november december "
        "monday tuesday wednesday thursday friday saturday sunday spring summer autumn day days "
        "date week month year time hour hours long last latest next previous newest recent "
        "recently ago winter fall now today yesterday tomorrow current currently present acting "
        "morning evening afternoon place venue location located town city country hall room "
        "building address held hosted hosting host happening begin began start started starting "
        "end ended close closed adjourn adjourned finish finished open opened gather gathered "
        "meet met again ever just person people led ran run headed head facilitated served "
        "serve elected names named office officer known until till from go went duration both "
        "body group scheduled planned know"
    )
) | frozenset(stems(" ".join(STOP)))


def beyond(asked: Asked, meetings: Collection[Meeting]) -> frozenset[str]:
    """The telling stems that neither name one of the meetings, nor its days, nor an office."""
    told = _telling(asked)
    return told.difference(*map(naming, meetings)) if told else told


@lru_cache(maxsize=16)  # it is compared with one meeting after the other
def _telling(asked: Asked) -> frozenset[str]:
    told = frozenset(wanted(asked.text).weights) - _ASIDE - _applied(asked)
    told -= frozenset(stems(" ".join(roles_in(asked.text))))
    return frozenset(stem for stem in told if not stem[0].isdigit())


def finds_none(asked: Asked) -> bool:
    """Whether a filter that the question names let no meeting in."""
    return any(one.count == 0 for one in asked.applied)


def _applied(asked: Asked) -> frozenset[str]:
    """The words that chose the meetings."""
    return frozenset(stems(" ".join(f"{one.words} {one.label}" for one in asked.applied)))
