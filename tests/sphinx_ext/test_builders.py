"""Other builders, other themes, several processes."""

from __future__ import annotations

import filecmp
import importlib.util
from pathlib import Path

import pytest
from readers import Reader, article, entry, make_reader

FILES = {
    "glossary/people/ann.md": entry("Ann Lee", "An engineer from the coast."),
    "glossary/places/borg.md": entry("Borg", "A town in the hills.", prose="Ann Lee lives there."),
    "docs/background.md": "# Background\n\n(sec)=\n## Section\n\nBorg is old. :::\n",
    "corpus/one/article.md": article(
        "Ann Lee went to *Bo*rg.\n\nShe came back.", background="[sec]", questions="[Why?]"
    ),
    "corpus/one/notes/teacher.yaml": "layer: {audience: public}\n"
    "notes: [{quote: went to Borg, body: Who *says* so?}]\n",
}


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return make_reader(tmp_path, FILES)


@pytest.mark.parametrize("builder", ["text", "man", "texinfo", "xml", "pseudoxml", "latex"])
def test_a_builder_that_knows_nothing_of_marks_prints_the_plain_words(reader, builder):
    out = reader.build(builder)

    assert not [w for w in reader.warnings if "unknown node" in w or "ERROR" in w], reader.warnings
    text = "\n".join(p.read_text(encoding="utf-8", errors="replace") for p in out.rglob("*") if p.is_file())
    assert "went to" in text


def test_plain_text_holds_the_sentences_of_the_article_unchanged(reader):
    out = reader.build("text")

    assert reader.warnings == []
    text = (out / "corpus/one/article.txt").read_text(encoding="utf-8")
    assert "Ann Lee went to *Bo*rg.\n\nShe came back." in text
    assert "engineer" not in text


@pytest.mark.parametrize("theme", ["alabaster", "classic", "furo", "pydata_sphinx_theme", "sphinx_book_theme"])
def test_under_another_theme_a_gloss_is_an_aside_behind_its_paragraph(reader, theme):
    if theme not in ("alabaster", "classic") and importlib.util.find_spec(theme) is None:
        pytest.skip(f"{theme} is not installed")

    reader.build(html_theme=theme)

    assert [w for w in reader.warnings if "reader" in w.lower() and "WARNING" in w] == []
    aside = reader.page("corpus/one/article").xpath("//p[@id='p1']/following-sibling::*[1]")[0]
    assert aside.tag == "aside"
    assert "An engineer from the coast." in aside.text_content()
    assert any("reader-base.css" in href for href in reader.page("corpus/one/article").xpath("//link/@href"))


def test_a_mention_across_emphasis_is_one_link_in_two_parts_with_one_gloss(reader):
    reader.build()

    page = reader.page("corpus/one/article")
    assert "".join(page.xpath("//a[@data-entry='borg']//text()")) == "Borg"
    assert len(page.xpath("//*[@id='m-borg']")) == 1
    assert len(page.xpath("//*[@id='gloss-borg']")) == 1


def test_one_process_and_two_give_the_same_files(tmp_path):
    files = dict(FILES) | {
        f"corpus/a{i}/article.md": article(f"Ann Lee met Borg {i}.", date=f"20{10 + i}-01-01", title=f"A{i}")
        for i in range(12)
    }
    outs = []
    for jobs in (1, 2):
        reader = make_reader(tmp_path / str(jobs), files)
        outs.append(reader.build(jobs=jobs))
        assert reader.warnings == []

    names = [p.relative_to(outs[0]).as_posix() for p in outs[0].rglob("*") if p.is_file()]
    _, different, missing = filecmp.cmpfiles(*outs, names, shallow=False)
    # The hash of Sphinx's own bookkeeping file holds the paths.
    assert [n for n in different + missing if n != ".buildinfo"] == []


def test_the_chapter_is_glossed_too(reader):
    reader.build()

    assert reader.page("docs/background").xpath("//aside//*[@id='gloss-borg']")


def test_a_name_broken_over_two_lines_is_one_link(tmp_path):
    reader = make_reader(tmp_path, FILES | {"corpus/one/article.md": article("There was Ann\nLee, they said.")})
    reader.build()

    assert reader.texts("corpus/one/article", "//a[@data-entry='ann']") == ["Ann Lee"]
