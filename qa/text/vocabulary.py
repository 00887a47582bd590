"""Words that several parts look for: months, days, numbers, and what people are called.

Each list is kept only here.
"""

from __future__ import annotations

MONTHS = (
    "January February March April May June July August September October November December"
).split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve dozen twenty thirty forty "
    "fifty hundred thousand million billion half third quarter none no once twice daily weekly "
    "monthly yearly"
).split()
# What a person is, so that «the treasurer of the board» may stand for a name.
OFFICES = (
    "president chair chairman chairperson co-chair vice-chair director minister secretary manager "
    "head officer adviser advisor professor ambassador rapporteur coordinator facilitator governor "
    "economist treasurer representative specialist commissioner mayor deputy counsel"
).split()
# Whom a person speaks for or among.
VOICES = ("delegate delegation government member observer speaker spokesperson councillor").split()
ROLES = (*OFFICES, *VOICES)
# What stands before a name and is no part of it.
HONORIFICS = "mr mrs ms miss mx messrs dr prof sir dame lord lady hon rev amb".split()


def any_of(words: list[str]) -> str:
    """A pattern that matches one of the words, the longest that fits."""
    return "|".join(sorted(words, key=len, reverse=True))
