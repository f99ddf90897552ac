"""The limits of notes, each with the last value that is allowed."""

from __future__ import annotations

import pytest

from course_reader.model.limits import BODY, BRACKETS, QUOTE, body_fault, quote_fault


@pytest.mark.parametrize("text", ["", "a" * BODY, "[" * BRACKETS, "]" * BODY], ids=["empty", "long", "open", "closed"])
def test_a_body_up_to_the_limits_is_fine(text: str) -> None:
    assert body_fault(text) is None


@pytest.mark.parametrize(
    ("text", "said"), [("a" * (BODY + 1), "20,001 characters"), ("[" * (BRACKETS + 1), "1,001 opening")], ids=["a", "["]
)
def test_a_larger_body_is_not(text: str, said: str) -> None:
    assert said in (body_fault(text) or "")


def test_a_quote_has_a_limit_too() -> None:
    assert quote_fault("a" * QUOTE) is None
    assert "quote fewer words" in (quote_fault("a" * (QUOTE + 1)) or "")
