"""Raw text of a news page to an article: :func:`scrape` takes it apart, without guessing in silence."""

from __future__ import annotations

from course_reader.scrape.records import ArticleBlock, FoundField, Joined, Removed, Scraped, ScrapeError, Unsure
from course_reader.scrape.scrape import scrape

__all__ = ["ArticleBlock", "FoundField", "Joined", "Removed", "ScrapeError", "Scraped", "Unsure", "scrape"]
