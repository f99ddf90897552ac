"""Hard words and questions on paper: below the article, with the pages where answers are."""

from __future__ import annotations

import re
from pathlib import Path

from printed import Pdf, pack, print_reader
from readers import article, entry

from course_reader.parts import hard_words, questions

ASKED = "\n  - {text: What is Port?, answer_in: [port, two]}\n  - {text: Why?, answer_in: absent}"
FILES: dict[str, str | bytes | None] = {
    "corpus/one/article.md": article("They irked Port.", title="One", vocabulary="{irk: to annoy}", questions=ASKED),
    "corpus/two/article.md": article("Nobody came.", title="Two", date="2023-05-26"),
    "glossary/places/port.md": entry("Port", "A town."),
    "glossary/places/absent.md": entry("Absent", "Nowhere."),
    "corpus/packs/both.md": pack("one", "two", title="Both", parts="[articles, glossary]"),
}


def test_what_is_in_the_pack_has_its_page_and_what_is_not_has_none(tmp_path: Path) -> None:
    _, out = print_reader(tmp_path / "reader", FILES)
    text = Pdf(out / "both.pdf").text

    assert hard_words.PART.below[0].heading in text and "irk: to annoy" in text
    assert questions.PART.below[0].heading in text
    assert re.search(r"What is Port\? .*: Port \(p\.\s\d+\); Two \(p\.\s\d+\)\.", text)
    assert re.search(r"Why\? [^.(]*: Absent\.", text)
