"""Over time, in short, and across meetings: timeline, summary, count, which meetings."""

from __future__ import annotations

from qa.questions.row import Row, row
from qa.questions.vocabulary import GATHERINGS, one_of
from qa.questions.wording import ALL, BODY, CHANGED, LEADS, MEETINGS, SOME, TIMES

# «which seminar did Japan praise» asks for the name of one that somebody spoke of.
NO_NAME = r"(?! (?:did|does|has|had) (?!.* (?:at|in|during)$))"

ACROSS: tuple[Row, ...] = (
    row(
        "timeline",
        None,
        r"\bover (?:the (?:years|months|sessions|meetings)|time)\b|\bthrough the years\b"
        r"|^(?:what (?:is|was) )?(?:the )?(?:history|timeline|evolution) of\b|\bevolve"
        r"|^how (?:has|have|had|did) .+ (?:chang|develop|progress)"
        r"|\bhow (?:has|have|had|did) (?:it|this|that|they|(?:the|that|this) \w+) "
        r"(?:chang|mov|shift|slip)\w*|\bin (?:earlier|previous|past) "
        r"(?:sessions|meetings|years)\b|\bfrom meeting to meeting\b",
        "how has the membership fee changed?",
    ),
    row(
        "timeline",
        None,
        rf"^when (?:was|were|has|had|did) (?:the )?.+ (?:been |get )?{CHANGED}\b"
        r"|^when (?:was|were|did|has) .+ (?:discuss|mention|rais|consider|debat|brought up|"
        r"come up)\w*(?: for the (?:first|last) time)?$",
        "when was the opening date moved?",
    ),
    row(
        "summary",
        "decisions",
        r"^(?:give (?:me |us )?)?(?:an? |the )?(?:short |brief |quick )?"
        r"(?:summary|overview|recap|summari[sz]e|sum up|tl;?dr|gist)\b"
        r"|^(?:give (?:me|us) |list )?(?:the )?(?:key|main) (?:points|outcomes|takeaways|findings|"
        r"conclusions|results)\b"
        r"|^what (?:happened|went on|took place|occurred)(?: (?:at|in|on|during)\b|$)"
        r"(?!.*\bto the\b)"
        r"|^what (?:is|was|are|were) the (?:main |key |most important )?"
        r"(?:outcomes?|takeaways?|highlights|gist|upshot)\b(?! (?:on|for|about|regarding"
        r"|of the (?:vote|ballot|motion|election))\b)"
        r"|^what (?:are|were) the (?:main|key|most important) (?:points|results|topics|issues)\b"
        r"|^(?:what (?:are|were) the |list the )?(?:main|key) outcomes\b"
        rf"|^what (?:was|were) (?:[\w'’-]+ ){{1,6}}?(?:{one_of(GATHERINGS)})s? .*\babout$"
        rf"|^what (?:was|were) (?:[\w'’-]+ ){{1,6}}?(?:{one_of(GATHERINGS)})s? about$"
        rf"|^what did {BODY} (?:discuss|talk about|cover)(?:$| (?:at|in|on|during)\b)"
        r"|^what was (?:discussed|covered|talked about)(?:$| (?:at|in|on|during)\b)",
        "summarise the May meeting",
    ),
    row(
        "count",
        "meetings",
        rf"^(?:on |in |at )?how (?:often|many {SOME}{TIMES}s?) (?:did|has|have|had) "
        rf"(?P<person>.+?) (?:{LEADS})\w*(?: |$)"
        rf"|^(?:on |in |at )?how many {SOME}{TIMES}s? .*\b(?:{LEADS})\w* by (?P<person2>.+)$"
        rf"|^(?:on |in |at )?how many {SOME}{TIMES}s?\b|^how often (?:did|does|do|has|have) "
        rf"(?:.+ )?(?:meet|met|convened?|gather)\b"
        rf"|^(?:the )?number of {SOME}{TIMES}s\b|^what (?:is|was) the number of "
        rf"{SOME}{TIMES}s\b|^count (?:all )?(?:the )?{SOME}{TIMES}s\b",
        "how many meetings were in Porto?",
    ),
    row(
        "count",
        "decisions",
        r"^how many (?:decisions|resolutions) (?:were|was|have|has|did|are)\b",
        "how many decisions were taken?",
    ),
    row("count", "motions", rf"^how many {SOME}motions\b", "how many motions were carried?"),
    row(
        "count",
        "actions",
        rf"^how many {SOME}(?:actions|action (?:points|items)|tasks)\b",
        "how many action points are open?",
    ),
    row(
        "list",
        "meetings",
        rf"^(?:at |in |on )?(?:which|what) (?:of the )?{SOME}{MEETINGS}s? (?:did|has|have|had) "
        rf"(?P<person>.+?) (?:{LEADS})\w*\b"
        rf"|^(?:which|what|list|show|name|give)\b.*{MEETINGS}s? .*\b(?:{LEADS})\w* by "
        rf"(?P<person2>.+)$",
        "which meetings did Ana Blom chair?",
    ),
    row(
        "list",
        "meetings",
        rf"^(?:(?:at |in |on )(?:which|what) (?:of the )?{SOME}{MEETINGS}s?"
        rf"|(?:which|what) (?:of the )?{SOME}{MEETINGS}(?:s|{NO_NAME}))\b"
        rf"(?! (?:day|date|time|place|room)\b)"
        rf"|^(?:list|show|name|give)(?: me| us)? {ALL}{SOME}{MEETINGS}s\b",
        "which meetings were held in 1999?",
    ),
)
