"""Requests as programs for OpenAI send them: what isn't understood is left aside."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

MODEL = "meeting-qa"
_Most = Annotated[str, Field(max_length=1_000_000)]


class _Loose(BaseModel):
    model_config = ConfigDict(extra="ignore")


class MessagePart(_Loose):
    """Text counts; pictures and files are left aside."""

    type: str = "text"
    text: str | None = None


class Message(_Loose):
    """Of a conversation. Only what the user and the assistant said counts."""

    type: str = "message"
    role: str = ""
    content: _Most | list[MessagePart] | None = None

    @property
    def words(self) -> str:
        if isinstance(self.content, str):
            return self.content
        return "\n".join(part.text for part in self.content or () if part.text)


class StreamOptions(_Loose):
    include_usage: bool = False


class ChatRequest(_Loose):
    """The last message of the user is the question; those before are the conversation."""

    model: str = MODEL
    messages: list[Message] = Field(min_length=1, max_length=2_000)
    stream: bool | None = False
    stream_options: StreamOptions | None = None


class ResponsesRequest(_Loose):
    """Nothing is kept between requests: the conversation has to be in `input`."""

    model: str = MODEL
    input: _Most | list[Message]
    stream: bool | None = False
    previous_response_id: str | None = None


class ModelPath(BaseModel):
    model_id: str


class Model(BaseModel):
    id: str
    object: Literal["model"] = "model"
    created: int = 0
    owned_by: str = MODEL


class ModelList(BaseModel):
    object: Literal["list"] = "list"
    data: list[Model]


class ChatCompletion(BaseModel):
    """As OpenAI documents it; `choices[0].message` has `content` and `annotations`."""

    id: str
    object: Literal["chat.completion"]
    created: int
    model: str
    choices: list[dict[str, Any]]
    usage: dict[str, int]


class ResponseObject(BaseModel):
    """As OpenAI documents it; `output[0].content[0]` has `text` and `annotations`."""

    model_config = ConfigDict(extra="allow")

    id: str
    object: Literal["response"]
    created_at: float
    model: str
    output: list[dict[str, Any]]
