"""What the search of a site knows: all names, all sentences, and nothing that its audience may not see."""

from __future__ import annotations

from libraries import make_shelf
from readers import article, entry

from course_reader.views.finding import SearchData, search_data

SECRET = "quartz"
FILES = {
    "glossary/places/kalvik.md": entry(
        "Kalvik", "A harbour.", "Home of a lighthouse.", aliases="[Calvig, {name: Norvik, metonym: true}]",
        names="{ru: Калвик}", rival_names="[{name: Kalwa, used_by: others}]",
    ),
    "corpus/one/article.md": article("It rained. Kalvik was wet.\n\nNobody came.", title="Rain", outlet="Courier"),
    "corpus/two/article.md": article(f"The {SECRET} of Kalvik.", title="Closed").replace("own", "none"),
    "docs/background.md": "# Background\n\nLong ago, Kalvik burned.\n",
}  # fmt: skip


def found(**settings: str) -> SearchData:
    return search_data(make_shelf(FILES, **settings).library)


def test_an_entry_has_all_its_names_the_heading_first() -> None:
    kalvik = next(entry for entry in found().entries if entry.id == "kalvik")

    assert kalvik.names == ("Kalvik", "Calvig", "Калвик", "Kalwa")
    assert kalvik.metonyms == ("Norvik",)
    assert "harbour" in kalvik.words
    assert kalvik.times >= 2


def test_a_text_has_its_sentences_and_who_is_named_in_which() -> None:
    text = next(text for text in found().texts if text.docname == "corpus/one/article")

    assert [block.sentences for block in text.blocks][-2:] == [("It rained.", "Kalvik was wet."), ("Nobody came.",)]
    assert all(block.anchor for block in text.blocks[-2:])
    sentences = [sentence for block in text.blocks for sentence in block.sentences]
    at = text.named["kalvik"]
    assert at is not None
    assert sentences[at] == "Kalvik was wet."
    assert (text.outlet, text.year, text.when) == ("Courier", "2022", "1 November 2022")


def test_chapters_come_after_articles() -> None:
    assert [text.kind for text in found().texts] == ["article", "article", "chapter"]


def test_of_a_withheld_text_the_search_knows_what_its_stub_shows() -> None:
    closed = next(text for text in found().texts if text.docname == "corpus/two/article")

    assert closed.blocks == ()
    assert closed.words == frozenset()
    assert closed.title_words == {"closed"}
    assert closed.named == {"kalvik": None}
    assert SECRET not in repr(found())


def test_a_class_finds_its_words() -> None:
    assert SECRET in repr(found(reader_audience="class"))
