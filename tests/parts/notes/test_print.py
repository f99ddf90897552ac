"""Notes on a whole article in print: those of the sets that the pack prints."""

from __future__ import annotations

from typing import Any

import pytest
from libraries import Shelf, make_shelf, note
from printed import pack
from readers import article

from course_reader.parts.notes import PART

ONE = "corpus/one/article"


def below(name: str = "p", **keys: Any) -> list[dict[str, Any]]:
    """What is printed below the article by way of notes."""
    audience = keys.pop("audience", "public")
    files = {f"{ONE}.md": article("Some words."), "corpus/packs/p.md": pack("one", parts="[articles]", **keys)}
    shelf: Shelf = make_shelf(files, reader_audience=audience)
    shelf.library.pages[ONE].notes = (
        note("n-1", (12, 16)),
        note("n-2"),
        note("n-3", layer="oskar", audience="class"),
        note("n-4", in_reply_to="n-2"),
    )
    found: list[dict[str, Any]] = shelf.printed(name)[1]["article"]["below"]
    return found


def test_notes_on_words_are_in_the_margin_and_the_others_here() -> None:
    [found] = below()

    assert (found["t"], found["title"]) == ("notes", PART.below[0].heading)
    assert [row["id"] for row in found["rows"]] == [f"n:{ONE}@n-2"]
    assert "Body of n-4." in repr(found["rows"]), "with the replies to it"


@pytest.mark.parametrize(
    ("keys", "printed"),
    [
        ({"layers": "[lena]"}, ["n-2"]),
        ({"layers": "[oskar]"}, []),
        ({"layers": "[]"}, []),
        ({"audience": "class"}, ["n-2", "n-3"]),
        ({"audience": "class", "layers": "[oskar]"}, ["n-3"]),
    ],
)
def test_a_pack_chooses_its_sets_of_notes(keys: dict[str, str], printed: list[str]) -> None:
    rows = [row["id"].rpartition("@")[2] for item in below(**keys) for row in item["rows"]]
    assert rows == printed
