"""The blocks of a document of a word processor, as an article: an export of a database if it is one."""

from __future__ import annotations

from collections.abc import Sequence

from course_reader.scrape.draft import Draft
from course_reader.scrape.forms.form import InputForm, RawInput
from course_reader.scrape.forms.pieces import Piece, segments_of


def drafts_of(pieces: Sequence[Piece], form: str, notes: Sequence[str] = ()) -> list[Draft]:
    """One draft; or several, if the document is an export that was saved by a word processor.

    Args:
        pieces: The blocks.
        form: What the document is, worded for a person.
        notes: Changes to characters.
    """
    text = _text_of(pieces)
    export = _export_of(text)
    if export is None:
        return [Draft(segments_of(pieces), notes=list(notes))]
    drafts = export.read(text)
    for draft in drafts:
        draft.form = f"{export.name} in {form}"
    return drafts


def is_export(pieces: Sequence[Piece]) -> bool:
    """Whether the blocks are an export of a database."""
    return _export_of(_text_of(pieces)) is not None


def _text_of(pieces: Sequence[Piece]) -> RawInput:
    return RawInput("\n\n".join(piece.text for piece in pieces))


def _export_of(text: RawInput) -> InputForm | None:
    from course_reader.scrape.exports import factiva, nexis, proquest

    return next((form for form in (nexis.FORM, factiva.FORM, proquest.FORM) if form.recognises(text)), None)
