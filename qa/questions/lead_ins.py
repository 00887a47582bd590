"""Takes off what people say before they ask: «Please tell me», «I am preparing a briefing.»"""

from __future__ import annotations

import re

_BEFORE = re.compile(
    r"\s*(?:(?:thanks|thank you|(?:thanks|thank you) (?:very much|a lot)|"
    r"hi|hello|hey|great|ok|okay|so|well|now|good (?:morning|afternoon|evening))\b[\s,!.]+"
    r"|please\b[\s,]*"
    r"|(?:can|could|would|will) you (?:please |kindly )?(?:tell|show|give|find|say|explain(?: to)?)"
    r"(?: me| us)?\b[\s,]*(?:about (?=wh|how))?"
    r"|(?:just |please )?tell (?:me|us) (?=(?:who|what|when|where|which|why|how|whether|if)\b)"
    r"|do you (?:happen to )?know (?=(?:who|what|when|where|which|why|how|whether|if)\b)"
    r"|i(?:['’]d| would| want|['’]m| am| need|['’]ve| have)?(?: (?:would )?(?:like|love|want|need|"
    r"trying|been|just|also|curious|wondering|interested))*(?: (?:to|asked to))? "
    r"(?:know|find out|learn|ask|understand|see|wonder)(?:ing)?\b[\s,]*(?:about (?=wh|how))?"
    r"|i(?:['’]m| am| was) wondering\b[\s,]*|wondering\b[\s,]*|any idea (?=wh|how)"
    r"|(?:please )?help me (?:to )?(?:find|see|understand)(?: out)?\b[\s,]*"
    r"|(?:quick|one|another|next) question\b[\s:,-]*)",
    re.IGNORECASE,
)
# A statement about oneself before the question.
_ASIDE = re.compile(
    r"^(?:i|we|my|our|for (?:my|our|a|the)|as a)\b[^?.!]*[.!]\s+(?=\S.*\w)", re.IGNORECASE
)
_THANKS = re.compile(r"[\s,.!]*\b(?:please|thanks|thank you|cheers)[\s.!]*(\??)\s*$", re.IGNORECASE)
_LIST_OF = re.compile(r"^(?:a |the )?(?:full |complete )?list (?:of )", re.IGNORECASE)
# «who's», «whats»
_SHORT_IS = re.compile(r"^(who|what|when|where|how)['’]?s\s+", re.IGNORECASE)


def without_lead_in(question: str) -> str:
    """The question alone. A question that is nothing else stays as it is."""
    text = question.strip()
    while cut := _ASIDE.match(text) or _BEFORE.match(text):
        if not text[cut.end() :].strip(" ?.!,"):
            break
        text = text[cut.end() :].strip()
    text = _SHORT_IS.sub(r"\1 is ", _LIST_OF.sub("list ", text))
    return _THANKS.sub(r"\1", text) or text
