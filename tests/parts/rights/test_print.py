"""The rights page of a pack: a table with a row for each article, and a line of credit for the reader."""

from __future__ import annotations

from typing import Any

import pytest
from libraries import make_shelf
from printed import pack
from readers import article


def page(*texts: str, parts: str = "[articles, rights]") -> Any:
    files = {f"corpus/a{at}/article.md": text for at, text in enumerate(texts)}
    files["corpus/packs/p.md"] = pack(*(f"a{at}" for at in range(len(texts))), parts=parts)
    found: dict[str, Any] = make_shelf(files, reader_today="2024-01-01").printed("p")[1]
    return found["rights"]


def row(text: str) -> dict[str, str]:
    found = page(text)["rows"][0]
    return {key: "".join(map(str, value)) for key, value in found.items()}


@pytest.mark.parametrize(
    ("rights", "keys", "source", "holder", "permission"),
    [
        ("{status: own}", {}, "", "", "Text of this reader"),
        ("{status: own}", {"outlet": "Gazette", "byline": "A. Nar"}, "A. Nar / Gazette", "", "Text of this reader"),
        (
            "{status: licensed, holder: X Ltd., terms: For class., expires: 2026-06-30}", {"outlet": "Gazette"},
            "Gazette", "X Ltd.", "By licence. For class. Until 30 June 2026",
        ),
        (
            "{status: adapted}", {"outlet": "Gazette", "adapted_from": "{title: The first}"},
            "“The first”, Gazette", "", "Retold for this reader",
        ),
        ("{status: adapted}", {}, "“One”", "", "Retold for this reader"),
        ("{status: public-domain}", {}, "", "", "Public domain"),
    ],
)  # fmt: skip
def test_an_article_says_what_licence_agencies_ask(
    rights: str, keys: dict[str, str], source: str, holder: str, permission: str
) -> None:
    found = row(article("T.", title="One", **keys).replace("{status: own}", rights))

    assert (found["title"], found["date"]) == ("One", "1 November 2022")
    assert (found["source"], found["holder"], found["permission"]) == (source, holder, permission)


def test_what_is_withheld_says_so_and_not_its_terms() -> None:
    kept = article("T.", title="Kept").replace("{status: own}", "{status: none, holder: X, terms: For class}")

    assert row(kept)["permission"] == "None for this term: not printed"


def test_the_reader_has_the_last_line() -> None:
    assert page(article("T."))["credits"] == [["A test reader."]]


def test_an_article_of_which_nothing_is_known_has_its_title() -> None:
    found = row("---\ntitle: One\nrights: {status: own}\n---\n\nT.\n")
    assert (found["title"], found["source"], found["date"], found["holder"]) == ("One", "", "", "")
