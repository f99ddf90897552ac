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
    ("Northport will rain. Ann Lee has since also repeatedly insisted so.", [("ann",)]),
    ("Ann Lee and Bo Marsh and Northport said so.", [("ann", "bo", "council")]),
    ("In Northport, Bo Marsh and Ann Lee said so.", [("bo", "ann")]),
    ("But Bo Marsh said so; and Ann Lee said no.", [("bo",), ("ann",)]),
    ("On Monday former foreign minister Ann Lee went on.", [("ann",)]),
    ("Late in May 1994 Ann Lee wrote.", [("ann",)]),
    ("It rains, wrote the former Mayor Ann Lee.", [("ann",)]),
    ("It rains”, adds Ann Lee.", [("ann",)]),
    ("According to Deputy Mayor Ann Lee it rains.", [("ann",)]),
    ("according to   Ann Lee and Bo Marsh it rains.", [("ann",)]),
    ("The article also says so; the report said more.", [(REPORT,)] * 2),
    ("Ann Lee said so. In May it rained. He added more.", [("ann",)] * 2),
    ("Ann Lee told Bo Marsh so. She added more.", [("ann",)] * 2),
    ("Ann Lee told Mayor Bo Marsh so.\n\nShe added more. He said it.", [("ann",)] * 3),
    ("Bo Marsh came in May, and he said so.", [("bo",)]),
    ("Bo Marsh came. Northport slept. He said so.", [("bo",)]),
    ("Northport said so and it said more.", [("council",)] * 2),
    ("Bo Marsh, which is odd, says so.", [("bo",)]),
    ("“said so,” Ann Lee said.", [("ann",)]),
    ("‘We left the U.N.’ Ann Lee said so.", [("ann",)]),
    ("“It rains,” replies Ann Lee.", [("ann",)]),
    ("She was in the U.S.- Ann Lee said so.", [("ann",)]),
    # not certain
    ("Ann Lee of old, who met him, said so.", [()]),
    ("Bo Marsh came with Marsh’s dog. He said so.", [()]),
    ("Northport said so. It said more.", [("council",), ()]),
    ("Ann Lee said so, and it says more.", [("ann",), ()]),
    ("The report said so, and it says more.", [(REPORT,), ()]),
    ("Ann Lee and Bo Marsh said so. He added more.", [("ann", "bo"), ()]),
    ("Northport said so. He added more.", [("council",), ()]),
    ("They met Northport, Bo Marsh’s town. He said so.", [()]),
    ("Bo Marsh came.\n\nHe said so.", [()]),
    ("They said so.\n\nBo Marsh came. He said so.", [(), ("bo",)]),
    ("Bo Marsh came. They said so. He said so.", [(), ()]),
    ("“Ann Lee said so,” they cried.", []),
    ("It rains, said they, Ann Lee too.", [()]),
    ("It rains, said\n\nAnn Lee.", [()]),
    ("It rains and said Ann Lee.", [()]),
    ("It rains, insisted Ann Lee.", [()]),
    ("According to rules Ann Lee fell.", [()]),
    ("Then he said so.", [()]),
    ("Ann Lee, happy, said so.", [()]),
    ("Ann Lee, who left; Bo Marsh, said so.", [()]),
    ("The war said so.", [()]),
    ("For old Ann Lee said so.", [()]),
    ("The fans of Ann Lee and Bo Marsh said so.", [()]),
    ("“Odd”, Ann Lee called.", []),
    ("Ann Lee called. “Odd.”", []),
    ("Their leaders said so.", [()]),
    ("Neither Ann Lee nor Bo Marsh said so.", [()]),
    ("A man who knows Ann Lee said so.", [()]),
    ("Ann Lee met Bo Marsh. She said so.", [()]),
    ("Ann Lee said so. Bo Marsh was there. He added more.", [("ann",), ()]),
    ("Ann Lee's neighbour came. She said so.", [()]),
    ("Ann Lee was told so.", [()]),
    ("An officer said so. He added more, and Ann Lee listened.", [(), ()]),
    ("Ann Lee called Bo Marsh on Monday.", []),
    ("Ann Lee said so.\n\nA paragraph.\n\nShe said more.", [("ann",), ()]),
    ("Ann Lee said so.\n\nA paragraph.\n\nA second one.\n\nShe said more.", [("ann",), ()]),
]


@pytest.mark.parametrize(("text", "expected"), SPEECHES, ids=[text[:40] for text, _ in SPEECHES])
def test_a_speaker_is_named_only_where_it_is_certain(text: str, expected: list[tuple[str, ...]]) -> None:
    assert [speech.speakers for speech in heard(text).speeches] == expected


@pytest.mark.parametrize(
    "verb", ["said", "says", "added", "adds", "asked", "asks", "wrote", "writes", "replied", "replies"]
)
def test_some_verbs_may_precede_their_subject(verb: str) -> None:
    assert heard(f"“It rains,” {verb} Ann Lee.").quotations[0].speakers == ("ann",)


@pytest.mark.parametrize(
    "verb", ["told", "claimed", "announced", "went+on", "goes+on", "reiterated", "stated", "calls", "denied"]
)
def test_others_may_not(verb: str) -> None:
    verb = verb.replace("+", " ")
    assert [speech.speakers for speech in heard(f"“It rains,” {verb} Ann Lee.").speeches] in ([()], [])
    assert heard(f"Ann Lee {verb} “so”.").speeches[0].speakers == ("ann",)


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
    ("“It rains.” “It snows.” “So,” Ann Lee said.", [("It rains.", ()), ("It snows.", ()), ("So,", ("ann",))]),
    ("Ann Lee said “yes”. “No.” She left.", [("yes", ("ann",)), ("No.", ("ann",))]),
    ("Ann Lee said “yes”. Then: “No.”", [("yes", ("ann",)), ("No.", ())]),
    ("Ann Lee said “yes”.\n\n“No.”", [("yes", ("ann",)), ("No.", ())]),
    ("They said “yes”. “No.”", [("yes", ()), ("No.", ())]),
    ("Ann Lee said “yes”. “No. It is,” Bo Marsh said and Ann Lee said.", [("yes", ("ann",)), ("No. It is,", ())]),
    ("Ann Lee said “yes”. “Foes”, as the report calls them.", [("yes", ("ann",)), ("Foes", (REPORT,))]),
    ("Ann Lee said “yes”. (“No.”)", [("yes", ("ann",)), ("No.", ())]),
    (f"In the report's words,{' ' * 37}“foes” met.", [("foes", (REPORT,))]),
    (f"In the report's words,{' ' * 38}“foes” met.", [("foes", ())]),
    ("“Yes”, in the report, and “no” in the article", [("Yes", (REPORT,)), ("no", (REPORT,))]),
    ("Ann Lee said “ yes ” and “…” and „so“.", [("so", ("ann",))]),
    ("Ann Lee said ‘it’s Bo’s’ and «so».", [("it’s Bo’s", ("ann",)), ("so", ("ann",))]),
    ('Ann Lee said "one" "two" "three.', []),
    ('A 5" pipe.\n\nAnn Lee said "one".', [("one", ("ann",))]),
    ("Ann Lee said so, in the article’s word, “foes” met.", [("foes", (REPORT,))]),
    ("Ann Lee said so. The “foes” met. “Foes” met.", [("foes", ()), ("Foes", ())]),
    ("Ann Lee said “it rains. It snows.” They left.", [("it rains. It snows.", ("ann",))]),
]


@pytest.mark.parametrize(("text", "expected"), QUOTES, ids=[text[:40] for text, _ in QUOTES])
def test_quoted_words_have_a_speaker_if_their_sentence_has_one(
    text: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert [(quotation.text, quotation.speakers) for quotation in heard(text).quotations] == expected


def test_events_and_terms_do_not_speak_and_a_report_has_a_name() -> None:
    for kind, speakers in [("terms", ()), ("events", ()), ("places", ("truce",))]:
        assert voices("The truce said so.", [Speaker("truce", kind, 0, 9)]).speeches[0].speakers == speakers
    assert REPORT == "the report"


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
