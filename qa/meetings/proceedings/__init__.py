"""What happened at a meeting: who led and attended it, what it decided, and who said what.

In: a report's text, with the part of it that tells of the meeting. Out: its `Proceedings`, each
person, entry and statement with the words that tell it. Open `proceedings` first.
"""

from qa.meetings.proceedings.proceedings import read_proceedings

__all__ = ["read_proceedings"]
