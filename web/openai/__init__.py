"""The interface of OpenAI, so that programs made for it ask the reports: chat and responses.

In: messages as those programs send them. Out: the answer in words with its quotes, and each quote
as an annotation: `text[start_index:end_index]` is the quote word for word, `url` shows it on the
page. Open `routes` first, then `wording`.
"""

from web.openai.routes import openai

__all__ = ["openai"]
