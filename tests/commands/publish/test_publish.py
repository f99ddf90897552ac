"""`publish`: what is in the files, what never is, and what is refused."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from commands.publish.cartridge_rules import MANIFEST, QUESTIONS, broken_questions, broken_rules, invalid
from lxml import etree

from course_reader.cli import main
from course_reader.commands.command import FINE, PROBLEMS
from course_reader.commands.new import create

CLOSED = "---\ntitle: Closed\ndate: 2024-03-03\nrights: {status: none}\nquestions: [Whose?]\n---\n\nSecret words.\n"
QUESTION = """\
  - {text: "Where is it?", test: true, answer: Northport, choices: [Southport, "A & B"]}
  - {text: "What for?", answer: "For teachers only."}
"""
_CP = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
_QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new reader with a closed text, questions, and a file that a person put into the site."""
    root = tmp_path_factory.mktemp("publish") / "reader"
    create(root)
    (root / "corpus" / "closed").mkdir()
    (root / "corpus" / "closed" / "article.md").write_text(CLOSED, encoding="utf-8")
    path = root / "corpus" / "harbour-2024" / "article.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("what_happened_next:", f"{QUESTION}what_happened_next:"), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def made(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The files of both kinds."""
    folder = tmp_path_factory.mktemp("made")
    files = {"zip": folder / "reader.zip", "imscc": folder / "reader.imscc"}
    for kind, path in files.items():
        assert main(["--root", str(root), "publish", kind, "-o", str(path)]) == FINE
        (root / "_build" / "html" / "private.txt").write_text("mine", encoding="utf-8")
    return files


def names(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        return archive.namelist()


def read(path: Path, name: str) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name)


def test_a_zip_file_has_the_whole_site_in_one_folder(made: dict[str, Path]) -> None:
    found = names(made["zip"])
    assert {name.split("/")[0] for name in found} == {"reader"}
    assert {"reader/index.html", "reader/corpus/harbour-2024/article.html", "reader/_packs/harbour.pdf"} <= set(found)
    assert "reader/private.txt" not in found


def test_the_same_sources_give_the_same_bytes(root: Path, made: dict[str, Path], tmp_path: Path) -> None:
    again = tmp_path / "reader.zip"
    assert main(["--root", str(root), "publish", "zip", "-o", str(again)]) == FINE
    assert again.read_bytes() == made["zip"].read_bytes()


@pytest.mark.parametrize("kind", ["zip", "imscc"])
def test_no_word_that_is_closed_is_in_a_file(kind: str, made: dict[str, Path]) -> None:
    with zipfile.ZipFile(made[kind]) as archive:
        contents = b"".join(archive.read(name) for name in archive.namelist())
    assert b"Secret words" not in contents
    assert b"For teachers only" not in contents


def test_what_is_left_out_is_named(root: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    assert main(["--root", str(root), "publish", "zip", "-o", str(path)]) == FINE
    assert "left out corpus/closed/article.md: nobody has given permission" in capsys.readouterr().out
    assert main(["--root", str(root), "publish", "zip", "--json"]) == FINE
    answer = json.loads(capsys.readouterr().out)
    assert answer["outputs"] == ["_build/publish/reader.zip"]
    assert [item["path"] for item in answer["left_out"]] == ["corpus/closed/article.md"]


def manifest(path: Path) -> Any:
    return etree.fromstring(read(path, "imsmanifest.xml"))


def test_the_manifest_names_every_file_and_nothing_else(made: dict[str, Path]) -> None:
    root = manifest(made["imscc"])
    listed = [file.get("href") for file in root.iter(f"{_CP}file")]
    assert len(listed) == len(set(listed))
    assert sorted([*listed, "imsmanifest.xml"]) == sorted(names(made["imscc"]))


def test_the_manifest_keeps_the_rules_of_the_profile(made: dict[str, Path]) -> None:
    root = manifest(made["imscc"])
    assert [etree.QName(child).localname for child in root] == ["metadata", "organizations", "resources"]
    about = {etree.QName(child).localname: child.text for child in root[0]}
    assert (about["schema"], about["schemaversion"]) == ("IMS Common Cartridge", "1.1.0")
    [organization] = root[1]
    assert organization.get("structure") == "rooted-hierarchy"
    [top] = organization
    # The item at the top has no title, and all others have.
    assert top.find(f"{_CP}title") is None
    items = [item for item in top.iter(f"{_CP}item") if item is not top]
    assert all(item[0].tag == f"{_CP}title" and item[0].text for item in items)
    ids = [element.get("identifier") for element in root.iter() if element.get("identifier")]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[A-Za-z_][\w.-]*", name) for name in ids)
    refs = {element.get("identifierref") for element in root.iter() if element.get("identifierref")}
    resources = {resource.get("identifier"): resource for resource in root.iter(f"{_CP}resource")}
    assert refs <= resources.keys()
    # An item leads to pages, packs and tests; a test has one file and no address of its own.
    for resource in resources.values():
        if resource.get("type") != "webcontent":
            assert len(resource.findall(f"{_CP}file")) == 1
            assert resource.get("href") is None
    titles = [item[0].text for item in items]
    assert titles == [
        *("Reader", "Articles", "Two towns sign a harbour agreement", "Packs"),
        *("The harbour agreement", "The harbour agreement (PDF)"),
        *("Questions", "Questions: Two towns sign a harbour agreement"),
    ]


def test_questions_are_written_answers_or_a_choice(made: dict[str, Path]) -> None:
    [name] = [name for name in names(made["imscc"]) if name.startswith("questions/")]
    root = etree.fromstring(read(made["imscc"], name))
    [assessment] = root
    assert [etree.QName(child).localname for child in assessment] == ["qtimetadata", "section"]
    kinds = [
        item.findtext(f"{_QTI}itemmetadata/{_QTI}qtimetadata/{_QTI}qtimetadatafield/{_QTI}fieldentry")
        for item in assessment.iter(f"{_QTI}item")
    ]
    assert kinds == ["cc.essay.v0p1"] * 2 + ["cc.multiple_choice.v0p1", "cc.essay.v0p1"]
    choice = list(assessment.iter(f"{_QTI}item"))[2]
    labels = {label.get("ident"): label.findtext(f".//{_QTI}mattext") for label in choice.iter(f"{_QTI}response_label")}
    assert sorted(labels.values()) == ["A & B", "Northport", "Southport"]
    assert labels[choice.findtext(f".//{_QTI}varequal")] == "Northport"
    assert len({item.get("ident") for item in assessment.iter(f"{_QTI}item")}) == 4


def test_pages_adds_what_hosts_need_and_replaces_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "requirements.txt").write_text("mine\n", encoding="utf-8")
    assert main(["--root", str(root), "publish", "pages"]) == FINE
    said = capsys.readouterr().out
    assert "added .github/workflows/pages.yml" in said
    assert "left as it is: requirements.txt" in said
    assert (root / "requirements.txt").read_text(encoding="utf-8") == "mine\n"
    assert "--audience public" in (root / ".readthedocs.yaml").read_text(encoding="utf-8")


def test_what_is_for_the_class_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "reader"
    create(root)
    with (root / "conf" / "conf.py").open("a", encoding="utf-8") as file:
        file.write('reader_audience = "class"\n')
    for kind in ("zip", "imscc", "pages"):
        assert main(["--root", str(root), "publish", kind]) == PROBLEMS
        assert "conf.py says reader_audience = 'class'" in capsys.readouterr().err
    assert not (root / "_build").exists()


def test_an_unclear_right_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "reader"
    create(root, bare=True)
    (root / "corpus" / "a").mkdir(parents=True)
    text = CLOSED.replace("status: none", "status: opne")
    (root / "corpus" / "a" / "article.md").write_text(text, encoding="utf-8")
    assert main(["--root", str(root), "publish", "zip"]) == PROBLEMS
    said = capsys.readouterr().err
    assert "corpus/a/article.md:4: " in said
    assert "nothing was published: settle the problems above first" in said
    assert not (root / "_build" / "publish").exists()


def test_a_cartridge_keeps_to_the_schemas(made: dict[str, Path]) -> None:
    files = set(names(made["imscc"]))
    manifest = etree.fromstring(read(made["imscc"], "imsmanifest.xml"))
    assert list(invalid(manifest, MANIFEST)) == []
    assert list(broken_rules(manifest, files)) == []
    questions = sorted(name for name in files if name.startswith("questions/"))
    assert questions
    for name in questions:
        root = etree.fromstring(read(made["imscc"], name))
        assert list(invalid(root, QUESTIONS)) == []
        assert list(broken_questions(root)) == []
