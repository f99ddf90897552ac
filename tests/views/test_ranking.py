"""Which glosses are in the margin: rules on plain facts, and their agreement with what people judged."""

from __future__ import annotations

import csv
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from libraries import Shelf, make_shelf

from course_reader.model.entry import Kind
from course_reader.model.gloss_policy import MOST, Tier
from course_reader.model.level import Level
from course_reader.views.ranking import Facts, Ranked, rank

JUDGED = Path(__file__).parent / "judged"
PROJECT = Path(__file__).parent.parent.parent
#: the share of glosses on which the rules and people agree
AGREED = 0.8
TALKS = Facts("talks", Kind.EVENTS)


def decided(*facts: Facts, words: int = 1000) -> list[Ranked]:
    return rank(facts, words, Level.B2)


def points(facts: Facts) -> int:
    return decided(facts)[0].points


# --- the rules, one at a time


def test_kinds_are_in_order() -> None:
    given = [points(Facts("e", kind)) for kind in (Kind.EVENTS, Kind.PEOPLE, Kind.PLACES)]

    assert given == sorted(given, reverse=True)
    assert points(Facts("e", Kind.AGREEMENTS)) == points(TALKS)


@pytest.mark.parametrize(
    "more",
    [{"in_title": True}, {"asked": True}, {"times": 3}],
    ids=lambda more: next(iter(more)),
)
def test_what_matters_to_the_article_counts_for_it(more: dict[str, Any]) -> None:
    assert points(replace(TALKS, **more)) > points(TALKS)


@pytest.mark.parametrize("less", [{"said": 0.4}, {"explained": True}], ids=lambda less: next(iter(less)))
def test_what_is_said_already_counts_against_it(less: dict[str, Any]) -> None:
    assert points(replace(TALKS, **less)) < points(TALKS)
    assert points(replace(TALKS, said=0.6)) < points(replace(TALKS, said=0.4))


def test_a_place_or_body_that_everybody_knows_is_on_demand_however_often_it_is_named() -> None:
    country = Facts("oslo", Kind.PLACES, times=9, in_title=True, known_place=True)
    body = Facts("union", Kind.ORGANISATIONS, times=9, known_body=True)

    assert [d.tier for d in decided(country, body)] == [Tier.ALL, Tier.ALL]


def test_a_body_that_the_words_do_not_name_is_in_the_margin() -> None:
    assert decided(Facts("force", Kind.ORGANISATIONS, named=False))[0].tier <= Tier.SOME


def test_a_term_is_explained_where_its_word_is_hard_for_the_readers() -> None:
    term = Facts("placebo", Kind.TERMS, level=Level.C1)

    assert rank([term], 100, Level.B2)[0].points > rank([term], 100, Level.C1)[0].points
    assert points(replace(term, named=False)) < points(replace(term, level=Level.A1))


def test_an_author_has_the_last_word() -> None:
    known = Facts("oslo", Kind.PLACES, known_place=True)

    assert decided(replace(known, choice="always"))[0].tier is Tier.FEW
    assert decided(replace(TALKS, choice="never"))[0].tier is Tier.NEVER


def test_each_decision_has_its_reasons_and_their_points_make_the_sum() -> None:
    [found] = decided(replace(TALKS, in_title=True, explained=True))

    assert [str(reason) for reason in found.reasons] == [
        "event +4", "in the headline +1", "explained earlier in the pack -3",
    ]  # fmt: skip
    assert sum(reason.points for reason in found.reasons) == found.points


facts = st.builds(
    Facts,
    entry=st.sampled_from("abcdef"),
    kind=st.sampled_from(list(Kind)),
    times=st.integers(1, 9),
    repeated=st.integers(0, 2),
    in_title=st.booleans(),
    asked=st.booleans(),
    named=st.booleans(),
    known_place=st.booleans(),
    rare=st.booleans(),
    said=st.floats(0, 1),
    explained=st.booleans(),
    choice=st.sampled_from([None, None, None, "never"]),
)


@given(st.lists(facts, max_size=60), st.integers(20, 600))
def test_no_text_has_more_glosses_than_its_words_have_room_for(glosses: list[Facts], words: int) -> None:
    tiers = [found.tier for found in rank(glosses, words, Level.B2)]

    for tier, most in MOST.items():
        assert sum(t <= tier for t in tiers) <= max(1, words * most / 100)


@given(st.lists(facts, max_size=60), st.integers(20, 600))
def test_what_is_left_out_is_never_better_than_what_is_shown(glosses: list[Facts], words: int) -> None:
    found = [ranked for ranked in rank(glosses, words, Level.B2) if ranked.tier is not Tier.NEVER]

    for tier in MOST:
        shown = [ranked.points for ranked in found if ranked.tier <= tier]
        left = [ranked.points for ranked in found if ranked.tier > tier]
        assert not shown or not left or min(shown) >= max(left)


# --- what people judged


@cache
def made_up(name: str) -> tuple[Shelf, dict[str, str]]:
    """An article of another subject, with what a person judged of its glosses before the rules were tried on it."""
    case = yaml.safe_load((JUDGED / f"{name}.yaml").read_text(encoding="utf-8"))
    files = {"corpus/one/article.md": case["article"]}
    for path, entry in case["entries"].items():
        files[f"glossary/{path}.md"] = f"---\n{yaml.safe_dump(entry, allow_unicode=True)}---\n\nProse.\n"
    return make_shelf(files), case["judged"]


@cache
def shipped() -> Shelf:
    """The reader that the project ships, in memory."""
    paths = [*PROJECT.glob("glossary/*/*.md"), *PROJECT.glob("corpus/*/article.md")]
    return make_shelf({p.relative_to(PROJECT).as_posix(): p.read_text("utf-8") for p in paths if p.stem != "index"})


def judged_glosses(shelf: Shelf, docname: str, judged: dict[str, str]) -> list[tuple[str, bool, bool]]:
    """Each gloss that somebody judged: whether a person and whether the rules want it in the margin."""
    view = shelf.library.text(docname)
    found = [(g.mention.entry, g.ranked.tier <= Tier.SOME) for g, _ in view.glossed if g.mention.entry in judged]
    assert {entry for entry, _ in found} == set(judged), "each gloss that was judged is on the page"
    return [(entry, judged[entry] == "margin", is_shown) for entry, is_shown in found]


def agreement(found: list[tuple[str, bool, bool]]) -> float:
    return sum(wanted == is_shown for _, wanted, is_shown in found) / len(found)


@pytest.mark.parametrize("name", sorted(path.stem for path in JUDGED.glob("*.yaml")))
def test_the_rules_agree_with_a_person_on_articles_of_other_subjects(name: str) -> None:
    shelf, judged = made_up(name)
    found = judged_glosses(shelf, "corpus/one/article", judged)

    assert agreement(found) >= AGREED, [row for row in found if row[1] != row[2]]


def test_the_rules_agree_with_a_person_on_the_shipped_articles() -> None:
    rows = list(csv.DictReader((JUDGED / "shipped.csv").open(encoding="utf-8")))
    found = []
    for slug in dict.fromkeys(row["article"] for row in rows):
        judged = {row["entry"]: row["judged"] for row in rows if row["article"] == slug}
        found += judged_glosses(shipped(), f"corpus/{slug}/article", judged)

    assert agreement(found) >= AGREED, [row for row in found if row[1] != row[2]]


def test_the_shipped_articles_have_at_most_five_glosses_for_a_hundred_words() -> None:
    library = shipped().library
    for docname, page in library.articles:
        shown = [g for g, _ in library.text(docname).glossed if g.ranked.tier <= Tier.SOME]
        assert 100 * len(shown) / page.words <= 5, docname
