"""«the month after», «a week later» -> the question before, with its date moved."""

from __future__ import annotations

import datetime
import re

from qa.questions.days import Days, find_days
from qa.questions.tokens import tokens
from qa.text import COUNTS, any_of, spelled

_UNIT = "day|week|month|year"
_SHIFT = re.compile(
    rf"(?:\b(?:in|on|at|for|during)\s+)?(?:\bthe\s+(?P<which>next|following|previous|preceding)\s+"
    rf"(?P<unit>{_UNIT})|\bthe\s+(?P<unit2>{_UNIT})\s+(?P<which2>after|before)(?:\s+that)?"
    rf"|\b(?P<many>an?|\d{{1,2}}|{any_of(list(COUNTS))})\s+(?P<unit3>{_UNIT})s?\s+"
    rf"(?P<which3>later|earlier|after|before)(?:\s+that)?)\W*$",
    re.IGNORECASE,
)
_BACK = ("previous", "preceding", "before", "earlier")
# «postponed to the next day» tells of no other meeting's day.
_UNTIL = re.compile(r"\b(?:to|until|till|by|of|from|than)\s+$", re.IGNORECASE)
_DAYS = {"day": 1, "week": 7}
_MOST = 3  # telling words beside it, of a question that needs the one before


def moves(question: str) -> bool:
    """Whether it asks the same of another day, which it tells by the days before."""
    match = _SHIFT.search(question)
    if match is None or _UNTIL.search(question[: match.start()]) or find_days(question):
        return False
    return sum(token.tells for token in tokens(question[: match.start()])) <= _MOST


def without_move(question: str) -> str:
    """What is left of the question; nothing, if it is only «and the month after?»."""
    return _SHIFT.sub("", question).strip()


def moved(question: str, before: str) -> str | None:
    """The question before, of another date. None if it has none that can be moved so."""
    match, found = _SHIFT.search(question), [one for one in find_days(before) if not one.yearless]
    if match is None or not found:
        return None
    label = _other(found[0], *_shift(match))
    return _put(before, found[0], label) if label else None


def _shift(match: re.Match[str]) -> tuple[str, int]:
    unit = next(v for k, v in match.groupdict().items() if k.startswith("unit") and v).lower()
    way = next(v for k, v in match.groupdict().items() if k.startswith("which") and v).lower()
    many = (match["many"] or "one").lower()
    number = int(many) if many.isdigit() else 1 if many in ("a", "an") else COUNTS[many]
    return unit, -number if way in _BACK else number


def _other(days: Days, unit: str, by: int) -> str | None:
    """A day moves by any of them, a month by months and years, a year by years."""
    first = datetime.date.fromisoformat(days.first)
    try:
        if unit in _DAYS:
            other = first + datetime.timedelta(days=by * _DAYS[unit])
            return spelled(other.isoformat()) if days.one else None
        if unit == "year":
            return f"{first.replace(day=1, year=first.year + by).year:04}"
        at = first.year * 12 + first.month - 1 + by
        month = datetime.date(at // 12, at % 12 + 1, 1)
        return spelled(month.isoformat()[:7]) if days.first[:7] == days.last[:7] else None
    except (ValueError, OverflowError):
        return None


def _put(before: str, days: Days, label: str) -> str:
    """The label in place of the date; a month is «in» where a day was «on»."""
    head = before[: days.span.start]
    if not label[:1].isdigit() or len(label) == len("2024"):
        head = re.sub(r"\bon (the )?$", r"in \1", head)
    return f"{head}{label}{before[days.span.end :]}"
