"""Lines of a page that are not the article, and sentences that only mention such things."""

from __future__ import annotations

import pytest

from course_reader.scrape.lines import furniture


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Subscribe to our newsletter", "newsletter box"),
        ("Get the Mirror in your inbox", "newsletter box"),
        ("Подписывайтесь на наш канал в Telegram", "newsletter box"),
        ("Jetzt Newsletter abonnieren", "newsletter box"),
        ("Abonnez-vous à notre lettre", "newsletter box"),
        ("Read also: Flood carries away bridge", "related link"),
        ("Related articles", "related link"),
        ("Читайте также: Паводок снёс мост", "related link"),
        ("À lire aussi : La crue emporte le pont", "related link"),
        ("Lesen Sie auch: Flut reißt Brücke weg", "related link"),
        ("Həmçinin oxuyun: Sel körpünü apardı", "related link"),
        ("Կարդացեք նաև՝ Ջրհեղեղը տարավ կամուրջը", "related link"),
        ("Share this article on Facebook", "share line"),
        ("Facebook Twitter WhatsApp", "share line"),
        ("Поделиться", "share line"),
        ("Teilen", "share line"),
        ("Follow us on Telegram", "follow line"),
        ("Advertisement", "advertisement"),
        ("This website uses cookies to improve your experience", "cookie line"),
        ("3 min read", "reading time"),
        ("Время чтения: 3 минуты", "reading time"),
        ("12 comments", "comment line"),
        ("Оставить комментарий", "comment line"),
        ("1,204 views", "view count"),
        ("Tags: bridge, flood, Ostraven", "tags"),
        ("© 2023 The Horn Courier. All rights reserved.", "copyright line"),
        ("Все права защищены", "copyright line"),
        ("Skip to main content", "page furniture"),
        ("Page 2 of 5", "page furniture"),
        ("2 hours ago", '"updated" line'),
        ("Original url:", "original address"),
        ("Support independent journalism", "appeal for support"),
        ("Home | News | Politics | Contact", "navigation menu"),
        ("***", "line without words"),
    ],
)
def test_furniture_has_a_reason(line: str, reason: str) -> None:
    found = furniture.match(line)
    assert found is not None
    assert found.reason == reason


@pytest.mark.parametrize(
    "line",
    [
        "The council will subscribe to our newsletter, its speaker said on Tuesday.",
        "The bakery stopped its newsletter because nobody read it.",
        "Cookies were served to everyone who had waited at the bridge.",
        "“Follow us on Telegram and you will see,” the mayor told the crowd.",
        "Three readers commented on the plan within an hour.",
        "Ministers Agree on River Crossing",
        "The bridge is open again",
        "x" * 641,
    ],
)
def test_sentences_and_headlines_are_not_furniture(line: str) -> None:
    assert furniture.match(line) is None


@pytest.mark.parametrize("line", ["Politics", "World", "South Caucasus", "Opinion"])
def test_section_labels_count_only_in_the_head(line: str) -> None:
    found = furniture.match(line, in_head=True)
    assert found is not None
    assert found.reason == "section label"
    assert furniture.match(line) is None


@pytest.mark.parametrize(
    ("line", "opens"), [("Related articles", True), ("Read also: Flood carries away bridge", False)]
)
def test_some_lines_are_headings_of_boxes(line: str, opens: bool) -> None:
    found = furniture.match(line)
    assert found is not None
    assert found.opens is opens


@pytest.mark.parametrize(
    ("line", "core"),
    [("» **Read more:**", "Read more"), ("- [Share]", "Share"), ("Plain words", "Plain words"), ("***", ""), ("", "")],
)
def test_decoration_is_ignored(line: str, core: str) -> None:
    assert furniture.bare(line) == core


@pytest.mark.parametrize(
    ("word", "known"), [("Politics", True), ("» World", True), ("Kultur", True), ("Bridge", False)]
)
def test_menu_words(word: str, known: bool) -> None:
    assert furniture.is_menu_word(word) is known
