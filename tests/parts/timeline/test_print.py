"""The timeline of a pack: all events, and among them the articles of the pack alone."""

from __future__ import annotations

from typing import Any

from libraries import make_shelf
from printed import pack
from readers import article, entry

FILES = {
    "glossary/events/fair.md": entry("Fair", start="2021-06-15"),
    "corpus/one/article.md": article("T.", title="One", date="2021-06-15"),
    "corpus/two/article.md": article("T.", title="Two", date="2020-01-01"),
}


def printed(files: dict[str, str]) -> dict[str, Any]:
    made = {**files, "corpus/packs/p.md": pack("one", parts="[timeline]")}
    found: dict[str, Any] = make_shelf(made).printed("p")[1]
    return found


def test_events_and_the_articles_of_the_pack_are_in_order_of_time() -> None:
    fair, one = printed(FILES)["timeline"]["rows"]

    assert fair == {"when": "15 June 2021", "text": "Fair", "to": None, "now": False, "at": 2021.451}
    assert (one["to"], one["now"]) == ("corpus/one/article", True)
    assert one["text"].endswith("One")


def test_without_dates_there_is_no_timeline() -> None:
    undated = article("T.").replace("date: 2022-11-01\n", "")
    assert printed({"corpus/one/article.md": undated}) == {}
