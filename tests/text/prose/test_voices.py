"""Who speaks: what is certain is told, what is not is left open."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_reader.text.prose.voices import REPORT, Speaker, Voices, voices

KINDS = {
    "Ann Lee": ("ann", "people"), "Ann": ("ann", "people"), "Lee": ("ann", "people"), "Bo Marsh": ("bo", "people"),
    "Marsh": ("bo", "people"), "Northport": ("council", "organisations"), "the statement": ("pact", "agreements"),
    "the war": ("war", "events"),
}  # fmt: skip
NAMES = re.compile("|".join(sorted(map(re.escape, KINDS), key=len, reverse=True)))


def heard(text: str) -> Voices:
    found = [Speaker(*KINDS[m.group()], m.start(), m.end()) for m in NAMES.finditer(text)]
    return voices(text, found)


SPEECHES = [
    ("Ann Lee said that it rains.", [("ann",)]),
    ("It rains, Ann Lee said.", [("ann",)]),
    ("“It rains,” said Mayor Ann Lee.", [("ann",)]),
    ("Mayor Ann Lee has often said so.", [("ann",)]),
    ("Ann Lee, who met Bo Marsh, said so.", [("ann",)]),
    ("Ann Lee and Bo Marsh said so.", [("ann", "bo")]),
    ("Last year Northport also said so.", [("council",)]),
    ("According to Ann Lee it rains.", [("ann",)]),
    ("The statement is short, the statement says.", [("pact",)]),
    ("The report says so.", [(REPORT,)]),
    ("Ann Lee said so. She added more.\n\nShe told Bo Marsh too. In May, she said, it rains.", [("ann",)] * 4),
    ("Northport has criticised the plan; it says so.", [("council",)] * 2),
    # not certain
    ("Their leaders said so.", [()]),
    ("Neither Ann Lee nor Bo Marsh said so.", [()]),
    ("A man who knows Ann Lee said so.", [()]),
    ("Ann Lee met Bo Marsh. She said so.", [()]),
    ("Ann Lee said so. Bo Marsh was there. He added more.", [("ann",), ()]),
    ("Ann Lee's neighbour came. She said so.", [()]),
    ("Ann Lee was told so.", [()]),
    ("An officer said so. He added more, and Ann Lee listened.", [(), ()]),
    ("Ann Lee called Bo Marsh on Monday.", []),
    ("Ann Lee said so.\n\nA paragraph.\n\nA second one.\n\nShe said more.", [("ann",), ()]),
]


@pytest.mark.parametrize(("text", "expected"), SPEECHES, ids=[text[:40] for text, _ in SPEECHES])
def test_a_speaker_is_named_only_where_it_is_certain(text: str, expected: list[tuple[str, ...]]) -> None:
    assert [speech.speakers for speech in heard(text).speeches] == expected


QUOTES = [
    ("Ann Lee called it “very useful”.", [("very useful", ("ann",))]),
    ('Ann Lee said it was "fine" and "good".', [("fine", ("ann",)), ("good", ("ann",))]),
    ("“It rains,” Ann Lee said. “I must go.”", [("It rains,", ("ann",)), ("I must go.", ("ann",))]),
    ("«Ja», said Ann Lee.", [("Ja", ("ann",))]),
    ("‘Useful’ talks, Ann Lee’s and Bo Marsh’s, began.", [("Useful", ())]),
    ("They are “foes”, as the report calls them.", [("foes", (REPORT,))]),
    ("In the report's words, “foes” met.", [("foes", (REPORT,))]),
    ("Ann Lee said “yes”, Bo Marsh said “no”.", [("yes", ()), ("no", ())]),
    ("The “foes” met.", [("foes", ())]),
    ("“Ann Lee said so,” Bo Marsh said.", [("Ann Lee said so,", ("bo",))]),
    ('A 5" pipe, Ann Lee said.', []),
    ("The council’s plan isn’t Ann Lee’s.", []),
]


@pytest.mark.parametrize(("text", "expected"), QUOTES, ids=[text[:40] for text, _ in QUOTES])
def test_quoted_words_have_a_speaker_if_their_sentence_has_one(
    text: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert [(quotation.text, quotation.speakers) for quotation in heard(text).quotations] == expected


PIECES = st.sampled_from([
    *KINDS, "said", "She", "he", "it", "told", "called", "and", "who met", "“yes”", '"', "’", ".", ",", "\n\n",
    "the report", "according to", "according to ", "«no»",
])  # fmt: skip


@given(st.lists(PIECES, max_size=25))
def test_whatever_stands_there_spans_are_right_and_speakers_are_named_before(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = heard(text)
    known = {entry for entry, kind in KINDS.values() if kind != "events"} | {REPORT}
    assert [s.start for s in found.speeches] == sorted(s.start for s in found.speeches)
    for speech in found.speeches:
        assert set(speech.speakers) <= known
        assert text[speech.start : speech.end]
    for quotation in found.quotations:
        assert text[quotation.start : quotation.end] == quotation.text
        assert set(quotation.speakers) <= known
