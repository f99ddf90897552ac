"""Glosses and notes in the margin, and the list of notes: every address has its counterpart."""

from __future__ import annotations

from typing import Any

import pytest
from libraries import linker, make_shelf, note, shown, words
from readers import article, entry

from course_reader.marks.records import Page
from course_reader.pages.margin import NOTE_WORDS, listed_anchor, render_gloss, render_list, render_note, words_anchor
from course_reader.views.glossing import choose
from course_reader.views.threads import threads

ONE = "corpus/one/article"
FILES = {
    "glossary/people/ann.md": entry("Ann <Lee>", 'A "gloss" & more.', roles="[{title: Mayor, from: 2020}]"),
    f"{ONE}.md": article("Ann &lt;Lee> spoke of the harbour.\n\nNobody heard.", title="One"),
}


def page() -> Page:
    return make_shelf(FILES).library.pages[ONE]


def test_a_gloss_says_who_it_is_and_leads_back() -> None:
    shelf = make_shelf(FILES)
    [chosen] = choose(shelf.library.pages[ONE].mentions, "first")
    gloss = shown(render_gloss(chosen, shelf.library.gloss("ann", shelf.at(ONE).day), linker(ONE)))

    assert words(gloss, "//*[@class='gloss-name']") == ["Ann <Lee>"]
    assert words(gloss, "//*[@class='gloss-kind']") == ["person"]
    assert words(gloss, "//*[@class='gloss-role']") == ["Mayor since 2020."]
    assert words(gloss, "//*[@class='gloss-text']") == ['A "gloss" & more.']
    assert gloss.xpath("//div[@class='gloss people']/@id") == [chosen.anchor]
    assert gloss.xpath("//a/@href") == ["../../glossary/people/ann.html", f"#{chosen.back}"]


def test_what_is_not_known_of_an_entry_takes_no_room() -> None:
    shelf = make_shelf({"glossary/terms/x.md": entry("x", '""'), f"{ONE}.md": article("An x.")})
    [chosen] = choose(shelf.library.pages[ONE].mentions, "first")
    gloss = shown(render_gloss(chosen, shelf.library.gloss("x", None), linker(ONE)))

    assert gloss.xpath("//*[@class='gloss-role' or @class='gloss-text']") == []


def test_a_note_is_named_by_its_kind_and_its_title() -> None:
    found = one_note(kind="correction", title="nobody signed")

    assert words(found, "//*[@class='note-kind']") == ["Correction: nobody signed"]


def one_note(**fields: Any) -> Any:
    [thread] = threads([note("n-1", (5, 8), **fields)])
    return shown(render_note(thread, "en"))


def test_a_note_leads_to_its_words_and_to_the_list() -> None:
    found = one_note(by="Oskar", kind="question")

    assert found.xpath("//div[contains(@class, 'note')]/@id")[0] == "n-1"
    assert set(found.xpath("//a/@href")) == {f"#{words_anchor(note('n-1'))}", f"#{listed_anchor(note('n-1'))}"}
    assert words(found, "//*[@class='note-kind']") == [NOTE_WORDS["question"]]
    assert words(found, "//*[@class='note-by']/span") == ["Lena's notes, Oskar"]
    assert found.xpath("//div/@data-layer") == ["lena"]


@pytest.mark.parametrize("kind", NOTE_WORDS)
def test_every_kind_of_note_has_its_word_and_its_class(kind: str) -> None:
    found = one_note(kind=kind)

    assert words(found, "//*[@class='note-kind']") == [NOTE_WORDS[kind]]
    assert f"kind-{kind}" in found.xpath("//div/@class")[0]


@pytest.mark.parametrize(
    ("language", "spoken"),
    [("en", []), ("EN", []), ("hy", ["hy", "ltr"]), ("ar", ["ar", "rtl"]), ("fa-IR", ["fa-IR", "rtl"])],
)
def test_a_note_in_another_language_says_which_and_in_which_direction(language: str, spoken: list[str]) -> None:
    assert one_note(language=language).xpath("//div[@class='note-text']/@*[name()='lang' or name()='dir']") == spoken


def test_a_note_for_the_class_says_so() -> None:
    assert one_note(audience="class").xpath("//*[@class='note-audience']")
    assert not one_note().xpath("//*[@class='note-audience']")


@pytest.mark.parametrize(("count", "said"), [(0, []), (1, "1"), (3, "3")])
def test_a_note_counts_its_replies_and_theirs(count: int, said: str | list[str]) -> None:
    chain = [note(f"n-{n + 2}", in_reply_to=f"n-{n + 1}") for n in range(count)]
    [thread] = threads([note("n-1", (5, 8)), *chain])
    found = words(shown(render_note(thread, "en")), "//*[@class='note-answers']")

    assert [text.split()[0] for text in found] == list(said)


def test_the_list_has_those_on_the_whole_first_and_replies_under_what_they_answer() -> None:
    notes = [note("n-1", (9, 14)), note("n-2"), note("n-3", in_reply_to="n-1"), note("n-4", (5, 8))]
    found = shown(render_list(threads(notes), page(), "en"))

    assert found.xpath("./ul/li/@id") == ["n-2-listed"]
    assert found.xpath("./ol/li/@id") == ["n-4-listed", "n-1-listed"]
    assert found.xpath("./ol/li/@value") == ["1", "2"]
    assert found.xpath("./ol/li/ul/li/@id") == ["n-3-listed"]
    assert {"placed", "answered"} <= set(found.xpath("./ol/li[2]")[0].get("class").split())


def test_a_row_repeats_the_words_and_names_their_paragraph() -> None:
    text = page().text
    start = text.index("harbour")
    found = shown(render_list(threads([note("n-1", (start, start + 7))]), page(), "en"))

    assert words(found, "//a[@class='note-words']") == ["“harbour”"]
    assert found.xpath("//*[@class='named-where']/a/@href") == ["#p1"]


def test_long_words_are_cut_at_a_blank() -> None:
    long = make_shelf({f"{ONE}.md": article("The words go on. " * 20)}).library.pages[ONE]
    found = shown(render_list(threads([note("n-1", long.paragraphs[0].start and (14, 300))]), long, "en"))
    [said] = words(found, "//a[@class='note-words']")

    assert said.endswith(" …”") and len(said) <= 84
    assert said.removeprefix("“").removesuffix(" …”") in " ".join(long.text.split())


def test_words_outside_the_paragraphs_have_no_number() -> None:
    found = shown(render_list(threads([note("n-1", (0, 3))]), page(), "en"))
    assert words(found, "//a[@class='note-words']") == ["“One”"]
    assert found.xpath("//*[@class='named-where']") == []


def test_without_notes_there_is_no_list() -> None:
    assert render_list([], page(), "en") == []
