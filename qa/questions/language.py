"""Which language some words are in, by the small words that each language has."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

ENGLISH = "English"
# Words that questions and reports have often, and that the other languages don't use so.
_SMALL = {
    ENGLISH: "the of and to is was were are did does do what who when where which how many much "
    "why whom whose for with from about that this it has have had been at by an or not no say said "
    "list all any there me tell held on in a be will you can last next meeting",
    "French": "le la les des du de et est était qui que quoi quand où quel quelle quels quelles "
    "combien comment pourquoi dans sur pour avec une un au aux par pas sont ont été ce cette il "
    "elle ils qu a-t-il réunion séance présidé présidait l d c s ont-ils lors",
    "Spanish": "el la los las de del y es fue quién quien quiénes qué que cuándo cuando dónde "
    "donde cuál cuáles cual cuántos cuántas cuánto cuantos cuantas cómo como por para con una "
    "un en se sobre lo al fueron está sesión reunión presidió dijo",
    "German": "der die das dem den des und ist war wurde wurden wer wann wo was welche welcher "
    "welches wie viele viel warum hat haben hatte im am zur zum mit für von über ein eine einen "
    "nicht sich auf bei nach sitzung fand statt wieviele waren gab es leitete",
    "Italian": "il lo gli della delle dei del di e è chi che cosa quando dove quale quali quanti "
    "quante quanto come perché per con una un nel nella sono stato stata era al alla riunione ha "
    "presieduto si ha hanno",
    "Portuguese": "o os as da das do dos de e é foi quem que quando onde qual quais quantos "
    "quantas quanto como por para com uma um em no na nos sobre não se ao à reunião presidiu "
    "sessão disse",
    "Dutch": "de het een en is was wie wat wanneer waar welke hoeveel hoe waarom van voor met op "
    "werd werden niet zijn over bij door vergadering heeft hebben",
}
_WORDS = {language: frozenset(words.split()) for language, words in _SMALL.items()}
# No other language here writes these words, so one of them says which it is.
_SURE = {
    "French": frozenset(
        "où quand quel quelle quels quelles combien pourquoi était été qu lors "
        "réunion séance présidé".split()
    ),
    "Spanish": frozenset(
        "quién quiénes qué cuándo dónde cuál cuáles cuántos cuántas cuánto cómo "
        "quien cuantos cuantas fueron reunión sesión presidió".split()
    ),
    "German": frozenset(
        "wer wann wo welche welcher welches wurde wurden warum wieviele sitzung leitete".split()
    ),
    "Italian": frozenset("chi quali quanti quante perché riunione della nella presieduto".split()),
    "Portuguese": frozenset("quem onde quais quantos quantas não reunião presidiu sessão".split()),
    "Dutch": frozenset("wie wanneer welke hoeveel waarom vergadering".split()),
}
_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 2  # small words that tell a language


def language_of(text: str) -> str | None:
    """The language of a question, or None where its words don't tell."""
    said = [word.lower() for word in _WORD.findall(text)]
    scores = {language: _score(language, said) for language in _WORDS}
    best = max(scores, key=lambda language: scores[language])
    if scores[best] < _LEAST or (best != ENGLISH and scores[best] <= scores[ENGLISH]):
        return ENGLISH if scores[ENGLISH] else None
    return best


@lru_cache(maxsize=16)  # a vocabulary is one of a collection as it is now
def main_language(vocabulary: Callable[[], Mapping[str, int]]) -> str:
    """The language of the reports that have these words; English where nothing tells."""
    counts = vocabulary()
    total = {
        language: sum(counts.get(word, 0) for word in words) for language, words in _WORDS.items()
    }
    best = max(total, key=lambda language: total[language])
    return best if total[best] else ENGLISH


def _score(language: str, said: list[str]) -> float:
    own, sure = _WORDS[language], _SURE.get(language, frozenset())
    return sum((word in own) + (word in sure) for word in said)
