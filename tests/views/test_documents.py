"""What is known of documents: nothing has to be, and nothing of Sphinx is among it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from course_reader.views.documents import Documents


def test_without_more_a_document_is_called_by_its_name() -> None:
    known = Documents(Path("reader"))

    assert (known.title("docs/page"), known.path("docs/page")) == ("docs/page", "docs/page")
    assert (list(known.names), dict(known.labels), dict(known.listed)) == ([], {}, {})
    assert known.language == "en"


def test_two_readers_share_no_labels() -> None:
    one, two = Documents(Path("one")), Documents(Path("two"))

    assert one.labels is not two.labels
    assert one.listed is not two.listed


def test_nobody_changes_what_is_known() -> None:
    known = Documents(Path("reader"))

    with pytest.raises(dataclasses.FrozenInstanceError):
        known.project = "Another"  # type: ignore[misc]
