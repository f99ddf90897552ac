"""Two articles side by side on paper."""

from __future__ import annotations

from pathlib import Path

from printed import Pdf, pack, print_reader
from readers import article, entry

PAGE = """
# Side by side

Words before it.

## The themes

```{reader-compare} one two
A theme of ours
: What one says.
: What two says.
```
"""
FILES: dict[str, str | bytes | None] = {
    "corpus/one/article.md": article("Ann Lee said “yes”.", title="One"),
    "corpus/two/article.md": article("Nobody came.", title="Two", date="2023-05-26"),
    "glossary/people/ann.md": entry("Ann Lee", "A sailor."),
    "docs/compare.md": PAGE,
    "corpus/packs/both.md": pack("one", "two", title="Both", parts="[articles, compare]"),
}


def test_what_is_written_and_what_is_computed_is_printed(tmp_path: Path) -> None:
    _, out = print_reader(tmp_path / "reader", FILES)
    [page] = [text for text in Pdf(out / "both.pdf").texts if text.startswith("Side by side")]

    for words in ("Words before it.", "A theme of ours", "What one says.", "What two says.", "“yes” – Ann Lee"):
        assert words in page
