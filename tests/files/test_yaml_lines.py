"""YAML that remembers its lines."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_reader.files.yaml_lines import YamlError, load, mapping

VALUES = st.recursive(
    st.none() | st.booleans() | st.text("ab :#-[]{}'\"\n", max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("xyz", min_size=1), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 2022-10-31", "2022-10-31"),
        ("a: 2022-10", "2022-10"),
        ("a: 2022", 2022),
        ("a: 0994", "0994"),
        ("a: no", "no"),
        ("a: yes", "yes"),
        ("a: on", "on"),
        ("a: true", True),
        ("a: 'true'", "true"),
        ("a: false", False),
        ("a:", None),
        ("a: ~", None),
        ("a: null", None),
        ("a: ''", ""),
        ("a: 7", 7),
        ("a: '7'", "7"),
        ("a: -7", -7),
        ("a: +7", "+7"),
        ("a: 40.18", 40.18),
        ("a: 30.50", "30.50"),
        ("a: 1_000", "1_000"),
        ("a: 0x1f", "0x1f"),
        ("a: 12:30:45", "12:30:45"),
        ("a: .inf", ".inf"),
        ("a: 123456789012345678901234567890", "123456789012345678901234567890"),
        ("a: |\n  x\n  y\n", "x\ny\n"),
        ("a: >-\n  x\n  y", "x y"),
    ],
)
def test_values_are_what_an_editor_means(text: str, value: object) -> None:
    document = load(text)
    assert document.value == {"a": value}
    assert type(document.value["a"]) is type(value)


def test_each_key_and_item_knows_its_line() -> None:
    document = load("a: 1\nb:\n  - x\n  - {c: 2,\n     d: 3}\ne:\n  f: 4\n", first_line=2)
    assert document.lines[("a",)] == 2
    assert document.lines[("b", 0)] == 4
    assert document.lines[("b", 1)] == 5
    assert document.lines[("b", 1, "d")] == 6
    assert document.lines[("e", "f")] == 8


def test_a_place_without_a_line_has_that_of_what_holds_it() -> None:
    document = load("a:\n  b: 1")
    assert document.line(("a", "b", "c", 3)) == 2
    assert document.line(("z",)) == 1
    assert load("").line(("z",)) == 1


def test_comments_and_empty_texts_are_no_values() -> None:
    assert load("").value is None
    assert load("# yaml-language-server: $schema=person.json\n").value is None
    assert load("# a comment\na: b # another\n").value == {"a": "b"}


TAG = " before a value is a tag, which these files do not use; remove it"
ADVICE = "; look at the brackets, quotation marks, colons and indentation here"


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("a: 1\nb: 2\na: 3", 3, "the key 'a' is used twice here"),
        (
            "a: 1\nb: !!python/object:os.system {c: 1}",
            2,
            f"!!python/object:os.system{TAG}",
        ),
        ("a: !own [1]", 1, f"!own{TAG}"),
        (
            "a: !<tag:x.example,2000:b> c",
            1,
            f"tag:x.example,2000:b{TAG}",
        ),
        ("x:\n  - {a: 1}\n  - {b: 1, b: 2}", 3, "the key 'b' is used twice here"),
        ("a: 1\nb: [x, y\nc: 3", 3, f"did not find expected ',' or ']'{ADVICE}"),
        ("a: 1\nb: [x, y", 2, f"did not find expected ',' or ']'{ADVICE}"),
        (
            "a: 1\nb: 'x\nc: 3\n",
            2,
            "the quotation mark ' that opens here is never closed; add it at the end of the value",
        ),
        ("a: b\n\tc: d", 2, "the line begins with a tab; use blanks"),
        ("a: 1\nb: c: d", 2, 'the value has a colon in it; put it in quotation marks: b: "…"'),
        ("a: 1\nb = 2\nc: 3", 2, "the line 'b = 2' is not of the form `key: value`; correct it"),
        ("a:\n-b\n-c", 2, "a blank is missing after the hyphen of this item; write `- `"),
        ("a: [1, 2\nb: 3: 4\n", 2, f"did not find expected ',' or ']'{ADVICE}"),
        ("a: @x", 1, f"found character that cannot start any token{ADVICE}"),
        ("a: é\nb: éé\nc: x\x00", 3, "it contains the character U+0000, which YAML does not allow; remove it"),
        ("a: \x0b", 1, "it contains the character U+000B, which YAML does not allow; remove it"),
        ("a: 1\nb: &x [*x]", 2, "it refers to itself; write the value out"),
        ("a: &x {b: *x}", 1, "it refers to itself; write the value out"),
        ("a: *x", 1, "nothing is marked with &x; write the value out"),
        ("a: 1\n---\nb: 2", 2, "a second document begins here; remove the line of hyphens"),
        ("a: 1\n? [x]\n: 2", 2, "a key must be a single word or phrase"),
        ("a: " + "[" * 100_000, 1, "brackets or lists are nested too deeply; use fewer levels"),
        ("- " * 50_000, 1, "brackets or lists are nested too deeply; use fewer levels"),
    ],
)
def test_what_cannot_be_read_says_where_and_why(text: str, line: int, sentence: str) -> None:
    with pytest.raises(YamlError) as caught:
        load(text)
    assert (caught.value.line, caught.value.message) == (line, sentence)


def test_an_alias_stands_for_its_value() -> None:
    document = load("a: &x {y: [1, 2]}\nb: *x")
    assert document.value == {"a": {"y": [1, 2]}, "b": {"y": [1, 2]}}
    assert document.line(("b", "y", 1)) == 2


def test_aliases_that_multiply_are_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    with pytest.raises(YamlError, match="aliases multiply"):
        load("\n".join(lines))


def test_a_list_is_no_mapping() -> None:
    assert mapping(load("a: 1")) == {"a": 1}
    assert mapping(load("")) == {}
    with pytest.raises(YamlError) as caught:
        mapping(load("- a\n- b", first_line=2))
    assert (caught.value.line, caught.value.message) == (2, "it should consist of `key: value` lines")


def dump(value: object) -> str:
    """Flow YAML with every text quoted."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{dump(k)}: {dump(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(dump, value)) + "]"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    return {None: "null", True: "true", False: "false"}[value]  # type: ignore[index]


@given(VALUES)
def test_what_is_written_is_read_again(value: Any) -> None:
    assert load(dump(value)).value == value


@given(st.text(st.characters(codec="utf-8"), max_size=40) | st.text("a: -[]{}&*!|>'\"\n\t#?,%@`", max_size=40))
def test_any_text_is_read_or_says_why_not(text: str) -> None:
    try:
        document = load(text)
    except YamlError as error:
        assert 1 <= error.line <= text.count("\n") + text.count("\r") + text.count("\x85") + 3
        assert error.message
    else:
        assert document.line(()) >= 1
