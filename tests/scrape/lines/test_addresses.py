"""Web addresses as they are copied."""

from __future__ import annotations

import pytest

from course_reader.scrape.lines.addresses import clean_url


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("www.example.org/a", "https://www.example.org/a"),
        ("https://example.org/a?utm_source=x&id=7&fbclid=y", "https://example.org/a?id=7"),
        ("https://example.org/a?utm_source=x", "https://example.org/a"),
        ("https://example.org/a.", "https://example.org/a"),
        ("https://example.org/a_(b)", "https://example.org/a_(b)"),
        ("https://example.org/a)", "https://example.org/a"),
    ],
)
def test_addresses_lose_tracking_and_punctuation(url: str, clean: str) -> None:
    assert clean_url(url) == clean
