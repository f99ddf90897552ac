"""The texts of a pack: titles at the top of pages, glosses and notes that end together, labels of mentions."""

from __future__ import annotations

from typing import Any

import pytest
from docutils import nodes
from printed import pack, print_reader, tree_of
from readers import article, entry

from course_reader.tree.content import walk
from course_reader.tree.prose import RUNNING_LETTERS, plain, running, text_children


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("A short title", "A short title"),
        ("One two three four five six", "One two three four five six"),
        ("One two three four five six seven", "One two three four five six …"),
        ("Stop, look, listen, then, at last, go away", "Stop, look, listen, then, at last …"),
        ("Unreasonably-long-compounds-without-any-blank-between", "Unreasonably-long-compounds-without-any-blank …"),
    ],
)
def test_a_long_title_is_shortened_at_the_top_of_a_page(title: str, shown: str) -> None:
    assert running(title) == shown
    assert len(running(title)) <= RUNNING_LETTERS + len(" …")


def test_words_of_other_scripts_have_their_language() -> None:
    assert plain("Yerevan, Երևան") == ["Yerevan, ", {"t": "lang", "lang": "hy", "c": ["Երևան"]}]


def test_the_text_of_a_document_has_no_title_and_keeps_what_follows_its_section() -> None:
    text, note = nodes.paragraph("", "Words."), nodes.footnote("", nodes.label("", "1"))
    document = nodes.Element("", nodes.section("", nodes.title("", "Title"), text), note)

    assert text_children(document) == [text, note]  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def part(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """An article in which a gloss and notes end at one word, and a mention is in two parts."""
    notes = "notes: [{quote: Premier Ann Lee, body: One.}, {quote: Lee, body: Two.}, {quote: spoke, body: Three.}]\n"
    files = {
        "corpus/one/article.md": article("Premier Ann Lee spoke. B*or*g heard."),
        "corpus/one/notes/teacher.yaml": f"layer: {{audience: public}}\n{notes}",
        "glossary/people/ann-lee.md": entry("Ann Lee"),
        "glossary/places/borg.md": entry("Borg"),
        "corpus/packs/all.md": pack("one"),
    }
    _, out = print_reader(tmp_path_factory.mktemp("prose"), files, reader_margin="full")
    return next(part for part in tree_of(out, "all")["parts"] if part["t"] == "article")


def test_numbers_of_a_gloss_and_a_note_that_end_together_are_parted(part: Any) -> None:
    met = [(item["t"], item["joins"]) for item in walk(part) if item.get("note") or item.get("notes")]

    # At “Lee” two notes have their numbers, followed by that of the gloss; “spoke” and “Borg” have one number each.
    assert sorted(met) == [("mention", False), ("mention", True), ("noted", False), ("noted", False)]


def test_only_the_first_part_of_a_mention_has_its_label(part: Any) -> None:
    parts = [item for item in walk(part) if item.get("t") == "mention"]

    assert len(parts) == 4
    assert {item["id"] for item in parts} == {item["id"] for item in parts if item["first"]}
    assert sum(item["first"] for item in parts) == 2
