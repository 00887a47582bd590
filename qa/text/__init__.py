"""Takes text apart, without knowing about reports.

In: text. Out: the text as it is seen, its sentences and the lines that stand alone as spans, its
terms and stems, its words without case and accents, and its dates. Open `sentences` first, then
`lines`. `vocabulary` holds the words that several parts look for.
"""

from qa.text.dates import DateMention, date_mentions, find_date, in_words, spelled
from qa.text.day_ranges import DayRange, day_ranges, days_between
from qa.text.days_of_year import DayOfYear, days_of_year
from qa.text.folding import folded, unaccented
from qa.text.lines import bars, breaks, said_by
from qa.text.numeric_dates import date_in_name, digits_order
from qa.text.ordinals import ORDINAL, ordinal_number
from qa.text.sentences import iterate_sentences, split_blocks, split_sentences
from qa.text.terms import STOP, numbered_names, rarity, stemmed, stems, telling_words, words
from qa.text.visible import visible
from qa.text.vocabulary import (
    BODIES,
    COUNTS,
    MONTHS,
    NUMBER_WORDS,
    OFFICES,
    PARTICLES,
    ROLES,
    SPEECH,
    TITLES,
    VOICES,
    WEEKDAYS,
    any_of,
)

__all__ = [
    "BODIES",
    "COUNTS",
    "MONTHS",
    "NUMBER_WORDS",
    "OFFICES",
    "ORDINAL",
    "PARTICLES",
    "ROLES",
    "SPEECH",
    "STOP",
    "TITLES",
    "VOICES",
    "WEEKDAYS",
    "DateMention",
    "DayOfYear",
    "DayRange",
    "any_of",
    "bars",
    "breaks",
    "date_in_name",
    "date_mentions",
    "day_ranges",
    "days_between",
    "days_of_year",
    "digits_order",
    "find_date",
    "folded",
    "in_words",
    "iterate_sentences",
    "numbered_names",
    "ordinal_number",
    "rarity",
    "said_by",
    "spelled",
    "split_blocks",
    "split_sentences",
    "stemmed",
    "stems",
    "telling_words",
    "unaccented",
    "visible",
    "words",
]
