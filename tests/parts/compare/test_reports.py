"""What a comparison knows of an adapted article: the counts of its original, and nothing of its own words."""

from __future__ import annotations

import pytest
from libraries import make_shelf
from readers import article, entry

from course_reader.parts.compare.reports import report_of

ENTRIES = {"glossary/people/ann.md": entry("Ann Lee")}
COUNTS = "{sha256: '00', words: 9, paragraphs: 2, quotations: 1, quoted: 4, names: {ann: {Lee: 3}, gone: {X: 1}}}"


def adapted(**more: str) -> str:
    return article("Ann Lee said “two words”.", **more).replace("status: own", "status: adapted")


def test_an_adapted_article_has_the_counts_of_its_original() -> None:
    shelf = make_shelf({**ENTRIES, "corpus/one/article.md": adapted(counts=COUNTS)})
    report = report_of(shelf.library, "corpus/one/article")
    assert report.counts is not None
    assert (report.counts.words, report.named("ann"), report.quotations) == (9, 3, ())
    assert list(report.names(shelf.library)) == ["ann"], "what the glossary does not have is left out"


def test_nothing_is_counted_in_an_adapted_text() -> None:
    shelf = make_shelf({**ENTRIES, "corpus/one/article.md": adapted()})
    report = report_of(shelf.library, "corpus/one/article")
    assert report.counts is None
    assert (report.names(shelf.library), report.named("ann")) == ({}, 0)


@pytest.mark.parametrize(("status", "words"), [("own", 5), ("none", None)])
def test_any_other_text_is_counted_if_it_may_be_shown(status: str, words: int | None) -> None:
    text = article("Ann Lee said “two words”.").replace("status: own", f"status: {status}")
    report = report_of(make_shelf({**ENTRIES, "corpus/one/article.md": text}).library, "corpus/one/article")
    assert (report.counts.words if report.counts else None) == words
