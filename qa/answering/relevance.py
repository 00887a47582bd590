"""How much of what is asked about some words say, by stems, each weighed by how rare it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from qa.text import rarity, stemmed, stems, telling_words

# What every report has, and so tells none apart.
GENERAL = frozenset(
    stems(
        "meeting meetings session sessions conference assembly held hold take took place happen "
        "happened report reports minutes say said says decide decided list summarise summarize "
        "summary main outcome outcomes all any please many most last next first day"
    )
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The stems that are asked for, each with its weight."""

    weights: Mapping[str, float]

    def __bool__(self) -> bool:
        return bool(self.weights)

    def told_in(self, texts: Collection[str]) -> Wanted:
        """Without the words that no text says: the reports have others for them."""
        said = frozenset[str]().union(*map(stemmed, texts))
        return Wanted({stem: w for stem, w in self.weights.items() if stem in said})

    def share(self, text: str) -> float:
        """The share of the whole weight that the text says, in [0, 1]."""
        said = stemmed(text)
        total = sum(self.weights.values())
        return sum(w for stem, w in self.weights.items() if stem in said) / total if total else 0.0


def wanted(words: str, texts: Collection[str] = ()) -> Wanted:
    """The telling stems of the words, weighed by how few of the texts have them."""
    asked = frozenset(stems(" ".join(telling_words(words)))) - GENERAL if words.strip() else ()
    said = [stemmed(text) for text in texts]
    return Wanted(rarity(asked, said) if said else dict.fromkeys(asked, 1.0))
