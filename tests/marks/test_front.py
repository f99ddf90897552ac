"""Front matter is taken away line for line, and its title becomes a heading."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from libraries import PARTS, make_shelf, parse
from readers import article, entry

from course_reader.marks.front import Front, PageKind, front_of, keep_front, page_kind, read_front
from course_reader.model.keys import keys_of
from course_reader.model.problems import Problem
from course_reader.model.settings import Settings
from course_reader.parts.hard_words.values import Keys

SESSION = make_shelf({"glossary/people/ann.md": entry("Ann *Lee*")}).library.session


def front(docname: str, text: str) -> tuple[Front, str, dict[str, Any], list[tuple[str, int]]]:
    found: list[Problem] = []
    state, body, keys = read_front(docname, text, f"{docname}.md", SESSION, found)
    return state, body, keys, [(str(problem.code), problem.line) for problem in found]


@pytest.mark.parametrize(
    ("docname", "kind"),
    [
        ("corpus/talks/article", PageKind.ARTICLE),
        ("corpus/private/talks/article", PageKind.ARTICLE),
        ("corpus/talks/before", PageKind.PAGE),
        ("corpus/packs/week-one", PageKind.PACK),
        ("corpus/packs/index", PageKind.PAGE),
        ("docs/background", PageKind.CHAPTER),
        ("docs/page", PageKind.PAGE),
        ("glossary/people/ann", PageKind.ENTRY),
        ("glossary/people/index", PageKind.PAGE),
        ("glossary/people/more/ann", PageKind.PAGE),
        ("glossary/ann", PageKind.PAGE),
        ("corpus2/talks/article", PageKind.PAGE),
    ],
)
def test_a_document_is_what_its_place_says(docname: str, kind: PageKind) -> None:
    assert page_kind(docname, Settings()) is kind


def test_the_folders_may_be_others() -> None:
    settings = Settings(corpus="texts/all", glossary="a/b", chapters=["one", "two"])

    assert page_kind("texts/all/talks/article", settings) is PageKind.ARTICLE
    assert page_kind("a/b/people/ann", settings) is PageKind.ENTRY
    assert page_kind("two", settings) is PageKind.CHAPTER


def test_the_body_keeps_its_lines_and_begins_with_the_title() -> None:
    text = "---\ntitle: One\ndate: 2022-10\nrights: {status: own}\n---\nText.\n\nMore.\n"
    state, body, _, problems = front("corpus/one/article", text)

    assert problems == []
    assert body.split("\n")[5:] == text.split("\n")[5:]
    assert [title.astext() for title in parse(body).findall(lambda node: node.tagname == "title")] == ["One"]
    assert state.day == date(2022, 10, 31)


titles = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=30)


@given(titles.filter(lambda text: text.split()))
def test_a_title_is_shown_as_it_was_written(title: str) -> None:
    quoted = title.replace("'", "''")
    state, body, _, problems = front(
        "corpus/one/article", f"---\ntitle: '{quoted}'\nrights: {{status: own}}\n---\n\nText.\n"
    )

    assert problems == []
    assert state.article is not None
    [heading] = parse(body).findall(lambda node: node.tagname == "title")
    assert heading.astext() == " ".join(state.article.title.split())


def test_the_keys_of_parts_are_read_with_those_of_the_article() -> None:
    state, *_ = front("corpus/one/article", "---\ntitle: One\nvocabulary: {irk: to annoy}\n---\n\nT.\n")

    assert {type(record) for record in state.own} == {part.keys for part in PARTS if part.keys}
    assert [list(record.vocabulary) for record in state.own if isinstance(record, Keys)] == [["irk"]]


@pytest.mark.parametrize(
    ("text", "problems", "broken"),
    [
        ("---\ntitle: [One\n---\n\nText.\n", [("yaml", 2)], True),
        ("---\ntitle: One\n\nText.\n", [("yaml", 1)], True),
        ("Text.\n", [("missing-key", 1)], False),
        ("---\ndate: 2022\n---\n\nText.\n", [("missing-key", 2), ("no-rights", 1)], False),
        ("---\ntitle: One\ndaet: 2022\n---\n\nText.\n", [("unknown-key", 3), ("no-rights", 1)], False),
    ],
)
def test_an_article_with_a_fault_is_still_an_article(text: str, problems: list[tuple[str, int]], broken: bool) -> None:
    state, body, _, found = front("corpus/one/article", text)

    assert found == problems
    assert state.is_broken is broken
    assert state.article is not None
    assert state.article.title == ("One" if "unknown-key" in dict(found) else "one"), "else it has its folder's name"
    assert parse(body).next_node(lambda node: node.tagname == "title") is not None


def test_what_is_right_beside_a_missing_title_is_not_lost() -> None:
    state, *_ = front("corpus/one/article", "---\ndate: 2022-10-31\noutlet: The Gazette\n---\n\nText.\n")

    assert state.article is not None
    assert (state.article.outlet, state.day) == ("The Gazette", date(2022, 10, 31))


def test_the_title_of_an_entry_is_its_name() -> None:
    _, known, _, _ = front("glossary/people/ann", "---\nname: Ann *Lee*\n---\nProse.\n")
    _, unread, _, _ = front("glossary/people/bo", "---\nname: [Bo\n---\nProse.\n")

    assert parse(known).next_node(lambda node: node.tagname == "title").astext() == "Ann *Lee*"
    assert parse(unread).next_node(lambda node: node.tagname == "title").astext() == "bo"


def test_a_pack_may_have_its_title_in_its_text() -> None:
    state, body, _, problems = front("corpus/packs/one", "---\npaper: letter\n---\n\n# Week one\n")

    assert problems == []
    assert state.pack is not None
    assert (state.pack.paper, state.pack.title) == ("letter", None)
    assert body.count("#") == 1


def test_a_chapter_has_a_date_and_sections_and_passes_over_other_keys() -> None:
    text = "---\ndate: 2022\nsections: [{anchor: war, years: '1999'}]\nmyst: {}\n---\n# B\n"
    state, body, _, problems = front("docs/background", text)

    assert problems == []
    assert state.chapter is not None
    assert [(section.anchor, section.years) for section in state.chapter.sections] == [("war", "1999")]
    assert state.day == date(2022, 12, 31)
    assert body.split("\n")[5] == "# B"


def test_keys_of_sphinx_are_handed_on() -> None:
    _, _, keys, problems = front(
        "corpus/one/article", "---\ntitle: One\norphan: true\nrights: {status: own}\n---\n\nText.\n"
    )

    assert problems == []
    assert keys == {"orphan": True}


@pytest.mark.parametrize("name", ["current_document", "temp_data"])
def test_it_is_at_hand_while_its_document_is_read(name: str) -> None:
    env: Any = SimpleNamespace(**{"temp_data": {}, name: {"docname": "corpus/one/article"}})

    assert front_of(env) is None
    keep_front(env, Front(PageKind.PAGE))
    assert front_of(env) == Front(PageKind.PAGE)


LEVELS = {
    "corpus/one/article.md": article("Text.", title="One", vocabulary="{hard: difficult}"),
    "corpus/one/b1.md": "---\nmentions: [{text: he, entry: ann}]\n---\nEasy.\n",
    "corpus/shut/article.md": article("Text.").replace("own", "none"),
    "corpus/shut/b1.md": "Easy.\n",
    "corpus/private/two/article.md": article("Text."),
    "corpus/private/two/a2.md": "Easy.\n",
    "corpus/three/c1.md": "Alone.\n",
}


def test_a_text_at_another_level_has_the_front_matter_and_the_rights_of_its_article(tmp_path: Path) -> None:
    shelf = make_shelf(LEVELS, tmp_path, reader_audience="class")
    easy = shelf.fronts["corpus/one/b1"]

    assert (easy.kind, easy.level, easy.article) == (PageKind.LEVEL, "B1", shelf.fronts["corpus/one/article"].article)
    assert [line.text for line in easy.text.mentions] == ["he"]
    assert keys_of(easy.own, Keys).vocabulary["hard"].means == "difficult"
    open_ones = {n for n, state in shelf.fronts.items() if state.kind is not PageKind.PAGE and not state.access.closed}
    assert open_ones == {"corpus/one/article", "corpus/one/b1"}


def test_a_text_at_a_level_without_its_article_is_a_page_like_others_and_reported(tmp_path: Path) -> None:
    shelf = make_shelf(LEVELS, tmp_path)
    assert shelf.fronts["corpus/three/c1"].kind is PageKind.PAGE
    assert shelf.problems("corpus/three/c1") == [("level-text", 0)]


def test_what_is_wrong_with_an_article_is_not_reported_with_its_other_texts(tmp_path: Path) -> None:
    texts = {"corpus/one/article.md": article("Text.", outlet="[1]"), "corpus/one/b1.md": "---\ncolour: 1\n---\nT.\n"}
    shelf = make_shelf(texts, tmp_path)
    assert shelf.problems("corpus/one/article") == [("bad-value", 5)]
    assert shelf.problems("corpus/one/b1") == [("unknown-key", 2)]
