"""A test that one gives oneself: it judges, counts and remembers, and works without a script."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browser.test_access import violations
from readers import article, make_reader

pytestmark = pytest.mark.browser

ASKED = """
  - {text: Who left?, answer: Bo, choices: [Ann, Jo], test: true, paragraph: 1}
  - {text: Why?, answer: It was late., test: true}"""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    reader = make_reader(
        tmp_path_factory.mktemp("self-test"), {"corpus/one/article.md": article("Bo left.", questions=ASKED)}
    )
    return reader.build() / "corpus/one/test.html"


def test_choices_are_judged_answers_counted_and_both_remembered(path: Path, open_page: Callable[..., Any]) -> None:
    page = open_page(path, fresh=True)
    score = page.locator(".self-test-score")
    page.get_by_label("Ann").check()
    assert page.get_by_text("Not right.").is_visible()
    page.get_by_label("Bo").check()
    assert score.text_content().startswith("1 right of 1")
    page.get_by_label("Why?").fill("The ferry was late.")
    page.get_by_text("Show the answer").nth(1).click()
    page.get_by_role("button", name="I had it wrong").click()
    assert score.text_content().startswith("1 right of 2")
    page.reload()
    assert page.get_by_label("Bo").is_checked()
    assert page.get_by_label("Why?").input_value() == "The ferry was late."
    assert score.text_content().startswith("1 right of 2")
    page.get_by_role("button", name="Start again").click()
    assert score.text_content().startswith("0 right of 0")
    assert not page.get_by_label("Bo").is_checked()


def test_without_a_script_answers_can_be_opened(path: Path, open_page: Callable[..., Any]) -> None:
    page = open_page(path, js=False)
    assert not page.get_by_text("It was late.").is_visible()
    page.get_by_text("Show the answer").nth(1).click()
    assert page.get_by_text("It was late.").is_visible()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_everybody_can_take_it(path: Path, open_page: Callable[..., Any], width: int, scheme: str) -> None:
    page = open_page(path, width=width, scheme=scheme)
    for summary in page.locator("details > summary").all():
        summary.click()
    assert violations(page) == []
    boxes = [one.bounding_box() for one in page.locator("main :is(summary, button, label)").all()]
    assert min(box["height"] for box in boxes if box) >= 24
