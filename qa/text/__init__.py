"""Words, without knowing of reports.

In: text. Out: the text as it is seen, its sentences and the lines that stand alone as spans, its
terms and stems, the dates it writes. Open `sentences` first, then `lines`; `vocabulary` holds the
words that several parts look for.
"""

from qa.text.dates import find_date, in_words, spelled
from qa.text.lines import bars, breaks, said_by
from qa.text.sentences import split_sentences
from qa.text.terms import STOP, numbered_names, rarity, stemmed, stems, telling_words, words
from qa.text.visible import visible
from qa.text.vocabulary import MONTHS, NUMBER_WORDS, OFFICES, ROLES, WEEKDAYS, any_of

__all__ = [
    "MONTHS",
    "NUMBER_WORDS",
    "OFFICES",
    "ROLES",
    "STOP",
    "WEEKDAYS",
    "any_of",
    "bars",
    "breaks",
    "find_date",
    "in_words",
    "numbered_names",
    "rarity",
    "said_by",
    "spelled",
    "split_sentences",
    "stemmed",
    "stems",
    "telling_words",
    "visible",
    "words",
]
