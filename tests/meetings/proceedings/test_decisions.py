from __future__ import annotations

import pytest

from qa.meetings.proceedings.decisions import decision_of, of_others
from qa.meetings.proceedings.entry_lines import lines_of
from tests.meetings.proceedings.invented import blocks

_DECISIONS = (
    "It was RESOLVED to close the pier.",
    "Decision: close the pier.",
    "AGREED: the pier is closed.",
    "The board approved the accounts.",
    "The COP adopted decision 3.",
    "Delegates adopted the agenda by consensus.",
    "The minutes of the previous meeting were approved.",
    "The accounts were approved by 146 votes to 0.",
    "Una Falk was elected treasurer.",
    "The sense of the room was to close the pier.",
    "Decision 31/2024: Consent is given.",
    "Resolved (nem. con.): that the policy be kept.",
    "The proposal was then put and carried.",
    "The item was adjourned to the next session.",
    "By consensus the board sent the draft back.",
    "Section 2, as amended, agreed to.",
    "By unanimous vote, the board ratified the two leases.",
)
_NO_DECISIONS = (
    "The board had approved the accounts in May.",
    "Una Falk proposed that the board approve the accounts.",
    "The board will decide in June.",
    "At its May meeting, the board approved the pier.",
    "The board was asked to approve the accounts.",
    "KESTRIA agreed with the proposal.",
    "Most members agreed that the winter was cold.",
    "He said that the rules were adopted.",
    "Should the board approve it?",
    "Approved: 11 June 2024",
    "The straw poll was carried 9-3.",
    "In 1997, delegates adopted the accord.",
)


def _decided(words: str) -> bool:
    read, found = blocks(f"Selkay Council\n\n{words}", "a.txt")
    return any(decision_of(read.text, line) for line in lines_of(read.text, found))


@pytest.mark.parametrize("words", _DECISIONS)
def test_decisions(words: str) -> None:
    assert _decided(words)


@pytest.mark.parametrize("words", _NO_DECISIONS)
def test_what_is_none(words: str) -> None:
    assert not _decided(words)


def test_of_another_meeting() -> None:
    assert of_others("The board had agreed to it.")
    assert not of_others("The board agreed to it.")
