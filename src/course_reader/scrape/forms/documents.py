"""The blocks of a document of a word processor, as an article: an export of a database if it is one."""

from __future__ import annotations

from collections.abc import Sequence

from course_reader.scrape.draft import Draft
from course_reader.scrape.forms.form import RawInput
from course_reader.scrape.forms.pieces import Piece, segments_of


def drafts_of(pieces: Sequence[Piece], form: str, notes: Sequence[str] = ()) -> list[Draft]:
    """One draft; or several, if the document is an export that was saved by a word processor.

    Args:
        pieces: The blocks.
        form: What the document is, worded for a person.
        notes: Changes to characters.
    """
    from course_reader.scrape.exports import factiva, nexis, proquest

    text = RawInput("\n\n".join(piece.text for piece in pieces))
    for export in (nexis.FORM, factiva.FORM, proquest.FORM):
        if export.recognises(text):
            drafts = export.read(text)
            for draft in drafts:
                draft.form = f"{export.name} in {form}"
            return drafts
    return [Draft(segments_of(pieces), notes=list(notes))]
