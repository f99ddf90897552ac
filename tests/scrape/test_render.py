"""Blocks as Markdown: every kind of block, and neighbours that must not grow together."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from course_reader.scrape import ArticleBlock
from course_reader.scrape.render import to_markdown


def _block(kind: str, text: str, level: int = 0) -> ArticleBlock:
    return ArticleBlock(kind, text, 1, 1, level)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("blocks", "markdown"),
    [
        ([], ""),
        ([_block("paragraph", "One."), _block("paragraph", "Two.")], "One.\n\nTwo.\n"),
        ([_block("heading", "Then", 2), _block("heading", "Later", 3)], "## Then\n\n### Later\n"),
        ([_block("quote", "No."), _block("quote", "Never.")], "> No.\n>\n> Never.\n"),
        (
            [_block("quote", "No."), _block("paragraph", "He left."), _block("quote", "Yes.")],
            "> No.\n\nHe left.\n\n> Yes.\n",
        ),
        ([_block("list", "- one\n- two"), _block("list", "- three")], "- one\n- two\n\n* three\n"),
        ([_block("list", "1. one\n2. two"), _block("list", "1. three")], "1. one\n2. two\n\n1) three\n"),
        (
            [_block("list", "- one"), _block("list", "- two\n   - deep"), _block("list", "- three")],
            "- one\n\n* two\n   * deep\n\n- three\n",
        ),
    ],
)
def test_blocks_become_markdown(blocks: list[ArticleBlock], markdown: str) -> None:
    assert to_markdown(blocks) == markdown


def test_neighbouring_lists_stay_separate_lists() -> None:
    lists = [_block("list", "- one\n- two"), _block("list", "- three"), _block("list", "- four")]
    tokens = MarkdownIt().parse(to_markdown(lists))
    assert [token.type for token in tokens].count("bullet_list_open") == 3
