"""Notes on paper: each begins with the words that it is about, wherever in a text they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf.voice import stumbles
from printed import Pdf, pack, print_reader, tree_of
from readers import Reader, article

from course_reader.tree.content import walk

pytestmark = pytest.mark.xdist_group("paper-notes")

PLACES = """
## A vote in the hall of {math}`n+1` seats

The board met `before noon` on Monday.[^why] Nobody asked again.[^why]

| Who | What |
|---|---|
| The clerk | counted twice |

```{figure} hall.png
:alt: A grey hall.

A hall near the quay
```

```text
first line

second line
```

[^why]: The porter had lost the key.

    It was found later.
"""
WHERE = {
    "A hall vote": "in the title",
    "vote in the hall": "in a heading",
    "before noon": "in code",
    "counted twice": "in a cell",
    "near the quay": "in a caption",
    "second line": "in a block of code",
}
CROWD = (
    "The old council of the valley and the new council of the hills agreed to share one well on Sunday.\n\nAll cheered."
)
#: nine notes, of which any two share words
ABOUT = [
    "The old council of the valley and the new council of the hills agreed",
    "council of the hills agreed to share",
    "the hills",
    "share one well on Sunday. All cheered",
    "one well",
    "one well on Sunday",
    "agreed to share",
    "share one well",
    "The old council of the valley and the new council of the hills agreed to share one well on Sunday. All cheered.",
]


def notes(bodies: dict[str, str]) -> str:
    rows = "".join(f'  - {{quote: "{quote}", kind: comment, body: {body}}}\n' for quote, body in bodies.items())
    return f"layer: {{title: Class, audience: public}}\nnotes:\n{rows}"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Reader, Path]:
    files: dict[str, str | bytes | None] = {
        "corpus/places/article.md": article(PLACES, title="A hall vote of the board"),
        "corpus/places/notes/class.yaml": notes(WHERE),
        "corpus/crowd/article.md": article(CROWD, title="One well"),
        "corpus/crowd/notes/class.yaml": notes({quote: f"remark {n}" for n, quote in enumerate(ABOUT)}),
        "corpus/packs/p.md": pack("places", "crowd", parts="[contents, articles]"),
    }
    files["corpus/places/hall.png"] = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02"
        "0000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082"
    )
    return print_reader(tmp_path_factory.mktemp("paper-notes") / "reader", files)


@pytest.fixture(scope="module")
def pdf(printed: tuple[Reader, Path]) -> Pdf:
    return Pdf(printed[1] / "p.pdf")


def test_notes_on_titles_headings_cells_captions_and_code_are_printed(printed: tuple[Reader, Path], pdf: Pdf) -> None:
    assert printed[0].warnings == []
    for quote, where in WHERE.items():
        assert f"{quote}. Comment: {where}" in pdf.text


def test_a_voice_reads_them_without_stumbling(pdf: Pdf) -> None:
    assert stumbles(pdf.tagged) == []


def test_no_note_is_in_bookmarks_contents_or_running_heads(pdf: Pdf) -> None:
    titles = [title for _, title, _ in pdf.bookmarks]

    assert "A hall vote of the board" in titles
    assert "A vote in the hall of n+1 seats" in titles
    assert "A hall vote of the board" in pdf.texts[0]
    assert "remark" not in pdf.texts[0]


def test_a_note_begins_with_its_words_so_that_nine_can_be_told_apart(pdf: Pdf, printed: tuple[Reader, Path]) -> None:
    found = [item for item in walk(tree_of(printed[1], "p")["parts"]) if item.get("t") == "noted"]
    crowd = [note for item in found for note in item["notes"] if "crowd" in note["id"]]

    assert len({"".join(note["about"]) for note in crowd}) == len(ABOUT) == 9
    assert sorted(note["n"] for note in crowd) == [*"abcdefghi"]
    assert all(f"{note['n']}{''.join(note['about'])}. Comment:" in pdf.text for note in crowd)


def test_a_footnote_is_at_the_foot_of_its_page_once_and_told_apart_from_notes(pdf: Pdf) -> None:
    [page] = [text for text in pdf.texts if "lost the key" in text]

    # Painted after everything else on the page.
    assert page.index("[1] The porter had lost the key. It was found later.") > page.index("near the quay")
    assert page.count("[1]") == 3
    assert pdf.text.count("lost the key") == 1
