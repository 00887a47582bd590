"""An answer put together by a language model, on request, and only from sentences that were found.

In: an answer with its citations. Out: written sentences, each with the citations that it rests on,
or with the reason why it was struck. Open `composer` first. `checking` is what keeps it honest: a
model may choose, shorten and order the words of the reports, and nothing else.
"""

from qa.composing.composer import Composer, Written
from qa.composing.endpoint import ComposingError, Endpoint

__all__ = ["Composer", "ComposingError", "Endpoint", "Written"]
