"""Texts that are versions of each other are found, with what differs."""

from __future__ import annotations

from course_reader.exchange.similar import Similar, body_of, similar

PIER = (
    "The harbour board said on Tuesday that the pier would open again before the summer, after nine years of repairs "
    "that had cost the town more than it had ever paid for a single building."
)
BOAT = (
    "Captain Oskar Brandt took the first boat across the bay at noon with two hundred passengers, most of whom had "
    "waited on the quay since the early morning."
)
VOTE = "The council will vote in autumn on a second boat, which is built in Southport and costs four million crowns."


def test_wire_copy_in_another_outlet_is_found_with_what_differs() -> None:
    (found,) = similar([PIER, VOTE], [("corpus/a/article.md", [PIER, BOAT])])
    assert found == Similar("corpus/a/article.md", found.share, (2,), 1)
    assert 0.5 <= found.share < 1
    assert str(found).endswith("only here: paragraph 2; only there: 1 paragraph")


def test_the_same_text_with_other_marks_is_the_same() -> None:
    marked = PIER.replace("harbour board", "[harbour board](https://bay.example/board)").replace("pier", "**pier**")
    (found,) = similar([marked, BOAT], [("corpus/a/article.md", [PIER, BOAT])])
    assert (found.share, found.new, found.missing) == (1.0, (), 0)
    assert str(found).endswith("the paragraphs are the same")


def test_the_nearest_comes_first_and_other_texts_are_left_out() -> None:
    others = [("half", [PIER, VOTE]), ("other", [VOTE]), ("same", [PIER, BOAT])]
    assert [item.path for item in similar([PIER, BOAT], others)] == ["same", "half"]


def test_short_texts_and_none_are_like_nothing() -> None:
    assert similar([], [("a", [PIER])]) == ()
    assert similar(["The pier is open again."], [("a", ["The pier is open again."])]) == ()


def test_headings_are_no_paragraphs() -> None:
    assert body_of("---\ntitle: x\n---\n\n## Part\n\nOne.\n") == ["One."]
    assert body_of("One.") == ["One."]
