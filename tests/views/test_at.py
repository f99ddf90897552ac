"""A document as it is handed to parts: its page, its day, its file and the lines of its front matter."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from libraries import make_shelf
from readers import article

from course_reader.parts.hard_words.values import Keys

ONE = "corpus/one/article"


def test_it_knows_its_page_and_its_day() -> None:
    at = make_shelf({f"{ONE}.md": article("Text.", date="2021-07", title="One")}).at(ONE)

    assert at.page.title == "One"
    assert at.day == date(2021, 7, 31), "a month lasts until its last day"


def test_a_line_is_that_of_the_file(tmp_path: Path) -> None:
    words = "\n  irk: to annoy\n  mend: to repair"
    at = make_shelf({f"{ONE}.md": article("Text.", vocabulary=words)}, tmp_path).at(ONE)

    assert at.path == f"{ONE}.md"
    assert [at.lines.of("vocabulary", word) for word in ("irk", "mend")] == [6, 7]


def test_a_part_gets_its_own_keys_and_its_defaults_where_nobody_wrote_any() -> None:
    shelf = make_shelf({
        f"{ONE}.md": article("Text.", vocabulary="{irk: to annoy}"),
        "corpus/two/article.md": article("Text."),
        "docs/page.md": "# A page\n",
    })  # fmt: skip

    assert list(shelf.at(ONE).keys(Keys).vocabulary) == ["irk"]
    assert shelf.at("corpus/two/article").keys(Keys) == Keys()
