"""Pages speak the language of the site: catalogues are complete, and no English word is left on a page."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from readers import Reader, article, entry, make_reader

from course_reader.model.dates import parse, spell
from course_reader.speech import say, spoken, use

sys.path.append(str(Path(__file__).parents[2] / "tools"))

import catalogues

LANGUAGES = pytest.mark.parametrize("language", catalogues.LANGUAGES)
#: words that are the same in English and in another language, or also a name
_SAME = {
    "Date",
    "Article",
    "Index",
    "Menu",
    "Note",
    "Questions",
    "Question",
    "Parties",
    "Sources",
    "Status",
    "Auto",
    "Sepia",
}
FILES = {
    "glossary/people/ann.md": entry("Ann Lee", "A mayor.", roles="[{title: Mayor, from: 2020}]", born="1970"),
    "glossary/places/bay.md": entry("Bay", "A bay.", coordinates="[54.1, 9.9]"),
    "corpus/one/article.md": article(
        "Ann Lee saw the Bay. She wept.\n\nAnn Lee left it.", title="One", url="https://news.example/one",
        questions="[Why did she weep?]", vocabulary="{weep: {means: to cry, forms: [wept]}}",
    ),
    "corpus/one/notes/lena.yaml": (
        "layer: {title: L, audience: public}\nnotes:\n  - {id: n-00000001, quote: saw the Bay, body: B}\n"
    ),
    "corpus/two/article.md": article("Nobody came.", title="Two", date="2023-01-05"),
}  # fmt: skip


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """The next test of this process speaks English."""
    yield
    use("en")


@LANGUAGES
def test_a_catalogue_has_every_word_and_no_other(language: str) -> None:
    catalogue = catalogues.read(language)
    said = {str(message.id): message.string for message in catalogue if message.id}
    assert set(said) == catalogues.said(), "run: python tools/catalogues.py"
    assert [word for word, string in said.items() if not string] == []
    # What is put into the words has its place in every language.
    assert [w for w, s in said.items() if sorted(_places(w)) != sorted(_places(str(s)))] == []
    path = catalogues.po_file(language).with_suffix(".mo")
    assert path.read_bytes() == catalogues.compiled(catalogue), "run: python tools/catalogues.py"


def _places(words: str) -> list[str]:
    return [part.split("}")[0] for part in words.split("{")[1:]]


@LANGUAGES
def test_no_english_word_is_left_on_a_page(language: str, tmp_path: Path) -> None:
    reader = make_reader(tmp_path, FILES, f"language = {language!r}\nhtml_theme = 'course_reader'\n")
    reader.build()
    for name in ("corpus/one/article", "glossary/people/ann", "glossary/places/bay", "search", "genindex", "404"):
        assert sorted(set(_words(reader, name)) & catalogues.said() - _same(language)) == [], name


def _same(language: str) -> set[str]:
    """Words that a language has in common with English."""
    return {str(m.id) for m in catalogues.read(language) if m.id == m.string} | _SAME


def _words(reader: Reader, name: str) -> Iterator[str]:
    """The texts and spoken labels of a page, each as a whole."""
    tree = html.parse(str(reader.root / f"_build/html/{name}.html"))
    for text in tree.xpath("//body//text() | //body//@aria-label | //body//@placeholder"):
        yield " ".join(str(text).split())


def test_a_language_without_a_catalogue_is_english_in_words_and_dates() -> None:
    use("sw")
    assert (say("Questions"), spoken(), spell(parse("2022-10-31"))) == ("Questions", "en", "31 October 2022")
    use("ru")
    assert (say("Questions"), spell(parse("2022-10-31"))) == ("Вопросы", "31 октября 2022")
