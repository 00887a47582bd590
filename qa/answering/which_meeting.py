"""Which meeting is meant? The newest ones, to choose from."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from qa.answering.choosing import chosen
from qa.answering.library import Library
from qa.answering.quoting import quote_title
from qa.answering.replies import item, refusal
from qa.answering.sittings import sittings
from qa.types import Answer, Asked

_MOST = 10
_WHICH = "Which meeting do you mean?"


def ask_back(asked: Asked, library: Library) -> Answer:
    """No answer, and the meetings that may be meant."""
    found = islice(sittings(chosen(asked, library).meetings), _MOST)
    newest = [one.lead for one in found]
    items = [item(one, quote_title(library.report(one.report_id), one)) for one in newest]
    hint = asked.hint or _WHICH
    return replace(refusal(asked, hint=hint), kind="ask_back", items=tuple(items))
