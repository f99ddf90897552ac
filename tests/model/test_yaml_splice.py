"""One item of a YAML file is changed, and no other byte."""

from __future__ import annotations

import difflib
import random
from typing import Any

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from course_reader.files import front_matter as frontmatter
from course_reader.files.yaml_lines import load
from course_reader.files.yaml_splice import SpliceError, change_item, insert_item, insert_items, remove_item
from course_reader.files.yaml_tree import parse
from course_reader.files.yaml_write import same

NOTES = """\
# yaml-language-server: $schema=notes.json
layer:   # whose
  title: "Lena's notes"   # as on the page
  author: 'Lena Holm'

# The notes stand in the order of the text.
notes:
  # about the first paragraph
  - id: n-00000001   # never change
    quote: "caf\\u00e9, \\"so called\\""
    tags: [a,   b]  # two
    # the body is long
    body: >-
      Here a long text is folded
      on two lines, as some people like it.

  -   id: n-00000002
      body: |
        First *line*:

            code # no comment

        last line

  # about nothing in particular
  - {id: n-00000003, quote: 'it''s', body: "x: y # z"}  # in brackets
  -
    # alone
    id: n-00000004
    body: plain words
      that go on   # and end

# - id: n-00000005
#   body: taken out by hand
other: [1, 2]
# the end
"""

HOSTILE = [
    "yes", "no", "on", "~", "null", "true", "", " ", "1:30", "12:30:45", "2024-03-05", "2024-03-05T10:00:00Z", "7",
    "-7", "+7", "0o17", "0x1f", "1e5", "1_000", ".5", ".inf", "=", "<<", "- a", "-", "--- a", "---", "...", "? a",
    ": a", "a: b", "a:", ":a", "# a", "a # b", "a#b", "&a", "*a", "!a", "|", ">", "|-", "%a", "@a", "`a`", "{a}",
    "[a]", "a, b", "}", "]", "'", '"', "'a'", '"a"', "it's", 'say "no"', "\\", "\\n", "a\\b", " a", "a ", "  a  ",
    "\ta", "a\tb", "a\n", "a\n\n", "\n", "\na", "\n\n a", "a\nb", "a\n\nb", "a\n\n\nb\n", "  a\nb", "a\n  b\n c",
    "a \nb", "a\n \nb", "\ta\n\tb", "- a\n- b", "# a\n# b", "a: 1\nb: 2", "---\na\n---", "a\r\nb", "a\rb", "\r",
    "\u00a0", "a\u00a0b", "\u00a0a", "\u2028", "a\u2028b", "a\u2029b", "a\u0085b", "\ufeffa", "a\u200bb", "\u202ea",
    "\x00", "a\x07b", "\x1b[31m", "\x7f", "\u0080", "😀", "👩‍👩‍👧", "a 😀 b " * 30, "العربية", "Հայերեն", "İ",
    "e\u0301", "\U0010ffff", "\ufffe", "word " * 60, ("word " * 60).strip(), "long" * 80, ("word " * 40 + "\n\n") * 3,
    "* [a](b)\n* **c**\n\n> d\n\n```\ne\n```\n", "{{ a }}", "${a}", "$(a)", "<b>a</b>", "&amp;", "a &b *c", "x" * 121,
]  # fmt: skip
KEYS = ["quote", "prefix", "body", "kind", "by", "tags", "text_hash"]
ORDER = ("id", "by", "created", "quote", "prefix", "suffix", "paragraph", "text_hash", "kind", "tags", "body")


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


def changed_lines(old: str, new: str) -> list[str]:
    """Lines that went and lines that came."""
    return [line for line in difflib.ndiff(old.splitlines(), new.splitlines()) if line[0] in "+-"]


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


MENTIONS = """\
---
title: "A title"
mentions:
  - {text: Yerevan, paragraph: 7, entry: armenian-government}   # the cabinet
  # not this one
  - {text: Moscow, paragraph: 1, entry: none}
date: 2022-10-31
---

# Text

---
mentions:
  - this is no YAML
"""


def test_mentions_in_a_front_matter() -> None:
    line = {"text": "Baku, the city", "paragraph": 2, "entry": "baku"}
    new = insert_item(MENTIONS, "mentions", 1, line, front_matter=True)
    assert changed_lines(MENTIONS, new) == ['+   - {text: "Baku, the city", paragraph: 2, entry: baku}']
    new = change_item(MENTIONS, "mentions", 0, {"entry": "none", "paragraph": None}, front_matter=True)
    assert "  - {text: Yerevan, entry: none}   # the cabinet\n" in new
    new = change_item(MENTIONS, "mentions", 0, {"occurrence": 2}, front_matter=True)
    assert "entry: armenian-government, occurrence: 2}   # the cabinet\n" in new
    new = remove_item(MENTIONS, "mentions", 0, front_matter=True)
    assert new == MENTIONS.replace(
        "  - {text: Yerevan, paragraph: 7, entry: armenian-government}   # the cabinet", "  # the cabinet"
    )


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("Words\n", "---\nmentions:\n  - {text: a, entry: none}\n---\nWords\n"),
        ("---\n---\nWords\n", "---\nmentions:\n  - {text: a, entry: none}\n---\nWords\n"),
        ("---\r\ntitle: x\r\n---\r\n", "---\r\ntitle: x\r\nmentions:\r\n  - {text: a, entry: none}\r\n---\r\n"),
        ("---\nmentions: []\n---\n", "---\nmentions:\n  - {text: a, entry: none}\n---\n"),
        (
            "---\nmentions:\n- text: b\n  entry: c\n---\n",
            "---\nmentions:\n- text: a\n  entry: none\n- text: b\n  entry: c\n---\n",
        ),
    ],
)
def test_mentions_are_made_where_there_are_none(text: str, new: str) -> None:
    assert insert_item(text, "mentions", 0, {"text": "a", "entry": "none"}, front_matter=True) == new


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


@pytest.mark.parametrize("value", ["a\ud83d", float("nan"), float("inf"), 10**30, 1e-7, object(), {1: "a"}])
def test_a_value_that_no_file_can_hold_is_refused(value: Any) -> None:
    with pytest.raises(SpliceError):
        insert_item(NOTES, "notes", 0, {"body": value})


def test_an_index_that_is_not_there_is_refused() -> None:
    for call in (lambda: remove_item(NOTES, "notes", 4), lambda: insert_item(NOTES, "notes", -1, {"id": "a"})):
        with pytest.raises(SpliceError):
            call()


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
    assert frontmatter.read(new).document.value["mentions"][1] == {"text": value, "entry": "none"}


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
