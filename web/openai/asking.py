"""Messages -> a question and the conversation before it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from qa import Turn
from web.library import Library
from web.openai.models import Message
from web.openai.wording import Wording, answer_in, put_in_words
from web.operating import count_answer

_MOST_TURNS = 50
_LONGEST = 10_000  # characters of an earlier turn
_TITLE = 60  # characters
# What Open WebUI asks beside the user's question, by the key of the JSON that it wants. Each of
# these prompts has the conversation in such an element, and the reports know nothing of it.
_TASK = re.compile(r"<chat_history>(?P<history>.*)</chat_history>", re.DOTALL)
_NOTHING = {"tags": [], "follow_ups": [], "queries": [], "text": "", "emoji": ""}


def say_answer(library: Library, messages: Sequence[Message]) -> Wording:
    """
    Raises:
        QuestionError: the last thing that the user said is empty or too long.
        IndexMissingError, IndexMismatchError: there is nothing that can be searched.
    """
    question, conversation = _understood(messages)
    if (done := _task(question)) is not None:
        return Wording(library.settings, done)
    assistant = library.assistant()
    with library.precedence.first():
        answer = assistant.ask(question, conversation)
    count_answer(answer)
    library.note(answer)
    return put_in_words(answer, library.settings)


def _understood(messages: Sequence[Message]) -> tuple[str, list[Turn]]:
    """What was asked last, and each question before it with its answer."""
    turns: list[Turn] = []
    for message in messages:
        if message.role == "user":
            turns.append(Turn(message.words))
        elif message.role == "assistant" and turns and turns[-1].answer is None:
            turns[-1] = Turn(turns[-1].question, answer_in(message.words))
    before = [
        Turn(turn.question[:_LONGEST], turn.answer[:_LONGEST] if turn.answer else None)
        for turn in turns[:-1]
    ]
    return (turns[-1].question if turns else ""), before[-_MOST_TURNS:]


def _task(question: str) -> str | None:
    """What to say to a request for a title and the like; None for a question."""
    found = _TASK.search(question)
    if not found:
        return None
    asked = [key for key in ("title", *_NOTHING) if f'"{key}"' in question]
    if asked[:1] == ["title"]:
        return json.dumps({"title": _titled(found["history"])}, ensure_ascii=False)
    return json.dumps({asked[0]: _NOTHING[asked[0]]}) if asked else ""


def _titled(history: str) -> str:
    """The first question, cut between words."""
    said = history.strip().removeprefix("USER:").partition("\nASSISTANT:")[0]
    words = " ".join(said.split())
    return words if len(words) <= _TITLE else words[:_TITLE].rpartition(" ")[0] + " …"
