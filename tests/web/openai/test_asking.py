from __future__ import annotations

import json

import pytest

from qa import Assistant, QAError
from web.library import Library
from web.openai.asking import say_answer
from web.openai.models import Message

QUESTION = "What will the dredging survey cost?"


def _user(words: str) -> Message:
    return Message(role="user", content=words)


def test_the_last_thing_that_the_user_said_is_the_question(assistant: Assistant) -> None:
    library = Library(assistant.settings, assistant)
    messages = [
        Message(role="system", content="You are a pirate."),
        _user("Who chaired?"),
        Message(role="assistant", content="Nobody."),
        _user(QUESTION),
    ]
    told = say_answer(library, messages)
    assert (assistant.ask(QUESTION).answer or "-") in told.text


def test_no_question_is_a_typed_error(assistant: Assistant) -> None:
    library = Library(assistant.settings, assistant)
    for messages in ([], [Message(role="system", content="a")], [_user(" ")]):
        with pytest.raises(QAError, match="empty"):
            say_answer(library, messages)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ('{ "title": "your title" }', {"title": QUESTION}),
        ('{ "tags": ["tag1"] }', {"tags": []}),
        ('{ "follow_ups": ["a?"] }', {"follow_ups": []}),
        ('{ "queries": ["a"] }', {"queries": []}),
    ],
)
def test_what_open_webui_asks_beside_is_not_searched(
    assistant: Assistant, asked: str, told: object
) -> None:
    history = f"<chat_history>\nUSER: {QUESTION}\nASSISTANT: 12,400 euros\n</chat_history>"
    prompt = f"### Task:\nDo something.\n### Output:\n{asked}\n{history}"
    said = say_answer(Library(assistant.settings, assistant), [_user(prompt)])
    assert json.loads(said.text) == told
    assert not said.marks


def test_a_long_question_makes_a_short_title(assistant: Assistant) -> None:
    prompt = f'"title" <chat_history>USER: {"word " * 40}\nASSISTANT: a</chat_history>'
    title = json.loads(say_answer(Library(assistant.settings, assistant), [_user(prompt)]).text)
    assert len(title["title"]) < 65
    assert title["title"].endswith("word …")
