"""What a meeting had on its agenda, moved, decided and gave somebody to do."""

from __future__ import annotations

from qa.questions.row import Row, row
from qa.questions.wording import ALL, BODY, DECIDE

_ACTIONS = (
    r"(?:action(?:s\b|\s?(?:points?|items?)\b)|tasks\b|to-?dos?\b|follow-?ups\b|assignments\b)"
)
# «the board's actions», «the actions of the meeting»: no person's.
_NOBODY = (
    r"^(?:(?:the|this|that|our|its?|all|open|last|next|what|who|whose|anyone|any)\b.*|it|they)$"
    r"|\b(?:meeting|session|board|committee|council|group|minutes|report)s?$"
)

OF_DEEDS: tuple[Row, ...] = (
    row(
        "list",
        "actions",
        r"^(?:(?:what|which) (?:is|are|were|was) |(?:list|show|give)(?: me| us)? )?(?:all )?"
        rf"(?P<person>[^?]+?)(?:'s|’s|s'|s’) (?:(?:open|new|outstanding|pending) )?{_ACTIONS}"
        rf"|^(?:(?:what|which) (?:is|are|were|was) |(?:list|show|give)(?: me| us)? )?{ALL}"
        rf"(?:open |new |outstanding |pending )?{_ACTIONS} (?:for|of|by|assigned to|given to) "
        r"(?P<person2>(?-i:[A-Z])[\w.'’-]+(?: (?-i:[A-Z])[\w.'’-]+)*)"
        r"|^what (?:is|was|were|did|does|has|had|will|must|should) (?P<person3>[^?]+?) "
        r"(?:agree|promise|offer|volunteer|have|supposed|asked|undertake|need|to)"
        r"(?:d|ed|s)? (?:to )?(?:do|take on|follow up)\b",
        "what are Ana Blom's action items?",
        _NOBODY,
    ),
    row(
        "list",
        "motions",
        r"^(?:which|what) (?:of the )?motions? (?:did|has|had|were|was) (?P<person>.+?) "
        r"(?:make|made|move|second|put|propose|introduce|bring)\w*\b"
        r"|^(?:(?:which|what|list|show|give me|how many) )?(?:all )?(?:the )?motions? "
        r"(?:were |was |that were )?(?:made |moved |proposed |seconded |put )?by (?P<person2>.+?)"
        r"(?= (?:on|about|at|in|during)\b|$)"
        r"|^what did (?P<person3>.+?) (?:move|second)\b",
        "which motions did Ana Blom make?",
        _NOBODY,
    ),
    row(
        "list",
        "motions",
        rf"^(?:which|what) motions?\b|^list {ALL}motions\b"
        r"|^what (?:was|were) the motions?\b|^what was moved\b",
        "which motions were carried?",
    ),
    row(
        "list",
        "actions",
        rf"^(?:(?:which|what)(?: (?:are|were|is))?|list|show|give)(?: me| us)? {ALL}"
        r"(?:[\w-]+['’]s )?(?:open |new |outstanding )?"
        r"(?:action(?:s\b|\s?(?:points?|items?))|tasks\b|to-?dos?\b"
        r"|follow-?ups\b|next steps\b)|^who (?:has|had|needs|is) to do what\b|\baction points\b",
        "list the action points",
    ),
    row("list", "agenda", r"^(?:what|which|list|show)\b.*\bagenda\b", "what was on the agenda?"),
    row(
        "list",
        "decisions",
        rf"^what (?:else )?(?:was|were|has been|have been|is|got) (?:\w+ly )?{DECIDE}\w*\b"
        rf"|^what (?:else )?(?:did|has|have) {BODY} {DECIDE}\w*\b"
        rf"|^what (?:did|has|have) (?:[\w.'’-]+ ){{1,5}}?(?:decide|approve|resolve|adopt)d?\b"
        rf"|^(?:(?:which|what)(?: (?:are|were))?|list|show|give)(?: me| us)? {ALL}"
        r"(?:[\w-]+ )?(?:decisions|resolutions|agreements|conclusions)\b|^(?:all )?(?:the )?"
        r"(?:(?!the\b|all\b)[\w-]+ )?(?:decisions|resolutions)(?= (?:on|of|about|regarding"
        r"|concerning|taken|made|at|in)\b)",
        "what was decided about the roof?",
    ),
)
