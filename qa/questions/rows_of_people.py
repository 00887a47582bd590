"""Who was there, who spoke and how they voted."""

from __future__ import annotations

from qa.questions.row import Row, row
from qa.questions.wording import ALL

OF_PEOPLE: tuple[Row, ...] = (
    row(
        "list",
        "absent",
        r"^(?:list )?(?:who|which|what|whose)\b.*\b(?:absent|missing|not (?:there|present)|"
        r"apologi[sz]ed|apologies|regrets|excused|did(?:n't| not) attend|absentees)\b"
        r"|^(?:list )?(?:the )?(?:absentees|apologies|members absent)\b"
        r"|^(?:was|were) anyone absent",
        "who was absent?",
    ),
    row(
        "list",
        "attendance",
        r"^who(?: all| else)? (?:was|were) (?:present|there|here|at|in attendance|in the room)\b"
        r"|^who(?: all| else)? (?:attended|participated|took part|came|joined|showed up)\b"
        rf"|^list {ALL}(?:attendees|participants|members present|those present|people present)\b"
        r"|^(?:which|what) (?!.*\bhow\b)[\w\s'’-]+? (?:were|was) (?:present|in attendance)\b"
        r"|^(?:which|what) [\w\s'’-]+? (?:attended|took part|participated)\b"
        r"|^who (?:were|are) the (?:attendees|participants)\b",
        "who attended the budget session?",
    ),
    row(
        "list",
        "people",
        r"^who (?:all )?(?:spoke|presented|took the floor)(?:$| (?:at|during)\b)"
        r"|^(?:list|name) (?:all |everyone |the )*(?:who spoke|speakers|presenters|people)\b"
        r"|^who (?:were|are) (?:all )?(?:the )?(?:speakers|presenters|panell?ists)\b",
        "who were the speakers?",
    ),
    row(
        "list",
        "votes",
        r"^how did .+ vote\b|^who (?:all |else )?(?:voted|abstained)\b"
        r"|^who (?:all |else )?(?:disagreed|objected|dissented|opposed)$"
        rf"|^what (?:was|were) the (?:votes?|result of the vote|outcome of the vote|tally)\b"
        rf"|^list {ALL}votes\b|^(?:which|what) votes\b",
        "how did they vote?",
    ),
)
