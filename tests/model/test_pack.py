"""Course packs as records."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from course_reader.model.pack import Pack


def test_a_pack_needs_nothing_but_a_file() -> None:
    pack = Pack()
    assert (pack.paper, pack.sides, pack.gloss, pack.layers) == ("a4", "two", "article", None)
    assert pack.parts == ()


def test_parts_are_chosen_and_ordered() -> None:
    assert Pack.model_validate({"parts": ["rights", "articles"]}).parts == ("rights", "articles")


@pytest.mark.parametrize("wrong", [{"paper": "a3"}, {"parts": "articles"}, {"copies": 0}, {"until": "autumn"}])
def test_a_value_that_cannot_be_printed_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Pack.model_validate(wrong)
