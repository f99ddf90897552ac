"""Notes in a printed pack: chosen layers, replies, other languages, and no more than words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hostile import ACTS, TECHNIQUES
from printed import Pdf, pack, print_reader
from readers import Reader, article

from course_reader.files.yaml_write import inline

LENA = """
layer: {title: "Lena's notes", author: Lena, language: en, audience: public}
notes:
  - {id: n-00000001, quote: Then she wrote, kind: correction, body: "To *whom*?\\n\\n- him\\n- her"}
  - {id: n-00000002, kind: context, body: About it all.}
  - {id: n-00000003, in_reply_to: n-00000004, by: Anahit, body: A late answer.}
"""
OSKAR = """
layer: {title: Նշումներ, language: hy, audience: public}
notes:
  - {id: n-00000004, in_reply_to: n-00000001, by: Oskar, body: Նրան։}
  - {id: n-00000005, in_reply_to: n-00000002, by: Oskar, body: On the whole yes.}
"""
#: letters that no font of a pack has are told as a problem of their own
BODIES = [body for body in (*ACTS.values(), *TECHNIQUES.values()) if not set(body) & set("＜‹\u202e\u2028\ufffd")]
FILES = {
    "corpus/one/article.md": article("She came by night.\n\nThen she wrote to them."),
    "corpus/one/notes/lena.yaml": LENA,
    "corpus/one/notes/oskar.yaml": OSKAR,
    "corpus/two/article.md": article("A text of words.", title="Two"),
    "corpus/two/notes/all.yaml": "layer: {audience: public}\nnotes:\n"
    + "".join(f"  - body: {inline(body)}\n" for body in BODIES),
    "corpus/packs/all.md": pack("one", title="All", parts="[articles]"),
    "corpus/packs/oskar.md": pack("one", title="Oskar alone", layers="[oskar]", parts="[articles]"),
    "corpus/packs/lena.md": pack("one", title="Lena alone", layers="[lena]", parts="[articles]"),
    "corpus/packs/hostile.md": pack("two", title="Hostile", parts="[articles]"),
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Reader, Path]:
    return print_reader(tmp_path_factory.mktemp("notes"), FILES)


def text(printed: tuple[Reader, Path], name: str) -> str:
    return Pdf(printed[1] / f"{name}.pdf").text


def test_replies_follow_what_they_answer_and_name_who_wrote_them(printed: tuple[Reader, Path]) -> None:
    said = text(printed, "all")
    order = ["Correction", "To whom?", "Lena’s notes", "Reply, Oskar", "Նրան", "Reply, Anahit", "A late answer."]
    places = [said.find(words) for words in order]
    assert -1 not in places
    assert places == sorted(places)
    assert said.find("About it all.") < said.find("On the whole yes.")


def test_only_chosen_layers_are_printed_and_no_reply_without_its_note(printed: tuple[Reader, Path]) -> None:
    lena = text(printed, "lena")
    assert "To whom?" in lena
    assert "Oskar" not in lena
    assert "A late answer." not in lena, "what it answers is not printed"
    alone = text(printed, "oskar")
    assert "Նրան" not in alone
    assert "Then she wrote to them." in alone


def test_hostile_notes_are_printed_as_words(printed: tuple[Reader, Path]) -> None:
    reader, out = printed
    assert (out / "hostile.pdf").exists(), reader.warnings
    said = text(printed, "hostile")
    for words in ("onerror", "{include}", "{download}", ".. include::"):
        assert words in said
