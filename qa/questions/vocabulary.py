"""Words of questions about meetings, which several modules look for."""

from __future__ import annotations

# What people come together for. Reports of any kind may call a meeting by any of them.
GATHERINGS = (
    "meeting session assembly conference congress forum workshop summit agm egm gathering seminar "
    "hearing retreat call convention hall talks teleconference minutes interim symposium meetup"
).split()
# Who meets.
BODIES = (
    "committee council board commission panel group cabinet senate parliament association club "
    "society federation union team authority court party plenary subcommittee bureau"
).split()
_ONE_OFFICE = (
    "chair chairman chairperson chairwoman co-chair president vice-president vice-chair treasurer "
    "secretary clerk mayor moderator facilitator rapporteur convener convenor director officer "
    "host speaker scribe minute-taker editor"
).split()


def plural(office: str) -> str:
    """Several of an office: «secretaries», «chairwomen»."""
    if office.endswith("man"):
        return f"{office[:-3]}men"
    return f"{office[:-1]}ies" if office.endswith("y") else f"{office}s"


# Of which there may be several: of these a list is asked for, not one name.
SEVERAL = tuple(plural(one) for one in (*_ONE_OFFICE, "trustee", "coordinator"))
OFFICE_WORDS = [*_ONE_OFFICE, *(plural(one) for one in _ONE_OFFICE)]
# Who isn't named by an office.
PERSONS = "person minister delegate member councillor".split()
ASKING = "who whom whose what which when where why how".split()
AUXILIARIES = (
    "did do does was were is are has have had can could will would should shall may might must am "
    "isn't aren't wasn't weren't didn't doesn't don't hasn't haven't hadn't won't"
).split()
# Words of questions that a typed word may have meant, though no report has them.
TYPED = (
    *ASKING,
    *AUXILIARIES[:17],
    *OFFICE_WORDS,
    *GATHERINGS,
    *BODIES,
    *(
        "the and chaired attended decided agreed approved adopted elected opened closed said say "
        "propose proposed present absent meetings sessions decisions actions agenda vote voted "
        "summary summarise summarize about list next last annual happened minutes many long"
    ).split(),
)
# What a meeting does with itself, so that no other thing is asked about.
HOLDING = (
    "held hold take took place meet met meets happen happened occur occurred open opened opens "
    "close closed closes start started starts begin began begins end ended ends last lasted "
    "finish finished adjourn adjourned convene convened located location venue city town country "
    "room building day date dates time year month hour minute long duration taking "
    "conclude concluded "
    "run exactly late early start kick off over be reported gather gathered"
).split()


def one_of(words: list[str] | tuple[str, ...]) -> str:
    """A pattern that matches one of the words, the longest that fits."""
    return "|".join(sorted(set(words), key=len, reverse=True))
