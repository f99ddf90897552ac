"""Plain text and Markdown."""

from __future__ import annotations

import pytest

from course_reader.scrape.forms.form import RawInput
from course_reader.scrape.forms.text import read
from course_reader.scrape.records import ScrapeError


@pytest.mark.parametrize(
    ("name", "text", "markdown"),
    [("a.txt", "Bridge Open\n\nIt is.", False), ("a.md", "Bridge Open", True), ("a.txt", "# Bridge Open", True)],
)
def test_markdown_is_told_by_its_marks_or_the_name(name: str, text: str, markdown: bool) -> None:
    (draft,) = read(RawInput(text, name))
    assert draft.markdown is markdown
    assert draft.segments[0].plain == "Bridge Open"


def test_wrapped_lines_are_noted() -> None:
    line = "The bridge over the river was opened on Thursday after nine years,"
    (draft,) = read(RawInput("\n".join([line] * 8)))
    assert len(draft.segments) == 1
    assert draft.notes == ["lines wrapped at about 66 columns were joined into paragraphs"]


def test_a_text_with_more_lines_than_any_article_is_refused_by_their_number() -> None:
    (draft,) = read(RawInput("- One line of a long list.\n" * 20_000))
    assert draft.segments[-1].last == 20_000
    with pytest.raises(ScrapeError, match=r"it has 20,001 lines, .*cut the article out"):
        read(RawInput("- One line of a long list.\n" * 20_001))
