from __future__ import annotations

import pytest

from qa.reports.formats.markup.markup_blocks import MarkupBlocks


def _text(events: str) -> str:
    """ "+p" opens, "-p" closes, "!" holds, all else is words."""
    markup = MarkupBlocks()
    for event in events.split(" "):
        if event == "!":
            markup.hold()
        elif event[0] in "+-" and len(event) > 1:
            (markup.open if event[0] == "+" else markup.close)(event[1:])
        else:
            markup.words(event)
    markup.end()
    return markup.blocks.text()


@pytest.mark.parametrize(
    ("events", "text"),
    [
        ("+p a -p +p b -p", "a\n\nb"),
        ("+ul +li a -li +li b -li -ul c", "- a\n- b\n\nc"),
        ("+tr +td a -td +td +p b -p +p c -p -td -tr d", "a | b c\n\nd"),
        ("+tr +td +ul +li a -li +li b. -li +li c -li -ul -td -tr", "a; b. c"),
        ("+tr +td a +br b -td +td -td +td c -td -tr", "a b | | c"),
        ("+tr +td -td +td b -td +td c -td -tr", "| b | c"),
        ("+tr +td -td +td b -td -tr", "b"),
        ("+tr +td -td +td -td -tr a", "a"),
        ("+dl +dt a -dt +dd b -dd +dd c -dd +dt d: -dt +dd e -dd -dl f", "a: b; c\n\nd: e\n\nf"),
        ("+dl +dt +p a -p -dt +dd +ul +li b -li +li c -li -ul -dd -dl", "a: b; c"),
        ("+dl +dt a -dt +dd ! +p b -p +p c -p -dd -dl", "a: b\n\nc"),
        ("+dd a -dd +dt b", "a\n\nb"),
    ],
)
def test_elements_are_blocks_and_lines(events: str, text: str) -> None:
    assert _text(events) == text


def test_the_words_before_are_to_be_seen() -> None:
    markup = MarkupBlocks()
    markup.words("40 m")
    assert markup.before == "40 m"
