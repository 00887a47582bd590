"""Understands what is asked, from the question, the turns before it and the meetings there are.

In: a question, a conversation and a `Collection`. Out: readings (`Asked`): its kind, what it asks
for, of whom, on what, of which meetings. Open `understanding` first, then `alone` and `kinds`.
`filters` finds the meetings that are meant, and `conversation` carries over what came before.
"""

from qa.questions.collection import Collection
from qa.questions.hints import holdings
from qa.questions.kind_rows import ROWS
from qa.questions.kinds import recognise
from qa.questions.understanding import standalone, understand

__all__ = ["ROWS", "Collection", "holdings", "recognise", "standalone", "understand"]
