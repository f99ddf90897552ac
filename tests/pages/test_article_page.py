"""What an article's page shows: one small reader, one fact a test."""

from __future__ import annotations

import pytest
from readers import Reader, article, entry, make_reader

FILES = {
    "glossary/people/ann-lee.md": entry(
        "Ann Lee",
        "Trained as an engineer.",
        aliases="[Lee]",
        roles="[{title: Mayor of Alda, from: 2015-03, to: 2018-05-01}, "
        "{title: Mayor of Alda, from: 2020-01-15, to: ..}]",
    ),
    "glossary/places/alda.md": entry("Alda", "Town on the coast."),
    "glossary/places/borg.md": entry(
        "Borg",
        "",
        prose="A place near Borg, where Ann Lee was born and the Harbour Pact was signed.",
    ).replace("gloss: \n", "gloss: [{to: 2021-06-30, text: Free town.}, {from: 2021-07-01, text: Part of Alda.}]\n"),
    "glossary/organisations/alda-council.md": entry(
        "Council of Alda", "Governs the town.", aliases="[{name: Alda, metonym: true}]"
    ),
    "glossary/organisations/gazette.md": entry("The Gazette", "A weekly paper.", founded="1990"),
    "glossary/agreements/pact.md": entry("Harbour Pact", "Shares the harbour.", date="2021-05-02"),
    "glossary/terms/ferry.md": entry("Ferry", "A boat that carries people."),
    "corpus/one/article.md": article(
        """
        Ann Lee came to Alda on Monday. The ferries
        of Alda wait, Lee said.

        Alda said no. In Borg nobody knew.

        - first Lee
        - then Borg

        ## What Borg thinks

        > Borg agrees.

        Later {person}`the mayor <ann-lee>` and {nolink}`Borg` met in `Borg`.
        """,
        date="2021-06-15",
        title="Two *towns* & <one> ferry",
        outlet="The Gazette",
        byline="Jo Poe",
        url="https://example.org/one",
        mentions="[{text: Alda, paragraph: 2, entry: alda-council}]",
        questions="[{text: Who spoke?, group: Understand}, {text: Who did not?, group: Understand}, Why?]",
        what_happened_next="[{date: 2022-02, text: A bridge was built.}]",
    ),
    "corpus/two/article.md": article("Ann Lee left Borg.", date="2019-01-01", title="Earlier"),
    "corpus/three/article.md": article("Nobody in Borg.", date="2023-01-01", title="Later"),
}


@pytest.fixture(scope="module")
def reader(tmp_path_factory) -> Reader:
    reader = make_reader(tmp_path_factory.mktemp("reader"), FILES)
    reader.build()
    return reader


ONE = "corpus/one/article"


def test_the_build_is_silent(reader):
    assert reader.warnings == []


def test_the_title_is_shown_as_it_was_written(reader):
    assert reader.texts(ONE, "//h1/text()") == ["Two *towns* & <one> ferry"]


def test_the_head_names_date_author_outlet_and_original(reader):
    [head] = reader.texts(ONE, "//*[contains(@class, 'head-source')]")

    assert "15 June 2021" in head
    assert "Jo Poe" in head
    assert "The Gazette" in head
    assert reader.page(ONE).xpath("//a[contains(@class, 'head-original')]/@href") == ["https://example.org/one"]


def test_paragraphs_are_numbered_a_list_as_one_headings_not(reader):
    numbers = reader.texts(ONE, "//a[@class='para-number']")

    assert numbers == ["1", "2", "3", "4", "5"]
    assert reader.page(ONE).xpath("//*[@id='p3']")[0].tag == "ul"


def test_the_first_mention_is_glossed_and_later_ones_lead_to_the_entry(reader):
    links = reader.page(ONE).xpath("//p[@id='p1']//a[@data-entry='ann-lee']")

    assert [a.get("href") for a in links] == ["#gloss-ann-lee", "../../glossary/people/ann-lee.html"]
    assert [a.get("role") for a in links] == ["doc-glossref", None]


def test_the_gloss_tells_the_office_on_the_day_of_the_article(reader):
    assert reader.texts(ONE, "//*[@id='gloss-ann-lee']//*[@class='gloss-role']") == [
        "Mayor of Alda since January 2020, first in March 2015."
    ]
    assert reader.texts("corpus/two/article", "//*[@id='gloss-ann-lee']//*[@class='gloss-role']") == [
        "Earlier Mayor of Alda (2015–2018)."
    ]


def test_a_dated_gloss_is_chosen_for_the_day_of_the_article(reader):
    assert reader.texts(ONE, "//*[@id='gloss-borg']//*[@class='gloss-text']") == ["Free town."]
    assert reader.texts("corpus/three/article", "//*[@id='gloss-borg']//*[@class='gloss-text']") == ["Part of Alda."]


def test_a_gloss_stands_behind_its_paragraph_and_leads_back(reader):
    aside = reader.page(ONE).xpath("//p[@id='p1']/following-sibling::*[1]")[0]

    assert aside.tag == "aside"
    assert aside.xpath(".//*[@id]/@id") == ["gloss-ann-lee", "gloss-alda", "gloss-ferry"]
    assert aside.xpath(".//a[@role='doc-backlink']/@href")[0] == "#m-ann-lee"
    assert reader.page(ONE).xpath("//a[@id='m-ann-lee']/@href") == ["#gloss-ann-lee"]


def test_an_article_says_which_entry_words_mean(reader):
    assert reader.page(ONE).xpath("//p[@id='p2']//a[contains(@class, 'mention')]/@data-entry") == [
        "alda-council",
        "borg",
    ]


def test_a_mention_in_a_list_is_glossed_behind_the_list(reader):
    assert reader.page(ONE).xpath("//ul[@id='p3']//a[contains(@class,'mention')]/@data-entry") == ["ann-lee", "borg"]


def test_headings_and_code_are_not_searched_and_nolink_is_obeyed(reader):
    assert not reader.page(ONE).xpath("//h2//a[contains(@class, 'mention')]")
    assert reader.page(ONE).xpath("//p[@id='p5']//a[contains(@class, 'mention')]/@data-entry") == ["ann-lee"]


def test_a_role_is_a_mention_with_words_of_its_own(reader):
    assert reader.texts(ONE, "//p[@id='p5']//a[contains(@class, 'mention')]") == ["the mayor"]


def test_the_page_lists_who_and_what_is_named_with_paragraphs(reader):
    rows = reader.texts(ONE, "//*[@id='named-here']//li")

    assert "Ann Lee ¶ 1, 3, 5" in rows
    assert "Council of Alda ¶ 2" in rows


def test_the_page_shows_the_article_between_the_dates_around_it(reader):
    rows = reader.texts(ONE, "//*[@id='in-time']//li")

    assert rows == [
        "1 Jan 2019 Earlier", "2 May 2021 Harbour Pact", "15 June 2021 This article", "1 Jan 2023 Later",
    ]  # fmt: skip


def test_what_happened_next_stands_apart(reader):
    assert reader.texts(ONE, "//*[@id='what-happened-next']//li") == ["Feb 2022 A bridge was built."]


def test_questions_are_grouped_and_numbered_through(reader):
    assert reader.texts(ONE, "//*[@id='questions']//h3") == ["Understand"]
    assert reader.page(ONE).xpath("//*[@id='questions']//ol[2]/@start") == ["3"]


def test_the_source_is_explained_by_its_entry(reader):
    assert reader.texts(ONE, "//*[@id='about-this-source']//p")[0] == "The Gazette: A weekly paper."


def test_the_article_can_be_cited(reader):
    text = " ".join(reader.texts(ONE, "//*[@id='cite-this-article']"))

    assert "Poe, Jo. “Two *towns* & <one> ferry.” The Gazette, 15 June 2021, https://example.org/one." in text
    assert "@article{gazette2021" in text and "@incollection{gazette2021-here" in text
    assert "Reprinted from Jo Poe, “Two *towns* & <one> ferry”, The Gazette, 15 June 2021." in text
    metas = {meta.get("name"): meta.get("content") for meta in reader.page(ONE).xpath("//meta[@name]")}
    assert (metas["citation_title"], metas["citation_author"]) == ("Two *towns* & <one> ferry", "Poe, Jo")
    assert metas["dcterms.isVersionOf"] == "https://example.org/one"


def test_articles_know_their_place_in_time(reader):
    assert reader.texts(ONE, "//*[@class='reader-kicker']") == ["Article 2 of 3"]
    around = ["../two/article.html", "../three/article.html"]
    assert reader.page(ONE).xpath("//nav[@class='neighbours']//a/@href") == around
    assert [reader.page(ONE).xpath(f"string(//link[@rel='{rel}']/@href)") for rel in ("prev", "next")] == around
    assert reader.page("corpus/three/article").xpath("//link[@rel='next']") == []


def test_the_front_page_lists_articles_oldest_first(reader):
    titles = reader.texts("index", "//*[contains(@class, 'card-title')]")

    assert titles == ["Earlier", "Two *towns* & <one> ferry", "Later"]


def test_an_entry_tells_where_it_is_mentioned_with_the_sentence(reader):
    page = "glossary/places/borg"

    assert reader.texts(page, "//*[@id='mentioned-in']//*[@class='mentioned-title']//a") == [
        "Earlier", "Two *towns* & <one> ferry", "Later",
    ]  # fmt: skip
    assert "¶ 2 In Borg nobody knew." in reader.texts(page, "//*[@class='contexts']/li")
    assert reader.page(page).xpath("//*[@class='contexts']//a/@href")[0] == "../../corpus/two/article.html#p1"


def test_names_in_the_prose_of_an_entry_are_linked(reader):
    links = reader.page("glossary/places/borg").xpath("//p//a[contains(@class, 'mention')]")

    assert [a.get("data-entry") for a in links] == ["ann-lee", "pact"]
    assert not reader.page("glossary/places/borg").xpath("//aside")


def test_entries_are_in_the_inventory(reader):
    from sphinx.util.inventory import InventoryFile

    path = reader.root / "_build" / "html" / "objects.inv"
    with path.open("rb") as file:
        inventory = InventoryFile.load(file, "", lambda base, name: name)

    assert "ann-lee" in inventory.data["reader:person"] if hasattr(inventory, "data") else inventory["reader:person"]


def test_entries_are_in_the_general_index(reader):
    assert "Ann Lee" in " ".join(reader.texts("genindex", "//body"))


def test_glosses_and_lists_are_not_searched_as_text_of_the_article(reader):
    index = (reader.root / "_build" / "html" / "searchindex.js").read_text(encoding="utf-8")
    import json

    data = json.loads(index[index.index("(") + 1 : index.rindex(")")])
    terms = data["terms"]
    assert not terms.keys() & {"engin", "engineer"}
    assert "corpus/talks/article" not in data["docnames"]
