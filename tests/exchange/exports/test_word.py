"""Comments of documents that Word or Google have saved."""

from __future__ import annotations

import io
import zipfile

from course_reader.exchange.exports.word import read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def document(body: str, comments: str) -> bytes:
    """A document as Google saves it: without threads and without properties."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/comments.xml", f"<w:comments {W}>{comments}</w:comments>")
    return stream.getvalue()


def test_words_over_several_runs_and_paragraphs() -> None:
    body = (
        '<w:p><w:r><w:t>He said </w:t></w:r><w:commentRangeStart w:id="7"/><w:r><w:t>nothing</w:t><w:tab/></w:r></w:p>'
        '<w:p><w:r><w:t>at all</w:t></w:r><w:commentRangeEnd w:id="7"/><w:r><w:t>, they wrote.</w:t></w:r></w:p>'
    )
    data = document(body, '<w:comment w:id="7" w:author="Ada Quill"><w:p><w:r><w:t>Why?</w:t></w:r></w:p></w:comment>')
    (found,) = read(data)
    place = found.places[0]
    assert (place.quote, place.prefix, place.suffix) == ("nothing at all", "He said ", ", they wrote.")
    assert (found.body, found.by, found.created, found.form) == ("Why?", "Ada Quill", None, "word")
    assert found.layer is not None and found.layer.audience == "class"


def test_a_comment_without_words_is_about_the_whole_text() -> None:
    (found,) = read(document("<w:p/>", '<w:comment w:id="1"><w:p><w:r><w:t>All.</w:t></w:r></w:p></w:comment>'))
    assert found.places[0].quote is None
