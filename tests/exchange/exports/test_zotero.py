"""Annotations of a library of literature."""

from __future__ import annotations

import json

from course_reader.exchange import forms

PLAIN = {
    "type": "highlight",
    "color": "#5fb236",
    "sortIndex": "1",
    "position": {"pageIndex": 0},
    "text": "forty years",
    "comment": "Who *counts*?",
    "tags": [{"name": "time"}],
    "id": "ABCD",
    "dateCreated": "2024-03-05T10:00:00Z",
    "authorName": "Lena",
}
STORED = {
    "key": "ABCD",
    "data": {
        "itemType": "annotation",
        "annotationType": "highlight",
        "annotationText": "forty years",
        "annotationComment": "<p>Who <b>counts</b>?</p>",
        "annotationSortIndex": "1",
        "tags": [{"tag": "time"}],
        "key": "ABCD",
        "dateAdded": "2024-03-05T10:00:00Z",
    },
}


def test_both_forms_are_read() -> None:
    plain, stored = forms.read(json.dumps([PLAIN | {"id": "X"}, STORED]).encode()).annotations
    assert (plain.places[0].quote, plain.body, plain.tags, plain.by) == (
        "forty years",
        "Who \\*counts\\*?",
        ("time",),
        "Lena",
    )
    assert (stored.places[0].quote, stored.body, stored.id) == ("forty years", "Who **counts**?", "zotero:ABCD")
    assert plain.kept["color"] == "#5fb236"
    assert plain.layer is not None
    assert plain.layer.audience == "class"
