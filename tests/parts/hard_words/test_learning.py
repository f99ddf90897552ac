"""Hard words as cards: one for each meaning."""

from __future__ import annotations

from libraries import make_shelf
from readers import article

from course_reader.parts.hard_words.learning import cards


def test_a_word_is_one_card_for_each_of_its_meanings() -> None:
    draft = "{draft: {part: noun, means: a first form of a text}, treaty: an agreement of states}"
    files = {
        "corpus/one/article.md": article("A draft treaty.", title="One", date="2021-01-01", vocabulary=draft),
        "corpus/two/article.md": article("A draft.", title="Two", date="2022-01-01", vocabulary=draft),
        "corpus/three/article.md": article(
            "A draft.", title="Three", date="2023-01-01", vocabulary="{draft: {part: noun, means: cold air}}"
        ),
        "corpus/closed/article.md": article("X.", vocabulary="{hidden: kept from sight}").replace("own", "none"),
    }
    found = list(cards(make_shelf(files).library))
    assert [(card.front, card.back, card.sources) for card in found] == [
        ("draft (noun)", "a first form of a text", ("One", "Two")),
        ("draft (noun)", "cold air", ("Three",)),
        ("treaty", "an agreement of states", ("One", "Two")),
    ]
    assert len({card.key for card in found}) == 3
