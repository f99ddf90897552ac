"""What holds for every text: properties of the finder of mentions."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from course_reader.text.fold import fold, fold_case, fold_name
from course_reader.text.mention.index import Ambiguous, Findings, Mention, NameIndex, OpenName, Settled
from course_reader.text.mention.names import Name
from course_reader.text.mention.spellings import forms

DAY = date(2022, 10, 31)
NAMES = [
    Name("Nikol Pashinyan", "nikol-pashinyan", "people"),
    Name("Pashinyan", "nikol-pashinyan", "people", full=False),
    Name("Aliyev", "ilham-aliyev", "people", full=False),
    Name("Heydar Aliyev", "heydar-aliyev", "people", end=date(2003, 12, 12)),
    Name("Aliyev", "heydar-aliyev", "people", end=date(2003, 12, 12), full=False),
    Name("Nagorno-Karabakh", "nagorno-karabakh", "places"),
    Name("Karabakh", "nagorno-karabakh", "places"),
    Name("Moscow", "moscow", "places"),
    Name("Moscow", "russian-government", "organisations", metonym=True, full=False),
    Name("People's Party", "party", "organisations"),
    Name("U.S.", "us", "organisations"),
    Name("peace treaty", "peace-treaty", "terms", fold_case=True),
]
INDEX = NameIndex(NAMES, blockers=["The Moscow Times"])
SPELLINGS = {fold_case(text) for name in NAMES for text, _ in forms(name)}

words = st.sampled_from(
    [
        *(name.text for name in NAMES),
        *[
            "The Moscow Times",
            "in",
            "near",
            "and",
            "said",
            "accused",
            "U.S",
            "Peace Treaties",
            "Heydar",
            "Jean-",
            "-led",
            "'s",
            "’s",
            ".",
            ";",
            '"',
            "“",
            "”",
            "(",
            ")",
            "joint",
            "statement",
            "İstanbul",
            "ß",
            "ça",
            "ça",
            "Az\xader",
            "\n\n",
            "\n",
            "\xa0",
            "—",
            "-",
        ],
    ]
)
texts = st.lists(st.tuples(words, st.sampled_from(["", " ", " ", " "])), max_size=25).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)
settled_lines = st.lists(
    st.builds(
        Settled,
        st.sampled_from(["Moscow", "joint statement", "statement", "Aliyev", "in Moscow", "and"]),
        st.sampled_from([None, "moscow", "heydar-aliyev", "elsewhere"]),
        st.just(None),
        st.sampled_from([None, 1, 2]),
    ),
    max_size=4,
)


def everything(found: Findings) -> list[Mention | Ambiguous | OpenName]:
    """All that has a span."""
    return [*found.mentions, *found.ambiguous, *found.questions]


def shape(found: Findings) -> list[list[tuple[object, ...]]]:
    """What was found, by folded wording and without offsets."""
    return [
        [(m.entry, fold(m.text).text) for m in found.mentions],
        [(a.entries, fold(a.text).text) for a in found.ambiguous],
        [(q.entries, fold(q.text).text) for q in found.questions],
    ]


@given(texts, settled_lines)
def test_spans_are_in_order_never_overlap_and_hold_their_text(text: str, lines: list[Settled]) -> None:
    found = INDEX.find(text, date=DAY, settled=lines)
    for listed in ([m.start for m in found.mentions], [q.start for q in found.questions]):
        assert listed == sorted(listed)
    spans = sorted((item.start, item.end) for item in everything(found))
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    for item in everything(found):
        assert text[item.start : item.end] == item.text


@given(texts, settled_lines)
def test_a_mention_is_a_name_or_settled_words(text: str, lines: list[Settled]) -> None:
    for mention in INDEX.find(text, date=DAY, settled=lines).mentions:
        folded = fold_name(mention.text)
        is_settled = any(folded == fold_name(line.text) and line.entry == mention.entry for line in lines)
        assert is_settled or fold_case(folded) in SPELLINGS
        assert "\n\n" not in mention.text


@given(texts, settled_lines)
def test_white_space_quotes_and_dashes_make_no_difference(text: str, lines: list[Settled]) -> None:
    plain = shape(INDEX.find(text, date=DAY, settled=lines))
    for old, new in ((" ", "\u00a0"), (" ", " \t"), ("'", "’"), ("’", "'"), ('"', "“"), ("-", "–"), ("a", "a\u00ad")):
        assert shape(INDEX.find(text.replace(old, new), date=DAY, settled=lines)) == plain
    broken = "\n\n".join(block.replace(" ", "\n") for block in fold(text).text.split("\n\n"))
    if "\n\n\n" not in broken:
        assert shape(INDEX.find(broken, date=DAY, settled=lines)) == plain


@given(texts, settled_lines)
def test_a_name_that_is_not_in_the_text_changes_nothing(text: str, lines: list[Settled]) -> None:
    more = NameIndex([*NAMES, Name("Quetzalcoatl", "other", "people"), Name("quokka", "term", "terms", fold_case=True)])
    fewer = NameIndex(NAMES)
    assert more.find(text, date=DAY, settled=lines) == fewer.find(text, date=DAY, settled=lines)


@given(texts, st.tuples(st.integers(0, 60), st.integers(0, 60)))
def test_nothing_reaches_into_a_skipped_range(text: str, skip: tuple[int, int]) -> None:
    found = INDEX.find(text, date=DAY, skip=[skip])
    for item in everything(found):
        assert item.end <= skip[0] or item.start >= skip[1] or skip[0] >= skip[1]


@given(texts)
def test_blocks_do_not_lend_each_other_names(text: str) -> None:
    spans = [(m.start, m.end, m.text) for m in INDEX.find(text + "\n\nx", date=DAY).mentions]
    assert spans == [(m.start, m.end, m.text) for m in INDEX.find(text, date=DAY).mentions]
