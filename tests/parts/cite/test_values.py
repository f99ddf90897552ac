"""How an article is cited: who, what, where, when, as far as it is known."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from libraries import make_shelf
from pybtex.database import parse_string
from readers import article

from course_reader.parts.cite.values import CiteView, cited

ONE = "corpus/one/article"


def view(text: str) -> CiteView:
    found = cited(make_shelf({f"{ONE}.md": text}).at(ONE))
    assert found is not None
    return found


KEYS = {"outlet": "The Gazette", "byline": "Jo Poe", "agency": "Bay News", "url": "https://example.org/one"}


def test_everything_that_is_known_is_told() -> None:
    found = view(article("T.", title="One", date="2022-10", **KEYS))

    assert found.original == "Jo Poe. “One.” The Gazette, October 2022. https://example.org/one"
    assert found.own == ""


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ({}, "“One.” 1 November 2022."),
        ({"agency": "Bay News"}, "Bay News. “One.” 1 November 2022."),
        ({"agency": "Bay News Ltd."}, "Bay News Ltd. “One.” 1 November 2022."),
        ({"outlet": "The Gazette"}, "“One.” The Gazette, 1 November 2022."),
    ],
)
def test_what_is_not_known_leaves_no_hole(keys: dict[str, str], text: str) -> None:
    assert view(article("T.", title="One", **keys)).original == text


def test_without_a_date_it_says_so() -> None:
    found = view("---\ntitle: One\nrights: {status: own}\n---\n\nT.\n")

    assert "n.d." in found.original
    assert "date" not in found.bibtex


def test_of_a_retold_text_both_are_cited() -> None:
    found = view(article("T.", title="One", adapted_from="{title: The first, url: 'https://example.org/x'}", **KEYS))

    assert "“The first.”" in found.original
    assert "“One.”" in found.own and "A test reader" in found.own
    assert "title = {{The first}}" in found.bibtex


@pytest.mark.parametrize(
    ("keys", "key"),
    [
        ({"outlet": "The Gazette"}, "gazette2022"),
        ({"agency": "Bay-News", "outlet": "The Gazette"}, "bay2022"),
        ({"outlet": "Վեդոմոստի"}, "article2022"),
        ({}, "article2022"),
    ],
)
def test_the_key_for_programs_is_made_of_latin_letters(keys: dict[str, str], key: str) -> None:
    assert view(article("T.", **keys)).bibtex.startswith(f"@article{{{key},")


def test_programs_get_each_field_once() -> None:
    bibtex = view(article("T.", title="One", date="2022-10", **KEYS)).bibtex
    fields = dict(re.findall(r"^  (\w+) = \{(.*)\},?$", bibtex, re.MULTILINE))

    assert (fields["date"], fields["journal"], fields["langid"]) == ("2022-10", "The Gazette", "en")
    assert fields["author"] == "{Jo Poe}", "two pairs of brackets keep a name whole"
    assert bibtex.count("{") == bibtex.count("}")


@given(st.text("ab &%$#_{}\\", min_size=1, max_size=12).filter(lambda title: title.strip()))
def test_programs_read_any_title(title: str) -> None:
    quoted = title.replace("'", "''")
    bibtex = view(article("T.", title=f"'{quoted}'")).bibtex
    [read] = parse_string(bibtex, "bibtex").entries.values()
    plain = read.fields["title"].removeprefix("{").removesuffix("}")
    for command, sign in ((r"{\textbraceleft}", "{"), (r"{\textbraceright}", "}"), (r"{\textbackslash}", "\\")):
        plain = plain.replace(command, f"\0{ord(sign)};")
    plain = re.sub(r"\\([&%$#_])", r"\1", plain)

    assert re.sub(r"\0(\d+);", lambda code: chr(int(code[1])), plain).split() == title.split()


def test_a_page_that_is_no_article_is_not_cited() -> None:
    assert cited(make_shelf({"docs/background.md": "# B\n"}).at("docs/background")) is None
