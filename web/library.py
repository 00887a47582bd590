"""The assistant that requests share."""

from __future__ import annotations

import threading

from flask import current_app, request

from qa import (
    MAIN,
    Answer,
    Assistant,
    LateAssistant,
    Models,
    Settings,
    Suggestion,
    note_answer,
    suggest,
    suggest_first,
)
from web.collection_path import collection_of
from web.precedence import Precedence

_MOST_SUGGESTIONS = 1000


class Library:
    """Opens the assistant as soon as there is an index. Several share their models."""

    def __init__(
        self,
        settings: Settings,
        assistant: Assistant | None = None,
        models: Models | Assistant | None = None,
        precedence: Precedence | None = None,
    ) -> None:
        self.settings = settings
        self._late = LateAssistant(settings, assistant, models)
        self.precedence = precedence or Precedence()
        self._suggestions: dict[tuple[int, str | None], list[Suggestion]] = {}
        self._counted = (-1, 0)
        self._making = threading.Lock()

    def assistant(self) -> Assistant:
        """
        Raises:
            IndexMissingError, IndexMismatchError: there is nothing that can be searched.
        """
        return self._late.get()

    def note(self, answer: Answer) -> None:
        """For the operator's view, if it is on."""
        if self.settings.insight:
            note_answer(self.settings, answer, self._reports())

    def suggestions(self, report_id: str | None = None) -> list[Suggestion]:
        """Questions on the latest meetings, or on one report. Made once for each generation.

        Answers to users come first. One list is made at a time.

        Raises:
            NotFoundError: no report has this id.
        """
        assistant = self.assistant()
        key = (assistant.generation(), report_id)
        with self._making:
            if key not in self._suggestions:
                if len(self._suggestions) >= _MOST_SUGGESTIONS:
                    self._suggestions.clear()
                self._suggestions[key] = self._suggest(assistant, report_id)
            return self._suggestions[key]

    def _reports(self) -> int:
        """How many there are, counted once for each generation."""
        generation = self.assistant().generation()
        if self._counted[0] != generation:
            self._counted = generation, len(self.assistant().entries())
        return self._counted[1]

    def _suggest(self, assistant: Assistant, report_id: str | None) -> list[Suggestion]:
        wait = self.precedence.wait
        if report_id:
            return suggest(assistant, report_id, wait=wait)
        return suggest_first(assistant, wait=wait)

    def close(self) -> None:
        self._late.close()


def current_library() -> Library:
    """The library of the collection that this request is for."""
    name, there = collection_of(request), current_app.extensions
    library: Library = there["library"] if name == MAIN else there["libraries"][name]
    return library
