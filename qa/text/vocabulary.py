"""Words that several parts look for: months, days, numbers, and what people are called.

Each list is kept only here.
"""

from __future__ import annotations

MONTHS = (
    "January February March April May June July August September October November December"
).split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve dozen twenty thirty forty "
    "fifty hundred thousand million billion half third quarter none no once twice daily weekly "
    "monthly yearly"
).split()
# What is counted in words.
COUNTS = {
    word: count
    for count, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen".split()
    )
}
# What a person is, so that «the treasurer of the board» may stand for a name.
OFFICES = (
    "president chair chairman chairperson co-chair vice-chair director minister secretary manager "
    "head officer adviser advisor professor ambassador rapporteur coordinator facilitator governor "
    "economist treasurer representative specialist commissioner mayor deputy counsel"
).split()
# Whom a person speaks for or among.
VOICES = ("delegate delegation government member observer speaker spokesperson councillor").split()
ROLES = (*OFFICES, *VOICES)

# What stands before a name out of courtesy, in lower case, and whether it tells she or he.
TITLES = {
    **dict.fromkeys("mr messrs sir lord councilman alderman".split(), "he"),
    **dict.fromkeys("mrs ms mses miss misses mmes mme mlle dame lady councilwoman".split(), "she"),
    **dict.fromkeys(
        "mx dr drs prof profs professor rev revs revd revds reverend cllr cllrs "
        "col capt canon councillor "
        "councilmember councilor hon amb ambassador "
        "senator sen rep judge commissioner trustee supervisor alderperson minister fr h.e".split(),
        "",
    ),
}
# Small words inside of a name, in lower case.
PARTICLES = frozenset(
    "de da del della van von der den ten ter bin bint ibn al el la le du dos di y i".split()
)
# Who meets and decides, in lower case. «the board», «delegates».
BODIES = (
    "board committee council commission assembly meeting plenary conference group parties members "
    "delegates team directors trustees panel shareholders membership bureau "
    "association congress court cabinet parliament senate synod faculty branch chapter club "
    "session everyone participants governors supervisors commissioners councillors union"
).split()
# What a speaker does, in the base form.
SPEECH = (
    "say note stress emphasize emphasise underscore underline highlight argue urge propose "
    "suggest report ask add explain state recall remind remark observe comment reply answer "
    "respond announce declare warn caution request call support oppose object reject agree "
    "disagree express welcome favour favor prefer recommend question clarify reiterate describe "
    "inform tell mention point outline introduce present invite appeal maintain insist claim "
    "believe think feel acknowledge admit affirm assert advise advocate concur conclude confirm "
    "consider contend criticize criticise cite congratulate commend complain doubt demand draw "
    "elaborate endorse expect fear hope identify indicate lament link move offer opine pledge "
    "praise preside raise reaffirm refer regret reserve review speak specify summarize summarise "
    "thank undertake voice volunteer want wonder wish apologize apologise read discuss deplore "
    "encourage pick assure repeat challenge echo second motion promise predict anticipate "
    "explore signal share seek dispute deny vow joke quip counter retort interject continue "
    "begin ponder enquire inquire illustrate estimate flag postulate address understand suspect "
    "dissent have provide disclose recognize recognise table turn recount detail talk chide "
    "count give set go walk reckon demonstrate deliver discourage emphasis lobby plead press "
    "protest relay reveal stipulate submit testify update vouch channel"
).split()


def any_of(words: list[str]) -> str:
    """A pattern that matches one of the words, the longest that fits."""
    return "|".join(sorted(words, key=len, reverse=True))
