"""Values as YAML that people like to read and every parser reads back."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from files.yaml_cases import HOSTILE

from course_reader.files.yaml_lines import load
from course_reader.files.yaml_write import WIDTH, UnwritableError, behind, inline, list_item, pair, same


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("plain words", "plain words"),
        ("a: b", '"a: b"'),
        ("a#b", "a#b"),
        ("a #b", '"a #b"'),
        ('say "no"', 'say "no"'),
        ('"no" said', "'\"no\" said'"),
        ("it's", "it's"),
        ("'it's", "\"'it's\""),
        ("no", '"no"'),
        ("2022-10-31", '"2022-10-31"'),
        ("1e5", '"1e5"'),
        ("0o17", '"0o17"'),
        ("", '""'),
        (" a", '" a"'),
        ("a\tb", '"a\\tb"'),
        ("a\nb", '"a\\nb"'),
        ("\u200d", "\u200d"),
        ("a\u202eb", '"a\\u202eb"'),
        ("\U0001f600", "\U0001f600"),
        ("\U000f0000", '"\\U000f0000"'),
        ("\x07", '"\\x07"'),
        (None, "null"),
        (True, "true"),
        (False, "false"),
        (7, "7"),
        (40.5, "40.5"),
        ([], "[]"),
        ({}, "{}"),
        (["a", ["b, c"]], '[a, ["b, c"]]'),
        ({"k": {"l": "m]"}}, '{k: {l: "m]"}}'),
    ],
)
def test_a_value_on_one_line(value: Any, written: str) -> None:
    assert inline(value) == written
    assert load(f"k: {written}").value == {"k": value}


def test_quotation_marks_stay_as_they_were_where_they_can() -> None:
    assert inline("plain", style="'") == "'plain'"
    assert inline("plain", style='"') == '"plain"'
    assert inline('a "b"', style='"') == '"a \\"b\\""'
    assert inline("a\nb", style="'") == '"a\\nb"'


@pytest.mark.parametrize("value", ["a\ud83d", float("nan"), float("inf"), 10**30, 1e-7, [1e300], {"k": "\udfff"}])
def test_what_would_not_read_back_is_refused(value: Any) -> None:
    with pytest.raises(UnwritableError) as caught:
        inline(value)
    assert len(str(caught.value)) > 20


@pytest.mark.parametrize("value", HOSTILE)
def test_every_parser_reads_hostile_words_as_text(value: str) -> None:
    for flow in (False, True):
        written = inline(value, flow=flow)
        assert yaml.safe_load(f"k: [{written}]" if flow else f"k: {written}") == {"k": [value] if flow else value}


def test_a_short_value_follows_its_key_and_a_long_one_is_folded_below() -> None:
    assert pair("k", "short", 0) == ["k: short"]
    first, *rest = pair("k", "word " * 40 + "end", 2)
    assert first == "k: >-"
    assert all(line.startswith("    word") for line in rest)
    assert max(map(len, rest)) <= WIDTH


def test_lines_stay_lines() -> None:
    assert pair("k", "a\n\nb", 0) == ["k: |-", "  a", "", "  b"]
    assert pair("k", "a\nb\n", 0) == ["k: |", "  a", "  b"]
    assert pair("k", "  a\nb", 0) == ["k: |2-", "    a", "  b"]


def test_a_list_is_in_brackets_while_it_fits() -> None:
    assert pair("k", ["a", "b"], 0) == ["k: [a, b]"]
    many = ["some words"] * 12
    assert pair("k", list(many), 0) == ["k:", *["  - some words"] * 12]
    assert pair("k", [{"a": 1}], 0) == ["k:", "  - a: 1"]


def test_mappings_go_below_their_key() -> None:
    assert pair("k", {"a": 1, "b": {"c": [], "d": {}}}, 0) == ["k:", "  a: 1", "  b:", "    c: []", "    d: {}"]


def test_an_item_has_its_keys_after_the_hyphen() -> None:
    assert list_item({"a": 1, "b": 2}, 2) == ["- a: 1", "    b: 2"]
    assert list_item({"a": 1, "b": 2}, 0, offset=4) == ["-   a: 1", "    b: 2"]
    assert list_item("words", 0) == ["- words"]
    assert list_item([1, [2]], 0) == ["-", "  - 1", "  -", "    - 2"]


def test_a_text_that_was_a_block_stays_one() -> None:
    assert behind("short", 0, 2, style="|") == ["|-", "  short"]
    assert behind("short", 0, 2, style=">") == [">-", "  short"]
    assert behind("two  blanks", 0, 2, style=">") == ["|-", "  two  blanks"]


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        (1, 1, True),
        (1, True, False),
        (1, 1.0, False),
        ("1", 1, False),
        (None, None, True),
        ([1, 2], [1, 2], True),
        ([1, 2], [2, 1], False),
        ([1], [1, 1], False),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, True),
        ({"a": [1]}, {"a": [True]}, False),
        ({"a": 1}, {"a": 1, "b": None}, False),
    ],
)
def test_values_are_the_same_with_their_types(one: Any, other: Any, equal: bool) -> None:
    assert same(one, other) is equal
