"""The selectors of W3C annotations: the ways in which an exported note identifies its words."""

from __future__ import annotations

from typing import Any

from course_reader.exchange.placing import anchor_of, within_one
from course_reader.files.characters import without_hidden
from course_reader.model.note import Note
from course_reader.text.paragraphs import NumberedText

#: the standard for the fragments that name paragraphs
_FRAGMENTS = "http://tools.ietf.org/rfc/rfc3236"


def selectors(text: NumberedText, span: tuple[int, int]) -> list[dict[str, Any]]:
    """Three selectors for the same words: quote with context, position, paragraph."""
    anchor = anchor_of(text, span)
    whole = quote(text.text[span[0] : span[1]], anchor.prefix, anchor.suffix)
    found: list[dict[str, Any]] = [whole, {"type": "TextPositionSelector", "start": span[0], "end": span[1]}]
    if at := within_one(text, span):
        fragment: dict[str, Any] = {"type": "FragmentSelector", "value": at.anchor, "conformsTo": _FRAGMENTS}
        if span != (at.start, at.end):
            inner = without_hidden(text.text[at.start : at.end])
            alone = inner.count(whole["exact"]) == 1
            fragment["refinedBy"] = {"type": "TextQuoteSelector", "exact": whole["exact"]} if alone else whole
        found.append(fragment)
    return found


def quote(exact: str, prefix: str, suffix: str) -> dict[str, str]:
    """A selector for words with their context, without hidden characters; an empty context is left out.

    >>> quote("forty years", "a dispute of ", "")
    {'type': 'TextQuoteSelector', 'exact': 'forty years', 'prefix': 'a dispute of '}
    """
    exact, prefix, suffix = map(without_hidden, (exact, prefix, suffix))
    selector = {"type": "TextQuoteSelector", "exact": exact}
    return selector | {key: text for key, text in (("prefix", prefix), ("suffix", suffix)) if text}


def lost_place(note: Note) -> Note:
    """A note with the position that its import could not find; any other note unchanged."""
    lost = (note.original or {}).get("lost")
    if note.quote or not isinstance(lost, dict):
        return note
    texts = {key: lost[key] for key in ("quote", "prefix", "suffix", "text_hash") if isinstance(lost.get(key), str)}
    number = lost.get("paragraph")
    return note.model_copy(update=texts | {"paragraph": number if type(number) is int and number > 0 else None})
