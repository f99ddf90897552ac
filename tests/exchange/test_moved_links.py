"""What files say of an article that is moved."""

from __future__ import annotations

import pytest

from course_reader.exchange.moved_links import Move

OUT = Move("corpus/private/talks", "corpus/talks-2024")
RENAMED = Move("corpus/talks", "corpus/ferry")
THERE = {"docs/background", "docs/background.md", ".schemas/article.json", "corpus/other/article", "docs/tide.png"}


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("corpus/packs/a.md", "../private/talks/article", "../talks-2024/article"),
        ("index.md", "corpus/private/talks/article", "corpus/talks-2024/article"),
        ("index.md", "./corpus/private/talks/article.md", "./corpus/talks-2024/article.md"),
        ("docs/a.md", "[it](../corpus/private/talks/article.md#p2)", "[it](../corpus/talks-2024/article.md#p2)"),
        ("docs/a.md", "{doc}`/corpus/private/talks/article`", "{doc}`/corpus/talks-2024/article`"),
        ("docs/a.md", "{doc}`words </corpus/private/talks/article>`", "{doc}`words </corpus/talks-2024/article>`"),
        ("docs/a.md", "https://x.example/corpus/private/talks/article", None),
        ("docs/a.md", "../corpus/private/talks-2/article", None),
        ("docs/a.md", "and/or, 1/2, private/talks", None),
        # The links of the article itself, whose folder is less deep now.
        ("corpus/private/talks/article.md", "[b](../../../docs/background.md)", "[b](../../docs/background.md)"),
        ("corpus/private/talks/article.md", "![t](../../../docs/tide.png)", "![t](../../docs/tide.png)"),
        ("corpus/private/talks/article.md", "[n](notes/a.yaml) [m](picture.png)", None),
        ("corpus/private/talks/article.md", "=../../../.schemas/article.json", "=../../.schemas/article.json"),
        ("corpus/private/talks/article.md", "../../../nowhere/at/all.md", None),
        ("corpus/private/talks/article.md", "km/h and 3/4", None),
    ],
)  # fmt: skip
def test_links_follow(path: str, old: str, new: str | None) -> None:
    assert OUT.rewritten(old, path, THERE.__contains__, names_too=True) == (old if new is None else new)


@pytest.mark.parametrize(
    ("line", "new"),
    [
        ("```{compare} talks other\n", "```{compare} ferry other\n"),
        (":::{compare} talks talks-2\n", ":::{compare} ferry talks-2\n"),
        (":article: talks\n", ":article: ferry\n"),
        ("  - {text: Why?, answer_in: [port, talks]}\n", "  - {text: Why?, answer_in: [port, ferry]}\n"),
        ("answer_in: talks\n", "answer_in: ferry\n"),
        ("The talks went on.\n", None),
        ("aliases: [talks]\n", None),
    ],
)
def test_the_bare_name_is_changed_only_where_it_means_the_article(line: str, new: str | None) -> None:
    assert RENAMED.rewritten(line, "docs/a.md", lambda path: False, names_too=True) == (new or line)
    assert RENAMED.rewritten(line, "docs/a.md", lambda path: False, names_too=False) == line


def test_line_ends_stay() -> None:
    text = "a\r\n../corpus/talks/article\r\n\u2028x"
    new = RENAMED.rewritten(text, "docs/a.md", lambda path: False, names_too=True)
    assert new == text.replace("talks", "ferry")
