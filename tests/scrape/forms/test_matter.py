"""Front matter of imported Markdown files, whatever its keys are called."""

from __future__ import annotations

import pytest

from course_reader.scrape.decoding import split_lines
from course_reader.scrape.draft import Draft
from course_reader.scrape.forms.matter import take_front_matter


def _read(matter: str) -> tuple[Draft, list[str]]:
    made = Draft([])
    rest = take_front_matter(made, split_lines(f"---\n{matter}\n---\n\nWords."))
    return made, [line.text for line in rest]


@pytest.mark.parametrize(
    ("matter", "field", "value"),
    [
        ("title: Bridge Open Again", "title", "Bridge Open Again"),
        ("Headline: Bridge Open Again", "title", "Bridge Open Again"),
        ("published: 3 May 2023", "date", "2023-05-03"),
        ("date: 2023-05-03", "date", "2023-05-03"),
        ("publish-date: 2023-05-03T14:05:00Z", "date", "2023-05-03"),
        ("author: Jane Doe", "byline", "Jane Doe"),
        ("authors: [Jane Doe, John Roe]", "byline", "Jane Doe, John Roe"),
        ("source: OC Media", "outlet", "OC Media"),
        ("source: Agence France-Presse", "agency", "AFP"),
        ("source: https://oc-media.org/a", "url", "https://oc-media.org/a"),
        ("canonical: https://oc-media.org/a", "url", "https://oc-media.org/a"),
        ("dateline: Ostraven", "dateline", "Ostraven"),
    ],
)
def test_keys_of_several_programs(matter: str, field: str, value: str) -> None:
    made, rest = _read(matter)
    assert [clue.value for clue in made.clues[field]] == [value]
    assert rest == ["Words."]
    assert [item.reason for item in made.removed] == ["front matter"]


def test_captions_credits_and_language_are_taken_as_they_are() -> None:
    made, _ = _read("caption: The old bridge\ncredit: Jane Doe\nlang: hy")
    assert (made.captions, made.credits, made.language) == (["The old bridge"], ["Jane Doe"], "hy")


def test_a_clue_names_the_line_of_its_key() -> None:
    made, _ = _read("layout: post\n\ntitle: Bridge Open Again\nempty:")
    assert [(clue.line, clue.where) for clue in made.clues["title"]] == [(4, "the front matter")]
    assert [item.line for item in made.removed] == [2, 4, 5]


@pytest.mark.parametrize(
    "text",
    [
        "Words.\n---\ntitle: a\n---",
        "---\ntitle: a",
        "---\n- a\n- b\n---\nWords.",
        "---\na: [\n---\nWords.",
        "---\n" + "a: b\n" * 90 + "---\nWords.",
        "",
    ],
)
def test_other_text_between_lines_is_left_alone(text: str) -> None:
    made, lines = Draft([]), split_lines(text)
    assert take_front_matter(made, lines) == lines
    assert (made.clues, made.removed) == ({}, [])
