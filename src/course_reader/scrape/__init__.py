"""Turns the raw text of a news page into an article: :func:`scrape` separates its parts and reports every doubt."""

from __future__ import annotations

from course_reader.scrape.records import ArticleBlock, FoundField, Joined, Removed, Scraped, ScrapeError, Unsure
from course_reader.scrape.scrape import scrape

__all__ = ["ArticleBlock", "FoundField", "Joined", "Removed", "ScrapeError", "Scraped", "Unsure", "scrape"]
