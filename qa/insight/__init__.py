"""What an operator sees of how the server is used: what found no answer, how long answers took.

In: answers as they are given, if the setting `insight` is on. Out: an `Insight`, in days.
Open `log` first, then `view`.
"""

from qa.insight.log import note_answer
from qa.insight.view import Asked, Day, Growth, Insight, Wrong, look

__all__ = ["Asked", "Day", "Growth", "Insight", "Wrong", "look", "note_answer"]
