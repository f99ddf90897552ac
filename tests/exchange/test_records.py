"""Annotations as records."""

from __future__ import annotations

from course_reader.exchange.records import Incoming, Passage, digest


def test_the_source_is_the_first_place() -> None:
    places = (Passage("https://news.example/a"), Passage("https://news.example/b"))
    assert Incoming("", "w3c", "x", places, "B").source == "https://news.example/a"
    assert Incoming("", "w3c", "x", (), "B").source == ""


def test_a_hash_is_the_same_for_equal_values_only() -> None:
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1})
    assert digest(["a", "b"]) != digest(["b", "a"])
    assert digest("1") != digest(1)
    assert len(digest(None)) == 12
    assert len(digest("a\ud83d", 8)) == 8
