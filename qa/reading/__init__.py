"""Evidence -> an `Answer`, cited and calibrated.

In: a question and its evidence. Out: the answer's words, the sentences that are quoted, and how
sure it is. The quotes are checked against the reports. Open `reader` first: it has the `Reader`
seam. Then open `extractive_reader` and `marking`: they call nearly all the others.
"""

from qa.reading.calibration import CALIBRATION, LARGER_CALIBRATION, Calibration, Levels, Logistic
from qa.reading.candidates import Candidate, candidates
from qa.reading.extractive_reader import ExtractiveReader
from qa.reading.larger_marking import LargerMarker
from qa.reading.marking import Marked, Marker, SpanMarker
from qa.reading.phrases import after_marks
from qa.reading.ranking import confidence_features, group
from qa.reading.reader import (
    MOST_COUNTED,
    SENTENCES,
    CitationError,
    Reader,
    check_citation,
    check_citations,
    cite,
    located,
    named,
)
from qa.reading.sentence_context import missing, statement
from qa.reading.sentence_reader import SentenceReader
from qa.reading.verification import verified

__all__ = [
    "CALIBRATION",
    "LARGER_CALIBRATION",
    "MOST_COUNTED",
    "SENTENCES",
    "Calibration",
    "Candidate",
    "CitationError",
    "ExtractiveReader",
    "LargerMarker",
    "Levels",
    "Logistic",
    "Marked",
    "Marker",
    "Reader",
    "SentenceReader",
    "SpanMarker",
    "after_marks",
    "candidates",
    "check_citation",
    "check_citations",
    "cite",
    "confidence_features",
    "group",
    "located",
    "missing",
    "named",
    "statement",
    "verified",
]
