"""The assistant that requests share."""

from __future__ import annotations

import threading

from flask import current_app

from qa import Assistant, Settings, suggest, suggest_first

_MOST_SUGGESTIONS = 1000


class Library:
    """Opens the assistant as soon as there is an index."""

    def __init__(self, settings: Settings, assistant: Assistant | None = None) -> None:
        self.settings = settings
        self._assistant = assistant
        self._suggestions: dict[tuple[int, str | None], list[str]] = {}
        self._lock = threading.Lock()

    def assistant(self) -> Assistant:
        """
        Raises:
            IndexMissingError, IndexMismatchError: there is nothing that can be searched.
        """
        with self._lock:
            if self._assistant is None:
                self._assistant = Assistant.open(self.settings)
            return self._assistant

    def suggestions(self, report_id: str | None = None) -> list[str]:
        """Questions on the latest meetings, or on one report; made once for each generation.

        Raises:
            NotFoundError: no report has this id.
        """
        assistant = self.assistant()
        key = (assistant.generation(), report_id)
        made = self._suggestions.get(key)
        if made is None:
            made = suggest(assistant, report_id) if report_id else suggest_first(assistant)
            if len(self._suggestions) >= _MOST_SUGGESTIONS:
                self._suggestions.clear()
            self._suggestions[key] = made
        return made

    def close(self) -> None:
        with self._lock:
            if self._assistant is not None:
                self._assistant.close()
            self._assistant = None


def current_library() -> Library:
    """That of the application that handles this request."""
    library: Library = current_app.extensions["library"]
    return library
