"""Parts of patterns that several rows of the table of kinds are made of."""

from __future__ import annotations

from qa.questions.vocabulary import GATHERINGS, one_of

MEETINGS = rf"(?:{one_of([*GATHERINGS, 'report', 'town hall'])})"
TIMES = rf"(?:{one_of([*GATHERINGS, 'report', 'town hall', 'time', 'occasion'])})"
# Words between «how many» and what is counted: no verb and no preposition.
SOME = r"(?:(?!\w+ed\b|(?:of|at|in|the|were|was|are|is|came|do|did)\b)[\w.'’-]+ ){0,3}?"
ALL = r"(?:all |every |each )?(?:of )?(?:the |its |their )?"
BODY = (
    r"(?:the |this |that |our )?(?:[\w.'’-]+ ){0,3}?(?:committee|council|board|commission|panel|"
    r"group|plenary|meeting|assembly|conference|session|members|they|we|(?-i:[A-Z]{3,5})|team|workshop|"
    r"forum|congress|summit|party|parties|delegates|it)"
)
DECIDE = r"(?:decide|agree|approve|adopt|resolve|conclude|ratif(?:y|i)|pass|vote|settle)"
SAY = (
    r"(?:say|said|tell|told|state|propose|argue|suggest|think|want|ask|request|call|claim|explain|"
    r"report|remind|talk|speak|comment|remark|mention|note|stress|warn|urge|recommend|respond|"
    r"reply|answer|object|oppose|support|critici[sz]e|emphasi[sz]e|highlight|describe|raise|express|"
    r"insist|demand|complain|promise|announce|offer|point|add|respond|react|have to say|concede|"
    r"caution|advise|observe|share|underscore|underline|reiterate|welcome|reject|favou?r|believe)"
    r"(?:d|ed|s)?"
)
LEADS = (
    r"chair|attend|speak|present|lead|led|open|close|preside|host|participate|take part|miss|"
    r"convene|call(?:ed|s|ing)?(?: \w+){0,2} to order"
)
# A document says things, and is no speaker.
DOCUMENT = (
    r"\b(?:accord|protocol|agreement|report|minutes|resolution|paper|study|document|bill|law|act|"
    r"text|rules?|plan|policy|treaty|convention|charter|letter|budget|draft|article|section|"
    r"proposal|motion|amendment|declaration|contract|website|page|form|it|this|that)$"
)
CHANGED = (
    r"(?:moved|changed|postponed|delayed|extended|rescheduled|deferred|revised|amended|put off|"
    r"brought forward|pushed back)"
)
