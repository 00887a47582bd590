"""The table of kinds, in the order in which its rows are tried.

A row has a kind, an aspect, what the question looks like, and an example.
"""

from __future__ import annotations

from qa.questions.row import Row
from qa.questions.rows_across import ACROSS
from qa.questions.rows_of_deeds import OF_DEEDS
from qa.questions.rows_of_facts import OF_FACTS
from qa.questions.rows_of_people import OF_PEOPLE
from qa.questions.rows_of_words import OF_WORDS

ROWS: tuple[Row, ...] = (*ACROSS, *OF_PEOPLE, *OF_DEEDS, *OF_WORDS, *OF_FACTS)
