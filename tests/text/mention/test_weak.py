"""Names that are also something else. In the examples, stars surround the name."""

from __future__ import annotations

import pytest

from course_reader.text.mention.context import Surroundings
from course_reader.text.mention.names import Name
from course_reader.text.mention.reasons import WhyNot
from course_reader.text.mention.weak import AlsoWord, also_word, judge, opens_as_word, shows_place


def verdict(marked: str, kind: str, *, is_named: bool = False, is_sure: bool = False) -> WhyNot | None:
    before, word, after = marked.split("*")
    start, end = len(before), len(before + word)
    name = Name(word, "x", kind, full=kind != "people")
    context = Surroundings(before + word + after, {start}, {end})
    return judge(context, start, end, name, is_named=is_named, is_sure=is_sure)


@pytest.mark.parametrize(
    ("text", "kind", "also"),
    [
        ("May", "people", AlsoWord.DATE),
        ("King", "people", AlsoWord.TITLE),
        ("Long", "people", AlsoWord.WORD),
        ("Banks", "people", AlsoWord.WORD),
        ("Michel", "people", AlsoWord.GIVEN),
        ("Jordan", "places", AlsoWord.GIVEN),
        ("Turkey", "places", AlsoWord.WORD),
        ("The Guardian", "organisations", AlsoWord.WORD),
        ("Oslo", "places", None),
        ("Helen May", "people", None),
        ("EU", "organisations", None),
        ("corridor", "terms", None),
    ],
)
def test_what_else_a_name_is(text: str, kind: str, also: AlsoWord | None) -> None:
    assert also_word(Name(text, "x", kind)) == also


@pytest.mark.parametrize(
    ("marked", "kind", "reason"),
    [
        ("Mrs *May* came", "people", None),
        ("In *May* it rained", "people", "date"),
        ("on 3 *May*", "people", "date"),
        ("of *May* 2024", "people", "date"),
        ("The *King* opened it", "people", "common-word"),
        ("*King* of hearts", "people", "common-word"),
        ("*Long* queues formed", "people", "common-word"),
        ("they met *Long* there", "people", None),
        ("they met *King* there", "people", "no-evidence"),
        ("they met *Michel* there", "people", "no-evidence"),
        ("*Turkey* sandwiches were served", "places", "common-word"),
        ("*Turkey* signed", "places", None),
        ("roast *Turkey*, please", "places", "common-word"),
        ("in *Jordan*", "places", None),
        ("her son *Jordan* plays", "places", "no-evidence"),
        ("*Jordan*, 34, scored", "places", "no-evidence"),
        ("*Jordan*'s king", "places", None),
        ("his *Jordan* laughed", "places", "inside-person"),
        ("*Apple* trees bloom", "organisations", "common-word"),
        ("*Apple* said so", "organisations", None),
        ("an *Apple* a day", "organisations", "common-word"),
        ("at *Apple* they know", "organisations", None),
        ("they met *Oslo* there", "people", None),
    ],
)
def test_evidence_by_the_words_around(marked: str, kind: str, reason: str | None) -> None:
    assert verdict(marked, kind) == reason


@pytest.mark.parametrize(
    ("marked", "reason"),
    [
        ("they met *Long* there", None),
        ("*Long* said so", None),
        ("*Long*'s plan", None),
        ("*Long* queues formed", "common-word"),
        ("*May* said so", None),
        ("*May* he rest", "common-word"),
        ("*Michel* came", None),
        ("*Banks* were closed", "common-word"),
        ("in *May*", "date"),
    ],
)
def test_a_person_who_is_named_in_full_needs_less(marked: str, reason: str | None) -> None:
    assert verdict(marked, "people", is_named=True) == reason


def test_a_name_that_is_sure_elsewhere_may_start_a_sentence() -> None:
    assert verdict("*Reading* is quiet", "places") == "common-word"
    assert verdict("*Reading* is quiet", "places", is_sure=True) is None


def test_a_place_is_shown_by_a_preposition_or_by_what_states_have() -> None:
    def shown(marked: str) -> bool:
        before, word, after = marked.split("*")
        return shows_place(Surroundings(before + word + after, set(), set()), len(before), len(before + word))

    assert [shown(marked) for marked in ("in *Graz*", "*Graz*'s army", "with *Graz*")] == [True, True, False]


@pytest.mark.parametrize(
    ("marked", "opens"),
    [
        ("*Cook* the beans", True),
        ("It was. *Fox* hunting is banned", True),
        ("*Bell* towers lean", True),
        ("*Cook* said no", False),
        ("*Cook*'s house", False),
        ("so *Cook* the beans", False),
        ("*Ibsen* the writer", False),
    ],
)
def test_a_surname_that_is_a_rarer_word_starts_a_sentence(marked: str, opens: bool) -> None:
    before, word, after = marked.split("*")
    start, end = len(before), len(before + word)
    context = Surroundings(before + word + after, {start}, {end})
    assert opens_as_word(context, start, end, Name(word, "x", "people", full=False)) == opens
