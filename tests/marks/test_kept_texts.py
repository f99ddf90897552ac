"""Texts that are kept for commands without Sphinx: read back as they were, or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_reader.marks import kept_texts
from course_reader.marks.kept_texts import ArticleText, KeptFile, KeptMention, KeptQuestion
from course_reader.model.settings import Settings
from course_reader.text.paragraphs import NumberedText, Paragraph

ONE = "corpus/one/article"
ARTICLE = ArticleText(
    ONE,
    f"{ONE}.md",
    NumberedText("One\n\nAnn Lee 😀 came.", (Paragraph(1, "p1", 5, 20),)),
    ((0, 3),),
    (KeptMention("ann", "people", 5, 12, True),),
    (KeptQuestion(5, 8, ("ann", "bo"), "because"),),
)


def keep(root: Path, article: ArticleText = ARTICLE, **more: Any) -> KeptFile:
    """The kept text of one article, whose source is there."""
    (root / article.path).parent.mkdir(parents=True, exist_ok=True)
    (root / article.path).write_text("The source.", encoding="utf-8")
    content = kept_texts.article_bytes(article)
    sources = {article.path: kept_texts.file_stamp(root / article.path)}
    kept = KeptFile(more.get("sources", sources), kept_texts.digest_of(content))
    index = kept_texts.KeptIndex("stamp", "basis", {article.docname: kept})
    kept_texts.save(root, index, {article.docname: content})
    return kept


def test_what_is_kept_is_read_back(tmp_path: Path) -> None:
    kept = keep(tmp_path)
    index = kept_texts.load(tmp_path)

    assert index is not None
    assert (index.stamp, index.basis, dict(index.articles)) == ("stamp", "basis", {ONE: kept})
    assert kept_texts.is_kept(tmp_path, ONE, kept)
    assert kept_texts.read_article(tmp_path, ONE, kept) == ARTICLE


@given(st.text(st.characters(), max_size=20))
def test_whatever_a_text_holds_is_read_back(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    root = tmp_path_factory.mktemp("any")
    article = ArticleText(ONE, f"{ONE}.md", NumberedText(text, ()))

    assert kept_texts.read_article(root, ONE, keep(root, article)) == article


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"form": 0}', b'{"form": 1}', b"\xff"])
def test_an_index_that_cannot_be_read_is_none(tmp_path: Path, content: bytes) -> None:
    keep(tmp_path)
    (kept_texts.folder_of(tmp_path) / kept_texts.INDEX).write_bytes(content)

    assert kept_texts.load(tmp_path) is None


@pytest.mark.parametrize("content", [b"", b"{}", b'{"docname": 1}'])
def test_a_text_that_was_changed_or_cut_off_does_not_count(tmp_path: Path, content: bytes) -> None:
    kept = keep(tmp_path)
    (kept_texts.folder_of(tmp_path) / kept_texts.file_name(ONE)).write_bytes(content)

    assert not kept_texts.is_kept(tmp_path, ONE, kept)
    assert kept_texts.read_article(tmp_path, ONE, kept) is None


def test_a_text_whose_source_was_edited_does_not_count(tmp_path: Path) -> None:
    kept = keep(tmp_path)
    (tmp_path / ARTICLE.path).write_text("Edited.", encoding="utf-8")

    assert kept_texts.read_article(tmp_path, ONE, kept) is None


def test_a_text_whose_source_was_edited_while_it_was_read_does_not_count(tmp_path: Path) -> None:
    assert kept_texts.read_article(tmp_path, ONE, keep(tmp_path, sources=None)) is None


def test_files_of_articles_that_are_gone_are_deleted(tmp_path: Path) -> None:
    keep(tmp_path)
    folder = kept_texts.folder_of(tmp_path)
    assert {path.name for path in folder.iterdir()} == {kept_texts.INDEX, kept_texts.file_name(ONE)}
    kept_texts.save(tmp_path, kept_texts.KeptIndex("stamp", "basis", {}), {})

    assert [path.name for path in folder.iterdir()] == [kept_texts.INDEX]


EDITS = {
    "the configuration": ("conf/conf.py", "x = 1"),
    "a part of the reader": ("conf/mine.py", "PART = None"),
    "an entry": ("glossary/people/ann.md", "---\nname: Ann\n---\n"),
    "a new article": ("corpus/two/article.md", "---\ntitle: T\n---\n"),
    "a new page": ("page.md", "# A page\n"),
}


@pytest.mark.parametrize("edit", EDITS)
def test_whatever_all_texts_depend_on_changes_the_stamp(tmp_path: Path, edit: str) -> None:
    (tmp_path / "conf").mkdir()
    (tmp_path / "conf/conf.py").write_text("", encoding="utf-8")
    before = kept_texts.reader_stamp(tmp_path, Settings())
    assert kept_texts.reader_stamp(tmp_path, Settings()) == before
    path, text = EDITS[edit]
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).write_text(text, encoding="utf-8")

    assert kept_texts.reader_stamp(tmp_path, Settings()) != before


def test_a_setting_that_decides_how_texts_are_read_changes_the_stamp(tmp_path: Path) -> None:
    stamps = [kept_texts.reader_stamp(tmp_path, settings) for settings in (
        Settings(), Settings(not_names=["Ann Street"]), Settings(gloss="all"), Settings(pdf_size=12.0),
    )]  # fmt: skip

    assert len(set(stamps)) == 3
    assert stamps[3] == stamps[0], "the size of letters on paper decides nothing"


def test_a_link_back_is_followed_once(tmp_path: Path) -> None:
    (tmp_path / "corpus/one").mkdir(parents=True)
    (tmp_path / "corpus/one/article.md").write_text("", encoding="utf-8")
    (tmp_path / "corpus/one/again").symlink_to("..")

    assert kept_texts.reader_stamp(tmp_path, Settings())
