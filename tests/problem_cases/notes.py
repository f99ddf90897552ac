"""A reader for each problem of notes."""

from __future__ import annotations

from printed import pack
from readers import article

from course_reader.model.problems import Code
from problem_cases.records import Case


def _note(*notes: str) -> str:
    return "layer: {title: L, audience: public}\nnotes:\n" + "".join(f"  - {note}\n" for note in notes)


CASES = (
    Case(
        Code.AUDIENCE_UNCLEAR,
        {
            "corpus/a/article.md": article("Some words."),
            "corpus/a/notes/me.yaml": "layer:\n  audience: klass\nnotes: [{body: B}]\n",
        },
        "corpus/a/notes/me.yaml:2: `audience` is 'klass'; it should be 'public', 'class' or 'teacher'; "
        "until this is put right, only the class sees these notes",
    ),
    Case(
        Code.PACK_LAYER,
        {
            "corpus/a/article.md": article("Some words."),
            "corpus/packs/p.md": pack("a", layers="[lena]"),
        },
        "corpus/packs/p.md:3: the pack prints nothing of the set of notes 'lena': no article of the pack has it; "
        "correct it or take it out",
    ),
    Case(
        Code.PACK_LEVEL,
        {"corpus/a/article.md": article("Some words."), "corpus/packs/p.md": pack("a", level="B1")},
        "corpus/packs/p.md:3: 'corpus/a/article' has no text at level B1, so its own is printed; write corpus/a/b1.md",
    ),
    Case(
        Code.NOTE_LOST,
        {
            "corpus/a/article.md": article("Some words."),
            "corpus/a/notes/me.yaml": _note("body: B", "{quote: other words, body: B}"),
        },
        "corpus/a/notes/me.yaml:4: the words “other words” are not in the article; correct the quote; "
        "`course-reader notes reanchor a` lists similar passages",
    ),
    Case(
        Code.NOTE_AMBIGUOUS,
        {
            "corpus/a/article.md": article("Words and words."),
            "corpus/a/notes/me.yaml": _note("body: B\n    quote: ords"),
        },
        "corpus/a/notes/me.yaml:4: the words “ords” occur more than once; add `paragraph`, `prefix` or `suffix`",
    ),
    Case(
        Code.NOTE_CHANGED,
        {
            "corpus/a/article.md": article("The talks on the harbour went on for nine days."),
            "corpus/a/notes/me.yaml": _note("body: B\n    quote: The talks on the harbor went on"),
        },
        "corpus/a/notes/me.yaml:4: the words “The talks on the harbor went on” are not in the article, but "
        "“The talks on the harbour went on” is; correct the quote, or accept the new text with "
        "`course-reader notes reanchor a --write`",
    ),
    Case(
        Code.NOTE_REPLY,
        {
            "corpus/a/article.md": article("Text."),
            "corpus/a/notes/me.yaml": _note("{id: n-0123abcd, in_reply_to: n-0123abce, body: B}"),
        },
        "corpus/a/notes/me.yaml:3: it answers n-0123abce, which is not on this article; correct `in_reply_to` or "
        "take it out",
    ),
    Case(
        Code.HIDDEN_CHARACTER,
        {
            "corpus/a/article.md": article("Text."),
            "corpus/a/notes/me.yaml": _note(r'{id: n-0123abcd, body: "B\e\u202e\e"}'),
        },
        "corpus/a/notes/me.yaml:3: body holds U+001B and U+202E, which nobody can see and no note may hold; take it "
        "out (until then it is left out everywhere)",
    ),
    Case(
        Code.DUPLICATE_NOTE,
        {
            "corpus/a/article.md": article("Text."),
            "corpus/a/notes/me.yaml": _note("{id: n-0123abcd, body: B}"),
            "corpus/a/notes/you.yaml": _note("{id: n-0123abcd, body: C}"),
        },
        "corpus/a/notes/you.yaml:3: the id n-0123abcd is already used by a note in corpus/a/notes/me.yaml; "
        "remove the line `id` here",
    ),
)
