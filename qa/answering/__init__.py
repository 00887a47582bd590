"""An understood question -> one `Answer`. Each kind of question has its own way to the evidence.

In: the readings of a question, and a `Library` of passages, records and reports. Out: the answer,
with its items, each cited at words of a report. Open `answering` first: it has the table of the
ways. Then open `facts` and `lists`.
"""

from qa.answering.answering import answer
from qa.answering.levels import LEAST, MEASURED, Genre, kind_of, share_of
from qa.answering.library import Library, Understand

__all__ = ["LEAST", "MEASURED", "Genre", "Library", "Understand", "answer", "kind_of", "share_of"]
