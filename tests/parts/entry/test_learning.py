"""People and agreements as cards."""

from __future__ import annotations

from libraries import make_shelf
from readers import article, entry

from course_reader.parts.entry.learning import cards


def test_who_and_what_is_named_has_a_card_as_of_the_latest_article() -> None:
    roles = "[{title: Mayor, from: 2015, to: 2020-12-31}, {title: Minister, from: 2021}]"
    files = {
        "glossary/people/bo.md": entry("Bo Marsh", gloss="Born in Port.", roles=roles),
        "glossary/people/ann.md": entry("Ann Lee", gloss="A sailor."),
        "glossary/agreements/pact.md": entry("Harbour Pact", gloss="Shares the harbour.", date="2019-05-02"),
        "glossary/places/port.md": entry("Port", gloss="A town."),
        "corpus/one/article.md": article("Bo Marsh signed the Harbour Pact in Port.", title="One", date="2020-01-01"),
        "corpus/two/article.md": article("Bo Marsh came.", title="Two", date="2022-01-01"),
        "corpus/closed/article.md": article("Ann Lee came.", date="2023-01-01").replace("own", "none"),
    }
    found = list(cards(make_shelf(files).library))
    assert [(card.deck, card.front, card.sources) for card in found] == [
        ("people", "Bo Marsh", ("One", "Two")), ("agreements", "Harbour Pact", ("One",)),
    ]  # fmt: skip
    assert found[0].back.startswith("Minister")
    assert found[0].back.endswith("Born in Port.")
    assert found[1].back == "2 May 2019. Shares the harbour."
