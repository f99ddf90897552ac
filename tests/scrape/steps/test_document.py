"""Treaties, resolutions, interviews and minutes keep their structure."""

from __future__ import annotations

import pytest
from scrape.made_up import OTHER, SENTENCE, draft

from course_reader.scrape import scrape
from course_reader.scrape.steps.document import find_structure

TREATY = """Treaty on the Ferry

Estvik, 4 May 2023

PREAMBLE

The Government of Velmar and the Government of Ostrava,

Recalling the friendship of their peoples in all the years since the war,

Have agreed as follows:

ARTICLE I
Purpose

1. This Treaty governs the ferry.
2. It does not affect the border.

Article 2

The Parties shall share the tolls equally.

Done at Estvik on 4 May 2023, in two copies.

For the Government of Velmar
Anna Lorm
"""


def test_articles_of_a_treaty_are_headings_and_its_signatures_stay() -> None:
    got = scrape(TREATY)
    assert [(b.level, b.text) for b in got.blocks if b.kind == "heading"] == [
        (2, "PREAMBLE"),
        (2, "ARTICLE I"),
        (3, "Purpose"),
        (2, "Article 2"),
    ]
    assert got.byline is None
    assert got.blocks[-1].text == "Anna Lorm"
    assert got.blocks[1].text.endswith("Ostrava,")


@pytest.mark.parametrize(
    "line",
    [
        "Article 3. Entry into force",
        "Статья 1",
        "Հոդված 2",
        "Maddə 4",
        "Madde 5",
        "Artikel 6",
        "Article premier",
        "1-ci maddə",
    ],
)
def test_articles_in_many_languages(line: str) -> None:
    made = draft(line, SENTENCE, line, OTHER)
    find_structure(made)
    assert [segment.kind for segment in made.segments] == ["heading", "text", "heading", "text"]


def test_a_sentence_about_an_article_is_a_sentence() -> None:
    made = draft("Article 3 of the treaty says that tolls are shared.", SENTENCE, "Article 4 says more.", OTHER)
    find_structure(made)
    assert not made.document


def test_clauses_of_a_resolution_are_paragraphs_of_their_own() -> None:
    got = scrape(
        "Resolution on the Bridge of Estvik\n\nThe Assembly of the Straits,\n\nRecalling its resolution of 7 July,\n\n"
        "Concerned at the closure of the bridge,\n\n1. Demands that it be opened;\n\n2. Decides to meet again.\n"
    )
    assert [block.kind for block in got.blocks] == ["paragraph", "paragraph", "paragraph", "list"]


def test_speakers_of_an_interview_are_bold() -> None:
    got = scrape(
        "Without the Bridge There Is No Peace\n\nBy Karl Mirsk\n\n4 May 2023\n\nMirsk: Why did the bridge fall?\n\n"
        "Lorm: Nobody had looked at its pillars.\n\nMirsk: Who will pay?\n\nLorm (Velmar): Both countries will.\n"
    )
    assert [block.text.partition("** ")[0] for block in got.blocks] == [
        "**Mirsk:",
        "**Lorm:",
        "**Mirsk:",
        "**Lorm (Velmar):",
    ]


def test_one_name_with_a_colon_is_no_speaker() -> None:
    made = draft("Lorm: we need this ferry.", SENTENCE, "The demands: open the quay.", OTHER)
    find_structure(made)
    assert not any(segment.speaker for segment in made.segments)
