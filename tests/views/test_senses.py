"""A gloss says what is needed at its place, and its heading takes no side."""

from __future__ import annotations

import pytest
from libraries import make_shelf
from readers import article, entry

from course_reader.views.library import Library
from course_reader.views.records import GlossView

ONE = "corpus/one/article"
COUNCIL = entry(
    "Harbour council", aliases="[{name: Northport, metonym: true}]",
    gloss="[{text: Runs the harbour.}, {sense: metonym, text: 'Here the council, not the town.'}, "
    "{sense: party, text: It signs for the town.}]",
)  # fmt: skip
PACT = entry("Ferry pact", "A pact of 1998.", parties="[Harbour council, Southport]")
LEASE = entry(
    "Land lease", "A lease of the pier.", aliases="[lease]",
    disputed="{used_by: the council, rejected_by: the fishermen}",
)  # fmt: skip
TOWN = entry(
    "Southport", "A town.", aliases="[Suuthaven]", rival_names="[{name: Suuthaven (Zuidhaven), used_by: the islanders}]"
)


def library(text: str, **front: str) -> Library:
    files = {
        "glossary/organisations/council.md": COUNCIL,
        "glossary/agreements/pact.md": PACT,
        "glossary/terms/lease.md": LEASE,
        "glossary/places/southport.md": TOWN,
        f"{ONE}.md": article(text, title="One", **front),
    }
    return make_shelf(files).library


def glosses(text: str, **front: str) -> list[GlossView]:
    return [view for _, view in library(text, **front).text(ONE).glossed]


def test_a_capital_that_means_a_government_has_the_gloss_for_that() -> None:
    [view] = glosses("The fee was set by Northport.", mentions="[{text: Northport, entry: council}]")
    assert view.text == "Here the council, not the town."


def test_a_body_named_as_such_has_the_general_gloss() -> None:
    [view] = glosses("The Harbour council met on Friday.")
    assert view.text == "Runs the harbour."


def test_a_party_of_an_agreement_has_the_gloss_for_that_only_beside_the_agreement() -> None:
    council, pact = glosses("The Harbour council signed the Ferry pact.")
    assert (council.text, pact.text) == ("It signs for the town.", "A pact of 1998.")
    council, _ = glosses("The Harbour council met. Nobody read the Ferry pact.")
    assert council.text == "Runs the harbour."


def test_an_article_can_say_what_its_words_mean_here_and_there_only() -> None:
    lines = "[{text: tariffs, entry: lease, gloss: 'The prices of the pier.'}, {text: wharf, entry: lease}]"
    first, second = glosses("Its tariffs rose. The lease ended. The wharf closed. A lease.", mentions=lines)
    assert (first.text, second.text) == ("The prices of the pier.", "A lease of the pier.")


def test_a_disputed_word_says_who_uses_it_and_is_no_heading_of_other_words() -> None:
    [used] = glosses("The lease ended.")
    assert (used.name, used.disputed) == ("Land lease", "used by the council, rejected by the fishermen")
    [neutral] = glosses("The contract ended.", mentions="[{text: contract, entry: lease}]")
    assert (neutral.name, neutral.disputed) == ("Contract", "")


@pytest.mark.parametrize(
    ("text", "said"), [("Suuthaven slept.", "“Suuthaven” is used by the islanders"), ("Southport slept.", "")]
)
def test_a_name_of_one_side_says_whose_it_is(text: str, said: str) -> None:
    [view] = glosses(text)
    assert (view.name, view.disputed) == ("Southport", said)
