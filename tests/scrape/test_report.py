"""The report of an import, as data and as lines."""

from __future__ import annotations

import json

from course_reader.scrape import ArticleBlock, FoundField, Joined, Removed, Scraped, Unsure
from course_reader.scrape.report import to_json, to_lines

GOT = Scraped(
    title="Bridge Open Again",
    date="2023-05-03",
    agency="Reuters",
    captions=("The old bridge.",),
    caption="The old bridge.",
    blocks=(ArticleBlock("paragraph", "One.", 5, 7), ArticleBlock("heading", "Then", 9, 9, 2)),
    found=(FoundField("date", "2023-05-03", 3, "May 3, 2023"),),
    removed=(Removed(8, "Subscribe to our newsletter", "newsletter box"), Removed(10, "x" * 80, "page furniture")),
    joined=(Joined(5, 7, "the first ends with a comma"),),
    unsure=(Unsure("url", "What is its address?"), Unsure("url", "Which one?"), Unsure("outlet", "Who?")),
    notes=("2 soft hyphens removed",),
)


def test_the_data_can_be_written_as_json_and_holds_everything() -> None:
    data = json.loads(json.dumps(to_json(GOT)))
    assert (data["title"], data["date"], data["byline"], data["paragraphs"]) == (
        "Bridge Open Again",
        "2023-05-03",
        None,
        1,
    )
    assert data["blocks"][0] == {"kind": "paragraph", "text": "One.", "line": 5, "last_line": 7}
    assert data["removed"][0] == {"line": 8, "text": "Subscribe to our newsletter", "reason": "newsletter box"}
    assert data["joined"] == [{"line": 5, "line2": 7, "reason": "the first ends with a comma"}]
    assert data["found"] == [{"field": "date", "value": "2023-05-03", "line": 3, "text": "May 3, 2023"}]
    assert (data["captions"], data["notes"]) == (["The old bridge."], ["2 soft hyphens removed"])


def test_a_field_is_unsure_once_however_many_questions_it_has() -> None:
    data = to_json(GOT)
    assert data["unsure"] == ["url", "outlet"]
    assert data["questions"][1] == {"field": "url", "question": "Which one?"}  # type: ignore[index]


def test_the_lines_name_every_field_and_every_change() -> None:
    assert to_lines(GOT) == [
        "title     Bridge Open Again",
        "date      2023-05-03",
        "agency    Reuters",
        "caption   The old bridge.",
        "text      1 paragraph, 1 subheading",
        "removed   line 8: Subscribe to our newsletter (newsletter box)",
        f"removed   line 10: {'x' * 70} … (page furniture)",
        "joined    lines 5 and 7: the first ends with a comma",
        "cleaned   2 soft hyphens removed",
        "unsure    url: What is its address?",
        "unsure    url: Which one?",
        "unsure    outlet: Who?",
    ]


def test_counts_have_a_plural() -> None:
    assert to_lines(Scraped()) == ["text      0 paragraphs, 0 subheadings"]
