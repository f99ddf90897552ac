"""The sheet for a permissions office: what a pack copies, from whom, how much."""

from __future__ import annotations

import csv
import io
import json

import pytest
from readers import article, make_reader

from course_reader.cli import main

FILES = {
    "corpus/one/article.md": article(
        "One two three four five.",
        date="2022-11-01",
        title="First",
        outlet="The Gazette",
        byline="Jo Poe",
        url="https://example.org/one",
    ).replace("{status: own}", "{status: licensed, holder: Gazette Ltd, expires: 2030-06-30}"),
    "corpus/two/article.md": article("Words.", title="Second"),
    "corpus/packs/autumn.md": """
        ---
        title: Autumn
        term: Autumn 2026
        copies: 25
        parts: [articles]
        ---

        What we read.

        ```{toctree}
        ../one/article
        ../two/article
        ```
        """,
}


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return make_reader(tmp_path_factory.mktemp("rights"), FILES).root


def test_the_sheet_has_a_row_for_each_article(root, capsys):
    assert main(["--root", str(root), "pack", "autumn", "--rights"]) == 0

    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["title"] for row in rows] == ["First", "Second"]
    assert rows[0] == {
        "title": "First",
        "author": "Jo Poe",
        "outlet": "The Gazette",
        "date": "1 November 2022",
        "pages": "1",
        "words": rows[0]["words"],
        "copies": "25",
        "term": "Autumn 2026",
        "holder": "Gazette Ltd",
        "status": "licensed",
        "expires": "30 June 2030",
        "address": "https://example.org/one",
    }
    assert int(rows[0]["words"]) >= 5


def test_the_same_as_data(root, capsys):
    assert main(["--root", str(root), "pack", "autumn", "--json"]) == 0

    answer = json.loads(capsys.readouterr().out)
    assert answer["pack"] == "autumn"
    assert [row["pages"] for row in answer["articles"]] == [1, 1]


def test_a_pack_that_is_not_there_is_a_wrong_use(root, capsys):
    assert main(["--root", str(root), "pack", "spring"]) == 2
    assert "there is no pack 'spring'; there are: autumn" in capsys.readouterr().err
