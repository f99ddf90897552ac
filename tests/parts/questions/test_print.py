"""Questions in print: by group, numbered through, with references to pages."""

from __future__ import annotations

from libraries import make_shelf
from printed import pack
from readers import article, entry

from course_reader.parts.questions import PART
from course_reader.tree.content import walk

ASKED = "[{group: A, text: One?, answer_in: [port, harbour]}, {group: A, text: Two?}, {text: Three?}]"
FILES = {
    "glossary/places/port.md": entry("Port"),
    "corpus/one/article.md": article("T.", questions=ASKED),
    "corpus/packs/p.md": pack("one", parts="[articles]"),
}


def test_groups_are_numbered_through() -> None:
    found = make_shelf(FILES).below("p", "questions")

    assert found["title"] == PART.below[0].heading
    assert [(group["group"], group["start"], len(group["items"])) for group in found["groups"]] == [
        ("A", 1, 2), (None, 3, 1),
    ]  # fmt: skip
    assert found["groups"][0]["items"][1] == {"c": ["Two?"], "found": [], "room": 0, "answer": None}


def test_a_place_of_an_answer_is_a_reference_to_its_page() -> None:
    shelf = make_shelf(FILES, labels={"harbour": ("docs/background", "harbour", "The harbour")})
    [item, _] = shelf.below("p", "questions")["groups"][0]["items"]

    assert [(part["to"], part["c"]) for part in walk(item) if part.get("t") == "ref"] == [
        ("glossary/places/port", ["Port"]), ("docs/background#harbour", ["The harbour"]),
    ]  # fmt: skip
