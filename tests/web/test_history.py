"""The conversations that the browser keeps: found again, searched, deleted, exported."""

from __future__ import annotations

import json
from pathlib import Path

import mammoth
import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from playwright.sync_api import Locator, Page, expect

from tests.web import replies
from tests.web.browser import NOT_IN_REPORTS, answered, ask
from tests.web.replies import show

pytestmark = [pytest.mark.browser, pytest.mark.slow]
COST = "What will the dredging survey cost?"
VOTE = "How was the vote on the fees?"
ASKED = "Who asked for a survey first?"
_BLOCKED = """
Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('Access is denied', 'SecurityError'); },
});
"""
_FULL = """
Storage.prototype.setItem = () => { throw new DOMException('Full', 'QuotaExceededError'); };
"""


def test_a_conversation_is_kept_and_named_by_its_first_question(small_page: Page) -> None:
    answered(small_page, COST)
    answered(small_page, ASKED)
    _begin_anew(small_page)
    small_page.reload()
    (item,) = _history(small_page).all()
    expect(item).to_contain_text(COST)
    expect(item).to_contain_text("2 questions")
    item.get_by_role("button").first.click()
    expect(small_page.get_by_test_id("answer-card")).to_have_count(2)
    expect(small_page.get_by_test_id("answer-card").first).to_contain_text("12,400 euros")
    expect(small_page.get_by_test_id("source-panel")).to_be_hidden()


def test_a_kept_conversation_is_gone_on_with(small_page: Page) -> None:
    answered(small_page, COST)
    small_page.reload()
    _history(small_page).get_by_role("button").first.click()
    with small_page.expect_request("**/api/answer") as caught:
        answered(small_page, ASKED)
    (earlier,) = caught.value.post_data_json["conversation"]
    assert earlier["question"] == COST
    assert "12,400 euros" in earlier["answer"]
    expect(_history(small_page)).to_have_count(1)


def test_kept_citations_open_their_place(small_page: Page) -> None:
    answered(small_page, COST)
    small_page.reload()
    _history(small_page).get_by_role("button").first.click()
    small_page.get_by_test_id("citation-link").first.click()
    marked = small_page.get_by_test_id("source-text").locator("mark")
    expect(marked.first).to_contain_text("12,400 euros")


def test_a_new_conversation_is_another_one_and_the_latest_comes_first(small_page: Page) -> None:
    answered(small_page, COST)
    _begin_anew(small_page)
    answered(small_page, VOTE)
    items = _history(small_page)
    expect(items).to_have_count(2)
    expect(items.first).to_contain_text(VOTE)
    expect(items.last).to_contain_text(COST)


def test_a_refusal_is_kept_too(small_page: Page) -> None:
    ask(small_page, NOT_IN_REPORTS)
    expect(small_page.get_by_test_id("not-found")).to_be_visible()
    small_page.reload()
    _history(small_page).get_by_role("button").first.click()
    expect(small_page.get_by_test_id("not-found")).to_contain_text("No sure answer found")


@pytest.mark.parametrize(("typed", "found"), [("DREDGING", [COST]), ("seven two", [VOTE])])
def test_questions_and_answers_are_searched(small_page: Page, typed: str, found: list[str]) -> None:
    _two_conversations(small_page)
    items = _history(small_page)
    small_page.get_by_test_id("history-filter").fill(typed)
    expect(items.filter(visible=True)).to_contain_text(found)
    expect(small_page.get_by_text("1 of 2 conversations").first).to_be_visible()
    small_page.get_by_test_id("history-filter").fill("")
    expect(items.filter(visible=True)).to_have_count(2)


def test_one_is_deleted_and_brought_back(small_page: Page) -> None:
    _two_conversations(small_page)
    items = _history(small_page)
    items.filter(has_text=COST).get_by_test_id("history-delete").click()
    expect(items).to_contain_text([VOTE])
    small_page.get_by_test_id("history-undo").click()
    expect(items).to_contain_text([VOTE, COST])
    items.filter(has_text=COST).get_by_test_id("history-delete").click()
    small_page.reload()
    expect(_history(small_page)).to_contain_text([VOTE])


def test_all_are_deleted_and_nothing_of_them_stays(small_page: Page) -> None:
    _two_conversations(small_page)
    items = _history(small_page)
    small_page.get_by_test_id("history-clear").click()
    expect(items).to_have_count(0)
    expect(small_page.get_by_test_id("answer-card")).to_have_count(0)
    assert small_page.evaluate("localStorage.length") == 0
    small_page.get_by_test_id("history-undo").click()
    expect(items).to_have_count(2)


@pytest.mark.slow
def test_two_tabs_keep_both_conversations(small_page: Page) -> None:
    other = small_page.context.new_page()
    other.goto(small_page.url)
    answered(small_page, COST)
    answered(other, VOTE)
    other.close()
    small_page.reload()
    expect(_history(small_page)).to_contain_text([VOTE, COST])


@pytest.mark.slow
@pytest.mark.parametrize("obstacle", [_BLOCKED, _FULL], ids=["blocked", "full"])
def test_without_storage_the_page_works_and_says_what_is_lost(
    small_page: Page, obstacle: str
) -> None:
    small_page.add_init_script(obstacle)
    small_page.reload()
    answered(small_page, COST)
    expect(_history(small_page)).to_contain_text([COST])
    expect(small_page.get_by_test_id("source-panel")).to_contain_text("storage is blocked or full")
    small_page.reload()
    expect(_history(small_page)).to_have_count(0)


@pytest.mark.slow
def test_what_cannot_be_read_is_passed_over(small_page: Page) -> None:
    answered(small_page, COST)
    for number, kept in enumerate(["{", "", "null", "[]", '{"version": 1}', '{"version": 9}']):
        put = f"text => localStorage.setItem('meeting-qa.v1.broken{number}', text)"
        small_page.evaluate(put, kept)
    small_page.reload()
    expect(_history(small_page)).to_contain_text([COST])


def test_json_holds_what_the_server_said(small_page: Page, tmp_path: Path) -> None:
    with small_page.expect_response("**/api/answer") as caught:
        answered(small_page, COST)
    kept = json.loads(_exported(small_page, "export-json", tmp_path).read_text(encoding="utf-8"))
    (turn,) = kept["turns"]
    assert kept["version"] == 1
    assert turn["question"] == COST
    assert turn["reply"] == caught.value.json()


def test_markdown_has_questions_quotations_and_references(small_page: Page, tmp_path: Path) -> None:
    with small_page.expect_response("**/api/answer") as caught:
        answered(small_page, COST)
    ask(small_page, NOT_IN_REPORTS)
    expect(small_page.get_by_test_id("not-found")).to_be_visible()
    path = _exported(small_page, "export-markdown", tmp_path)
    assert path.name.endswith(" What will the dredging survey cost.md")
    blocks = _markdown(path.read_text(encoding="utf-8"))
    assert blocks["h1"] == [COST]
    assert blocks["h2"] == [COST, NOT_IN_REPORTS]
    citation = caught.value.json()["citations"][0]
    assert " ".join(blocks["blockquote"][0].split()) == " ".join(citation["quote"].split())
    reference = blocks["li"][0]
    place = f"/#/reports/{citation['report_id']}/{citation['start']}-{citation['end']}"
    for part in (citation["title"], citation["source"], place):
        assert part in reference
    assert any(text.startswith("No sure answer found") for text in blocks["p"])


@pytest.mark.slow
@pytest.mark.parametrize(
    "question", ["# What *cost* <b>the</b> [survey](x) `had`?", "1. survey cost & ~dredging~ _x_?"]
)
def test_words_that_look_like_markdown_stay_words(
    small_page: Page, tmp_path: Path, question: str
) -> None:
    answered(small_page, question)
    blocks = _markdown(_exported(small_page, "export-markdown", tmp_path).read_text("utf-8"))
    assert blocks["h1"] == blocks["h2"] == [question]


def test_what_was_kept_before_there_were_kinds_of_answers_opens(small_page: Page) -> None:
    with small_page.expect_response("**/api/answer") as caught:
        answered(small_page, COST)
    new = {"kind", "level", "items", "nearest", "filters", "hint", "read_as", "verdict"}
    reply = {name: part for name, part in caught.value.json().items() if name not in new}
    turn = {"question": COST, "reply": reply, "searched": 2, "asked": "2026-01-02T03:04:05Z"}
    refused = {**turn, "reply": {**reply, "answer": None, "citations": [], "support": None}}
    kept = {
        "version": 1, "id": "old", "started": turn["asked"], "updated": turn["asked"],
        "turns": [turn, refused],
    }  # fmt: skip
    put = "kept => localStorage.setItem('meeting-qa.v1.old', JSON.stringify(kept))"
    small_page.evaluate(put, kept)
    small_page.reload()
    _history(small_page).filter(has_text="2 questions").get_by_role("button").first.click()
    expect(small_page.get_by_test_id("answer-card")).to_contain_text("12,400 euros")
    expect(small_page.get_by_test_id("not-found")).to_be_visible()


def test_items_are_exported_and_found(small_page: Page, tmp_path: Path) -> None:
    show(small_page, replies.PEOPLE)
    blocks = _markdown(_exported(small_page, "export-markdown", tmp_path).read_text("utf-8"))
    of = "[SUMMARY OF THE HARBOUR BOARD, THIRD MEETING, 2023-03-14, third.md, "
    first, second = (
        _address(small_page, item["citations"][0]) for item in replies.PEOPLE["items"][:2]
    )
    assert [" ".join(text.split()) for text in blocks["li"][:2]] == [
        f"Ms Okafor (chair) {of}{first}]",
        f"Ada Berg (treasurer) {of}{second}]",
    ]
    small_page.get_by_test_id("history-filter").fill("berg")
    expect(small_page.get_by_test_id("history-item").locator("visible=true")).to_have_count(1)


def test_an_answer_that_has_items_is_exported_with_its_quotation(
    small_page: Page, tmp_path: Path
) -> None:
    show(small_page, {**replies.UNSURE, "items": [replies.item(replies.ONE["citations"][0])]})
    blocks = _markdown(_exported(small_page, "export-markdown", tmp_path).read_text("utf-8"))
    assert blocks["blockquote"] == [replies.COST]
    assert blocks["p"][1:3] == ["This may not answer your question.", "12,400 euros"]


def test_what_is_known_from_elsewhere_is_exported_without_a_quotation(
    small_page: Page, tmp_path: Path
) -> None:
    known = {**replies.item(replies.ONE["citations"][0]), "known": "catalogue"}
    show(small_page, {**replies.ONE, "items": [known]})
    blocks = _markdown(_exported(small_page, "export-markdown", tmp_path).read_text("utf-8"))
    assert blocks["blockquote"] == []
    assert blocks["p"][1:3] == ["12,400 euros", "Known from the catalogue."]


def test_a_word_document_has_each_citation_as_a_footnote(small_page: Page, tmp_path: Path) -> None:
    with small_page.expect_response("**/api/answer") as caught:
        answered(small_page, COST)
    path = _exported(small_page, "export-word", tmp_path)
    assert path.name.endswith(" What will the dredging survey cost.docx")
    with path.open("rb") as file:
        html = mammoth.convert_to_html(file).value
    citation = caught.value.json()["citations"][0]
    assert f"<h1>{COST}</h1>" in html
    assert "“The survey will cost 12,400 euros.”" in html
    assert f'<li id="footnote-1"><p> {citation["title"]}, 14 March 2023. ' in html
    assert _address(small_page, citation) in html


def test_a_document_that_cannot_be_written_is_told(small_page: Page) -> None:
    answered(small_page, COST)
    small_page.route("**/api/export", lambda route: route.abort())
    item = _history(small_page).first
    item.get_by_test_id("export-word").click()
    expect(item.get_by_test_id("export-word")).to_contain_text("does not answer")


def _address(page: Page, cited: replies.Reply) -> str:
    """Where others find what is cited."""
    place = f"{cited['report_id']}/{cited['start']}-{cited['end']}"
    words = f"{cited['answer_start']}-{cited['answer_end']}"
    whole = words == place.partition("/")[2]
    return f"{page.url.partition('#')[0]}#/reports/{place}" + ("" if whole else f"/{words}")


def _keep(page: Page, id_: str, reply: replies.Reply) -> None:
    """A conversation of one turn, as the browser keeps it."""
    turn = {"question": id_, "reply": reply, "searched": 2, "asked": "2026-01-02T03:04:05Z"}
    kept = {
        "version": 1, "id": id_, "started": turn["asked"], "updated": turn["asked"],
        "turns": [turn],
    }  # fmt: skip
    put = "kept => localStorage.setItem(`meeting-qa.v1.${kept.id}`, JSON.stringify(kept))"
    page.evaluate(put, kept)


def test_a_doubtful_answer_kept_before_there_were_levels_stays_doubtful(small_page: Page) -> None:
    without = {name: part for name, part in replies.UNSURE.items() if name not in replies.PLAIN}
    _keep(small_page, "old", without)
    small_page.reload()
    _history(small_page).get_by_role("button").first.click()
    expect(small_page.get_by_test_id("may-not")).to_be_visible()


def test_a_kept_answer_that_nothing_supports_is_passed_over(small_page: Page) -> None:
    _keep(small_page, "bare", {**replies.ONE, "citations": []})
    _keep(small_page, "whole", replies.ONE)
    small_page.reload()
    expect(_history(small_page)).to_contain_text(["whole"])


def _begin_anew(page: Page) -> None:
    page.get_by_test_id("new-conversation").click()
    expect(page.get_by_test_id("welcome")).to_be_visible()


def _two_conversations(page: Page) -> None:
    answered(page, COST)
    _begin_anew(page)
    answered(page, VOTE)


def _history(page: Page) -> Locator:
    page.get_by_test_id("history-button").click()
    expect(page.get_by_test_id("source-title")).to_have_text("History")
    return page.get_by_test_id("history-item")


def _exported(page: Page, button: str, folder: Path) -> Path:
    """The file that the browser saves."""
    item = _history(page).first
    with page.expect_download() as caught:
        item.get_by_test_id(button).click()
    path = folder / caught.value.suggested_filename
    caught.value.save_as(path)
    return path


def _markdown(text: str) -> dict[str, list[str]]:
    """The plain words of each kind of block, as a Markdown reader sees them."""
    found: dict[str, list[str]] = {"h1": [], "h2": [], "p": [], "li": [], "blockquote": []}
    open_blocks: list[str] = []
    for token in MarkdownIt().parse(text):
        assert token.type != "html_block"
        if token.nesting == 1:
            open_blocks.append(token.tag)
        elif token.nesting == -1:
            open_blocks.pop()
        for tag in set(open_blocks) & set(found) if token.type == "inline" else ():
            found[tag].append("".join(map(_words, token.children or ())))
    return found


def _words(token: Token) -> str:
    assert token.type not in ("html_inline", "link_open", "image")
    return "\n" if token.type == "softbreak" else token.content
