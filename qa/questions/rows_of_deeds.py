"""What a meeting had on its agenda, moved, decided and gave somebody to do."""

from __future__ import annotations

from qa.questions.row import Row, row
from qa.questions.wording import ALL, BODY, DECIDE

OF_DEEDS: tuple[Row, ...] = (
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
        r"(?:open |new |outstanding )?(?:action(?:s\b|\s?(?:points?|items?))|tasks\b|to-?dos?\b"
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
        r"decisions (?:on|of|about|taken|made|at|in)\b",
        "what was decided about the roof?",
    ),
)
