"""The reader that is measured is a right one."""

from __future__ import annotations

import pytest
from readers import Reader

from benchmarks.builds import build, page_weight
from benchmarks.made_up import MENTIONS, WORDS, MadeUp, write


def test_a_made_up_reader_of_five_articles_builds_without_a_warning(tmp_path):
    write(tmp_path, 5, 40)
    reader = Reader(tmp_path)

    reader.build()

    assert reader.warnings == []
    article = "corpus/article-0000/article"
    mentions = reader.texts(article, "//p[contains(@class, 'para')]//a[contains(@class, 'mention')]")
    words = " ".join(reader.texts(article, "//p[contains(@class, 'para')]")).split()
    assert len(mentions) == pytest.approx(MENTIONS, abs=2)
    assert len(words) == pytest.approx(WORDS, rel=0.05)


def test_the_same_reader_is_made_up_on_every_run():
    assert list(MadeUp(3, 20).files()) == list(MadeUp(3, 20).files())


def test_plain_sphinx_builds_the_same_texts(tmp_path):
    write(tmp_path, 2, 20, plain=True)

    build(tmp_path, plain=True)

    assert page_weight(tmp_path / "_build" / "corpus" / "article-0001" / "article.html") > 0
