"""Notes of two layers on a real page: shown, reached, and switched on and off."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browser.conftest import kept
from readers import article, entry, make_reader

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("notes")]

SENTENCE = "The ferry waited on the far side of the river for most of the week. "
FILES = {
    "glossary/places/borg.md": entry("Borg", "A town in the hills."),
    "corpus/one/article.md": article(f"Ann came to Borg by night. {SENTENCE * 8}\n\nThen she wrote. {SENTENCE * 8}"),
    "corpus/two/article.md": article("Nobody came. " + SENTENCE, date="2022-11-02", title="Another"),
    "corpus/one/notes/lena.yaml": """
        layer: {title: "Lena's notes", author: Lena, audience: public}
        notes:
          - {id: n-00000001, quote: Ann came to Borg, kind: question, body: "Who is **she**?"}
          - {id: n-00000002, quote: Then she wrote, kind: correction, body: "To whom?"}
          - {id: n-00000003, body: On the whole.}
    """,
    "corpus/one/notes/oskar.yaml": """
        layer: {title: Oskar, author: Oskar Brandt, audience: public}
        notes:
          - {id: n-00000004, quote: to Borg by night, kind: context, body: "It was a clear night."}
          - {id: n-00000005, in_reply_to: n-00000002, body: "To him."}
    """,
    "corpus/two/notes/lena.yaml": """
        layer: {title: "Lena's notes", author: Lena, audience: public}
        notes: [{id: n-00000006, quote: Nobody, body: Nobody at all?}]
    """,
}
KINDS = ("question", "correction", "context")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_reader(tmp_path_factory.mktemp("notes"), FILES).build()


@pytest.fixture
def one(site: Path) -> Path:
    return site / "corpus/one/article.html"


def shown(page: Any) -> dict[str, list[str]]:
    """What of the notes can be seen: in the margin, in the list once it is open, as numbers, and as marked words."""
    page.evaluate("document.querySelectorAll('.part-more').forEach((part) => { part.open = true; })")
    return {
        "margin": page.locator(".gloss.note:visible").evaluate_all("(all) => all.map((e) => e.id)"),
        "list": page.locator(".note-row:visible").evaluate_all("(all) => all.map((e) => e.dataset.note)"),
        "numbers": page.locator(".note-mark:visible").evaluate_all("(all) => all.map((e) => e.textContent)"),
        "words": page.locator(".noted").evaluate_all(
            "(all) => all.filter((e) => !/transparent|, 0\\)$/.test(getComputedStyle(e).backgroundColor))"
            ".map((e) => e.textContent)"
        ),
    }


EVERYTHING = {
    "margin": ["n-00000001", "n-00000004", "n-00000002"],
    "list": ["n-00000003", "n-00000001", "n-00000004", "n-00000002", "n-00000005"],
    "numbers": ["1", "2", "3"],
    "words": ["Ann came ", "to ", "Borg", " by night", "Then she wrote"],
}


@pytest.mark.parametrize("width", [1280, 390])
def test_a_layer_goes_from_margin_list_and_words_alike_and_the_choice_stays(
    site: Path, one: Path, open_page: Callable[..., Any], width: int
) -> None:
    page = open_page(one, width=width, fresh=True)
    # On a phone a note is its number until it is opened.
    beside = width > 800
    assert shown(page) == {**EVERYTHING, "margin": EVERYTHING["margin"] if beside else []}
    page.get_by_label("Oskar").uncheck()
    without = {
        "margin": ["n-00000001", "n-00000002"] if beside else [],
        "list": ["n-00000003", "n-00000001", "n-00000002"],
        "numbers": ["1", "3"],
        "words": ["Ann came ", "to ", "Borg", "Then she wrote"],
    }
    assert shown(page) == without
    kept(page)
    page.reload()
    assert shown(page) == without
    page.get_by_label("Lena's notes").uncheck()
    assert shown(page) == {"margin": [], "list": [], "numbers": [], "words": []}
    assert not page.locator("#notes").is_visible()
    kept(page)
    page.goto((site / "corpus/two/article.html").as_uri())
    assert shown(page) == {"margin": [], "list": [], "numbers": [], "words": []}
    page.get_by_label("Lena's notes").check()
    kept(page)
    page.goto(one.as_uri())
    assert shown(page) == without


def test_without_scripts_all_notes_stand_and_lead_to_each_other(one: Path, open_page: Callable[..., Any]) -> None:
    page = open_page(one, js=False)
    assert shown(page) == EVERYTHING
    page.locator(".note-mark").nth(2).click()
    assert page.locator(".gloss.note:target").get_attribute("id") == "n-00000002"
    page.locator(".gloss.note:target .note-number").click()
    assert page.locator(".note-row:target").get_attribute("data-note") == "n-00000002"
    page.locator(".note-row:target > p > .note-words").click()
    assert page.locator(".noted:target").inner_text() == "Then she wrote"


@pytest.mark.parametrize("width", [1280, 390])
def test_the_keyboard_goes_from_the_number_to_the_note_and_back(
    one: Path, open_page: Callable[..., Any], width: int
) -> None:
    page = open_page(one, width=width)
    mark = page.locator(".note-mark").nth(2)
    mark.focus()
    assert page.locator(".gloss.on, .noted.on, .note-mark.on").count() == 3
    page.keyboard.press("Enter")
    card = page.get_by_role("dialog", name="Note 3: Correction")
    assert "To whom?" in card.inner_text() and card.evaluate("(e) => e === document.activeElement")
    page.keyboard.press("Escape")
    assert not card.is_visible() and mark.evaluate("(e) => e === document.activeElement")


def test_the_arrow_of_a_note_in_the_margin_goes_back_to_its_number(one: Path, open_page: Callable[..., Any]) -> None:
    page = open_page(one)
    page.locator("#n-00000002 .gloss-back").focus()
    page.keyboard.press("Enter")
    assert page.locator(".note-mark").nth(2).evaluate("(e) => e === document.activeElement")


@pytest.mark.parametrize("width", [1280, 390])
def test_numbers_of_notes_are_large_enough_to_be_touched(one: Path, open_page: Callable[..., Any], width: int) -> None:
    page = open_page(one, width=width)
    for what in (".note-mark", ".reader-tools input", ".reader-explain button"):
        sizes = page.locator(what).evaluate_all(
            "(all) => all.map((e) => e.getBoundingClientRect()).map((r) => Math.min(r.width, r.height))"
        )
        assert sizes and min(sizes) >= 24, what


def test_a_note_in_the_margin_stands_at_its_words(one: Path, open_page: Callable[..., Any]) -> None:
    tops = open_page(one).evaluate(
        "['#n-00000002', '.noted[data-note=n-00000002]'].map((e) => document.querySelector(e).getClientRects()[0].top)"
    )
    assert abs(tops[0] - tops[1]) < 4


def test_what_stands_beside_one_line_stands_in_the_order_of_its_words(one: Path, open_page: Callable[..., Any]) -> None:
    page = open_page(one)
    page.locator(".reader-explain").get_by_role("button", name="all").click()
    tops = page.evaluate(
        "['#n-00000001', '#n-00000004', '#gloss-borg']"
        ".map((e) => document.querySelector(e).getBoundingClientRect().top)"
    )
    assert tops == sorted(tops)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_kinds_differ_by_word_and_by_line_not_by_colour(one: Path, open_page: Callable[..., Any], scheme: str) -> None:
    page = open_page(one, scheme=scheme)
    for where, side in ((".gloss.note", "Left"), (".note-row.placed", "Left")):
        lines = {
            kind: page.locator(f"{where}.kind-{kind}").first.evaluate(f"(e) => getComputedStyle(e).border{side}Style")
            for kind in KINDS
        }
        assert len(set(lines.values())) == len(KINDS), where
    assert {word.lower() for word in page.locator(".gloss.note .note-kind").all_inner_texts()} == set(KINDS)


def test_numbers_are_not_copied_with_the_text(one: Path, open_page: Callable[..., Any]) -> None:
    page = open_page(one)
    copied = page.evaluate(
        "() => { getSelection().selectAllChildren(document.querySelector('#p1')); return getSelection().toString(); }"
    )
    assert "Ann came to Borg by night. The ferry" in " ".join(copied.split())


def test_on_paper_each_note_stands_once_and_hidden_layers_not_at_all(one: Path, open_page: Callable[..., Any]) -> None:
    page = open_page(one, fresh=True)
    page.emulate_media(media="print")
    assert shown(page)["margin"] == EVERYTHING["margin"]
    # those without an answer stand behind their paragraph only
    assert shown(page)["list"] == ["n-00000003", "n-00000002", "n-00000005"]
    page.emulate_media(media="screen")
    page.get_by_label("Lena's notes").uncheck()
    page.emulate_media(media="print")
    assert shown(page)["margin"] == ["n-00000004"]
    assert shown(page)["list"] == []
    assert not page.locator("#notes").is_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_sticks_out(one: Path, open_page: Callable[..., Any], width: int) -> None:
    page = open_page(one, width=width)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
