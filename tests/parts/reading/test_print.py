"""The articles of a pack in print, and stubs of those that may not be printed."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from libraries import PARTS, make_shelf
from printed import pack
from readers import article, entry

from course_reader.pdf.book import Binder
from course_reader.tree.content import walk
from course_reader.views.packs import packs

FILES = {
    "glossary/people/ann.md": entry("Ann Lee", roles="[{title: Mayor, from: 2020}]"),
    "corpus/one/article.md": article(
        "Ann Lee came.", title="One", dateline="BAKU", byline="Jo Poe", agency="Bay News", outlet="Gazette",
        caption="A picture", credit="C",
    ),
    "corpus/two/article.md": article("T.", title="Two"),
}  # fmt: skip


def printed(*articles: str, files: dict[str, str] = FILES, audience: str = "public", **keys: str) -> dict[str, Any]:
    made = {**files, "corpus/packs/p.md": pack(*articles, parts="[articles]", **keys)}
    found: dict[str, Any] = make_shelf(made, reader_audience=audience, reader_today="2024-01-01").printed("p")[1]
    return found


def test_the_head_says_when_where_and_by_whom() -> None:
    part = printed("one", "two")["article"]

    assert part["source"] == ["1 November 2022 · BAKU · Jo Poe / Gazette · 1 min"]
    assert part["kicker"].endswith("1 of 2")
    assert part["caption"] == ["A picture (C)"]
    assert [item["id"] for item in walk(part["c"]) if item.get("t") == "mention"] == ["corpus/one/article@0"]


def test_what_was_adapted_says_so() -> None:
    files = {"corpus/one/article.md": article("T.").replace("own", "adapted")}
    assert "adapted" in printed("one", files=files)["article"]["source"][0]


RIGHTS = {
    "none": "{status: none}",
    "licensed": "{status: licensed}",
    "until June": "{status: licensed, expires: 2024-06-30}",
    "none until June": "{status: none, expires: 2024-06-30}",
}


@pytest.mark.parametrize(
    ("rights", "until", "audience", "is_printed"),
    [
        ("none", "", "public", False),
        ("none", "", "class", True),
        ("licensed", "", "public", True),
        ("until June", "", "public", True),
        ("until June", "2024-06-30", "public", True),
        ("until June", "2024-07-01", "public", False),
        ("until June", "2024-07-01", "class", False),
        ("none until June", "2024-06-30", "class", True),
    ],
)
def test_a_permission_has_to_last_until_the_end_of_the_term(
    rights: str, until: str, audience: str, is_printed: bool
) -> None:
    files = {"corpus/one/article.md": article("T.").replace("{status: own}", RIGHTS[rights])}
    keys = {"until": until} if until else {}

    assert ("article" in printed("one", files=files, audience=audience, **keys)) is is_printed


@pytest.mark.parametrize(("audience", "kind"), [("public", "stub"), ("class", "article")])
def test_an_article_that_says_nothing_of_its_rights_is_printed_for_the_class_only(audience: str, kind: str) -> None:
    files = {"corpus/one/article.md": "---\ntitle: One\n---\n\nT.\n"}
    assert kind in printed("one", files=files, audience=audience)


@pytest.mark.parametrize(
    ("keys", "address"),
    [
        ({"url": "https://example.org/x"}, ["https://example.org/x"]),
        ({"adapted_from": "{url: 'https://example.org/y'}"}, ["https://example.org/y"]),
        ({}, []),
    ],
)
def test_a_stub_says_where_it_can_be_read_and_who_is_named(keys: dict[str, str], address: list[str]) -> None:
    text = article("Ann Lee hid it.", title="Kept", **keys).replace("own", "none")
    part = printed("one", files={**FILES, "corpus/one/article.md": text})["stub"]

    assert [item["to"] for item in walk(part["c"]) if item.get("t") == "url"] == address
    assert part["rows"] == [{"name": "Ann Lee", "text": "Mayor since 2020. A gloss."}]
    assert "hid" not in repr(part)


@pytest.mark.parametrize("level", ["B1", "A2"])
def test_a_pack_prints_the_text_at_its_level_and_else_the_article(tmp_path: Path, level: str) -> None:
    files = {**FILES, "corpus/one/b1.md": "Ann Lee came. She sat.\n"}
    made = {**files, "corpus/packs/p.md": pack("one", "two", parts="[articles]", level=level)}
    shelf = make_shelf(made, tmp_path, reader_today="2024-01-01")
    page = next(page for page in packs(shelf.library) if page.name == "p")
    book, tree = Binder(
        shelf.library, PARTS, lambda doc: shelf.documents[doc].deepcopy(), lambda *_: None, lambda *_: nullcontext()
    ).bind(page, [], {})

    articles = [part for part in tree["parts"] if part["t"] == "article"]
    assert [" came. She sat." in repr(part["c"]) for part in articles] == [level == "B1", False]
    assert ["text at level B1" in repr(part["source"]) for part in articles] == [level == "B1", False]
    assert book.texts() == ["corpus/one/article", "corpus/two/article"]
    assert [part["label"] for part in articles] == book.texts()
