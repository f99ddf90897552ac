"""The list in the head of a Markdown file is changed, and no other byte of the file."""

from __future__ import annotations

import pytest
from files.yaml_cases import MENTIONS, changed_lines

from course_reader.files.yaml_splice import change_item, insert_item, remove_item


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
