"""The days that pages show in their elements."""

from __future__ import annotations

import lxml.html
import pytest

from course_reader.scrape.webpage.days import day_of_page, days_shown
from course_reader.scrape.webpage.places import head_of

TITLE = "<h1>Ferry to Northport sails again</h1>"
TEXT = f"<p>{'The ferry across the bay sails again after nine years. ' * 4}</p>"


def _day(html: str) -> tuple[str | None, bool]:
    root = lxml.html.document_fromstring(f"<html><body>{html}</body></html>")
    shown, sure = day_of_page(root, head_of(root))
    return (None if shown is None else shown.day.iso), sure


@pytest.mark.parametrize(
    "stamp",
    [
        '<time datetime="2024-03-02T10:00Z">Saturday</time>',
        '<span itemprop="datePublished">sábado, 2 de março de 2024 às 20:13</span>',
        '<div class="pagedate">2024-03-02</div>',
        '<abbr class="published" title="2024-03-02T10:00Z">2 hours ago</abbr>',
        "<time>Updated March 4, 2024 8:21 am ET / Original March 2, 2024 8:02 am ET</time>",
        '<span class="date updated">4 March 2024</span><span class="date">2 March 2024</span>',
        '<span class="submitted-date">03/22/24</span><span class="posted-on">2 March 2024</span>',
        '<div class="date">2024年3月2日</div>',
        '<div class="date">2 marca 2024</div>',
    ],
)
def test_the_day_near_the_headline_is_found(stamp: str) -> None:
    assert _day(f"{TITLE}{stamp}{TEXT}") == ("2024-03-02", True)


@pytest.mark.parametrize(
    "box",
    [
        '<aside><time datetime="2024-03-09">9 March</time></aside>',
        '<div class="related"><span class="date">9 March 2024</span></div>',
    ],
)
def test_days_in_other_boxes_do_not_count(box: str) -> None:
    assert _day(f"{TITLE}{TEXT}{box}") == (None, False)


def test_several_days_far_from_the_headline_are_not_sure() -> None:
    assert _day(f"{TITLE}{TEXT}<time>2 March 2024</time><time>3 March 2024</time>") == ("2024-03-02", False)


def test_a_page_without_a_marked_day_has_none() -> None:
    root = lxml.html.document_fromstring(f"{TITLE}<p>On 2 March 2024 it rained.</p>")
    assert list(days_shown(root, head_of(root))) == []
