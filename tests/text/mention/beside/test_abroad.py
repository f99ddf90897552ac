"""The company a name keeps in other languages; the sentences of each language are in `text/cases/`."""

from __future__ import annotations

import pytest

from course_reader.text.languages.known import language_of
from course_reader.text.mention.beside.abroad import why_not
from course_reader.text.mention.beside.neighbours import Neighbours
from course_reader.text.mention.context import Surroundings
from course_reader.text.mention.names import Name
from course_reader.text.mention.reasons import WhyNot

OSLO = Name("Oslo", "oslo", "places")
QUILL = Name("Quill", "quill", "people", full=False)


def reason(text: str, name: Name, tag: str) -> WhyNot | None:
    language = language_of(tag)
    assert language is not None
    start = text.index(name.text)
    near = Neighbours(language, Surroundings(text, frozenset({start}), frozenset({start + len(name.text)})))
    return why_not(near, start, start + len(name.text), name)


@pytest.mark.parametrize(
    ("text", "name", "tag", "expected"),
    [
        ("www.Oslo.example", OSLO, "fr", WhyNot.ADDRESS),
        ("vers Oslo-Plage", OSLO, "fr", WhyNot.JOINED),
        ("chez Oslo & Fils", OSLO, "fr", WhyNot.INSIDE_ORGANISATION),
        ("le Dynamo d'Oslo", OSLO, "fr", WhyNot.INSIDE_ORGANISATION),
        ("le navire Oslo", OSLO, "fr", WhyNot.THING),
        ("avec Kamran Quill", QUILL, "fr", WhyNot.INSIDE_PERSON),
        ("le Nouvel Oslo", OSLO, "fr", WhyNot.INSIDE_NAME),
        ("Oslo Dövlət Universiteti", OSLO, "az", WhyNot.INSIDE_ORGANISATION),
        ("Osloda Dövlət Universiteti", OSLO, "az", None),
        ("die Oslo-Reise", OSLO, "de", None),
        ("à Oslo", OSLO, "fr", None),
        ("selon Quill", QUILL, "fr", None),
    ],
)
def test_reasons(text: str, name: Name, tag: str, expected: WhyNot | None) -> None:
    assert reason(text, name, tag) is expected
