"""Whatever a value holds, it is read back as it was written, and nothing around it changes."""

from __future__ import annotations

import random
from typing import Any

import pytest
from examples import examples
from files.yaml_cases import HOSTILE, MENTIONS, NOTES, ORDER
from hypothesis import given, settings
from hypothesis import strategies as st

from course_reader.files.front_matter import read
from course_reader.files.yaml_lines import load
from course_reader.files.yaml_splice import SpliceError, change_item, insert_item, remove_item
from course_reader.files.yaml_tree import parse
from course_reader.files.yaml_write import same

KEYS = ["quote", "prefix", "body", "kind", "by", "tags", "text_hash"]


def comments(text: str) -> list[str]:
    return sorted(text[a:b] for a, b in parse(text).comments)


def item_span(text: str, index: int) -> tuple[int, int]:
    """The lines of an item, with its hyphen."""
    root = parse(text).root
    assert root
    found = root.pair("notes")
    assert found
    items = found[1].children
    start = items[index - 1].end if index else found[0].end
    return start, text.find("\n", items[index].end) + 1


def differ_only_there(old: str, new: str, start: int, end: int) -> bool:
    """Whether all characters outside a stretch of the old text stand in the new one."""
    rest = len(old) - end
    return new.startswith(old[:start]) and new.endswith(old[end:]) and len(new) >= start + rest


@pytest.mark.parametrize("value", ["a\ud83d", float("nan"), float("inf"), 10**30, 1e-7, object(), {1: "a"}])
def test_a_value_that_no_file_can_hold_is_refused(value: Any) -> None:
    with pytest.raises(SpliceError):
        insert_item(NOTES, "notes", 0, {"body": value})


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_words_come_back_as_they_were(value: str) -> None:
    for text in (NOTES, NOTES.replace("\n", "\r\n")):
        before = load(text).value["notes"]
        new = insert_item(
            text, "notes", 1, {"quote": value, "body": value, "tags": [value], "original": {value: {"k": value}}}
        )
        assert load(new).value["notes"][1] == {
            "quote": value,
            "body": value,
            "tags": [value],
            "original": {value: {"k": value}},
        }
        for index in range(4):
            new = change_item(text, "notes", index, {"body": value})
            assert load(new).value["notes"] == [{**n, "body": value} if i == index else n for i, n in enumerate(before)]
    new = insert_item(MENTIONS, "mentions", 1, {"text": value, "entry": "none"}, front_matter=True)
    assert read(new).document.value["mentions"][1] == {"text": value, "entry": "none"}


def test_1500_random_changes_with_hostile_values_keep_every_comment() -> None:
    chance = random.Random(4)
    text, kept = NOTES, comments(NOTES)
    wanted: list[dict[str, Any]] = load(text).value["notes"]
    done = {"insert": 0, "change": 0, "remove": 0}
    for step in range(1500):
        what = chance.choice(["insert", "change", "change", "remove"]) if 0 < len(wanted) < 12 else None
        what = what or ("insert" if not wanted else "remove")
        old = text
        index = chance.randrange(len(wanted) + (what == "insert"))
        if what == "remove":
            text = remove_item(text, "notes", index)
            start, end = item_span(old, index)
            assert differ_only_there(old, text, start, end + len(old[end:]) - len(old[end:].lstrip("\n")))
            wanted.pop(index)
        elif what == "insert":
            item: dict[str, Any] = {"id": f"n-{step:08x}"}
            item |= {key: chance.choice(HOSTILE) for key in chance.sample(KEYS, 3)}
            item |= {"tags": chance.sample(HOSTILE, 2), "paragraph": step}
            text = insert_item(text, "notes", index, item)
            at = next((i for i, (a, b) in enumerate(zip(old, text, strict=False)) if a != b), len(old))
            assert not wanted or differ_only_there(old, text, at, at), "putting in only adds"
            wanted.insert(index, item)
        else:
            key = chance.choice(KEYS)
            value = None if chance.random() < 0.2 else chance.choice(HOSTILE)
            text = change_item(text, "notes", index, {key: value}, order=ORDER)
            assert differ_only_there(old, text, *item_span(old, index))
            wanted[index] = {k: v for k, v in {**wanted[index], key: value}.items() if v is not None}
        done[what] += 1
        assert comments(text) == kept
        if step % 25 == 0:
            assert same(load(text).value["notes"], wanted)
    assert comments(text) == kept
    assert same(load(text).value["notes"], wanted)
    assert load(text).value["other"] == [1, 2]
    assert min(done.values()) > 200


TREES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**17), 10**17) | st.text(max_size=20) | st.sampled_from(HOSTILE),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=examples(150))
@given(st.dictionaries(st.text(max_size=8), TREES, max_size=3), st.integers(0, 4))
def test_any_value_comes_back_as_it_was(item: dict[str, Any], index: int) -> None:
    new = insert_item(NOTES, "notes", index, item)
    assert same(load(new).value["notes"][index], item)
    assert same(load(remove_item(new, "notes", index)).value, load(NOTES).value)
