"""The first pass over a page: furniture goes, and leaves what it says about the article."""

from __future__ import annotations

import pytest
from scrape.made_up import OTHER, SENTENCE, clues, draft, kept, removed, segment

from course_reader.scrape.lines.segments import Segment
from course_reader.scrape.steps.sweep import sweep


@pytest.mark.parametrize(
    ("line", "url", "sure"),
    [
        ("https://oc-media.org/bridge", "https://oc-media.org/bridge", False),
        ("Original url: https://oc-media.org/bridge?utm_source=x", "https://oc-media.org/bridge", True),
        ("Источник: https://oc-media.org/bridge", "https://oc-media.org/bridge", True),
        ("Photo album: https://oc-media.org/bridge", "https://oc-media.org/bridge", False),
    ],
)
def test_a_line_with_an_address_is_a_clue(line: str, url: str, sure: bool) -> None:
    made = draft(line, SENTENCE)
    sweep(made)
    assert [(clue.value, clue.sure) for clue in made.clues["url"]] == [(url, sure)]
    assert kept(made) == [SENTENCE]
    assert removed(made) == {line: "address"}


def test_an_address_below_its_label_is_certain() -> None:
    made = draft("Original url:", "https://oc-media.org/bridge", SENTENCE)
    sweep(made)
    assert [(clue.value, clue.sure) for clue in made.clues["url"]] == [("https://oc-media.org/bridge", True)]


@pytest.mark.parametrize("line", [SENTENCE, "The site www.example.org was down for three days, the council said."])
def test_sentences_stay(line: str) -> None:
    made = draft(line, OTHER)
    sweep(made)
    assert kept(made) == [line, OTHER]
    assert (made.clues, made.removed) == ({}, [])


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Get the Mirror in your inbox", "outlet", "The Armenian Mirror-Spectator"),
        ("© 2023 OC Media. All rights reserved.", "outlet", "OC Media"),
        ("© 2023 The Horn Courier. All rights reserved.", "outlet", "The Horn Courier"),
        ("© 2023 The Horn Courier. All rights reserved.", "year", "2023"),
        ("2 hours ago", "relative", "2 hours ago"),
        ("This article was updated on May 3, 2023", "updated", "2023-05-03"),
    ],
)
def test_removed_lines_are_evidence(line: str, field: str, value: str) -> None:
    made = draft(SENTENCE, line)
    sweep(made)
    assert clues(made, field) == [value]
    assert kept(made) == [SENTENCE]


def test_links_below_the_heading_of_a_box_belong_to_it() -> None:
    links = [segment(text, "item", marker="-") for text in ("Flood Carries Away Old Bridge", "Mayor Resigns Over Toll")]
    made = draft(SENTENCE, "Related articles", *links, OTHER)
    sweep(made)
    assert kept(made) == [SENTENCE, OTHER]
    assert set(removed(made).values()) == {"related link"}


def test_a_subheading_below_a_box_belongs_to_the_article() -> None:
    made = draft(
        SENTENCE,
        segment("Related articles", "item", marker="-"),
        segment("Flood Carries Away Old Bridge", "item", marker="-"),
        "What comes next",
        OTHER,
    )
    sweep(made)
    assert kept(made) == [SENTENCE, "What comes next", OTHER]


def test_a_line_between_two_of_a_newsletter_box_goes_with_them() -> None:
    made = draft(
        SENTENCE, "Sign up for our newsletter", "Our stories, delivered free to you", "Your email address", OTHER
    )
    sweep(made)
    assert kept(made) == [SENTENCE, OTHER]
    assert removed(made)["Our stories, delivered free to you"] == "newsletter box"


def test_an_appeal_for_support_goes_as_a_whole() -> None:
    made = draft(
        SENTENCE,
        "Dear reader,",
        "We depend on your support more than ever.",
        "Will you donate to our independent newsroom?",
        OTHER,
    )
    sweep(made)
    assert kept(made) == [SENTENCE, OTHER]
    assert set(removed(made).values()) == {"appeal for support"}


def test_menu_words_on_separate_lines_go_above_the_article_only() -> None:
    made = draft("News", "Politics", "World", "Bridge Open Again at Last", SENTENCE, OTHER, "Politics")
    sweep(made)
    assert kept(made) == ["Bridge Open Again at Last", SENTENCE, OTHER, "Politics"]


@pytest.mark.parametrize(
    ("part", "reason"), [(segment("***", "rule"), "dividing line"), (segment("the bridge", "image"), "picture")]
)
def test_rules_and_pictures_are_removed(part: Segment, reason: str) -> None:
    made = draft(SENTENCE, part, OTHER)
    sweep(made)
    assert kept(made) == [SENTENCE, OTHER]
    assert removed(made) == {part.plain: reason}


def test_the_line_below_a_caption_label_is_the_caption() -> None:
    made = draft("Image caption,", "The old bridge. Photo: Jane Doe", SENTENCE)
    sweep(made)
    assert (made.captions, made.credits, kept(made)) == (["The old bridge."], ["Jane Doe"], [SENTENCE])
    assert removed(made) == {"Image caption,": "caption label"}


def test_a_link_in_brackets_is_cut_off_its_paragraph() -> None:
    made = draft(f"{SENTENCE} (Read also: Flood carries away bridge)", OTHER)
    sweep(made)
    assert kept(made) == [SENTENCE, OTHER]
    assert removed(made) == {"(Read also: Flood carries away bridge)": "related link"}


@pytest.mark.parametrize(
    "line", ["Title: Bridge Open Again", "Заголовок: Bridge Open Again", "Headline: Bridge Open Again"]
)
def test_a_labelled_title_becomes_a_heading(line: str) -> None:
    made = draft(line, SENTENCE)
    sweep(made)
    first = made.segments[0]
    assert (first.kind, first.level, first.plain) == ("heading", 1, "Bridge Open Again")


def test_a_first_level_heading_is_not_furniture() -> None:
    made = draft(segment("Cookie policy", "heading", level=1), SENTENCE)
    sweep(made)
    assert kept(made) == ["Cookie policy", SENTENCE]


def test_a_menu_below_the_heading_of_a_box_ends_above_a_headline() -> None:
    title = "Ferry to Northport sails again after nine years"
    made = draft("More", "Columnists", "Letters", "Cartoons", title, SENTENCE)
    sweep(made)
    assert kept(made) == [title, SENTENCE]
