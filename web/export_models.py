"""What a request for a document looks like."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from qa import Block, Note, Script
from web.models import BODY


class NoteModel(BaseModel):
    """What is cited, and the address at which others find it."""

    model_config = BODY

    words: str = Field(max_length=2_000)
    address: str = Field(pattern=r"^https?://[!-~]+$", max_length=2_000)


class BlockModel(BaseModel):
    """A paragraph with its footnotes."""

    model_config = BODY

    style: Literal["heading", "strong", "text", "quote", "item"]
    words: str = Field(max_length=20_000)
    notes: list[NoteModel] = Field([], max_length=100)

    def as_block(self) -> Block:
        notes = tuple(Note(note.words, note.address) for note in self.notes)
        return Block(self.style, self.words, notes)


class ExportRequest(BaseModel):
    """What the document says, in its order."""

    model_config = BODY

    title: str = Field(max_length=1_000)
    note: str = Field("", max_length=1_000)
    blocks: list[BlockModel] = Field(max_length=5_000)

    def as_script(self) -> Script:
        return Script(self.title, self.note, tuple(block.as_block() for block in self.blocks))
