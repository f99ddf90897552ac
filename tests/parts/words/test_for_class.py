"""Hard words, questions with their answers, and who printed an article, as it was on that day."""

from __future__ import annotations

from pathlib import Path

import pytest
from readers import Reader, article, entry, make_reader

WORDS = """
  irk: {part: verb, means: to annoy}
  break away: {means: to leave, forms: [broke away]}
  a <b>: "markup & more\""""
QUESTIONS = """
  - {group: Understand, text: What is Port?, answer_in: port}
  - {group: Understand, text: What else?}
  - {group: Look up, text: Where?, answer_in: [the-harbour, two, docs/page]}"""
STATUS = """
  - {to: 2021-12-31, text: It was printed in Port.}
  - {from: 2022-01-01, to: 2022-12-31, text: It was printed abroad.}
  - {from: 2023-01-01, text: It is forbidden.}"""
ONE = article(
    "They irked us and broke away; a \\<b> c. Port.\n\nThis irks Port.",
    title="One", outlet="The Gazette", agency="Bay News (Port service)", vocabulary=WORDS, questions=QUESTIONS,
)  # fmt: skip
FILES = {
    "corpus/one/article.md": ONE,
    "corpus/kept/article.md": ONE.replace("status: own", "status: none").replace("title: One", "title: Kept"),
    "corpus/two/article.md": article("Port.", title="Two", outlet="A blog", date="2024-01-01"),
    "glossary/places/port.md": entry("New Port", aliases="[Port, {name: Old Port, to: 2022-12-31, preferred: true}]"),
    "glossary/organisations/gazette.md": entry(
        "Gazette", "A paper.", aliases="[The Gazette]", owner="The Lee family.", status=STATUS,
        funding="[{text: Its readers.}, {from: 2030, text: Nobody.}]", naming="{text: It writes “the Bay”.}",
    ),
    "glossary/organisations/bay.md": entry("Bay News", "An agency."),
    "docs/background.md": "# Background\n\n(the-harbour)=\n## The harbour\n\nText.\n",
    "docs/page.md": "# A page\n\nText.\n",
}  # fmt: skip
PAGE = "corpus/one/article"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    reader = make_reader(tmp_path_factory.mktemp("class"), FILES)
    reader.build()
    assert [line for line in reader.warnings if "isn't included in any toctree" not in line] == []
    return reader


def test_hard_words_stand_below_the_text_with_their_paragraphs(reader: Reader) -> None:
    rows = reader.texts(PAGE, "//section[@id='words']//*[self::dt or self::dd]")
    assert rows == ["a <b>", "markup & more ¶ 1", "break away", "to leave ¶ 1", "irk verb", "to annoy ¶ 1, 2"]
    assert reader.page(PAGE).xpath("//section[@id='words']//a/@href") == ["#p1", "#p1", "#p1", "#p2"]


def test_words_of_a_text_that_may_not_be_shown_tell_no_paragraphs(reader: Reader) -> None:
    assert reader.texts("corpus/kept/article", "//section[@id='words']//dd")[-1] == "to annoy"


def test_a_question_leads_to_where_its_answer_stands(reader: Reader) -> None:
    rows = reader.texts(PAGE, "//section[@id='questions']//li")
    assert rows == [
        "What is Port? Find the answer in: Old Port.",
        "What else?",
        "Where? Find the answer in: The harbour; Two; A page.",
    ]  # fmt: skip
    assert reader.page(PAGE).xpath("//section[@id='questions']//a/@href") == [
        "../../glossary/places/port.html", "../../docs/background.html#the-harbour",
        "../two/article.html", "../../docs/page.html",
    ]  # fmt: skip
    assert reader.page(PAGE).xpath("//section[@id='questions']//ol/@start") == ["3"]


def test_the_outlet_is_told_as_it_was_on_the_day(reader: Reader) -> None:
    rows = reader.texts(PAGE, "//section[@id='about-this-source']//*[self::dt or self::dd or self::p]")
    assert rows[:2] == ["Bay News: An agency.", "Gazette: A paper."]
    assert rows[2:10] == [
        "Owner", "The Lee family.", "How it is paid for", "Its readers.",
        "At the time", "It was printed abroad.", "Names it uses", "It writes “the Bay”.",
    ]  # fmt: skip
    assert rows[10] == "Some of this changed after the article: more on Gazette."
    assert "forbidden" not in " ".join(rows)


def test_an_outlet_without_an_entry_is_told_by_its_name(reader: Reader) -> None:
    assert reader.texts("corpus/two/article", "//section[@id='about-this-source']//p")[0] == "In A blog."


def test_its_own_page_tells_everything_with_its_time(reader: Reader) -> None:
    rows = reader.texts("glossary/organisations/gazette", "//table[@class='reader-facts']//tr")
    assert rows[1:] == [
        "Owner The Lee family.",
        "Funding Its readers. Since 2030: Nobody.",
        "Status Until 31 Dec 2021: It was printed in Port. 1 Jan 2022 – 31 Dec 2022: It was printed abroad. "
        "Since 1 Jan 2023: It is forbidden.",
        "Names It writes “the Bay”.",
    ]


def test_an_edit_of_an_outlet_writes_the_articles_it_printed(tmp_path: Path) -> None:
    reader = make_reader(tmp_path, FILES)
    reader.build()
    changed = str(FILES["glossary/organisations/gazette.md"]).replace("The Lee family.", "The Marsh family.")
    reader.write({"glossary/organisations/gazette.md": changed})
    reader.build()
    assert {PAGE, "corpus/kept/article"} <= reader.written
    assert "corpus/two/article" not in reader.written
