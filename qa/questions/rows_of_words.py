"""What somebody said, other lists, searches, yes or no."""

from __future__ import annotations

from qa.questions.row import Row, row
from qa.questions.vocabulary import ASKING, AUXILIARIES, one_of
from qa.questions.wording import ALL, BODY, DECIDE, DOCUMENT, SAY

OF_WORDS: tuple[Row, ...] = (
    row(
        "statements",
        None,
        rf"^what (?:else )?(?:did|does|do|has|had|have) "
        rf"(?P<person>(?:(?:the|an?|this|that|our) )?+\S.*?) (?:also |then )?{SAY}\b",
        "what did Ms Arden propose?",
        DOCUMENT,
    ),
    row(
        "statements",
        None,
        r"^what (?:was|were|is|are) (?P<person>.+?)(?:'s|’s|s') (?:own )?(?:position|view|opinion|"
        r"stance|comment|remark|statement|argument|concern|reaction|response|point)s?\b"
        r"|^what (?:was|were|is|are) the (?:position|view|opinion|stance|comment|remark|statement|"
        r"argument|concern)s? of (?P<person2>.+?)(?= (?:on|about|regarding|at|in)\b|$)"
        r"|^how did (?P<person3>.+?) (?:respond|react|reply)\b"
        r"|^(?:list |show |give me )?(?:all |the )*(?:statements|comments|remarks) (?:by|of|from) "
        r"(?P<person4>.+?)(?= (?:on|about|regarding|at|in)\b|$)"
        r"|^how (?:has|have|had|did) (?P<person5>.+?)(?:'s|’s|s'|s’)? (?:position|view|stance|"
        r"opinion|attitude)s?(?= (?:on|about|regarding|towards?)\b)"
        r"|^(?P<person6>(?:[^\W\d_][\w.’'-]*? ){0,2}?[^\W\d_][\w.’'-]*?)(?:'s|’s|s')? "
        r"(?:position|view|opinion|stance|comment|remark)s?(?= (?:on|about|regarding)\b)",
        "what was Norway's position on whaling?",
        rf"{DOCUMENT}|^(?:{one_of((*ASKING, *AUXILIARIES))}|list|show|give|any|all|the|in|search"
        r"|find|different|various|public)\b",
    ),
    row(
        "statements",
        None,
        r"^what (?:else )?(?:was|is|has been|were) (?:being )?said\b",
        "what was said about the harbour?",
    ),
    row(
        "list",
        "offices",
        rf"^(?:list|name|give me|show me) {ALL}(?:[\w-]+ )?(?:chair|president|officer|treasurer|"
        r"secretar(?:y|ie)|vice-president|vice-chair|chairmen|office holder|co-chair)s?\b"
        r"|^who (?:are|were|have been) (?:all )?(?:the )?(?:[\w-]+ ){0,2}(?:officers|chairs|"
        r"presidents|co-chairs|vice-presidents|vice-chairs|office holders|chairmen|treasurers)\b"
        r"|^(?:which|what) (?:officers|chairs|presidents|co-chairs)\b",
        "list all chairs",
    ),
    row(
        "list",
        None,
        rf"^(?:list|enumerate|name all|give me all|show me all) {ALL}",
        "list the rules that were proposed",
    ),
    row(
        "list",
        None,
        r"^(?:which|what) (?!is\b|was\b|does\b|has\b|this\b)(?:[\w-]+ ){0,3}?"
        r"(?!(?:does|was|is|has|this)\b)[\w-]+[^s\W]s (?:were|are|have been|have|had been)\b"
        rf"|^(?:which|what) (?:(?!did\b)[\w-]+ ){{0,3}}?[\w-]+[^s\W]s (?:did|has|have) {BODY} "
        rf"{DECIDE}\w*\b"
        r"|^which (?:(?!was\b)[\w-]+ ){0,2}?(?!(?:was|is|has|does)\b)[\w-]+[^s\W]s "
        r"(?:have )?\w+ed\b",
        "which paths were repaired?",
    ),
    row(
        "search",
        None,
        r"^(?:(?:tell me|what|how) (?:more )?about|anything (?:on|about)|everything (?:on|about)|"
        r"search(?: for)?|"
        r"find(?: me)?|show(?: me)?|look up|information (?:on|about)|more (?:on|about)|"
        r"get me) (?!how|wh)",
        "tell me about the ferry",
    ),
    row(
        "yes_no",
        None,
        r"^(?:did|do|does|was|were|is|are|has|have|had|can|could|will|would|should|shall|may|might|"
        r"must|(?:is|are|was|were|did|does|do|has|have|had|wo)n['’]t|whether|if) ",
        "did the board approve the accounts?",
    ),
)
