"""What was asked and answered, as a document of a word processor.

In: a `Script` of blocks, such as a page makes of a conversation. Out: the bytes of a .docx file.
Open `word` first.
"""

from qa.exporting.script import Block, Note, Script
from qa.exporting.word import write_docx

__all__ = ["Block", "Note", "Script", "write_docx"]
