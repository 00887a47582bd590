"""What an office looks like: in a label, behind a verb, beside a name."""

from __future__ import annotations

import re

from qa.meetings.proceedings.names import NAME

_KIND = (
    r"(?:co-?|vice[- ]|deputy[- ]|acting |interim |honorary |joint |alternate |assistant "
    r"|asst\.? ){0,3}"
)
_OFFICE = (
    rf"{_KIND}(?:chair(?:man|woman|person|s|men)?|president|secretary|treasurer|mayor|facilitators?"
    r"|moderators?|rapporteurs?|scribes?|clerk|convenor|convener|presiding officer|note-?takers?"
    r"|minute-?takers?|minutes|secretary general|town clerk|city clerk|co-?chairs)"
)
# «chair», «chair of the board», «secretary-treasurer»; not «chair of the lake committee».
_PLAIN = re.compile(
    rf"(?:the )?{_OFFICE}(?:[/ -]{_OFFICE})?"
    r"(?: of the (?:board|council|committee|commission|meeting|assembly|session|day|association))?"
    r"(?:,? in the chair|, board of directors|, [a-z]{2,4})?"
)
# A labelled line: the words of the label, and the office that they tell.
LABELS = (
    (
        re.compile(
            rf"(?:{_KIND}chair(?:man|woman|person)?s?|(?-i:[A-Z]{{2,5}}|[Ss]ession) chairs?)", re.I
        ),
        "chair",
    ),
    (
        re.compile(r"(?:(?:co-)?chaired by|in the chair|chairing|presiding|meeting chair)", re.I),
        "chair",
    ),
    (re.compile(r"(?:scribes?|scribed by|jabber scribes?)", re.I), "scribe"),
    (
        re.compile(
            r"(?:note-?takers?|notes|minutes|minute-?takers?|minutes taken by|notes taken by"
            r"|minutes by"
            r"|recorder|record(?:-?keeper)?"
            r"|recorded by|minutes prepared by|recording secretary|note taker)",
            re.I,
        ),
        "note taker",
    ),
    (re.compile(r"(?:facilitators?|facilitated by|facilitation)", re.I), "facilitator"),
    (re.compile(r"(?:moderators?|moderated by)", re.I), "moderator"),
    (re.compile(r"(?:vice[- ]|deputy )?(?:president|mayor|convenor|convener)", re.I), ""),
    (re.compile(r"(?:assistant |deputy )?(?:secretary|treasurer|rapporteurs?|clerk)", re.I), ""),
)
LABEL = re.compile(
    r"[\s>*_-]*(?P<label>[A-Za-z][A-Za-z -]{3,30}?)[*_]{0,2}(?:\(s\))?\s*(?::|\s[–—-]\s|"
    r"(?<= by) )[*_]{0,2}\s*"
)
# What somebody does who leads, and the office that it tells.
ACTIVE = (
    ("chair", r"(?:chaired|presided(?: over| at)?|took the chair|(?:was|sat) in the chair)"),
    ("co-chair", r"co-?chaired"),
    ("moderator", r"moderated"),
    ("facilitator", r"facilitated"),
    (
        "opened",
        r"(?:opened|declared (?:the meeting )?open|called (?:the"
        r"|this) [\w ,.’'()-]{0,60}?to order)",
    ),
    ("scribe", r"(?:took (?:the )?(?:minutes|notes)|scribed|acted as (?:secretary|scribe))"),
)
# What is opened.
WHAT = re.compile(
    r"\s+(?:the |this |a |an |its )?(?:[\w’'/.-]+ ){0,4}?(?:meeting|session|plenary|conference"
    r"|assembly|discussion|debate|group|workshop|panel|round-?table|seminar|committee|forum"
    r"|(?-i:[A-Z]{3,})"
    r"|consultations|hearing|event|proceedings|summit|congress|first|second|day)\b",
    re.IGNORECASE,
)
PASSIVE = re.compile(
    r"\b(?P<verb>(?i:co-?chaired|chaired|moderated|facilitated|opened|presided over"
    r"|called to order[^.;]{0,40}?|convened))\s+by\s+"
)
PASSIVE_ROLE = {
    "presided over": "chair",
    "chaired": "chair",
    "moderated": "moderator",
    "facilitated": "facilitator",
}
ACT = re.compile(
    r"\b(?:{})\b".format("|".join(f"(?P<r{n}>{v})" for n, (_, v) in enumerate(ACTIVE)))
)
_CAP_OFFICE = (
    r"(?:(?:Co-|Vice-|Vice |Deputy |Acting |Interim )*(?:Chair(?:man|woman|person)?s?|President"
    r"|Mayor"
    r"|Facilitators?|Moderator|Rapporteur|Secretary(?:-General)?|Treasurer|Clerk"
    r"|Executive Secretary)"
    r"|Co-?[Cc]hairs?|Co-Facilitators?)"
)
# «SBSTA Chair Chow», «COP-5 President Jan Szyszko», «Co-Chairs Ash and Oak».
BEFORE_NAME = re.compile(
    rf"(?P<of>(?:[A-Z][\w&/-]*\s+)?)(?P<office>{_CAP_OFFICE})\s+(?P<names>{NAME}(?:(?:,"
    rf"|\s+and)\s+{NAME})?)"
)
# «Oak, Deputy Mayor Ash called»: the office is of the one behind it.
_NO_DEED = r"(?!\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?\s+[a-z])"
# «Ivo Ash (Kestria), Chair of the SBI», «the Chair, Ivo Ash».
AFTER_NAME = re.compile(
    rf"(?P<names>{NAME})(?:\s+\([^()]{{2,60}}\))?,\s+"
    rf"(?:the\s+)?(?:[A-Z][A-Z\d/-]+\s+)?(?P<office>{_CAP_OFFICE}|{_OFFICE})\b{_NO_DEED}(?:\s+of\s+"
    rf"(?:the\s+)?(?P<of>[\w/-]+(?:\s+[A-Z][\w/-]*)*))?"
)
COMMA_OFFICE = re.compile(rf",\s+(?:the\s+)?(?:[A-Z][A-Z\d/-]+\s+)?(?:{_CAP_OFFICE}|{_OFFICE})\b")
BODY = re.compile(
    r"(?:[A-Z][A-Z\d/-]+|.*\d.*|Board|Council|Session|Meeting|Association|Town|City|Assembly"
    r"|Conference"
    r"|Commission|Group|Congress|Parliament|Club|Society|Day|Plenary|Bureau|)"
)
PAST = re.compile(
    r"(?:[Pp]ast|[Ff]ormer|[Pp]revious|[Ii]ncoming|[Oo]utgoing|[Ll]ate|[Ee]x-?)\s+(?:\w+\s+)?$"
)
BY_OFFICE = re.compile(
    rf"(?:(?:the|its|our)\s+)?(?:[\w’'-]+\s+){{0,3}}?(?P<office>{_OFFICE}),?\s+(?=[A-Z])", re.I
)
THE_OFFICE = re.compile(
    rf"\b[Tt]he\s+(?:[A-Z][\w/-]*\s+)?(?P<office>{_CAP_OFFICE})(?:\s+of\s+"
    rf"(?:the\s+)?(?P<of>[\w/-]+(?:\s+[A-Z][\w/-]*)*))?,\s+(?P<names>{NAME})\s*(?:\([^()]*\))?,"
)
# Whatever else somebody is elected to be: «registrar», «public orator», by how such words end.
_OTHER_OFFICE = (
    r"(?:(?!(?:after|under|over|for|by|to|in|at|on|with|from|an?|another|other|per|or|further"
    r"|former|later|earlier|their|her|during|together|and|members?|number|winner)\b)[a-z’'-]+\s+"
    r"){0,3}?(?!(?:after|under|over|for|another|other|per|or|further|former|later|earlier|member"
    r"|number|never|ever|winner|their|her)\b)"
    r"(?:dean|head|chief|provost|marshal|steward|sheriff|"
    r"delegate|representative|[a-z]*warden|[a-z]{2,}(?:[eoa]r|ist|ian|ant|ary|man|woman|ain|eer))s?"
)
_ANY_OFFICE = rf"(?i:{_OFFICE}|{_OTHER_OFFICE})"
_AS = r"(?:as\s+|to be\s+|to serve as\s+|to the office of\s+)"
_ITS = r"(?:the\s+|its\s+|our\s+|new\s+)*(?P<front>[A-Z][\w’'/-]*\s+)?"
ELECTED = re.compile(
    rf"(?P<names>{NAME}(?:\s+\([^()]{{2,60}}\))?(?:(?:,|\s+and)\s+{NAME})?)\s+"
    rf"(?P<verb>was|were|is|are|be)\s+(?:then |also "
    rf"|duly |unanimously |re-?)*(?:elected|chosen|appointed|selected|confirmed|named)\s+"
    rf"{_AS}?{_ITS}(?P<office>{_ANY_OFFICE})\b"
)
# «Ivo Ash succeeds Una Oak as dean», «Ivo Ash takes over as dean», «becomes dean».
SUCCEEDS = re.compile(
    rf"(?P<names>{NAME})\s+(?:will\s+|is\s+to\s+|has\s+)?(?:(?:succeed|replace|follow)(?:s|ed)?\s+"
    rf"{NAME}\s+as\s+|(?:takes?|took|taken)\s+over\s+(?:from\s+{NAME}\s+)?as\s+"
    rf"|bec[oa]mes?\s+){_ITS}(?P<office>{_ANY_OFFICE})\b"
)
ELECTING = re.compile(
    rf"\b(?:re-?)?(?:elected|appointed|chose|selected)\s+(?P<names>{NAME}"
    rf"(?:\s+\([^()]{{2,60}}\))?)(?:\s*,)?\s+{_AS}{_ITS}(?P<office>{_ANY_OFFICE})\b",
)
ELECTS = re.compile(
    r"elected|appointed|chosen|chose|selected|confirmed|named|succeed|replace|follow"
    r"|t[ao]ken? over|takes over|became|becomes?\b"
)
DECIDED = re.compile(r"\W*(?:resolved|agreed|decided|approved|decision)\b", re.IGNORECASE)
ACRONYM = re.compile(r"(?:US|UK|EU|USA|UN)\b")
ROOM = 240  # characters before a verb in which its subject stands
# Some of these stands in every sentence that tells an office.
HINTS = (
    *"hair presid Presid ayor acilitat oderat apporteur ecretary reasurer lerk opened".split(),
    *"scribe minutes notes elected appointed succeed replace became become".split(),
    "takes over",
    "took over",
    "to order",
)
_ONE = rf"(?:[Tt]he\s+)?(?:{NAME})(?:\s+\([^()]{{2,60}}\))?"
LIST = re.compile(rf"{_ONE}(?:(?:(?<=\)),\s+(?:and\s+)?|,?\s+and\s+){_ONE}){{0,4}}")
# «Ivo Ash, Minister of Energy, Kestria, moderated».
APPOSED = re.compile(
    rf"(?:^|[.:;!?’'\"”]\s+)(?P<who>{NAME})(?:\s+\([^()]*\))?,\s[^.;:]{{2,120}},\s*$"
)
IN_ABSENCE = re.compile(r"\babsence of (?:the )?$", re.IGNORECASE)
SUBJECT = re.compile(
    rf"(?P<who>{_ONE}(?:(?:,\s+|\s+and\s+){_ONE}){{0,3}})(?:,[^,;.]{{2,80}},)?\s*(?:,\s*)?(?:\s"
    rf"(?:then|also|formally|officially|again|who|will|jointly))*\s*$"
)


def is_known(office: str) -> bool:
    """Whether it is one of the offices that most meetings have."""
    return re.fullmatch(_OFFICE, office) is not None


def is_plain(role: str) -> bool:
    """Whether it is an office of the meeting itself, and not of one of its committees."""
    return bool(role) and bool(_PLAIN.fullmatch(role))
