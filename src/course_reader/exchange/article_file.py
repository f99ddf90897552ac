"""The text of `article.md`, made from what scraping found."""

from __future__ import annotations

from collections.abc import Iterable

import yaml

from course_reader.scrape import Scraped, Unsure
from course_reader.scrape.evidence import Fact
from course_reader.scrape.render import to_markdown


def article_file(scraped: Scraped, original: str, digest: str) -> str:
    """Front matter that loads as the same values, then the body.

    Args:
        scraped: The article.
        original: The name of the file that keeps the original.
        digest: The SHA-256 of the original.
    """
    fields: dict[str, object] = {"title": scraped.title or "Untitled"}
    doubtful = any(item.field == Fact.DATE for item in scraped.unsure)
    for name in ("date", "outlet", "agency", "byline", "dateline"):
        # Glosses go by the day: a wrong one would be worse than none. The question names the day that it could be.
        if (value := getattr(scraped, name)) is not None and not (name == "date" and doubtful):
            fields[name] = value
    if scraped.captions:
        fields["caption"] = " / ".join(scraped.captions)
    if scraped.credits:
        fields["credit"] = " / ".join(scraped.credits)
    for name in ("url", "language"):
        if (value := getattr(scraped, name)) is not None:
            fields[name] = value
    fields["rights"] = {"status": "none"}
    fields["original"] = {"file": original, "sha256": digest}
    dumped = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{dumped}{_questions(scraped.unsure)}---\n\n{to_markdown(scraped.blocks)}"


def _questions(unsure: Iterable[Unsure]) -> str:
    """The key `unsure`: a list of fields, each with its questions as comments."""
    by_field: dict[str, list[str]] = {}
    for item in unsure:
        by_field.setdefault(item.field, []).append(" ".join(item.question.split()))
    if not by_field:
        return ""
    lines = ["# Settle each question, then take its line out.", "unsure:"]
    for name, questions in by_field.items():
        lines.append(f"  - {name}  # {questions[0]}")
        lines += [f"    # {question}" for question in questions[1:]]
    return "\n".join(lines) + "\n"
