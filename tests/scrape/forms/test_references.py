"""Entries of reference managers, with the text that belongs to them."""

from __future__ import annotations

import json

import pytest
from scrape.forms.made_documents import BODY, TITLE, page

from course_reader.scrape import ScrapeError, scrape
from course_reader.scrape.forms.form import RawInput
from course_reader.scrape.scrape import scrape_all

URL = "https://northport-gazette.example/2024/03/02/ferry"
RIS = f"""TY  - NEWS
TI  - {TITLE}
AU  - Marsh, Lena
AU  - Brandt, Oskar
T2  - The Northport Gazette
DA  - 2024/03/02/
UR  - {URL}
L1  - files/1/snapshot.html
ER  -{" "}
"""
BIB = f"""@article{{marsh2024,
  title = {{{{Ferry}} to Northport runs again after nine years}},
  author = {{Marsh, Lena and Brandt, Oskar}},
  journal = "The Northport Gazette",
  date = {{2024-03-02}},
  url = {{{URL}}},
  file = {{Snapshot:files/1/snapshot.html:text/html}}
}}
"""
CSL = json.dumps(
    [
        {
            "type": "article-newspaper", "title": TITLE, "container-title": "The Northport Gazette", "URL": URL,
            "author": [{"family": "Marsh", "given": "Lena"}, {"literal": "Oskar Brandt"}],
            "issued": {"date-parts": [[2024, 3, 2]]}, "attachments": [{"path": "files/1/snapshot.html"}],
        }
    ]
)  # fmt: skip


@pytest.mark.parametrize("raw", [RIS, BIB, CSL])
def test_the_fields_are_those_of_the_entry_and_the_text_that_of_the_snapshot(raw: str) -> None:
    (got,) = scrape_all(RawInput(raw, attached={"files/1/snapshot.html": page().encode()}.get))
    assert (got.title, got.date, got.outlet, got.url) == (TITLE, "2024-03-02", "The Northport Gazette", URL)
    assert got.byline in ("Lena Marsh and Oskar Brandt", "Lena Marsh, Oskar Brandt")
    assert [block.text for block in got.blocks] == BODY


@pytest.mark.parametrize("raw", [RIS, BIB, CSL])
def test_a_list_without_texts_is_refused_with_what_to_do(raw: str) -> None:
    with pytest.raises(ScrapeError, match="list of references, without the texts"):
        scrape(raw)
