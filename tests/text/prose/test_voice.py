"""Whose word a word is: the author's, a quotation's, or a named speaker's."""

from __future__ import annotations

import pytest

from course_reader.text.prose.voice import is_attributed, own_voice, quotations

OWN = [
    "The army *liberated* the town.",
    "It called the closed road a *blockade*.",
    "Officials know that the town was *seized*.",
    "On Monday the *regime* fell.",
    "Azerbaijan used its guns to *liberate* the town.",
    "Aliyev spoke on Monday. The *occupation* ended.",
    "He said “enough”. The *occupation* ended.",
    "It is called the *blockade*.",
    "The town was taken, it was said, by *terrorists*.",
    "Armenia’s army held the *occupied* land.",
    "“Enough,” they cried, but the *regime* fell.",
    "It was called a *massacre* by many on Monday.",
    "According to many, the *regime* fell.",
    "In its long view the *occupation* ended.",
    "In the city’s Western view the *occupation* ended.",
    "Lincoln had long been tired of war when they said *aggression*.",
    "It was described by the young poet Neruda as a *junta*.",
    "They said so in a *junta* which nobody far from there by then had named after Perón.",
    "They put a *siege* behind Vukovar.",
    "Vukovar saw a *siege*.",
]
REPORTED = [
    "Azerbaijan said that it had *liberated* the town.",
    "The town was “*liberated*”, as the paper put it.",
    'They spoke of a "*blockade*".',
    "According to Baku, *terrorists* fled.",
    "according to the old court in The Hague, it was a *massacre*.",
    "In the words of Blinken, the *seized* land is large.",
    "In Baku's view the *occupation* ended.",
    "In the Kurds’ own words a *massacre* began.",
    "In Azerbaijan the war is remembered as a victory over *occupation*.",
    "A *liberated* town, said Aliyev.",
    "It was called *genocide* by Armenia.",
    "It was described by the poet Neruda as a *junta*.",
    "The «*regime*» fell.",
    "„*Regime*“, ‘enough’.",
    "‘The *regime*’s end’, they wrote.",
    "Armenians avoid the word *separatist*.",
    "UN texts speak of *occupied* areas.",
    "Serbia sees a *siege* as war.",
    "Lincoln had long been tired of war and said *aggression*.",
    "Bolívar put it that a *regime* fell.",
    "Kyiv’s paper wrote of *aggression*.",
]


def _split(marked: str) -> tuple[str, int, int]:
    before, word, after = marked.split("*")
    return before + word + after, len(before), len(before) + len(word)


@pytest.mark.parametrize("sentence", OWN)
def test_it_is_the_authors_own_word(sentence: str) -> None:
    assert own_voice(*_split(sentence))


@pytest.mark.parametrize("sentence", REPORTED)
def test_somebody_else_says_it(sentence: str) -> None:
    assert not own_voice(*_split(sentence))


@pytest.mark.parametrize(
    "text", ["He said “enough.\n\nThe *regime* fell.”", "A “regime.\n\nThe *regime*” fell.\n\n“So.”"]
)
def test_a_quotation_does_not_reach_into_another_block(text: str) -> None:
    assert own_voice(*_split(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“Ja”, „Nein“ and «Oui»", ["“Ja”", "„Nein“", "«Oui»"]),
        ('„Так”, "No" ‘Yes’', ["„Так”", '"No"', "‘Yes’"]),
        ("“He said ‘no’ to it”", ["“He said ‘no’ to it”"]),
        ("‘It’s Ann’s’ and ‘so’", ["‘It’s Ann’s’", "‘so’"]),
        ('a 5" pipe and "so"', ['"so"']),
        ("the“ quoted” and “open", []),
        ("“”", ["“”"]),
        ("“so” and ”more”", ["“so”"]),
    ],
)
def test_quotations_run_from_mark_to_mark(text: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in quotations(text, 0)] == found


def test_only_the_quotations_of_one_block_count() -> None:
    text = "“One”\n\n“two” “three”\n\n“so”\n\n“four”"
    assert [text[a:b] for a, b in quotations(text, text.index("three"))] == ["“two”", "“three”"]
    assert [text[a:b] for a, b in quotations(text, len(text))] == ["“four”"]
    assert list(quotations("\n\n“One”", 0)) == []


def test_quoted_words_are_between_the_marks() -> None:
    text = "“so” it is"
    assert not own_voice(text, 1, 3)
    assert own_voice(text, 1, 4)
    assert own_voice(text, 0, 3)


@pytest.mark.parametrize(
    ("before", "after", "attributed"),
    [
        ("Baku said that it ", " the town.", True),
        ("It ", " the town, said Baku.", True),
        ("It ", " the town, as said on Monday.", False),
        ("It ", " the town: that was reported by the four, Ankara", True),
        ("It ", " the town: that was reported by the four of Ankara", False),
        ("It ", " the town: they told me, Ankara", False),
        ("Baku’s ", " spoke.", True),
        ("The’s ", " spoke.", False),
        ("Last of all, the one ", " spoke.", False),
    ],
)
def test_a_sentence_with_a_speaker_near_the_verb(before: str, after: str, attributed: bool) -> None:
    assert is_attributed(before, after) is attributed
