"""Very long reports and questions, and other scripts than the Latin one."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from scripts.chromium import PHONE
from tests.web.browser import answered, open_first_citation, sticks_out

pytestmark = pytest.mark.browser
PARAGRAPH = "The members spoke of moorings, ladders, lamps and ropes, and agreed on nothing. " * 10
LONG = "".join(
    f"## Sitting {n}\n\n{PARAGRAPH}\n\nBoat{n} got {n} lanterns of green brass.\n\n"
    for n in range(740)
)
SCRIPTS = {
    "arabic.md": "# محضر المرفأ\n\n🚢 افتتح الرئيس الجلسة. تبلغ كلفة المسح 12,400 يورو. انتهى.\n",
    "hebrew.md": "# פרוטוקול הנמל\n\nהיושב ראש פתח. הסקר יעלה 9,300 שקלים. נגמר.\n",
    "russian.md": "# Протокол порта\n\nЗаседание открыто. Съёмка обойдётся в 700 рублей.\n",
    "japanese.md": "# 港湾委員会\n\n会議を開いた。 測量 費用は 三百万円 である。🏮 閉会した。\n",
}


@pytest.mark.slow
@pytest.mark.parametrize("reports", [{"long.md": LONG}], ids=["100,000 words"])
def test_a_very_long_report_opens_at_the_words_and_is_drawn_in_parts(small_page: Page) -> None:
    assert len(LONG.split()) >= 100_000
    answered(small_page, "How many lanterns did Boat700 get?")
    marked = open_first_citation(small_page)
    assert "".join(marked.all_text_contents()) == "Boat700 got 700 lanterns of green brass."
    text = small_page.get_by_test_id("source-text")
    assert text.text_content() == LONG
    # What is out of sight costs no layout, so that scrolling and typing stay smooth.
    chunks = text.locator("> *")
    skipped = "parts => parts.filter(e => getComputedStyle(e).contentVisibility === 'auto').length"
    assert chunks.evaluate_all(skipped) == chunks.count() > 100
    small_page.get_by_test_id("question-input").press_sequentially("typed meanwhile")
    expect(small_page.get_by_test_id("question-input")).to_have_value("typed meanwhile")


@pytest.mark.slow
@pytest.mark.parametrize("reports", [SCRIPTS], ids=["scripts"])
def test_other_scripts_keep_their_direction_and_their_marks(small_page: Page) -> None:
    for question, words, direction in [
        ("كم تبلغ كلفة المسح؟", "12,400", "rtl"),
        ("כמה הסקר יעלה?", "9,300", "rtl"),
        ("Во сколько обойдётся съёмка?", "700", "ltr"),
        ("測量 費用は いくら?", "三百万円", "ltr"),
    ]:
        # Without the place in the address: a reload would open the report before, marks and all.
        small_page.goto(small_page.url.partition("#")[0])
        with small_page.expect_response("**/api/answer") as caught:
            card = answered(small_page, question)
        expect(card.get_by_test_id("answer-text")).to_contain_text(words)
        expect(card.get_by_test_id("answer-text")).to_have_css("direction", direction)
        expect(small_page.locator(".question")).to_have_css("direction", direction)
        marked = open_first_citation(small_page)
        cited = caught.value.json()["citations"][0]
        assert "".join(marked.all_text_contents()) == cited["quote"]
        expect(marked.first).to_have_css("direction", direction)


@pytest.mark.slow
@pytest.mark.parametrize("options", [{"viewport": PHONE}], ids=["phone"])
def test_a_very_long_question_wraps_and_is_answered(small_page: Page) -> None:
    for word in ("dredging survey cost ", "x", "漢", "🚤"):
        # Without the conversation in the address: a reload would bring it back.
        small_page.goto(small_page.url.partition("#")[0])
        small_page.get_by_test_id("question-input").fill((word * 1000)[:1000].strip())
        expect(small_page.locator("#left")).to_contain_text("left")
        assert sticks_out(small_page) == 0
        small_page.get_by_test_id("question-input").press("Enter")
        cards = ("answer-card", "items-card", "not-found", "hint-card")
        found = small_page.locator(", ".join(f"[data-testid={card}]" for card in cards))
        expect(found).to_be_in_viewport()
        assert sticks_out(small_page) == 0


def test_more_than_the_limit_cannot_be_typed(small_page: Page) -> None:
    box = small_page.get_by_test_id("question-input")
    box.focus()
    small_page.keyboard.insert_text("y" * 1200)
    assert len(box.input_value()) == 1000
    expect(small_page.locator("#left")).to_have_text("0 characters left")
