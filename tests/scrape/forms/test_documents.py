"""Blocks of documents."""

from __future__ import annotations

from scrape.exports.made_exports import factiva_codes, proquest
from scrape.forms.made_documents import LINES

from course_reader.scrape.forms.documents import drafts_of
from course_reader.scrape.forms.pieces import Piece


def test_a_document_is_one_draft_with_its_blocks() -> None:
    (draft,) = drafts_of([Piece(line, number) for number, line in enumerate(LINES, 1)], "a test")
    assert [segment.plain for segment in draft.segments] == list(LINES)
    assert not draft.settled


def test_exports_in_documents_are_read_as_exports() -> None:
    for make, name in ((factiva_codes, "a Factiva export in a test"), (proquest, "a ProQuest export in a test")):
        pieces = [Piece(line, number) for number, line in enumerate(make(4).split("\n"), 1)]
        assert {draft.form for draft in drafts_of(pieces, "a test")} == {name}
