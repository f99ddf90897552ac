"""What a stranger's file may be, and what is said of one that may not."""

from __future__ import annotations

import pytest

from course_reader.exchange.complaints import MalformedError
from course_reader.exchange.json_file import DEEPEST, LARGEST, LONGEST, load


def complaint(data: bytes) -> tuple[int, str]:
    with pytest.raises(MalformedError) as caught:
        load(data)
    (one,) = caught.value.problems
    return one.line, one.message


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (b"", 0, "the file is empty"),
        (b" \n ", 0, "the file is empty"),
        (b"no json", 1, "a value is missing or has no quotation marks"),
        (b'{\n"a": 1,\n}', 3, "there is a comma before a closing bracket or brace"),
        (b'{\n"a": [1,\n2', 3, "the file ends too early"),
        (b'{"a": 1}\n{"b": 2}', 2, "there is something after the end of the first value"),
        (b"[\n\xff]", 2, "not UTF-8"),
        (b"[NaN]", 0, "NaN is not a number"),
        (b"[-Infinity]", 0, "-Infinity is not a number"),
        (b"[" + b"9" * 5000 + b"]", 0, "this JSON cannot be read"),
        (b"[" * 100_000, 0, f"nested more than {DEEPEST} levels deep"),
        (b"[" * (DEEPEST + 2) + b"]" * (DEEPEST + 2), 0, f"nested more than {DEEPEST} levels deep"),
        (b'["' + b"a" * (LONGEST + 1) + b'"]', 0, "a text has 100,001 characters"),
        (b" " * (LARGEST + 1), 0, "at most 5 MB can be read"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_each_fault_is_told_in_one_sentence_with_its_line(data: bytes, line: int, words: str) -> None:
    at, message = complaint(data)
    assert words in message
    assert "\n" not in message
    assert at == line


def test_what_may_be_is_read() -> None:
    assert load(b"\xef\xbb\xbf[1]") == [1]
    assert load(b"[" * DEEPEST + b"]" * DEEPEST)
    assert load(b'["' + b"a" * LONGEST + b'"]') == ["a" * LONGEST]


def test_hidden_characters_are_taken_out_everywhere() -> None:
    text = (
        '{"k\\u0000ey": ["evil\\u202etxt.exe", "\\u2066a\\u2069", "\\u0007\\u009f\\ufeff", "\\ud83d\\ude00 \\ud83d"]}'
    )
    assert load(text.encode()) == {"key": ["eviltxt.exe", "a", "", "😀 �"]}


def test_what_writing_needs_is_kept() -> None:
    kept = "a\tb\nc \u200f\u200e\u200d\u00ad\u00a0 ё Հայ עב عر 中"
    assert load(f'["{kept}"]'.replace("\t", "\\t").replace("\n", "\\n").encode()) == [kept]
