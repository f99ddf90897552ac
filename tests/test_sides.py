"""No word that takes a side stands in our own voice, in notes and on pages that `check` does not look at either."""

from __future__ import annotations

import pytest
from facts.pages import all_texts

from course_reader.text.prose.loaded import find_loaded, loaded_words


@pytest.mark.parametrize("kind", ["note", "page"])
def test_notes_and_pages_name_who_says_a_loaded_word(kind: str) -> None:
    words = loaded_words(["*"])
    texts = [text for text in all_texts() if text.kind == kind]
    assert texts
    found = [f"{text.path}: {word.text}" for text in texts for word in find_loaded(text.text, words)]
    assert found == []
