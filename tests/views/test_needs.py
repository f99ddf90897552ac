"""What is known of a gloss and of the words that it explains."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from libraries import make_shelf
from readers import article, entry

from course_reader.model.level import Level
from course_reader.views.glossing import choose
from course_reader.views.needs import facts_of
from course_reader.views.ranking import Facts

ONE = "corpus/one/article"
ENTRIES = {
    "glossary/people/quill.md": entry("Ada Quill", "Poet.", aliases="[Quill]"),
    "glossary/places/northport.md": entry("Northport", "Town with a deep port."),
    "glossary/places/norway.md": entry("Norway", "Kingdom.", map="country"),
    "glossary/places/oslo.md": entry("Oslo", "Capital of Norway."),
    "glossary/organisations/council.md": entry("European Council", "Body of the leaders."),
    "glossary/organisations/nato.md": entry("NATO", "Alliance."),
    "glossary/organisations/board.md": entry("Harbour Board", "Nine owners of quays."),
    "glossary/organisations/cabinet.md": entry(
        "Government of Norway", "In Oslo.", aliases="[{name: Bergen, metonym: true}]"
    ),
    "glossary/terms/placebo.md": entry("placebo", "Nothing in a pill."),
    "glossary/terms/port.md": entry("port", "Where ships are."),
    "glossary/terms/peace-treaty.md": entry("peace treaty", "A text that ends a war."),
    "glossary/events/fair.md": entry("Harbour fair", "Fair of the town."),
}


def facts(text: str, explained: tuple[str, ...] = (), **keys: Any) -> Callable[[str], Facts]:
    library = make_shelf({**ENTRIES, f"{ONE}.md": article(text, **keys)}).library
    page = library.pages[ONE]
    glossed = [(g, library.gloss(g.mention.entry, page.day)) for g in choose(library.known(page), "first")]
    found = {f.entry: f for f in facts_of(page, library.known(page), glossed, library.glossary, explained)}
    return found.__getitem__


def test_importance_is_counted_in_text_headline_and_questions() -> None:
    found = facts(
        "Ada Quill came to Northport. Quill left.", title="Quill leaves",
        questions="[{text: Why?, answer_in: northport}]",
    )  # fmt: skip

    assert (found("quill").times, found("quill").in_title, found("quill").asked) == (2, True, False)
    assert (found("northport").times, found("northport").in_title, found("northport").asked) == (1, False, True)


def test_words_that_an_article_settles_do_not_name_their_entry() -> None:
    found = facts(
        "The owners met. Placebos worked.", mentions="[{text: The owners, paragraph: 1, entry: board}]"
    )  # fmt: skip

    assert not found("board").named
    assert found("placebo").named, "a plural is still the word"


@pytest.mark.parametrize(
    ("entry_id", "is_known"),
    [("norway", True), ("oslo", True), ("northport", False), ("council", True), ("nato", True), ("board", False)],
)
def test_what_everybody_knows_needs_no_explanation(entry_id: str, is_known: bool) -> None:
    text = "Norway and Oslo like Northport. The European Council and NATO like the Harbour Board."
    found = facts(text)(entry_id)

    assert (found.known_place or found.known_body) is is_known


def test_a_sentence_can_introduce_a_place() -> None:
    assert facts("She came to Northport, a small town.")("northport").introduced
    assert facts("She came to the old port of Northport.")("northport").introduced
    assert not facts("She came to Northport and stayed.")("northport").introduced


def test_a_sentence_can_say_what_the_gloss_says() -> None:
    assert facts("Northport is a town with a deep port.")("northport").said == 1
    assert facts("She left Northport.")("northport").said == 0


def test_a_word_has_its_level_and_a_term_of_several_words_is_more_than_they_say() -> None:
    found = facts("A placebo in the port, and a peace treaty.")

    assert found("placebo").level is Level.C2 and found("port").level < Level.B2
    assert found("peace-treaty").compound and not found("port").compound


def test_an_author_chooses_for_an_article_before_the_entry_does() -> None:
    files = {**ENTRIES, "glossary/places/oslo.md": entry("Oslo", "Capital of Norway.", margin="never")}
    for keys, choice in (({}, "never"), ({"margin": "{oslo: always}"}, "always")):
        library = make_shelf({**files, f"{ONE}.md": article("Oslo is old.", **keys)}).library
        [(chosen, _)] = library.text(ONE).glossed
        assert chosen.ranked.reasons[-1].words == f"the author chose `{choice}`"


def test_what_an_earlier_text_of_the_pack_has_in_its_margin_is_explained() -> None:
    found = facts("Ada Quill saw the Harbour fair.", ("fair",))

    assert (found("quill").explained, found("fair").explained) == (False, True)
