"""Sentences that tell of a decision of this meeting, not of what is asked, planned or recalled."""

from __future__ import annotations

import re

from qa.meetings.proceedings.entry_lines import DATE, MARKS, Line
from qa.meetings.proceedings.motions import outcome
from qa.meetings.proceedings.votes import is_straw_poll, tally_of, tokens, votes
from qa.text import BODIES
from qa.types import Entry, Span

_DECIDED = re.compile(
    rf"{MARKS}(?:(?:Agreed|Decided|Resolved|Approved)\s+(?:to|that|let|by)\b|(?:DECISIONS?"
    rf"|DECIDED|RESOLVED|RESOLUTIONS?|AGREED|AGREEMENT|ADOPTED|APPROVED|CONSENSUS|OUTCOME)\b"
    rf"(?:\s*\(?[A-Z]?\d*\)?)\s*[:–—-]"
    r"|(?:Decisions?|Decided|Resolved|Resolutions?|Agreed|Agreement|Adopted|Approved|Consensus"
    r"|Endorsed|Confirmed)(?: (?:No\.? ?)?\d[\d./-]{0,8})?(?:\s+\([^()\n]{1,60}\))?[*_]{0,3}\s*:"
    r"|RESOLVED\b|AGREED\b|DECIDED\b|(?:THEREFORE,? )?BE IT "
    r"(?:FURTHER )?RESOLVED)"
)
# Loops over words don't go back: two ways to read one word take twice as long for each more of it.
_ADVERB = r"(?:(?:also|then|further|therefore|in turn|both|all|each|\w+ly)\s+)*+"
_DECIDE = (
    r"(?:agreed(?! with\b)|decided|resolved|approved|adopted|endorsed|ratified|accepted|elected"
    r"|re-elected|authori[sz]ed|voted|concluded|"
    r"directed|instructed|requested|established|appointed|reaffirmed|confirmed|granted|set up"
    r"|deferred|postponed|terminated|amended|forwarded|took note of|selected|renewed)"
)
_BODY_NOUN = "|".join(sorted(BODIES, key=len, reverse=True))
_SHORT_NAME = r"[A-Z]{3}[\w/-]*+"  # «SBI», as any body may be called
# «The board approved», «delegates adopted», «the COP decided», «SBI 12 concluded».
_BODY = re.compile(
    rf"(?:^|[\s,;:(])(?:(?:[Tt]he|[Aa]ll|[Bb]oth)\s+)?(?:[A-Z][\w’'/-]*\s+){{0,5}}(?:"
    rf"(?i:{_BODY_NOUN})|{_SHORT_NAME}(?:\s\d+)?)(?:\s+of\s+"
    rf"(?:[\w’'-]+\s+){{0,4}}?[\w’'-]+)?(?:,[^,;.]{{2,60}},)?\s+{_ADVERB}(?P<verb>{_DECIDE})\b"
)
_IT_WAS = re.compile(
    r"(?i:\bit\s+was\s+(?:\w+ly\s+|then\s+|also\s+|further\s+|therefore\s+)*+(?:agreed|decided"
    r"|resolved|determined|concluded|ordered)\b(?!\s+by\s+\w+\s+(?:that\s+)?(?:last|previous)))"
)
_THING = (
    r"matter|question|minutes|agenda|budget|report|reports|accounts?|motion|motions|amendments?|resolution"
    r"|proposals?|policy|policies|plan|recommendations?|decisions?|decision|draft|text|"
    r"conclusions|request|application|applications|contract|ordinance|bylaws?|by-laws|statement"
    r"|protocol|rules|strategy|guidelines|terms|moratorium|document|documents|declaration|"
    r"budgets|charter|payment|purchase|expenditure|bill|item|items|calendar|slate|nomination"
    r"|nominations|offer|fee|fees|grant|permit|licen[cs]e|variance|treasurer’s report"
    r"|treasurer's report|consent calendar|invoice|invoices|schedule|programme|program"
    r"|procedures?|loan|bid|bids"
)
_PASSED = re.compile(
    rf"(?i:\b(?:{_THING})\b(?:[^.;]{{0,160}}?)\s(?:was|were|is|are)\s+(?:\w+ly\s+|then\s+|also\s+"
    rf"|hereby\s+|put\s+(?:to\s+the\s+(?:vote|meeting)\s+)?and\s+)*+(?P<verb>approved|adopted|accepted|carried|passed|ratified|endorsed"
    rf"|agreed|granted|abolished|deferred|rejected|defeated|lost|withdrawn|tabled|confirmed"
    rf"|put\s+off|held\s+over|adjourned\s+(?:to|until)|referred\s+back)\b)"
)
# Anything that was approved in so many words, or elected: minutes say it so.
_WAS = re.compile(
    r"(?i:\b(?:was|were)\s+(?:\w+ly\s+|then\s+|also\s+)*+(?:approved|adopted|ratified"
    r"|carried|(?:re-)?elected)\b"
    r"|\bapproved by (?:the )?(?:full )?(?:board|council|committee|commission|members|membership"
    r"|assembly)\b"
    r"|\b(?:board|council|committee|commission|members|all) approved\b|\ball (?:were )?agreed to\b)"
)
_BODY_AND = re.compile(
    rf"(?i:^"
    rf"(?:[^,.;]{{0,60}},\s+)?(?:the\s+)?(?:\w+\s+){{0,3}}?"
    rf"(?:{_BODY_NOUN}|(?<=the\s)(?-i:{_SHORT_NAME}))\b[^.;]{{0,160}}?\band\s+"
    rf"(?:\w+ly\s+|then\s+)?(?:agreed|adopted|approved|decided|resolved)\b"
    r"|\breached (?:agreement|consensus) on\b)"
)
_SENSE = re.compile(
    r"(?i:\b(?:sense of the (?:room|meeting|group|house)|consensus) was (?:to|that)\b)"
)
_BY_VOTE = re.compile(
    r"(?i:^\s*by (?:(?:unanimous|majority|notation) vote|(?:general )?"
    r"(?:consensus|consent)|acclamation)\b)"
)
_SHORT = re.compile(
    r"(?i:^[^.]{3,90}\s[–—-]\s.*\b(?:approved|accepted|adopted|carried)\b(?=\s*(?:[.;,]|$|as\b"
    r"|unanimously\b|by\b|with\b))|\b(?:approved|accepted|adopted) as (?:submitted|presented"
    r"|amended|written|read|corrected|revised|circulated)\b"
    r"|^(?:question|motion|amendment|clause|section|article|schedule)\b[^.;?!]{0,60}?"
    r"\b(?:agreed to|negatived)\b|\btaken as read and signed\b)"
)
# What only asks, plans or tells of another meeting.
_NOT = re.compile(
    r"(?i:\b(?:had|has|have)\s+(?:\w+ly\s+|already\s+|been\s+|also\s+|not\s+)*+(?:agreed|decided"
    r"|resolved|approved|adopted|endorsed|accepted|voted|elected|authori[sz]ed|established)\b"
    r"|\b(?:could|can|did|does|do|would|will|may|might|should|must|shall)\s+"
    r"(?:not\s+)?(?:be\s+)?(?:agree|decide|approve|adopt|agreed|decided|approved|adopted|vote"
    r"|voted|resolve|resolved|accepted)\b(?!.*\bwas (?:approved|carried|adopted))"
    r"|\b(?:not|never)\s+(?:yet\s+)?(?:agreed|decided|approved|adopted|resolved)\b|\bto be "
    r"(?:agreed|decided|approved|adopted|voted)\b"
    r"|\b(?:at|in|during|by)\s+(?:the|its|their|our|an?)\s+(?:last|previous|earlier|prior"
    r"|preceding)\s+(?:\w+\s+)?(?:meeting|session|year|conference)\b"
    r"|\bat (?:its|the|their) (?:[\w-]+ )?(?:meeting|session)s? (?:of|on|held)\b"
    r"|^at its [^.;]{0,30}\b(?:meeting|session)\b|\bat its (?:\w+th|first|second|third|last) "
    r"(?:meeting|session)\b|^in (?:19|20)\d\d\b|\bsubsequently\b"
    r"|\bpreviously\s+(?:agreed|decided|approved|adopted)\b|\b(?:if|unless|until|once|whether"
    r"|before|when)\s+(?:the|it|they|a|this|that|an)\b[^,.;]{0,40}\b(?:agreed|decided|approved"
    r"|adopted|approves?|adopts?)\b|\?\s*$)"
)
# Said to have been decided, and not told: «he said that the rules were adopted».
_SAID = re.compile(
    r"(?i:\b(?:said|noted|noting|argued|asked|urged|proposed|suggested|stressed|recalled"
    r"|recalling|explained"
    r"|hoped|wondered|reminded|announced|informed|questioned|responding|called|emphasi[sz]ed"
    r"|highlighted)\b[^;]*$)"
)
_NAMED = re.compile(r"[A-Z][\w’-]+ [A-Z][\w’-]+(?: \([^)]*\))?,?\s*$")
_EARLIER = re.compile(r"(?i:\b(?:history|background)\b)")
_PREVIOUS = re.compile(r"(?i:\bminutes\b)")
_DAY_ALONE = re.compile(rf"\s*+(?:on\s++)?{DATE}\.?\s*+")
_DECISIONS_HEAD = re.compile(
    r"(?i:(?:summary of )?(?:decisions?|resolutions?)(?: (?:made|taken|adopted))?|agreements"
    r"|resolved)\s*:?$"
)
_DECIDE_WORDS = frozenset(
    "agreed decided resolved approved adopted endorsed ratified accepted elected authorized "
    "authorised "
    "voted concluded directed instructed requested established appointed confirmed granted "
    "carried passed "
    "deferred determined ordered terminated amended unanimous abolished rejected defeated lost "
    "forwarded "
    "sense consensus took set vote votes reached recommended selected renewed reaffirmed "
    "withdrawn tabled postponed taken put adjourned held "
    "referred negatived acclamation consent".split()
)
# A body asks and concludes much that is no decision: these verbs decide only with these words.
_WEAK = re.compile(r"(?i:requested|concluded|confirmed|directed|took note of|forwarded|postponed)")
_WEIGHT = re.compile(r"(?i:\bthe secretariat\b|\bto\b)")
_MEMBERS = re.compile(r"(?i:\b(?:members|participants|attendees|policymakers)\b)")
_TO_DO_THEN = re.compile(
    r"(?i:\s+(?:unanimously\s+)?(?:to\b|that\b[^.;]{0,80}\b(?:should|shall|will|would be)\b))"
)
# Some who agree decide nothing, nor does a country that agrees with another.
_LOOSE = re.compile(
    r"(?i:\b(?:most|many|some|several|few|other|these)\b)"
    r"|(?:^|[\s,])(?:[Tt]he )?[A-Z][A-Z/&-]+(?:\s[A-Z]+)*\s+(?:\w+ly\s+|also\s+)*+(?:agreed"
    r"|accepted|endorsed)$"
)


def decision_of(text: str, line: Line) -> Entry | None:
    words = line.words
    head = (line.block.section or "").rsplit(" › ", 1)[-1]
    label = _DECIDED.match(words)
    if label and _DAY_ALONE.fullmatch(words, label.end()):
        return None
    labelled = bool(label) or (bool(line.block.mark) and bool(_DECISIONS_HEAD.match(head)))
    if not labelled and (_EARLIER.search(head) or not _decides(words)):
        return None
    return Entry(
        "decision",
        line.span,
        line.block.section,
        outcome=outcome(words),
        votes=votes(text, Span(line.span.start, line.span.end)),
    )


def _decides(words: str) -> bool:
    """Whether the sentence tells of a decision of this meeting."""
    if tokens(words).isdisjoint(_DECIDE_WORDS):
        return False
    if is_straw_poll(words) and not _BODY.search(words):
        return False
    if _SHORT.search(words) and not words.rstrip().endswith("?"):
        return not of_others(words) or bool(_PREVIOUS.search(words))
    if of_others(words):
        return False
    if _IT_WAS.search(words) or _BY_VOTE.match(words) or _SENSE.search(words):
        return True
    body = _BODY.search(words)
    if body and not _is_told(words, body.start()):
        return _is_weighty(words, body)
    was = _WAS.search(words)
    if was and was[0].endswith("elected"):
        return not _SAID.search(words[: was.start()])
    cues = (_PASSED.search(words), was, _BODY_AND.search(words), tally_of(words))
    return any(cue is not None and not _is_told(words, cue.start()) for cue in cues)


def _is_told(words: str, at: int) -> bool:
    """Whether somebody only says so, or another than the body does it."""
    before = words[:at]
    if re.search(r"\b(?:for|by|of|to|with|from|if|once|until)\s*$", before):
        return True
    if re.search(r"(?:,|;)\s+and\s*$", before) or not before.strip():
        return False
    return bool(_SAID.search(before) or _NAMED.search(before))


def _is_weighty(words: str, body: re.Match[str]) -> bool:
    verb = body["verb"].lower()
    if _WEAK.fullmatch(verb) and not _MEMBERS.search(body[0]):
        return bool(_WEIGHT.search(words, body.end()))
    if verb not in ("agreed", "accepted", "endorsed", "set up", "concluded", "requested"):
        return True
    said = words[max(0, body.start() - 12) : body.end()]
    if _MEMBERS.search(said):  # they agree on how things are, too
        return bool(_TO_DO_THEN.match(words, body.end()))
    return not _LOOSE.search(said)


def of_others(words: str) -> bool:
    """Whether it only asks, plans, denies or recalls."""
    return bool(_NOT.search(words)) and not re.search(
        r"(?i:\bminutes of\b.*\b(?:were|was) (?:\w+ly )?(?:approved|adopted|accepted|confirmed"
        r"|taken))",
        words,
    )
