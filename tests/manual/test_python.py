"""The Python reference: what it prints, and that it shows an example of everything."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import Any

import pytest

from course_reader.manual.python import about, find, markdown, signature_of

PAGE = (Path(__file__).parents[2] / "docs" / "manual" / "reference-python.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```\{reader-python\}\n(.*?)^```", PAGE, re.M | re.S)
NAMES = [line for block in BLOCKS for line in block.split()]
EXAMPLES = "\n".join(re.findall(r"^```python\n(.*?)^```", PAGE, re.M | re.S))


@pytest.mark.parametrize("name", NAMES)
def test_everything_on_the_page_is_described_with_an_example(name: str) -> None:
    named = find(name)
    docstring = inspect.getdoc(named.value) or ""
    short = named.name.rpartition(".")[2]
    assert docstring
    is_used = re.search(rf"\b{short}\b", EXAMPLES) or ">>>" in docstring
    assert is_used or isinstance(named.value, type)


def test_nothing_is_on_the_page_twice() -> None:
    assert len(NAMES) == len(set(NAMES)) > 60


@pytest.mark.parametrize("name", ["course_reader.files.nothing", "course_reader.nowhere.at_all", "no_such_package.x"])
def test_what_is_not_in_the_code_is_not_found(name: str) -> None:
    with pytest.raises(LookupError, match=name):
        find(name)


@pytest.mark.parametrize(
    ("name", "signature"),
    [
        ("course_reader.files.yaml_lines.load", "(text: str, *, first_line: int = 1) -> Document"),
        ("course_reader.model.entry.Entry.gloss_at", "(day: date, sense: str = '') -> str | None"),
        ("course_reader.model.article.Article", ""),
        ("course_reader.text.paragraphs.NumberedText.hash", ""),
        ("course_reader.files.yaml_lines.Document", ""),
        ("course_reader.files.yaml_lines.YamlError", "(line: int, message: str)"),
        ("course_reader.exchange.w3c_write.to_bytes", "(value: Mapping[str, Any]) -> bytes"),
    ],
)
def test_a_signature_is_as_in_the_source(name: str, signature: str) -> None:
    assert signature_of(find(name).value) == signature


def test_a_record_lists_its_fields_with_their_comments() -> None:
    lines = list(about(find("course_reader.files.front_matter.FrontMatter")))
    assert "Fields" in "\n".join(lines)
    assert "  - `body` (`str`): the text below the block" in lines
    lines = list(about(find("course_reader.model.periods.Period")))
    assert ": - `from` (`Bound`): first day, month or year; `..` if unknown" in lines


DOCSTRING: Any = """Add numbers.

    Args:
        one: A number
            of any kind.
        other: Another: not the same.

    Returns:
        Their sum,
        rounded.

    Raises:
        ValueError: if there is none.

    >>> 1 + 1
    2

    The end.
    """


def test_a_docstring_becomes_markdown() -> None:
    assert "\n".join(markdown(DOCSTRING)).split("\n") == [
        "Add numbers.",
        "",
        "Arguments",
        ": - `one`: A number of any kind.",
        "  - `other`: Another: not the same.",
        "",
        "Returns",
        ": Their sum, rounded.",
        "",
        "Raises",
        ": `ValueError`: if there is none.",
        "",
        "",
        "```python",
        ">>> 1 + 1",
        "2",
        "```",
        "",
        "",
        "The end.",
    ]
