"""Names of folders, from headlines in several scripts."""

from __future__ import annotations

import pytest

from course_reader.scrape import ArticleBlock, Scraped
from course_reader.scrape.slug import make_slug


@pytest.mark.parametrize(
    ("title", "date", "slug"),
    [
        ("The Bridge is Open", "2023-05-03", "bridge-open-2023"),
        (
            "Ministers’ Talks in Ostraven: What’s Next for the Old River Crossing",
            None,
            "ministers-talks-ostraven-whats-next-old",
        ),
        ("Die Brücke in Köln", "2023-05-03", "brucke-koln-2023"),
        ("Straße gesperrt", None, "strasse-gesperrt"),
        ("Le pont rouvre après la crue", None, "pont-rouvre-apres-crue"),
        ("Мост через реку открыт", "2023", "most-cherez-reku-otkryt-2023"),
        ("Կամուրջը բաց է", None, "kamourjy-bats-e"),
        ("Körpü açıldı, yol boşdur", None, "korpu-acildi-yol-bosdur"),
        ("Bridge 2023", "2023-05-03", "bridge-2023"),
        ("The", None, "the"),
        ("???", None, "article"),
        (None, None, "article"),
        ("x" * 90, None, "x" * 30),
    ],
)
def test_words_of_the_headline_and_the_year(title: str | None, date: str | None, slug: str) -> None:
    assert make_slug(Scraped(title=title, date=date)) == slug


def test_without_a_headline_the_first_paragraph_names_the_folder() -> None:
    blocks = (ArticleBlock("paragraph", "The council of Estvik voted on Tuesday.", 1, 1),)
    assert make_slug(Scraped(blocks=blocks, date="2023-05-03")) == "council-estvik-voted-tuesday-2023"
