"""Words that take a side are asked about where the reader itself speaks, and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest
from libraries import make_shelf
from readers import article, entry

from course_reader.model.problems import Code


def lines(files: dict[str, str], **settings: Any) -> dict[str, list[int]]:
    """The lines of the questions on loaded words by file."""
    found: dict[str, list[int]] = {}
    for page in make_shelf(files, **settings).library.pages.values():
        for problem in page.problems:
            if problem.code is Code.LOADED_WORD:
                found.setdefault(problem.path, []).append(problem.line)
    return found


@pytest.mark.parametrize("rights", ["none", "own", "adapted", "licensed", "public-domain"])
def test_only_our_own_words_are_asked_about(rights: str) -> None:
    text = f"---\ntitle: The regime\ndate: 2022\nrights: {{status: {rights}}}\n---\n\nThe regime fell.\n"
    expected = {"corpus/a/article.md": [7, 2]} if rights in ("own", "adapted") else {}

    assert lines({"corpus/a/article.md": text}) == expected


def test_an_entry_is_asked_about_in_its_front_matter_and_in_its_prose() -> None:
    files = {
        "glossary/places/a.md": entry("A", usage="Liberated in 2020.", status="[{text: seized, to: 2020}]"),
        "glossary/agreements/d.md": entry("D", matters="The regime signed it.", provisions="\n  - Yes.\n  - Regimes."),
        "glossary/events/b.md": entry("The massacre", prose="The massacre was told of.\n\nThen they\nseized it."),
    }
    assert lines(files) == {
        "glossary/places/a.md": [5, 4],
        "glossary/agreements/d.md": [7, 4],
        "glossary/events/b.md": [9, 2],
    }


def test_an_event_may_have_the_name_that_somebody_gave_it() -> None:
    named = entry("The massacre of C", wording="\n  - {by: Baku, text: genocide}")
    assert lines({"glossary/events/c.md": named}) == {}


def test_a_chapter_speaks_with_the_readers_voice_and_a_line_is_that_of_its_paragraph() -> None:
    text = "# Background\n\nFirst.\n\nThen they\nseized the town.\n"
    assert lines({"docs/background.md": text}) == {"docs/background.md": [6]}


def test_who_says_it_may_say_it() -> None:
    text = article("The minister said that they “liberated” the town.")
    assert lines({"corpus/a/article.md": text}) == {}


def test_a_reader_decides_which_words_are_loaded() -> None:
    files = {"corpus/a/article.md": article("The regime fell like a curtain.")}
    assert lines(files, reader_loaded_words=["curtain -> veil"]) == {"corpus/a/article.md": [7]}
    assert lines(files, reader_loaded_words=[]) == {}
