"""What is in a ZIP file."""

from __future__ import annotations

import pytest
from scrape.forms.made_documents import zipped

from course_reader.scrape import ScrapeError
from course_reader.scrape.forms import zipped as module
from course_reader.scrape.forms.form import RawInput
from course_reader.scrape.forms.zipped import member, member_names


def test_names_and_members() -> None:
    source = RawInput(zipped({"a/b.xml": "<b/>"}))
    assert member_names(source) == ["a/b.xml"]
    assert member(source, "a/b.xml") == b"<b/>"
    assert member_names(RawInput("text")) is None
    assert member_names(RawInput(b"PK\x03\x04 broken")) == []


def test_a_missing_or_too_large_member_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    source = RawInput(zipped({"a.xml": "<a/>" * 10}))
    with pytest.raises(ScrapeError, match="damaged"):
        member(source, "b.xml")
    monkeypatch.setattr(module, "_LARGEST", 10)
    with pytest.raises(ScrapeError, match="too large"):
        member(source, "a.xml")
