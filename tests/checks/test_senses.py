"""What an article's `mentions` say of glosses has to fit the entries and the margin."""

from __future__ import annotations

from libraries import make_shelf
from readers import article, entry

from course_reader.checks.senses import problems

ONE = "corpus/one/article"
COUNCIL = entry("Harbour council", gloss="[{text: Runs the harbour.}, {sense: party, text: It signs.}]")


def test_a_sense_that_the_entry_does_not_have_and_a_long_gloss_are_reported() -> None:
    long = " ".join(["word"] * 31)
    lines = f"[{{text: lease, entry: council, gloss: {long}}}, {{text: board, entry: council, sense: partly}}]"
    files = {
        "glossary/organisations/council.md": COUNCIL,
        f"{ONE}.md": article("The lease of the board.", mentions=lines),
    }
    messages = [problem.message for problem in problems(make_shelf(files).at(ONE))]
    assert messages == [
        "the gloss has 31 words, but the margin has room for 30; shorten it",
        "'council' has no gloss with `sense: partly`; did you mean 'party'?",
    ]
