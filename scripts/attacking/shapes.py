"""Words that are deep, wide, long or odd: what makes patterns and parsers slow, or fall."""

from __future__ import annotations

from collections.abc import Mapping

_PAIRS = ("[]", "()", "{}", "<>", "**", "__", "``", "~~", "“”", '""', "''", "||", "$$", "::")
# What nests, and what only looks like the beginning of something.
_OPENERS = (
    "> ", "- ", "1. ", "  - ", "#", "\t", "![a](", "[a][", "[^", "<!--", "<div>", "<b>", "<p ",
    "<a href='", "&#", "&", "\\", "```\n", "<![CDATA[", "<?", "</", "=\n", "(a) ", "iv. ", "§",
)  # fmt: skip
# What readers of minutes look for, without an end.
_WORDS = (
    "a", "A", "1", " ", "\n", "a ", "A ", "1 ", "a\n", "A\n", "a. ", "A. B. ", "Mr. ", "Dr Mara ",
    "Mara Quist, ", "Mara Quist and ", "Mara Quist (Chair), ", "Mara Quist: ", "AYES: Quist ",
    "Present: ", "Absent: ", "Motion by Quist, second by Okafor. ", "The chair said that ",
    "on May 3, 2024 ", "2024-05-03 ", "3/5/2024 ", "3.5.", "2024-05-03\n", "10:30 a.m. - ",
    "00:00:01 ", "<otti> ", "| a ", "| a | b |\n", "|-", "a\tb", "a   b", "AGENDA ITEM 7(b)",
    "# May 3, 2024\n", "# a\n", "a:\n", "- a\n", "1. a\n", "http://a/", "a@b.c ", "COP-3 ",
    "hyphen-\n", "x-", "/", ".", "...", ",", ";", "!", "?", "'", "-", "—", "_", "(", ")", "€5 ",
    "á", "\u0301", "\u200b", "\u00ad", "\u202e", "\ufeff", "\u2028", "\x0b", "\x0c", "\x00", "\x85",
    "ﬁ", "İ", "ß", "𝒜", "👩‍👩‍👧", "\U000e0041", "\ud7b0", "漢", "한", "ا", "ก", "देव", "ⅷ", "½²",
)  # fmt: skip


def shapes(letters: int) -> Mapping[str, str]:
    """Texts of about so many letters, each by a name that tells what it repeats."""
    found: dict[str, str] = {}
    for word in (*_OPENERS, *_WORDS):
        found[f"many {word!r}"] = word * (letters // len(word))
    for one, other in _PAIRS:
        half = letters // 2
        found[f"deep {one}{other}"] = f"{one * half}a{other * half}"
        found[f"open {one}"] = f"{one} a" * (letters // 3)
    return found


def front_matters(letters: int) -> Mapping[str, str]:
    """YAML that grows, nests, or isn't what it seems."""
    bomb = "a0: &a0 [x,x]\n" + "".join(
        f"a{n}: &a{n} [*a{n - 1},*a{n - 1},*a{n - 1},*a{n - 1}]\n" for n in range(1, 40)
    )
    merge = "a0: &a0 {x: 1}\n" + "".join(
        f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}], k{n}: 1}}\n" for n in range(1, 60)
    )
    inner = {
        "digits": f"title: 0x{'f' * 6000}",
        "sexagesimal": f"title: {':'.join(['59'] * 900)}",
        "aliases": bomb,
        "merges": merge,
        "cycle": "a: &a [*a]\nabstract: *a",
        "cycle in a map": "a: &a {b: *a}\ntitle: *a",
        "deep list": "title: " + "[" * 4900,
        "deep map": "title: " + "{a: " * 2400,
        "deep indents": "\n".join(f"{' ' * n}a:" for n in range(130)),
        "tags": "title: !!python/object/apply:os.system [ls]\ndate: !!timestamp x",
        "date": "date: 99999-99-99\ntitle: 2024-02-30",
        "odd keys": "? [a, b]\n: c\n? {d: e}\n: f\n[g]: h",
        "no end": "title: a\nabstract: >\n  " + "a " * 4000,
        "controls": "title: a\x00b\x07\ndate: \ufeff2024-05-03",
        "long title": "title: " + "a" * 9000,
        "documents": "title: a\n...\n%YAML 9.9",
    }
    body = "\n---\n\n# Fees\n\nThey rise.\n"
    found = {f"front matter, {name}": f"---\n{yaml}{body}" for name, yaml in inner.items()}
    found["front matter without end"] = "---\n" + "a: b\n" * (letters // 5)
    return found
