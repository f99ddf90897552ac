"""The inner form of annotators in pages."""

from __future__ import annotations

import json

from course_reader.exchange import forms


def test_words_offsets_tags_and_people() -> None:
    value = {
        "id": "a1",
        "bodies": [
            {"purpose": "commenting", "value": "1 * 2", "creator": {"id": "u", "name": "Mara"}},
            {"purpose": "tagging", "value": "sea"},
            "what?",
        ],
        "target": {"annotation": "a1", "selector": [{"quote": "the quay", "start": 204, "end": 212}]},
    }
    (one,) = forms.read(json.dumps([value]).encode()).annotations
    assert (one.places[0].quote, one.places[0].start) == ("the quay", 204)
    assert (one.body, one.tags, one.by, one.form) == ("1 \\* 2", ("sea",), "Mara", "recogito")


def test_parts_of_another_form_are_no_traceback() -> None:
    value = {"id": 3, "bodies": [None, {"value": 7, "creator": 4}], "target": {"selector": {"quote": 3, "start": "x"}}}
    (one,) = forms.read(json.dumps([value]).encode()).annotations
    assert (one.places[0].quote, one.places[0].start, one.by) == (None, None, None)


def test_an_annotator_in_a_page_names_only_the_words() -> None:
    value = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "#a1",
        "type": "Annotation",
        "body": [{"type": "TextualBody", "value": "Why?"}],
        "target": {
            "selector": [
                {"type": "TextQuoteSelector", "exact": "the quay"},
                {"type": "TextPositionSelector", "start": 4, "end": 12},
            ]
        },
    }
    (one,) = forms.read(json.dumps([value]).encode()).annotations
    assert (one.places[0].address, one.places[0].quote, one.places[0].start) == ("", "the quay", 4)
