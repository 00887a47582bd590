"""Question words and meeting words of five languages, in English.

Names and numbers do the rest. It is no translator: a question with other words isn't asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from qa.text import MONTHS

# English = words of French, Spanish, German, Italian, Portuguese.
_TABLE = """
who = qui quién quien quiénes wer chi quem
what = quoi que qué was cosa
when = quand cuándo cuando wann quando
where = où dónde wo dove onde
which = quel quelle quels quelles cuál cual cuáles welche welcher welches quale quali qual quais
how many = combien cuántos cuántas cuantos cuantas wieviele wieviel quanti quante quantos quantas
how = comment cómo como wie come
many = viele
why = pourquoi warum perché
chaired = présidé présidait presidió presidio leitete geleitet presieduto presiedette presidiu
president = président présidente presidente präsident präsidentin
chair = vorsitzender vorsitzende vorsitz
treasurer = trésorier trésorière tesorero tesorera schatzmeister tesoriere tesoureiro tesoureira
secretary = secrétaire secretario secretaria sekretär segretario secretário secretária
elected = élu élue elegido elegida gewählt eletto eletta eleito eleita
opened = ouvert abrió eröffnete eröffnet aperto abriu
closed = clos cerró schloss chiuso encerrou
attended = assisté asistieron asistió participé participaron nahmen partecipato participaram
participants = participants participantes teilnehmer partecipanti
people = personnes personas personen leute persone pessoas
hosted = accueilli acogió ausgerichtet ospitato acolheu
said = dit dijo gesagt sagte detto disse
spoke = gesprochen sprach parlé habló parlato falou
decided = décidé decidió decidieron beschlossen entschieden deciso decidiu
adopted = adopté adoptée adoptó adoptado verabschiedet adottato adotado
meeting = réunion reunión treffen versammlung riunione reunião assemblée
session = session séance sesión sitzung tagung sessione sessão
conference = conférence conferencia konferenz conferenza conferência
committee = comité ausschuss comitato comitê
commission = commission comisión kommission commissione comissão
country = pays país land paese
city = ville ciudad stadt città cidade
history = histoire historia geschichte storia história
was held = lieu
held = tenue celebrada celebró stattgefunden statt tenuta tenutasi realizada
was = fue était wurde war fu era foi fueron fand
next = prochaine próxima próximo nächste nächsten prossima
agreement = accord acuerdo abkommen accordo acordo
protocol = protocole protocolo protokoll protocollo
in = en dans im nel nella em no na
of = de du des del della dos das der di da do vom von
about = sur sobre über su
on = le el am
first = premier première primera primer erste ersten prima primeira
second = deuxième segunda zweite seconda
third = troisième tercera dritte terza terceira
fourth = quatrième cuarta vierte quarta
fifth = cinquième quinta fünfte
sixth = sixième sexta sechste sesta
seventh = septième séptima siebte settima sétima
eighth = huitième octava achte ottava oitava
ninth = neuvième novena neunte nona
tenth = dixième décima zehnte decima
eleventh = onzième undécima elfte undicesima
twelfth = douzième duodécima zwölfte dodicesima
"""
_DROPPED = frozenset(
    "a à al la las los les l d s il lo se hat haben ha an au aux das die dem den ein "
    "eine une un una uma ont eu est es ist i gli ao o os as é è y et und e que a-t-il y-a-t-il "
    "t".split()
)
_MONTH_WORDS = (
    "janvier enero januar gennaio janeiro|février febrero februar febbraio fevereiro"
    "|mars marzo märz março|avril abril aprile|mai mayo maggio maio|juin junio juni giugno junho"
    "|juillet julio juli luglio julho|août agosto|septembre septiembre settembre setembro"
    "|octobre octubre oktober ottobre outubro|novembre noviembre novembro"
    "|décembre diciembre dezember dicembre dezembro"
)
_WORD = re.compile(r"[^\W\d_]+")


def in_english(question: str, known: Mapping[str, int]) -> tuple[str, list[str]]:
    """The question in English words, and its words that neither the table nor the reports have.

    Words of the reports and numbers stay: they are names.
    """
    lost: list[str] = []
    text = _WORD.sub(lambda match: _word(match, known, lost), question.replace("¿", ""))
    return " ".join(text.replace(" ?", "?").split()), lost


def _word(match: re.Match[str], known: Mapping[str, int], lost: list[str]) -> str:
    word, low = match[0], match[0].lower()
    if low in _words():
        return _words()[low]
    if low in _DROPPED:
        return ""
    named = (word.isupper() and len(word) > 1) or (word[0].isupper() and not known)
    if not (named or low in known):
        lost.append(word)
    return word


@cache
def _words() -> Mapping[str, str]:
    rows = (line.split(" = ") for line in _TABLE.strip().splitlines())
    table = {word: english for english, others in rows for word in others.split()}
    months = zip(MONTHS, _MONTH_WORDS.split("|"), strict=True)
    return table | {word: month for month, others in months for word in others.split()}
