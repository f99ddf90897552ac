"""The pre-reading pages of the shipped packs: one page each, and nothing that came later."""

from __future__ import annotations

import re

import pytest
from printed import Shipped, prereading_pages

from course_reader.model.problems import Code


@pytest.mark.xdist_group("packs")
def test_the_shipped_packs_have_prereading_pages_of_one_page_and_of_their_days(shipped: Shipped) -> None:
    assert [line for line in shipped.reader.warnings if Code.PREREADING_LONG in line] == []
    days = {"corpus/sochi-2022/article": 2022, "corpus/moscow-2023/article": 2023}
    for name in ("whole-reader", "moscow-handout"):
        pdf = shipped.pdf(name)
        found = prereading_pages(shipped.out, name)
        assert found
        for label, (first, last) in found.items():
            assert first == last
            text = pdf.texts[first - 1]
            assert text.startswith("Before you read")
            latest = days.get(label.removeprefix("before:"), 2022)
            assert [year for year in re.findall(r"\b(?:19|20)\d\d\b", text) if int(year) > latest] == []
