"""Which parts there are: those of packages, those of a reader, and what is known of all together."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from libraries import PARTS
from parts.own import OWN, write
from readers import article, make_reader

from course_reader.files.yaml_lines import load
from course_reader.marks.records import Asked
from course_reader.model.article import Article
from course_reader.model.keys import keys_of
from course_reader.model.problems import Problem
from course_reader.model.records import Record
from course_reader.model.settings import Setting, number
from course_reader.parts.lists.values import EntriesAsked
from course_reader.parts.part import Below, InPack, Listing, PageOf, Part
from course_reader.parts.registry import Parts, installed, of_reader

pytestmark = pytest.mark.usefixtures("forget_parts")


# --- where parts come from


def test_those_of_packages_are_in_the_order_of_their_names() -> None:
    names = [part.name for part in installed()]

    assert names == sorted(names)
    assert {"timeline", "questions", "map"} <= set(names)


def test_a_file_beside_the_configuration_is_a_part(tmp_path: Path) -> None:
    write(tmp_path, "mine_as_file.py", OWN.format(name="mine"))
    parts = of_reader(["mine_as_file"], tmp_path)

    assert parts.wrong == ()
    assert [part.name for part in parts] == sorted([*(part.name for part in installed()), "mine"])


def test_a_folder_beside_the_configuration_is_a_part(tmp_path: Path) -> None:
    write(tmp_path, "mine_as_folder/__init__.py", "from mine_as_folder.inner import PART\n")
    write(tmp_path, "mine_as_folder/inner.py", OWN.format(name="mine"))
    parts = of_reader(["mine_as_folder"], tmp_path)

    assert parts.wrong == ()
    assert "mine" in {part.name for part in parts}


def test_a_package_on_the_path_is_a_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "site", "mine_as_package/__init__.py", OWN.format(name="mine"))
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    parts = of_reader(["mine_as_package"], tmp_path / "conf")

    assert parts.wrong == ()
    assert "mine" in {part.name for part in parts}


def test_what_lies_beside_the_configuration_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "site", "mine_twice.py", OWN.format(name="of the path"))
    write(tmp_path / "conf", "mine_twice.py", OWN.format(name="of the reader"))
    monkeypatch.syspath_prepend(str(tmp_path / "site"))

    names = {part.name for part in of_reader(["mine_twice"], tmp_path / "conf")}
    assert "of the reader" in names and "of the path" not in names


def test_a_file_is_read_again_in_the_next_run(tmp_path: Path) -> None:
    names = []
    for text in (OWN.format(name="first"), "PART = 1 / 0\n", OWN.format(name="a part of another reader")):
        write(tmp_path, "mine_edited.py", text)
        parts = of_reader(["mine_edited"], tmp_path)
        names.append([part.name for part in parts if part not in installed()] or [str(error) for error in parts.wrong])

    assert names[0] == ["first"]
    assert "division by zero" in names[1][0]
    assert names[2] == ["a part of another reader"]


@pytest.mark.parametrize("name", ["json", "wave", "yaml"])
def test_no_part_takes_the_place_of_another_module(tmp_path: Path, name: str) -> None:
    write(tmp_path, f"{name}.py", OWN.format(name="mine"))
    before = sys.modules.get(name)
    [sentence] = map(str, of_reader([name], tmp_path).wrong)

    assert repr(name) in sentence and "another name" in sentence
    assert sys.modules.get(name) is before


def test_a_readers_part_takes_the_place_of_one_with_its_name(tmp_path: Path) -> None:
    write(tmp_path, "another_timeline.py", OWN.format(name="timeline"))
    parts = of_reader(["another_timeline"], tmp_path)
    [timeline] = [part for part in parts if part.name == "timeline"]

    assert len(parts.all) == len(installed())
    assert timeline.listings == ()


def test_pages_are_made_anew_when_its_code_is_edited(tmp_path: Path) -> None:
    code = """
from course_reader.model.records import Record
from docutils import nodes
from course_reader.parts.part import Below, Part


class Keys(Record):
    mood: str = "calm"


BELOW = Below(
    order=1, heading="Mood", anchor="mood",
    values=lambda at: at.keys(Keys).mood, page=lambda mood, links: [nodes.paragraph("", "A WORD: " + mood)],
)
PART = Part(name="right_part_edited", about="Mood.", keys=Keys, below=(BELOW,))
"""
    files = {"corpus/one/article.md": article("Text."), "right_part_edited.py": code}
    reader = make_reader(tmp_path, files, "reader_parts = ['right_part_edited']\n")
    texts = []
    for text in (code, code.replace("A WORD", "Another word"), code.replace('"calm"', '"glad"')):
        reader.write({"right_part_edited.py": text})
        reader.build()
        texts += reader.texts("corpus/one/article", "//section[@id='mood']/p")

    assert texts == ["A WORD: calm", "Another word: calm", "A WORD: glad"]


# --- what is known of all together


class One(Record):
    """Keys of one part."""

    one: int = 1


class Two(Record):
    """Keys of another."""

    two: tuple[str, ...] = ()


def below(order: int, **more: object) -> Below[object]:
    return Below(order=order, values=lambda at: None, page=lambda value, links: (), **more)  # type: ignore[arg-type]


def part(name: str, **more: object) -> Part:
    return Part(name=name, about="About it.", **more)  # type: ignore[arg-type]


def test_places_are_in_their_order_whoever_they_belong_to() -> None:
    parts = Parts((part("a", below=(below(300), below(50, kind="entry"))), part("b", below=(below(100),))))

    assert [place.order for place in parts.below("article")] == [100, 300]
    assert [place.order for place in parts.below("entry")] == [50]
    assert parts.below("chapter") == []


def test_in_print_they_may_be_in_another_order() -> None:
    printed = {"printed": lambda value, book: None}
    parts = Parts((part("a", below=(below(100), below(200, **printed), below(300, printed_order=50, **printed))),))

    assert [place.order for place in parts.printed] == [300, 200]


def test_the_parts_of_a_pack_are_in_their_order_and_are_its_default() -> None:
    places = [InPack(name=name, order=order, make=lambda book: ()) for name, order in (("late", 200), ("early", 100))]
    parts = Parts((part("a", in_pack=tuple(places)),))
    found: list[Problem] = []
    default = parts.packs.read(load("title: One"), "p.md", found)
    wrong = parts.packs.read(load("parts: [late, lat]"), "p.md", found)

    assert [place.name for place in parts.in_pack] == ["early", "late"]
    assert default is not None and default[0].parts == ("early", "late")
    assert wrong is not None
    assert [(problem.line, str(problem.code)) for problem in found] == [(1, "bad-value")]


def test_keys_are_read_together_and_given_back_apart() -> None:
    parts = Parts((part("a", keys=One), part("b", keys=Two), part("c", keys=One)))
    found: list[Problem] = []
    read = parts.articles.read(load("title: T\none: 5\ntwo: [x]\nthree: 3"), "a.md", found)

    assert read is not None
    article, own = read
    assert type(article) is Article
    assert [type(record) for record in own] == [One, Two], "keys that two parts share are read once"
    assert (keys_of(own, One).one, keys_of(own, Two).two) == (5, ("x",))
    assert [(problem.line, str(problem.code)) for problem in found] == [(4, "unknown-key")]


def test_settings_are_those_of_all() -> None:
    setting = Setting("much", 1, "How much.", number)
    assert Parts((part("a"), part("b", settings=(setting,)))).settings == (setting,)


def test_a_kind_of_page_is_made_by_whoever_says_so() -> None:
    page_of = PageOf(kind="chapter", values=lambda at: None, fill=lambda document, value, at, links: None)
    parts = Parts((part("a"), part("b", page_of=page_of)))

    assert parts.page_of("chapter") is page_of
    assert parts.page_of("page") is None


def test_a_directive_is_answered_by_the_part_that_knows_what_it_asks() -> None:
    class Mine(Asked):
        """A question."""

    listing = Listing(
        asked=Mine, values=lambda library, asked: None, page=lambda value, asked, at, links: [],
        plain=lambda value, asked: None,  # type: ignore[arg-type,return-value]
    )  # fmt: skip
    parts = Parts((part("a", listings=(listing,)),))

    assert parts.listing(Mine()) is listing
    assert PARTS.listing(EntriesAsked()).asked is EntriesAsked
    with pytest.raises(KeyError):
        parts.listing(EntriesAsked())
