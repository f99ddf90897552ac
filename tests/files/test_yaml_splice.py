"""One item of a YAML file is changed, and no other byte."""

from __future__ import annotations

import pytest
from files.yaml_cases import NOTES, ORDER, changed_lines

from course_reader.files.yaml_lines import load
from course_reader.files.yaml_splice import SpliceError, change_item, insert_item, insert_items, put_in, remove_item


@pytest.mark.parametrize(
    "text",
    [
        NOTES,
        NOTES.replace("\n", "\r\n"),
        "notes:\n- {id: a}\n- {id: b}\n",
        "notes:\n- id: a\n\n- id: b # last",
        "notes: [{id: a}, {id: b}]\n",
        "notes: []\n",
        "layer: {}\n",
        "",
    ],
    ids=lambda text: repr(text[:24]),
)
def test_many_items_are_inserted_as_one_after_the_other(text: str) -> None:
    there = len((load(text.replace("\r\n", "\n")).value or {}).get("notes") or [])
    new = [
        (index, {"id": f"n-{index}{n}", "body": f"# {n}: two\nlines"})
        for n in range(2)
        for index in range(there, -1, -1)
    ]
    one_by_one = text
    for index, item in sorted(new, key=lambda pair: pair[0], reverse=True):
        at = index + (item["id"].endswith("1") and one_by_one != text and f"n-{index}0" in one_by_one)
        one_by_one = insert_item(one_by_one, "notes", at, item)
    value = load(insert_items(text, "notes", new).replace("\r\n", "\n")).value
    assert value == load(one_by_one.replace("\r\n", "\n")).value
    assert insert_items(text, "notes", []) == text
    kept = [line.strip() for line in text.splitlines() if "#" in line]
    assert [line.strip() for line in insert_items(text, "notes", new).splitlines() if line.strip() in kept] == kept


def test_an_item_that_is_put_in_adds_its_lines_and_no_more() -> None:
    new = insert_item(NOTES, "notes", 2, {"id": "n-00000009", "body": "It: is"})
    assert changed_lines(NOTES, new) == ["+   -   id: n-00000009", '+       body: "It: is"', "+ "]
    assert load(new).value["notes"][2] == {"id": "n-00000009", "body": "It: is"}
    assert new.index("n-00000009") < new.index("# about nothing")


def test_a_new_last_item_stands_behind_the_last_and_before_what_follows() -> None:
    new = insert_item(NOTES, "notes", 4, {"id": "n-00000009"})
    assert changed_lines(NOTES, new) == ["+   - id: n-00000009"]
    assert new.index("that go on") < new.index("n-00000009") < new.index("# - id: n-00000005")


def test_an_item_that_is_taken_out_takes_its_lines_and_leaves_the_comments() -> None:
    new = remove_item(NOTES, "notes", 1)
    gone = changed_lines(NOTES, new)
    assert all(line.startswith("- ") for line in gone)
    assert len(gone) == 8  # its seven lines, and the blank one that parted it from the next
    assert "# about nothing in particular\n  - {id" in new


@pytest.mark.parametrize("index", range(5))
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_taking_out_undoes_putting_in(index: int, newline: str) -> None:
    text = NOTES.replace("\n", newline)
    item = {"id": "n-00000009", "body": "a\n\nb"}
    assert remove_item(insert_item(text, "notes", index, item), "notes", index) == text


def test_only_the_lines_of_a_changed_key_change() -> None:
    new = change_item(NOTES, "notes", 0, {"quote": "tea"})
    assert changed_lines(NOTES, new)[:2] == ['-     quote: "caf\\u00e9, \\"so called\\""', '+     quote: "tea"']
    assert len(changed_lines(NOTES, new)) <= 3


def test_a_changed_text_is_folded_at_the_width_it_had_and_keeps_its_comments() -> None:
    new = change_item(NOTES, "notes", 0, {"body": " ".join(["words"] * 30)})
    assert "    # the body is long\n    body: >-\n" in new
    assert max(map(len, new.splitlines())) < 120
    assert change_item(NOTES, "notes", 3, {"body": "b"}).count("body: b   # and end\n") == 1


def test_long_text_is_written_to_be_read() -> None:
    body = "One paragraph.\n\n- a list: with a colon\n- and # a sign"
    new = insert_item("notes:\n", "notes", 0, {"quote": "x", "body": body, "tags": ["a", "yes"]})
    assert new == (
        "notes:\n  - quote: x\n    body: |-\n      One paragraph.\n\n      - a list: with a colon\n"
        '      - and # a sign\n    tags: [a, "yes"]\n'
    )
    folded = insert_item("notes:\n", "notes", 0, {"body": "many words " * 30 + "end"})
    assert folded.startswith("notes:\n  - body: >-\n      many words")
    assert max(map(len, folded.splitlines())) <= 120


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("", "notes:\n  - id: a\n"),
        ("# only this\n", "# only this\nnotes:\n  - id: a\n"),
        ("layer:\n  title: x", "layer:\n  title: x\nnotes:\n  - id: a\n"),
        ("layer:\n  title: x\n...\n", "layer:\n  title: x\nnotes:\n  - id: a\n...\n"),
        ("notes:", "notes:\n  - id: a\n"),
        ("notes: []  # none\nb: 1\n", "notes:  # none\n  - id: a\nb: 1\n"),
        ("notes: null\n", "notes:\n  - id: a\n"),
        ("notes: ~\n# c\n", "notes:\n  - id: a\n# c\n"),
        ("notes:\n- id: b", "notes:\n- id: a\n- id: b"),
        ("notes:\n- id: b\n", "notes:\n- id: a\n- id: b\n"),
        ("\ufeffnotes:\n- id: b\n", "\ufeffnotes:\n- id: a\n- id: b\n"),
        ("{notes: []}\n", "{notes: [{id: a}]}\n"),
        ("notes: [{id: b}, {id: c}]\n", "notes: [{id: a}, {id: b}, {id: c}]\n"),
        ("notes: [\n  {id: b},  # x\n]\n", "notes: [\n  {id: a},\n  {id: b},  # x\n]\n"),
    ],
)
def test_a_list_is_made_where_there_is_none(text: str, new: str) -> None:
    assert insert_item(text, "notes", 0, {"id": "a"}) == new


def test_a_file_without_a_last_line_break_keeps_its_words() -> None:
    text = "notes:\n  - body: |\n      a"
    new = insert_item(text, "notes", 1, {"body": "b"})
    assert load(new).value["notes"] == [*load(text).value["notes"], {"body": "b"}]


def test_the_last_item_leaves_an_empty_list() -> None:
    text = "notes:  # mine\n  - id: a  # first\n    # inside\n    body: b\nother: 1\n"
    new = remove_item(text, "notes", 0)
    assert new == "notes: []  # mine\n  # first\n    # inside\nother: 1\n"
    assert load(insert_item(new, "notes", 0, {"id": "c"})).value == {"notes": [{"id": "c"}], "other": 1}


def test_keys_come_and_go() -> None:
    text = "notes:\n  - quote: a  # q\n    body: b\n"
    new = change_item(text, "notes", 0, {"id": "n-1", "kind": "question"}, order=ORDER)
    assert new == "notes:\n  - id: n-1\n    quote: a  # q\n    kind: question\n    body: b\n"
    assert change_item(new, "notes", 0, {"kind": None}) == new.replace("    kind: question\n", "")
    assert change_item(new, "notes", 0, {"id": None, "kind": None}) == text
    assert change_item(text, "notes", 0, {"quote": None}) == "notes:\n  - # q\n    body: b\n"
    assert change_item("notes:\n  - a: b\n", "notes", 0, {"a": None}) == "notes:\n  - {}\n"
    assert change_item(text, "notes", 0, {"nothing": None}) == text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("notes: [", 1),
        ("a: 1\na: 2\n", 2),
        ("notes: words\n", 1),
        ("- a\n", 1),
        ("a: 1\nnotes:\n  - &x {id: a}\nsee: *x\n", 3),  # what others refer to cannot go
        ("a: 1\rb: 2\r", 1),
        ("notes:\n  - id: b\n  <<<<<<< HEAD\n", 2),
    ],
)
def test_what_cannot_be_done_safely_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(SpliceError) as caught:
        remove_item(text, "notes", 0)
    assert caught.value.line >= line
    assert len(caught.value.message) > 20


def test_an_index_that_is_not_there_is_refused() -> None:
    for call in (lambda: remove_item(NOTES, "notes", 4), lambda: insert_item(NOTES, "notes", -1, {"id": "a"})):
        with pytest.raises(SpliceError):
            call()


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("words:\n  a: 1  # one\n  b: 2\n", 3, "words:\n  a: 1  # one\n  b: 2\n  c: 3\n"),
        ("words: {a: 1}  # one\n", 3, "words: {a: 1, c: 3}  # one\n"),
        ("words: {}  # none\n", 3, "words: {c: 3}  # none\n"),
        ("words: {a: 1, c: 2}  # two\nx: 1\n", 3, "words: {a: 1, c: 3}  # two\nx: 1\n"),
        ("words: {c: 2, a: 1}  # two\n", None, "words: {a: 1}  # two\n"),
        ("words: {a: 1, c: 2}  # two\n", None, "words: {a: 1}  # two\n"),
        ("words:\n  c: 2\n  a: 1  # one\n", None, "words:\n  a: 1  # one\n"),
        ("x: 1\r\nwords:\r\n  c: 2\r\n", "a: b", 'x: 1\r\nwords:\r\n  c: "a: b"\r\n'),
        ("x: 1\n", 3, "x: 1\nwords:\n  c: 3\n"),
    ],
)
def test_a_name_of_a_mapping_is_written_and_comments_stay(text: str, value: int | str | None, expected: str) -> None:
    assert put_in(text, "words", "c", value) == expected


def test_a_comment_is_never_lost_with_a_name() -> None:
    with pytest.raises(SpliceError, match="by hand"):
        put_in("words:\n  c: 2  # mine\n  a: 1\n", "words", "c", None)
    with pytest.raises(SpliceError, match="should be a mapping"):
        put_in("words: [c]\n", "words", "c", 1)
