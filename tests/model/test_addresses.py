"""One list says which addresses pages may link to."""

from __future__ import annotations

import pytest
from examples import examples
from hostile_addresses import ADDRESSES, GOOD, is_alive
from hypothesis import given, settings
from hypothesis import strategies as st

from course_reader.model.addresses import is_allowed, is_outer, is_path, is_web
from course_reader.model.article import Article
from course_reader.model.problems import Code, Problem
from course_reader.model.records import build


def test_the_list_of_attempts_is_long() -> None:
    assert len(ADDRESSES) >= 300


@pytest.mark.parametrize("address", ADDRESSES, ids=ascii)
def test_a_hostile_address_is_refused(address: str) -> None:
    assert not is_allowed(address, depth=3)
    assert not is_web(address)
    assert not is_outer(address)


@pytest.mark.parametrize("address", GOOD, ids=ascii)
def test_an_honest_address_is_allowed(address: str) -> None:
    assert is_allowed(address, depth=3)
    assert not is_alive(address)


@pytest.mark.parametrize(
    ("path", "depth", "fine"),
    [("../x", 1, True), ("../x", 0, False), ("a/../../x", 1, True), ("a/../../x", 0, False), ("./a//b", 0, True),
     ("a?../../x", 0, True), ("../../x", None, True), ("%2e%2e/x", 0, False)],
)  # fmt: skip
def test_a_path_stays_below_the_top_of_the_reader(path: str, depth: int | None, fine: bool) -> None:
    assert is_path(path, depth=depth) is fine


def test_an_address_without_end_is_refused() -> None:
    assert not is_allowed("https://example.org/" + "x" * 5000)
    assert not is_allowed("x" * 5000, depth=0)


@settings(max_examples=examples(300))
@given(st.text(st.sampled_from("jJavscript:/\\#?.%3aA&;@ \t\n\u200b\uff1ahtps[]-x"), max_size=30))
def test_what_is_allowed_does_nothing_else_than_it_says(address: str) -> None:
    if is_allowed(address, depth=2):
        assert not is_alive(address)


def test_a_key_with_an_address_is_checked_where_the_file_is_read() -> None:
    from course_reader.files.yaml_lines import load

    found: list[Problem] = []
    text = "title: Talks\nurl: javascript:alert(1)\nadapted_from: {title: Old, url: '//far.example/x'}\n"
    article = build(Article, load(text), "corpus/a/article.md", found)
    assert article is not None
    assert article.url is None
    assert article.adapted_from is not None
    assert (article.adapted_from.title, article.adapted_from.url) == ("Old", None)
    assert [(p.line, p.code) for p in found] == [(2, Code.BAD_ADDRESS), (3, Code.BAD_ADDRESS)]
    assert found[0].message == (
        "url is 'javascript:alert(1)', which is not linked; "
        "write one that begins with https:// or http://, with a plain host and no blanks"
    )
