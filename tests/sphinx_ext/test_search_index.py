"""The index of the search after an edit is that of a build from nothing: it is a function of the pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from readers import article, entry, make_reader

FILES: dict[str, str | bytes | Path | None] = {
    "docs/first.md": "# First\n\n```{index} harbour\n```\n\nA lighthouse is here.\n",
    "docs/second.md": "# Second\n\n```{index} pier\n```\n\nA quay is there.\n",
    "glossary/places/baku.md": entry("Baku"),
    "corpus/talks/article.md": article("Baku said nothing."),
}


@pytest.mark.parametrize(
    "edit",
    [
        {"docs/first.md": "# First\n\n```{index} mole\n```\n\nNothing more.\n"},
        {"docs/first.md": None},
        {"docs/third.md": "# Third\n\n```{index} jetty\n```\n\nA buoy.\n"},
        {"docs/first.md": "# Changed\n\nA lighthouse is here.\n"},
        {"glossary/places/baku.md": entry("Bakı")},
        {"glossary/people/ann.md": entry("Ann Example")},
    ],
    ids=["an index entry and words", "a page goes", "a page more", "a title", "a name", "a kind of entry more"],
)
def test_it_is_that_of_a_build_from_nothing(tmp_path: Path, edit: dict[str, str | bytes | Path | None]) -> None:
    reader = make_reader(tmp_path / "edited", FILES)
    before = (reader.build() / "searchindex.js").read_text(encoding="utf-8")
    reader.write(edit)
    after = (reader.build() / "searchindex.js").read_text(encoding="utf-8")

    fresh = make_reader(tmp_path / "fresh", FILES)
    fresh.write(edit)
    assert after == (fresh.build() / "searchindex.js").read_text(encoding="utf-8")
    # Entries are found by the files of our own search.
    assert (after != before) is any(name.startswith("docs/") for name in edit)
