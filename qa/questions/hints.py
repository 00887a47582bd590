"""What is no question: greetings, thanks, noise, questions about the assistant."""

from __future__ import annotations

import re
from collections.abc import Callable

from qa.questions.collection import Collection
from qa.text import words

_POLITE = (
    r"hi|hello|hey|hiya|howdy|greetings|good (?:morning|afternoon|evening|day)|yo"
    r"|hello there|hi there|bonjour|hola|hallo|guten tag|ciao"
)
_THANKS = (
    r"thanks?(?: you)?(?: (?:very much|so much|a lot|again))?|thx|ty|cheers|many thanks|merci"
    r"|gracias|danke|great|ok(?:ay)?|perfect|nice|cool|good|got it|bye|goodbye|see you|well done"
    r"|awesome|yes|no|sure|wow|sorry|never ?mind|please|lol|test(?:ing)?"
)
_ABOUT_ME = (
    r"help(?: me)?|what (?:can|could|do) (?:you|i) (?:do|ask|know|help with)(?: (?:you|here|me))?"
    r"|what can i ask(?: you)?(?: about)?|how (?:do|does|can) (?:you|this|i|it) (?:work|use) ?"
    r"(?:this|you|it)?|who (?:made|built|wrote|created|trained|are) you(?: again)?"
    r"|what are you|what(?:'s| is) your name|are you (?:a |an )?(?:robot|bot|human|ai|chatgpt"
    r"|llm|real)|how are you(?: (?:doing|today))?|who is this|tell me a joke|sing .*"
    r"|ignore (?:all |your |the )*(?:previous |prior )?instructions.*|what'?s up"
    r"|are you sure|is (?:that|this|it) (?:true|right|correct)|really"
    r"|what is this(?: (?:about|for|site|page))?"
    r"|can you help(?: me)?|are you there|i need help"
)
# Possessive, so that a long greeting takes no longer than its length.
_FILLER = r"(?:[\s,.!?:;)(-]|\b(?:there|all|everyone|then|so|and|for|your|that|the|much)\b)*+"
_NO_QUESTION = re.compile(
    rf"{_FILLER}(?:(?:{_POLITE}|{_THANKS}|{_ABOUT_ME})\b{_FILLER})++", re.IGNORECASE
)
_LETTERS = re.compile(r"[^\W\d_]")

CAN_BE_ASKED = (
    "Ask about these meetings: who chaired, when and where one was, who attended, what was "
    "decided, what somebody said, or how many there were."
)


def reply(question: str, collection: Collection, known: Callable[[str], bool]) -> str | None:
    """A fixed reply to what is no question, or None. `known` tells words from noise."""
    if _NO_QUESTION.fullmatch(question.strip()):
        return f"{CAN_BE_ASKED} {holdings(collection)}"
    if is_noise(question, known):
        return f"These aren't words that I know. {CAN_BE_ASKED} {holdings(collection)}"
    return None


def holdings(collection: Collection) -> str:
    """How many reports there are, and of which years."""
    count = collection.reports
    many = f"{count:,} reports" if count != 1 else "one report"
    years = collection.years()
    if years is None:
        return f"There are {many}." if count != 1 else "There is one report."
    first, last = years
    span = f"of {first}" if first == last else f"of {first} to {last}"
    return f"There {'is' if count == 1 else 'are'} {many} {span}."


def is_noise(question: str, known: Callable[[str], bool]) -> bool:
    """Whether it has no letter or digit, or words that nobody knows and no name or number."""
    said = words(question)
    if not said:
        return True
    if any(word.isdigit() for word in said):
        return False
    names = [word for word in re.findall(r"[^\W\d_]+", question) if word[0].isupper()]
    return not names and bool(_LETTERS.search(question)) and not any(known(w) for w in said)
