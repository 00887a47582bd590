"""Who was there, who spoke and how they voted."""

from __future__ import annotations

from qa.questions.row import Row, row
from qa.questions.vocabulary import SEVERAL, one_of
from qa.questions.wording import ALL

_OFFICES = rf"(?:(?:vice|deputy|co)[- ])?(?:{one_of(SEVERAL)})"
_CHOSEN = r"(?:elected|appointed|chosen|nominated|named|selected|re-?elected|voted in)"
_GROUPS = r"(?:groups|committees|sub-?committees|workshops|panels|task forces|consultations)"
# Of all of whom it is asked: «how did each member vote».
_NOBODY = (
    r"^(?:they|we|you|it|people|everyone|everybody|(?:each|every|all|the|our|this)\b.*"
    r"|(?:members|delegates|councillors|councilors|countries|parties)\b.*)$"
)

OF_PEOPLE: tuple[Row, ...] = (
    row(
        "list",
        "offices",
        rf"^who (?:all )?(?:(?:was|were|got|has been|have been|is|are) (?:re-?)?{_CHOSEN}|became"
        rf"|becomes|were made)\b.*\b{_OFFICES}\b"
        rf"|^(?:which|what|list) (?:the )?(?:new )?{_OFFICES} (?:were|got|did|have been|was)\b"
        rf"|^(?:list )?(?:all )?(?:the )?(?:newly |new )(?:elected )?{_OFFICES}\b"
        rf"|^who (?:were|are) (?:the )?(?:newly |new )(?:elected )?{_OFFICES}\b"
        rf"|^who (?:all )?(?:co-?)?(?:chaired|led|headed|facilitated|moderated|coordinated|ran) "
        rf"(?:the |all )*(?:[\w-]+ ){{0,3}}?{_GROUPS}\b"
        rf"|^who (?:were|are) (?:the )?{_OFFICES} of (?:the )?(?:[\w-]+ ){{0,3}}?{_GROUPS}\b",
        "who were elected as vice-presidents?",
    ),
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
        r"^how did (?P<person>.+?) vote\b",
        "how did Ms Arden vote?",
        _NOBODY,
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
