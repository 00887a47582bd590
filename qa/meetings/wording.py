"""What words tell in a report of a meeting, where several modules of the wing ask."""

from __future__ import annotations

from qa.text import BODIES, MONTHS, ROLES, WEEKDAYS

# Who is something in a list of names, and what one does at a meeting.
ROLE_WORDS = frozenset(
    (
        *ROLES,
        *"co-chairman co-chairs co-president vice-president vice-chairman vice-chairperson "
        "vice-mayor deputy-mayor clerk scribe minutes notes notetaker note-taker minute-taker "
        "moderator presider convenor convener chairwoman president-elect substitute alternate "
        "guest auditor staff counsel attorney trustee librarian superintendent principal "
        "headteacher engineer planner candidate voting non-voting observer invited resident "
        "applicant parent pupil student vice assistant asst emeritus at-large chairs "
        "co-vice-chair executive ceo cfo cto coo administrator consultant editor organiser "
        "organizer host member members councillors directors councilmember chancellor marshal "
        "warden steward caretaker contractor liaison lead leader controller comptroller "
        "secretary-general director-general attorney-general under-secretary premier spokesman "
        "spokeswoman vice-minister deputy-minister undersecretary delegates "
        "pres vp v.p former chief proxy owner owners homeowner homeowners "
        "captain commodore dean rector registrar bursar provost vicar "
        "presenter parliamentarian whip speaker alternates presidents".split(),
    )
)
# Of groups and of their parts: no person is called so.
GROUP_WORDS = frozenset(
    (
        *BODIES,
        *"bank division department office system market account research statistics university "
        "institute federal reserve international national association company corporation inc ltd "
        "llc llp gmbh foundation society trust ministry agency authority service services school "
        "schools library libraries college centre center club network federation cooperative "
        "co-operative secretariat working subcommittee sub-committee task force contact affairs "
        "operations finance financial policy economic economics monetary open secretariat region "
        "regional district county city town village street road avenue public community committees "
        "legal technical technology communications planning development environment health "
        "housing transport united nations state states republic kingdom union property common "
        "architectural board general staff software cmte payment regulation stability supervision "
        "alliance coalition partnership consortium league "
        "information administration utilities roads beautification fire senior".split(),
    )
)
# Capitals that begin a sentence or name no person.
NOT_NAMES = frozenset(
    (
        *(month.lower() for month in MONTHS if month not in ("April", "May", "June", "August")),
        *(day.lower() for day in WEEKDAYS),
        *"a an the this that these those it its he she they we i you who what when where why how "
        "and or but if in on at by to for from with as is are was were no not none nobody all any "
        "some many most several few each every other others another both either one two three "
        "there here also however although though while since because after before during until "
        "under over following further additionally moreover therefore thus then next first second "
        "third finally yes aye nay present absent apologies regrets excused attendees attendance "
        "participants guests observers visitors quorum agenda minutes notes action actions "
        "decision decisions item items motion motions resolution report reports date time place "
        "location venue via zoom online remote remotely telephone phone video call meeting "
        "meetings absence none n/a tbd tbc unknown draft approved status link links recording "
        "issue issues document documents section article annex appendix chapter page part "
        "protocol convention treaty agreement accord round-table workshop seminar summit forum "
        "business adjournment questions question comments comment discussion welcome "
        "introduction conclusion summary background update updates review opening closing "
        "respectively including included absentia leave our their his her my your "
        "attended joined left arrived respectfully respectively submitted recorded prepared "
        "signed".split(),
    )
)
