"""Quotation marks of what is printed besides the text of pages."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from course_reader.pdf.quotes import set_quotes


def par(*content: Any) -> dict[str, Any]:
    return {"t": "par", "c": list(content)}


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (par('He said "yes", it\'s so.'), par("He said “yes”, it’s so.")),
        (par("The ", {"t": "em", "c": ["council"]}, "'s word"), par("The ", {"t": "em", "c": ["council"]}, "’s word")),
        (par('"', {"t": "strong", "c": ["No"]}, '"'), par("“", {"t": "strong", "c": ["No"]}, "”")),
        (par({"t": "code", "c": ['x = "1"']}, "'s"), par({"t": "code", "c": ['x = "1"']}, "’s")),
        ({"t": "code-block", "text": 'print("x")'}, {"t": "code-block", "text": 'print("x")'}),
        ({"t": "x", "questions": ["Why?", "'Useful'?"]}, {"t": "x", "questions": ["Why?", "‘Useful’?"]}),
        ({"t": "x", "to": "d'accord", "text": "d'accord"}, {"t": "x", "to": "d'accord", "text": "d’accord"}),
        (
            par("Ann", {"t": "mention", "c": ["'s"], "id": "a'b", "note": {"id": "n'1", "text": '"Ann"'}}),
            par("Ann", {"t": "mention", "c": ["’s"], "id": "a'b", "note": {"id": "n'1", "text": "“Ann”"}}),
        ),
        (
            par("She: ", {"t": "ul", "c": [[par("'a'")]]}, '"b"', {"t": "lang", "lang": "fr", "c": ["l'an"]}),
            par("She: ", {"t": "ul", "c": [[par("‘a’")]]}, "“b”", {"t": "lang", "lang": "fr", "c": ["l’an"]}),
        ),
        (par("Set “already”, ‘so’."), par("Set “already”, ‘so’.")),
    ],
    ids=[
        "plain",
        "after emphasis",
        "around strong",
        "after code",
        "listing",
        "rows",
        "names",
        "note",
        "list and language",
        "set",
    ],
)
def test_straight_marks_are_curled_and_names_are_left_alone(typed: Any, printed: Any) -> None:
    found = [copy.deepcopy(typed)]
    set_quotes(found, "en")

    assert found == [printed]


def test_each_language_has_its_marks() -> None:
    def printed(language: str) -> Any:
        found = [par('"Da"')]
        set_quotes(found, language)
        return found[0]["c"][0]

    assert printed("de") == "„Da“"
    assert printed("en_GB") == "“Da”"
    assert printed("hy") == '"Da"'


def test_words_have_the_marks_of_their_language_and_notes_those_of_the_book() -> None:
    note: dict[str, Any] = {"id": "n", "label": "Comment", "c": ['"yes" ', {"t": "lang", "lang": "de", "c": ['"ja"']}]}
    words: dict[str, Any] = {"t": "noted", "c": ['"oui"'], "notes": [note], "joins": False}
    found: list[Any] = [
        {"t": "article", "language": "fr", "source": ['"Post"'], "heading": ['"Non"'], "c": [par(words)]}
    ]
    set_quotes(found, "en")

    assert (found[0]["source"], found[0]["heading"]) == (["“Post”"], ["«\u00a0Non\u00a0»"])
    assert words["c"] == ["«\u00a0oui\u00a0»"]
    assert note["c"] == ["“yes” ", {"t": "lang", "lang": "de", "c": ["„ja“"]}]


def test_where_no_marks_are_known_those_of_the_book_are_used() -> None:
    found: list[Any] = [{"t": "article", "language": "hy", "c": [par('"Da"')]}]
    set_quotes(found, "en")

    assert found[0]["c"] == [par("“Da”")]
