"""Notes as a Word document with comments, as a table and as Markdown: they come back as they went."""

from __future__ import annotations

from typing import Any

import pytest
from exchange.test_w3c_write import ARTICLE, out

from course_reader.exchange.forms import read
from course_reader.exchange.plain_write import to_csv, to_markdown
from course_reader.exchange.records import Incoming
from course_reader.exchange.w3c_write import NoteOut
from course_reader.exchange.word_write import to_bytes
from course_reader.model.note import Layer, Note

LAYERS = {"instructor": Layer(title="Notes", author="Lena Holm", audience="public"), "word": Layer(author="Zoë")}
NOTES = [
    out("n-00000001", "forty years", body="Which <years> & why?\n\n*Two* paragraphs.", created="2024-03-05T10:00:00Z"),
    out("n-00000002", "The talks", 1, by="نگار", body="گفتگوها ادامه یافت"),
    out("n-00000003", "A dispute of forty years was", body="Around another."),
    NoteOut("n-00000004", "instructor", Note(body="An answer.", in_reply_to="n-00000001", done=True)),
    out("n-00000005", body="=On the whole article."),
]


def back(annotations: tuple[Incoming, ...]) -> list[NoteOut]:
    """Annotations as notes of one set, with the places of those that were sent."""
    ids = {one.id: f"n-0000000{number}" for number, one in enumerate(annotations, start=1)}
    return [
        NoteOut(
            ids[one.id],
            "instructor",
            Note(
                body=one.body,
                quote=one.places[0].quote,
                by=one.by,
                created=one.created,
                tags=one.tags,
                in_reply_to=ids.get(one.parents[0]) if one.parents else None,
                done=bool(one.kept.get("resolved")),
            ),
            next((sent.span for sent in NOTES if sent.note.quote == one.places[0].quote and sent.span), None),
        )
        for one in annotations
    ]


def test_comments_come_back_with_words_context_answers_and_what_is_resolved() -> None:
    data = to_bytes(ARTICLE, LAYERS, NOTES)
    found = {one.body.split("\n")[0]: one for one in read(data).annotations}
    first = found["Which <years> & why?"]
    assert (first.places[0].quote, first.places[0].address) == ("forty years", ARTICLE.address)
    assert first.places[0].prefix.endswith("A dispute of ") and first.places[0].suffix.startswith(" was not settled.")
    assert (first.by, first.created) == ("Lena Holm", "2024-03-05T10:00:00Z")
    assert first.body.endswith("\n\n*Two* paragraphs.")
    answer = found["An answer."]
    assert (answer.parents, answer.places[0].quote, answer.kept) == ((first.id,), None, {"resolved": True})
    assert found["گفتگوها ادامه یافت"].by == "نگار"
    assert first.layer is not None and first.layer.audience == "class"


def test_a_document_that_was_imported_is_exported_in_the_same_bytes() -> None:
    data = to_bytes(ARTICLE, LAYERS, NOTES)
    order = [note.note.body for note in NOTES]
    again = sorted(back(read(data).annotations), key=lambda one: order.index(one.note.body))
    assert to_bytes(ARTICLE, LAYERS, again) == data == to_bytes(ARTICLE, LAYERS, NOTES)


def test_a_table_that_was_imported_is_exported_in_the_same_bytes() -> None:
    sent = [note for note in NOTES if not note.note.in_reply_to]
    data = to_csv(ARTICLE, LAYERS, sent)
    assert to_csv(ARTICLE, LAYERS, back(read(data).annotations)) == data
    assert b"\n2024-03-05T10:00:00Z,Lena Holm,The harbour," in data and b"'=On the whole" in data


def test_markdown_has_answers_below_their_notes() -> None:
    text = to_markdown(ARTICLE, LAYERS, NOTES).decode()
    assert "- **Comment:** “forty years”\n\n  Which <years> & why?\n" in text
    assert "  - **Reply**\n\n    An answer.\n" in text


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-40], lambda data: data.replace(b"PK\x01\x02", b"PK\x09\x02", 1)]
)
def test_a_damaged_document_is_refused_in_a_sentence(damage: Any) -> None:
    with pytest.raises(Exception, match="damaged"):
        read(damage(to_bytes(ARTICLE, LAYERS, NOTES)))


def test_a_document_without_comments_says_what_to_do() -> None:
    with pytest.raises(Exception, match="no comments"):
        read(to_bytes(ARTICLE, LAYERS, []))
