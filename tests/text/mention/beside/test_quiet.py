"""Names that nothing stands beside. In the examples, stars surround the name."""

from __future__ import annotations

import pytest

from course_reader.text.mention.beside.company import why_not
from course_reader.text.mention.beside.families import Family
from course_reader.text.mention.beside.quiet import is_quiet
from course_reader.text.mention.context import Surroundings
from course_reader.text.mention.names import Name


def quiet(marked: str, family: Family) -> bool:
    before, word, after = marked.split("*")
    return is_quiet(before + word + after, len(before), len(before + word), family)


@pytest.mark.parametrize(
    ("marked", "family"),
    [
        ("*Oslo*", Family.PLACE),
        ("when *Oslo* fell.", Family.PLACE),
        ("parts of *Oslo*, too", Family.PLACE),
        ("it froze.\n\n*Oslo* slept", Family.PLACE),
        ("the leader of the day, *Ibsen*, spoke", Family.SURNAME),
        ("so *Oslo*'s house", Family.PLACE),
        ("met President *Nora Ibsen* there", Family.PERSON),
        ("But *Ibsen* left.", Family.SURNAME),
        ("New *quota* rules", Family.TERM),
    ],
)
def test_most_names_stand_alone(marked: str, family: Family) -> None:
    assert quiet(marked, family)


@pytest.mark.parametrize(
    ("marked", "family"),
    [
        ("the *Oslo* sank", Family.PLACE),
        ("the Bank of *Oslo*", Family.PLACE),
        ("the duke of *Oslo*", Family.PLACE),
        ("*Oslo*, Minnesota", Family.PLACE),
        ("South *Oslo*", Family.PLACE),
        ("*Oslo* sprouts", Family.PLACE),
        ("J. *Ibsen* came", Family.SURNAME),
        ("the *Ibsen* family", Family.SURNAME),
        ("Henrik *Nora Ibsen*", Family.PERSON),
        ("the cruiser *Ibsen*", Family.SURNAME),
        ("a-*quota*", Family.TERM),
        ("#*Oslo*", Family.PLACE),
        ("R & *Ibsen*", Family.SURNAME),
        ("*Ibsen*'s law", Family.SURNAME),
        ("a *Ibsen* flew", Family.SURNAME),
        ("an outbreak of *Ebola*", Family.PLACE),
        ("in Atlanta, *Georgia*", Family.PLACE),
    ],
)
def test_what_may_be_part_of_another_name_has_to_be_looked_at(marked: str, family: Family) -> None:
    assert not quiet(marked, family)


@pytest.mark.parametrize("before", ["", "the ", "of ", "of the ", "Bank of ", "cruiser ", "in ", "said. ", "and, "])
@pytest.mark.parametrize("after", ["", ".", ", but", " of", " sprouts", " family", " said", " in March", "'s son"])
@pytest.mark.parametrize(("word", "kind"), [("Oslo", "places"), ("Ibsen", "people"), ("quota", "terms")])
def test_the_glance_never_overlooks_what_a_rule_would_find(before: str, after: str, word: str, kind: str) -> None:
    text, start = before + word + after, len(before)
    name = Name(word, "x", kind, fold_case=kind == "terms", full=kind != "people")
    family = {"places": Family.PLACE, "people": Family.SURNAME, "terms": Family.TERM}[kind]
    reason = why_not(Surroundings(text, {start}, {start + len(word)}), start, start + len(word), name)
    assert not (is_quiet(text, start, start + len(word), family) and reason)
