"""The rows of the table of kinds: kind, aspect, what the question looks like, an example."""

from __future__ import annotations

import re
from typing import NamedTuple

from qa.questions.vocabulary import GATHERINGS, OFFICE_WORDS, one_of
from qa.types import Aspect, Kind

_MEETINGS = rf"(?:{one_of([*GATHERINGS, 'report', 'town hall'])})"
_TIMES = rf"(?:{one_of([*GATHERINGS, 'report', 'town hall', 'time', 'occasion'])})"
# Words between «how many» and what is counted: no verb and no preposition.
_SOME = r"(?:(?!\w+ed\b|(?:of|at|in|the|were|was|are|is|came|do|did)\b)[\w.'’-]+ ){0,3}?"
_ALL = r"(?:all |every |each )?(?:of )?(?:the |its |their )?"
_BODY = (
    r"(?:the |this |that |our )?(?:[\w.'’-]+ ){0,3}?(?:committee|council|board|commission|panel|"
    r"group|plenary|meeting|assembly|conference|session|members|they|we|cop|team|workshop|"
    r"forum|congress|summit|party|parties|delegates|it)"
)
_DECIDE = r"(?:decide|agree|approve|adopt|resolve|conclude|ratif(?:y|i)|pass|vote|settle)"
_SAY = (
    r"(?:say|said|tell|told|state|propose|argue|suggest|think|want|ask|request|call|claim|explain|"
    r"report|remind|talk|speak|comment|remark|mention|note|stress|warn|urge|recommend|respond|"
    r"reply|answer|object|oppose|support|critici[sz]e|emphasi[sz]e|highlight|describe|raise|express|"
    r"insist|demand|complain|promise|announce|offer|point|add|respond|react|have to say|concede|"
    r"caution|advise|observe|share|underscore|underline|reiterate|welcome|reject|favou?r|believe)"
    r"(?:d|ed|s)?"
)
_LEADS = (
    r"chair|attend|speak|present|lead|led|open|close|preside|host|participate|take part|miss|"
    r"convene"
)
# A document says things, and is no speaker.
_DOCUMENT = (
    r"\b(?:accord|protocol|agreement|report|minutes|resolution|paper|study|document|bill|law|act|"
    r"text|rules?|plan|policy|treaty|convention|charter|letter|budget|draft|article|section|"
    r"proposal|motion|amendment|declaration|contract|website|page|form|it|this|that)$"
)
_CHANGED = (
    r"(?:moved|changed|postponed|delayed|extended|rescheduled|deferred|revised|amended|put off|"
    r"brought forward|pushed back)"
)


class Row(NamedTuple):
    """A row claims a question that `pattern` is found in, unless whom it names is `not_person`."""

    kind: Kind
    aspect: Aspect | None
    pattern: re.Pattern[str]
    example: str
    not_person: re.Pattern[str] | None = None


def _row(
    kind: Kind, aspect: Aspect | None, pattern: str, example: str, not_person: str = ""
) -> Row:
    refused = re.compile(not_person, re.IGNORECASE) if not_person else None
    return Row(kind, aspect, re.compile(pattern, re.IGNORECASE), example, refused)


ROWS: tuple[Row, ...] = (
    _row(
        "timeline",
        None,
        r"\bover (?:the (?:years|months|sessions|meetings)|time)\b|\bthrough the years\b"
        r"|^(?:what (?:is|was) )?(?:the )?(?:history|timeline|evolution) of\b|\bevolve"
        r"|^how (?:has|have|had|did) .+ (?:chang|develop|progress)|\bin (?:earlier|previous|past) "
        r"(?:sessions|meetings|years)\b|\bfrom meeting to meeting\b",
        "how has the membership fee changed?",
    ),
    _row(
        "timeline",
        None,
        rf"^when (?:was|were|has|had|did) (?:the )?.+ (?:been |get )?{_CHANGED}\b"
        r"|^when (?:was|were|did|has) .+ (?:discuss|mention|rais|consider|debat|brought up|"
        r"come up)\w*(?: for the (?:first|last) time)?$",
        "when was the opening date moved?",
    ),
    _row(
        "summary",
        "decisions",
        r"^(?:give (?:me |us )?)?(?:an? |the )?(?:short |brief |quick )?"
        r"(?:summary|overview|recap|summari[sz]e|sum up|tl;?dr|gist)\b"
        r"|^(?:give (?:me|us) |list )?(?:the )?(?:key|main) (?:points|outcomes|takeaways|findings|"
        r"conclusions|results)\b"
        r"|^what (?:happened|went on|took place|occurred)(?: (?:at|in|on|during)\b|$)"
        r"|^what (?:is|was|are|were) the (?:main |key |most important )?"
        r"(?:outcomes?|takeaways?|highlights|gist|upshot)\b"
        r"|^what (?:are|were) the (?:main|key|most important) (?:points|results|topics|issues)\b"
        r"|^(?:what (?:are|were) the |list the )?(?:main|key) outcomes\b"
        rf"|^what (?:was|were) (?:[\w'’-]+ ){{1,6}}?(?:{one_of(GATHERINGS)})s? .*\babout$"
        rf"|^what (?:was|were) (?:[\w'’-]+ ){{1,6}}?(?:{one_of(GATHERINGS)})s? about$"
        rf"|^what did {_BODY} (?:discuss|talk about|cover)(?:$| (?:at|in|on|during)\b)"
        r"|^what was (?:discussed|covered|talked about)(?:$| (?:at|in|on|during)\b)",
        "summarise the May meeting",
    ),
    _row(
        "count",
        "meetings",
        rf"^(?:on |in |at )?how (?:often|many {_SOME}{_TIMES}s?) (?:did|has|have|had) "
        rf"(?P<person>.+?) (?:{_LEADS})\w*(?: |$)"
        rf"|^(?:on |in |at )?how many {_SOME}{_TIMES}s? .*\b(?:{_LEADS})\w* by (?P<person2>.+)$"
        rf"|^(?:on |in |at )?how many {_SOME}{_TIMES}s?\b|^how often (?:did|does|do|has|have)\b"
        rf"|^(?:the )?number of {_SOME}{_TIMES}s\b|^what (?:is|was) the number of "
        rf"{_SOME}{_TIMES}s\b|^count (?:all )?(?:the )?{_SOME}{_TIMES}s\b",
        "how many meetings were in Porto?",
    ),
    _row(
        "count",
        "decisions",
        rf"^how many {_SOME}(?:decisions|resolutions)\b",
        "how many decisions were taken?",
    ),
    _row("count", "motions", rf"^how many {_SOME}motions\b", "how many motions were carried?"),
    _row(
        "count",
        "actions",
        rf"^how many {_SOME}(?:actions|action (?:points|items)|tasks)\b",
        "how many action points are open?",
    ),
    _row(
        "list",
        "meetings",
        rf"^(?:at |in |on )?(?:which|what) (?:of the )?{_SOME}{_MEETINGS}s? (?:did|has|have|had) "
        rf"(?P<person>.+?) (?:{_LEADS})\w*\b"
        rf"|^(?:which|what|list|show|name|give)\b.*{_MEETINGS}s? .*\b(?:{_LEADS})\w* by "
        rf"(?P<person2>.+)$",
        "which meetings did Ana Blom chair?",
    ),
    _row(
        "list",
        "meetings",
        rf"^(?:at |in |on )?(?:which|what) (?:of the )?{_SOME}{_MEETINGS}s?\b"
        rf"(?! (?:day|date|time|place|room)\b)"
        rf"|^(?:list|show|name|give)(?: me| us)? {_ALL}{_SOME}{_MEETINGS}s\b",
        "which meetings were held in 1999?",
    ),
    _row(
        "list",
        "absent",
        r"^(?:list )?(?:who|which|what|whose)\b.*\b(?:absent|missing|not (?:there|present)|"
        r"apologi[sz]ed|apologies|regrets|excused|did(?:n't| not) attend|absentees)\b"
        r"|^(?:list )?(?:the )?(?:absentees|apologies|members absent)\b"
        r"|^(?:was|were) anyone absent",
        "who was absent?",
    ),
    _row(
        "list",
        "attendance",
        r"^who(?: all| else)? (?:was|were) (?:present|there|here|at|in attendance|in the room)\b"
        r"|^who(?: all| else)? (?:attended|participated|took part|came|joined|showed up)\b"
        rf"|^list {_ALL}(?:attendees|participants|members present|those present|people present)\b"
        r"|^(?:which|what) (?!.*\bhow\b)[\w\s'’-]+? (?:were|was) (?:present|in attendance)\b"
        r"|^(?:which|what) [\w\s'’-]+? (?:attended|took part|participated)\b"
        r"|^who (?:were|are) the (?:attendees|participants)\b",
        "who attended the budget session?",
    ),
    _row(
        "list",
        "people",
        r"^who (?:all )?(?:spoke|presented|took the floor)(?:$| (?:at|during)\b)"
        r"|^(?:list|name) (?:all |everyone |the )*(?:who spoke|speakers|presenters|people)\b"
        r"|^who (?:were|are) (?:all )?(?:the )?(?:speakers|presenters|panell?ists)\b",
        "who were the speakers?",
    ),
    _row(
        "list",
        "votes",
        r"^how did .+ vote\b|^who (?:all |else )?(?:voted|abstained)\b"
        r"|^who (?:all |else )?(?:disagreed|objected|dissented|opposed)$"
        rf"|^what (?:was|were) the (?:votes?|result of the vote|outcome of the vote|tally)\b"
        rf"|^list {_ALL}votes\b|^(?:which|what) votes\b",
        "how did they vote?",
    ),
    _row(
        "list",
        "motions",
        rf"^(?:which|what) motions?\b|^list {_ALL}motions\b"
        r"|^what (?:was|were) the motions?\b|^what was moved\b",
        "which motions were carried?",
    ),
    _row(
        "list",
        "actions",
        rf"^(?:(?:which|what)(?: (?:are|were|is))?|list|show|give)(?: me| us)? {_ALL}"
        r"(?:open |new |outstanding )?(?:action(?:s\b|\s?(?:points?|items?))|tasks\b|to-?dos?\b"
        r"|follow-?ups\b|next steps\b)|^who (?:has|had|needs|is) to do what\b|\baction points\b",
        "list the action points",
    ),
    _row("list", "agenda", r"^(?:what|which|list|show)\b.*\bagenda\b", "what was on the agenda?"),
    _row(
        "list",
        "decisions",
        rf"^what (?:else )?(?:was|were|has been|have been|is|got) (?:\w+ly )?{_DECIDE}\w*\b"
        rf"|^what (?:else )?(?:did|has|have) {_BODY} {_DECIDE}\w*\b"
        rf"|^what (?:did|has|have) (?:[\w.'’-]+ ){{1,5}}?(?:decide|approve|resolve|adopt)d?\b"
        rf"|^(?:(?:which|what)(?: (?:are|were))?|list|show|give)(?: me| us)? {_ALL}"
        r"(?:[\w-]+ )?(?:decisions|resolutions|agreements|conclusions)\b|^(?:all )?(?:the )?"
        r"decisions (?:on|of|about|taken|made|at|in)\b",
        "what was decided about the roof?",
    ),
    _row(
        "statements",
        None,
        rf"^what (?:else )?(?:did|does|do|has|had|have) "
        rf"(?P<person>(?:(?:the|an?|this|that|our) )?+\S.*?) (?:also |then )?{_SAY}\b",
        "what did Ms Arden propose?",
        _DOCUMENT,
    ),
    _row(
        "statements",
        None,
        r"^what (?:was|were|is|are) (?P<person>.+?)(?:'s|’s|s') (?:own )?(?:position|view|opinion|"
        r"stance|comment|remark|statement|argument|concern|reaction|response|point)s?\b"
        r"|^what (?:was|were|is|are) the (?:position|view|opinion|stance|comment|remark|statement|"
        r"argument|concern)s? of (?P<person2>.+?)(?= (?:on|about|regarding|at|in)\b|$)"
        r"|^how did (?P<person3>.+?) (?:respond|react|reply)\b"
        r"|^(?:list |show |give me )?(?:all |the )*(?:statements|comments|remarks) (?:by|of|from) "
        r"(?P<person4>.+?)(?= (?:on|about|regarding|at|in)\b|$)",
        "what was Norway's position on whaling?",
        _DOCUMENT,
    ),
    _row(
        "statements",
        None,
        r"^what (?:else )?(?:was|is|has been|were) (?:being )?said\b",
        "what was said about the harbour?",
    ),
    _row(
        "list",
        "offices",
        rf"^(?:list|name|give me|show me) {_ALL}(?:[\w-]+ )?(?:chair|president|officer|treasurer|"
        r"secretar(?:y|ie)|vice-president|vice-chair|chairmen|office holder|co-chair)s?\b"
        r"|^who (?:are|were|have been) (?:all )?(?:the )?(?:[\w-]+ ){0,2}(?:officers|chairs|"
        r"presidents|co-chairs|vice-presidents|vice-chairs|office holders|chairmen|treasurers)\b"
        r"|^(?:which|what) (?:officers|chairs|presidents|co-chairs)\b",
        "list all chairs",
    ),
    _row(
        "list",
        None,
        rf"^(?:list|enumerate|name all|give me all|show me all) {_ALL}",
        "list the rules that were proposed",
    ),
    _row(
        "list",
        None,
        r"^(?:which|what) (?!is\b|was\b|does\b|has\b|this\b)(?:[\w-]+ ){0,3}?"
        r"(?!(?:does|was|is|has|this)\b)[\w-]+[^s\W]s (?:were|are|have been|have|had been)\b"
        r"|^which (?:[\w-]+ ){0,2}?[\w-]+[^s\W]s (?:have )?\w+ed\b",
        "which paths were repaired?",
    ),
    _row(
        "search",
        None,
        r"^(?:(?:tell me|what|how) (?:more )?about|anything (?:on|about)|everything (?:on|about)|"
        r"search(?: for)?|"
        r"find(?: me)?|show(?: me)?|look up|information (?:on|about)|more (?:on|about)|give me|"
        r"get me) (?!how|wh)",
        "tell me about the ferry",
    ),
    _row(
        "yes_no",
        None,
        r"^(?:did|do|does|was|were|is|are|has|have|had|can|could|will|would|should|shall|may|might|"
        r"must|(?:is|are|was|were|did|does|do|has|have|had|wo)n['’]t|whether|if) ",
        "did the board approve the accounts?",
    ),
    _row(
        "fact",
        "next place",
        r"^(?:where|(?:at |in )?(?:which|what) (?:place|city|town|room|venue))\b.*\bnext\b",
        "where is the next meeting?",
    ),
    _row(
        "fact",
        "next day",
        rf"^(?:when|what|which|on)\b.*\bnext (?:[\w-]+ ){{0,4}}?(?:{one_of(GATHERINGS)})\b"
        r"|^when\b.*\b(?:meets?|held|convene) next\b|^date of (?:the )?next\b",
        "when is the next meeting?",
    ),
    _row(
        "fact",
        "end",
        r"^(?:when|(?:at )?what time|(?:on )?(?:what|which) (?:day|date)) .*"
        r"\b(?:end|ended|close|closed|closing|finish|finished|adjourn|adjourned|over|concluded?)$",
        "when did the assembly close?",
    ),
    _row(
        "fact",
        "start",
        r"^(?:when|(?:at )?what time|(?:on )?(?:what|which) (?:day|date)) .*"
        r"\b(?:open|opened|start|started|begin|began|convened?)$|^(?:at )?what time\b",
        "what time did it start?",
    ),
    _row(
        "fact",
        "duration",
        r"^how (?:long|many (?:days|hours))\b|^what was the (?:length|duration)\b",
        "how long was the congress?",
    ),
    _row(
        "fact",
        "day",
        r"^when\b|^(?:on |in )?(?:what|which) (?:\w+ )?(?:date|dates|day|days|year|month)\b"
        r"|^what (?:is|was|were|are) the dates?\b|^date of\b",
        "when was the town hall?",
    ),
    _row(
        "fact",
        "place",
        r"^where\b|^(?:in |at )?(?:what|which) (?:city|town|place|country|venue|room|building|"
        r"location)\b|^what (?:is|was) the (?:venue|location|place)\b",
        "where was the assembly held?",
    ),
    _row(
        "fact",
        "offices",
        rf"^who (?:else )?(?:(?:is|was|were|are|has been|had been|will be) )?"
        rf"(?:the |to |also |re-?)*"
        rf"(?:chair\w*|co-?chair\w*|presid\w+|moderat\w+|facilitat\w+|open(?:ed|s)?\b|"
        rf"clos(?:ed|es)\b|elected|appointed|hosted|convened|led\b|nominated|re-?elected|"
        rf"took (?:the )?(?:minutes|notes)|"
        rf"(?:recorded|wrote|submitted|signed|prepared) (?:the )?(?:minutes|notes)|"
        rf"(?:minute|note)[- ]?takers?\b|(?:[\w.'’-]+ ){{0,3}}?(?:{one_of(OFFICE_WORDS)})\b)",
        "who chaired the employment session?",
    ),
)
