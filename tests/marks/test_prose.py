"""The running text of a page: its paragraphs, their lines, and whether a source is cited in them."""

from __future__ import annotations

from docutils import nodes
from libraries import parse

from course_reader.marks.prose import prose_of
from course_reader.marks.text_map import build

TEXT = """# Title

Above the first section.

(first-war)=
## The war

**1988–1991**

One paragraph
of two lines.

These were the points:

- a point
- another point

```
code
```

### Deeper

> Quoted.
"""


def rows(document: nodes.document) -> list[tuple[str, int, str, bool]]:
    text_map = build(document)
    return [(text_map.text[p.start : p.end], p.line, p.section, p.cited) for p in prose_of(text_map)]


def test_titles_code_and_lines_in_bold_are_no_prose() -> None:
    assert [(text.replace("\n", " "), line, section) for text, line, section, _ in rows(parse(TEXT))] == [
        ("Above the first section.", 3, ""),
        ("One paragraph of two lines.", 10, "first-war"),
        ("These were the points:", 13, "first-war"),
        ("a point", 15, "first-war"),
        ("another point", 16, "first-war"),
        ("Quoted.", 24, "deeper"),
    ]


def test_a_source_that_leads_a_list_in_serves_its_items() -> None:
    document = parse(TEXT)
    lead = next(p for p in document.findall(nodes.paragraph) if p.astext().startswith("These"))
    lead += nodes.inline("", "", refdomain="cite")

    assert [text for text, _, _, cited in rows(document) if cited] == [
        "These were the points:", "a point", "another point",
    ]  # fmt: skip


def test_a_source_in_an_item_serves_that_item_alone() -> None:
    document = parse("- a point\n- another point\n")
    next(document.findall(nodes.paragraph)).append(nodes.footnote_reference("", "1"))

    assert [cited for *_, cited in rows(document)] == [True, False]


def test_a_list_behind_another_paragraph_has_its_lead() -> None:
    document = parse("Said.\n\nNo source here:\n\n- a point\n")
    next(document.findall(nodes.paragraph)).append(nodes.citation_reference("", "1"))

    assert [cited for *_, cited in rows(document)] == [True, False, False]
