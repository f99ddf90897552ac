"""The forms of whole files, and the order of what is in them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from exchange.made_up import JSON, nearly_right, page, row, w3c
from hypothesis import given
from hypothesis import strategies as st

from course_reader.exchange.complaints import MalformedError
from course_reader.exchange.forms import MOST, read, read_value
from course_reader.exchange.w3c_check import CONTEXT

A, B, C = (w3c(f"https://tool.example/{name}") for name in "abc")


def bare(value: dict[str, Any]) -> dict[str, Any]:
    return {key: item for key, item in value.items() if key != "@context"}


def collection(**keys: Any) -> dict[str, Any]:
    return {"@context": CONTEXT, "id": "https://tool.example/c", "type": "AnnotationCollection"} | keys


def names(value: Any) -> str:
    return "".join(annotation.id[-1] for annotation in read_value(value).annotations)


@pytest.mark.parametrize(
    "value",
    [
        [A, B, C],
        [bare(A), bare(B), bare(C)],
        {"rows": [row("a"), row("b"), row("c")], "total": 3},
        {"rows": [row("a"), row("b")], "replies": [row("c")], "total": 2},
        {"annotations": [row("a"), row("b"), row("c")], "export_date": "2024-03-07", "client_version": "1.1"},
        {"rows": [A, B, C]},
        collection(total=3, first=page(bare(A), bare(B), bare(C))),
        collection(first=[page(bare(A), next=page(bare(B), next=page(bare(C))))]),
        page(A, B, C),
        [collection(first="https://tool.example/1"), page(A, B, id="https://tool.example/1"), page(C)],
    ],
    ids=lambda value: f"{json.dumps(value)[:30]}",
)
def test_every_form_is_read(value: Any) -> None:
    assert names(value) == "abc"


def test_pages_that_are_elsewhere_are_named_and_not_fetched() -> None:
    batch = read_value(page(A, id="https://tool.example/1", next="https://tool.example/2"))
    assert (batch.elsewhere, batch.pages) == (("https://tool.example/2",), ("https://tool.example/1",))
    chained = [
        page(A, id="https://tool.example/1", next="https://tool.example/2"),
        page(B, id="https://tool.example/2"),
    ]
    assert read_value(chained).elsewhere == ()


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (3, "it is “3”; annotations are objects, or a list of them"),
        ("text", "it is “text”; annotations are objects, or a list of them"),
        ({"rows": {}}, "rows: it is “{}”; it should be a list of annotations"),
        ({"annotations": None}, "annotations: it is “None”; it should be a list of annotations"),
        (collection(total=9), "it announces 9 annotations but has no page “first” that contains them"),
        (collection(total="many"), "total: it is “many”; it should be a whole number from 0"),
        (collection(first=3), "first: it is “3”; it should be a page of annotations"),
        (collection(first="not a uri"), "first: it is “not a uri”, which is not an address"),
        (collection(first=page(A) | {"items": {}}), "first.items: a page of annotations has a list “items”"),
        (page(bare(A) | {"target": 9}), "items[0].target: it is “9”; a target is an address or an object"),
        ({"type": "AnnotationPage", "items": []}, "the key “@context” is missing"),
        ({"rows": [row("a", uri=None)]}, "rows[0]: the key “uri” is missing"),
        ({"rows": [7]}, "rows[0]: it is “7”; an annotation is an object"),
    ],
)
def test_what_is_no_such_file_is_told(value: Any, said: str) -> None:
    with pytest.raises(MalformedError) as caught:
        read_value(value)
    assert caught.value.problems[0].message.startswith(said)


def test_an_empty_file_of_annotations_is_fine() -> None:
    for value in ([], {"rows": []}, {"annotations": []}, collection(total=0), page()):
        assert read_value(value).annotations == ()


def test_too_many_are_refused() -> None:
    with pytest.raises(MalformedError, match="at most 10,000 can be read at once"):
        read_value([{}] * (MOST + 1))


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"text": "[" * 1_001}, "its text is too long for a note: it has 1,001 opening square brackets"),
        ({"text": "a" * 20_001}, "its text is too long for a note: it has 20,001 characters"),
    ],
)
def test_the_limits_of_notes_hold_for_annotations_too(keys: dict[str, str], said: str) -> None:
    with pytest.raises(MalformedError) as caught:
        read_value({"rows": [row("a"), row("b", **keys)]})
    assert [problem.message.startswith(f"rows[1]: {said}") for problem in caught.value.problems] == [True]


def test_parents_come_before_their_answers_and_each_once() -> None:
    rows = [row("c", references=["a", "b"]), row("b", references=["a"]), row("a"), row("a", text="newer")]
    batch = read_value({"rows": rows})
    assert [(a.id, a.parents) for a in batch.annotations] == [("a", ()), ("b", ("a",)), ("c", ("b", "a"))]
    assert batch.annotations[0].body == "newer"


def test_an_annotation_about_another_one_answers_it() -> None:
    answer = w3c("https://tool.example/z", target=A["id"])
    assert [a.parents for a in read_value([answer, A]).annotations] == [(), (A["id"],)]
    assert read_value(w3c(target="https://x.example/9", motivation="replying")).annotations[0].parents


def test_a_circle_of_answers_ends() -> None:
    assert len(read_value({"rows": [row("a", references=["b"]), row("b", references=["a"])]}).annotations) == 2


# --- whatever is in the file


@given(JSON)
def test_any_json_is_read_or_refused(value: Any) -> None:
    try:
        batch = read(json.dumps(value).encode())
    except MalformedError as error:
        assert error.problems
        assert all("\n" not in problem.message for problem in error.problems)
    else:
        assert all(annotation.body and annotation.id for annotation in batch.annotations)


@given(nearly_right())
def test_what_is_nearly_right_is_read_or_refused(value: Any) -> None:
    try:
        read(json.dumps(value).encode())
    except MalformedError as error:
        assert error.problems


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with pytest.raises(MalformedError):
        read(data + b"\x00{")
