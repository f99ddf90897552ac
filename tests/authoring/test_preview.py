"""What a note says is cleaned in the preview as it is on the page."""

from __future__ import annotations

import pytest
from authoring.serving import Served
from hostile import ACTS, TECHNIQUES, faults
from lxml import html as lxml_html

from course_reader.pages.safe_markdown import note_html


def test_the_preview_is_what_the_page_will_show_and_no_technique_gets_through(closed: Served) -> None:
    token = closed.token()
    for name, body in {**TECHNIQUES, **ACTS}.items():
        answer = closed.send("POST", "/_cr/preview", {"body": body}, X_CR_Token=token)
        assert answer.status == 200, (name, answer.body)
        assert answer.json["html"] == note_html(body), name
        assert list(faults(lxml_html.fromstring(f"<div>{answer.json['html']}</div>"))) == [], name


@pytest.mark.parametrize("note", [0, 1])
def test_the_html_of_a_note_is_clean(closed: Served, note: int) -> None:
    told = closed.layer()["notes"][note]
    assert told["html"] == note_html(told["body"])
    assert list(faults(lxml_html.fromstring(f"<div>{told['html']}</div>"))) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("[" * 1_001, "1,001 opening square brackets, but at most 1,000"),
        ("a" * 20_001, "20,001 characters, but at most 20,000"),
    ],
    ids=["brackets", "length"],
)
def test_a_note_that_takes_too_long_to_show_is_refused_in_a_sentence(closed: Served, body: str, said: str) -> None:
    token = closed.token()
    answer = closed.send("POST", "/_cr/preview", {"body": body}, X_CR_Token=token)
    assert answer.status == 422
    assert said in answer.json["error"]
