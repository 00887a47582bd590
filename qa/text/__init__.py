"""Takes text apart, without knowing about reports.

In: text. Out: its sentences and paragraphs as spans, its terms and stems, and its dates. Open
`sentences` first. `vocabulary` holds the words that several parts look for.
"""

from qa.text.dates import DateMention, date_mentions, find_date, in_words, spelled
from qa.text.numeric_dates import date_in_name
from qa.text.sentences import PARAGRAPH, iterate_sentences, split_sentences
from qa.text.terms import STOP, numbered_names, rarity, stemmed, stems, telling_words, words
from qa.text.vocabulary import MONTHS, NUMBER_WORDS, OFFICES, ROLES, WEEKDAYS, any_of

__all__ = [
    "MONTHS",
    "NUMBER_WORDS",
    "OFFICES",
    "PARAGRAPH",
    "ROLES",
    "STOP",
    "WEEKDAYS",
    "DateMention",
    "any_of",
    "date_in_name",
    "date_mentions",
    "find_date",
    "in_words",
    "iterate_sentences",
    "numbered_names",
    "rarity",
    "spelled",
    "split_sentences",
    "stemmed",
    "stems",
    "telling_words",
    "words",
]
