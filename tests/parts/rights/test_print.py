"""The rights page of a pack: a line of credit for each article, and one for the reader."""

from __future__ import annotations

from typing import Any

import pytest
from libraries import make_shelf
from printed import pack
from readers import article


def lines(*texts: str, parts: str = "[articles, rights]") -> list[str]:
    files = {f"corpus/a{at}/article.md": text for at, text in enumerate(texts)}
    files["corpus/packs/p.md"] = pack(*(f"a{at}" for at in range(len(texts))), parts=parts)
    found: dict[str, Any] = make_shelf(files, reader_today="2024-01-01").printed("p")[1]
    return [line for [line] in found["rights"]["rows"]]


@pytest.mark.parametrize(
    ("rights", "keys", "line"),
    [
        ("{status: own}", {}, "“One” (1 November 2022)."),
        ("{status: own}", {"outlet": "Gazette"}, "“One” (Gazette, 1 November 2022)."),
        (
            "{status: licensed, holder: X Ltd., terms: For class.}", {"outlet": "Gazette"},
            "“One” (Gazette, 1 November 2022). © X Ltd. For class.",
        ),
        (
            "{status: adapted}", {"outlet": "Gazette", "adapted_from": "{title: The first}"},
            "“One”, adapted from “The first” (Gazette, 1 November 2022).",
        ),
        ("{status: adapted}", {}, "“One”, adapted from “One” (1 November 2022)."),
    ],
)  # fmt: skip
def test_an_article_has_a_line_of_credit(rights: str, keys: dict[str, str], line: str) -> None:
    assert lines(article("T.", title="One", **keys).replace("{status: own}", rights))[0] == line


def test_what_is_withheld_says_so_and_not_its_terms() -> None:
    kept = article("T.", title="Kept").replace("{status: own}", "{status: none, holder: X, terms: For class}")
    [line, _] = lines(kept)

    assert "For class" not in line
    assert line != lines(kept.replace("none", "own"))[0]


def test_the_reader_has_the_last_line() -> None:
    assert lines(article("T."))[-1] == "A test reader."


def test_an_article_of_which_nothing_is_known_has_its_title() -> None:
    assert lines("---\ntitle: One\nrights: {status: own}\n---\n\nT.\n")[0] == "“One”."


def test_every_line_ends_once() -> None:
    assert all(line.endswith(".") for line in lines(article("T.", title="Done."), article("T.")))
