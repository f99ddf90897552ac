"""Quotation marks around marked words open and close as they do elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

from readers import article, entry, make_reader


def before_marks(out: Path, slug: str) -> list[str]:
    """The two characters before each marked word."""
    page = (out / f"corpus/{slug}/article.html").read_text(encoding="utf-8")
    return re.findall(r'(..)<a class="mention', page)


def test_a_quotation_opens_before_a_marked_word_behind_a_bracket_or_a_dash(tmp_path: Path) -> None:
    files = {
        "glossary/places/alda.md": entry("Alda", "Town on the coast."),
        "corpus/one/article.md": article("""They came ("Alda" in the paper) to Alda—"Alda", ('Alda') and "Alda"."""),
        "corpus/two/article.md": article('Sie sagten ("Alda" zuerst) es.'),
    }
    reader = make_reader(tmp_path / "reader", files)
    out = reader.build("html")
    assert before_marks(out, "one") == ["(“", "o ", "—“", "(‘", " “"]

    out = reader.build("html", language="de")
    assert before_marks(out, "two") == ["(„"]


def test_an_article_has_the_marks_of_its_language(tmp_path: Path) -> None:
    files = {
        "corpus/de/article.md": article('Sie sagte "ja".', language="de", title='"Gut"'),
        "corpus/en/article.md": article('She said "yes".'),
        "corpus/hy/article.md": article('Նա ասաց "այո".', language="hy"),
    }
    reader = make_reader(tmp_path / "reader", files)
    out = reader.build("html")
    texts = {slug: (out / f"corpus/{slug}/article.html").read_text(encoding="utf-8") for slug in ("de", "en", "hy")}

    assert "Sie sagte „ja“." in texts["de"]
    assert "She said “yes”." in texts["en"]
    # Where the marks are unknown, those of the site are used.
    assert "Նա ասաց “այո”." in texts["hy"]
    assert 'class="language-de' not in texts["de"]
