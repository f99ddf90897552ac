"""Addresses in a document: refused ones become words, with a problem at their line."""

from __future__ import annotations

from pathlib import Path

import pytest
from docutils import nodes
from docutils.utils import new_document
from readers import article, make_reader
from sphinx import addnodes

from course_reader.model.problems import Code, Problem
from course_reader.pages.safe_links import SafeLinks, drop_dead_links, line_of, unlink


def settled(root: Path, *children: nodes.Node) -> tuple[nodes.document, list[Problem]]:
    """A document of one paragraph after the check, and the problems."""
    document = new_document("corpus/one/article.md")
    paragraph = nodes.paragraph("", "", *children)
    paragraph.line = 7
    document += paragraph
    return document, SafeLinks("corpus/one/article", "corpus/one/article.md", root).settle(document)


def test_a_refused_link_is_its_words_and_keeps_its_ids(tmp_path: Path) -> None:
    link = nodes.reference("", "", nodes.emphasis("", "click"), refuri="javascript:x", ids=["here"])
    document, found = settled(tmp_path, link)
    assert document.astext() == "click"
    assert not list(document.findall(nodes.reference))
    assert [node["ids"] for node in document.findall(nodes.inline)] == [["here"]]
    assert [(p.path, p.line, p.code) for p in found] == [("corpus/one/article.md", 7, Code.BAD_ADDRESS)]
    assert found[0].message.startswith("the link to 'javascript:x' is left out; write https://…")


def test_a_picture_of_another_host_is_a_link(tmp_path: Path) -> None:
    document, found = settled(tmp_path, nodes.image(uri="https://far.example/a.png", alt="A quay"))
    assert [(n["refuri"], n.astext()) for n in document.findall(nodes.reference)] == [
        ("https://far.example/a.png", "A quay")
    ]
    assert "is on another host" in found[0].message


@pytest.mark.parametrize("uri", ["../../../secret.png", "/../secret.png", "outside/a.png"])
def test_a_picture_from_elsewhere_on_the_disk_is_its_words(tmp_path: Path, uri: str) -> None:
    root, far = tmp_path / "reader", tmp_path / "far"
    (root / "corpus/one").mkdir(parents=True)
    far.mkdir()
    (root / "corpus/one/outside").symlink_to(far)
    document, found = settled(root, nodes.image(uri=uri))
    assert document.astext() == "picture"
    assert len(found) == 1


def test_files_of_the_reader_stay(tmp_path: Path) -> None:
    picture = nodes.image(uri="quay.png", alt="A quay")
    file = addnodes.download_reference("", "", nodes.Text("x"), reftarget="/docs/plan.pdf")
    document, found = settled(tmp_path, picture, file)
    assert (len(list(document.findall(nodes.image))), len(list(document.findall(addnodes.download_reference)))) == (
        1,
        1,
    )
    assert found == []


def test_a_file_from_elsewhere_is_not_offered(tmp_path: Path) -> None:
    file = addnodes.download_reference("", "", nodes.Text("x"), reftarget="../../../secret")
    document, found = settled(tmp_path, file)
    assert not list(document.findall(addnodes.download_reference))
    assert "is not in the reader" in found[0].message


def test_links_made_for_writing_are_checked_too() -> None:
    document = new_document("x")
    document += nodes.paragraph("", "", nodes.reference("", "bad", refuri="//far.example"),
                                nodes.reference("", "own", refuri="a:b", internal=True),
                                nodes.reference("", "good", refuri="https://example.org"))  # fmt: skip
    drop_dead_links(document, 0)
    assert [n.astext() for n in document.findall(nodes.reference)] == ["own", "good"]
    assert document.astext() == "badowngood"


def test_a_node_without_a_line_has_that_of_its_parent() -> None:
    paragraph = nodes.paragraph("", "", nodes.reference("", "x"))
    assert line_of(paragraph[0]) == 0
    paragraph.line = 3
    assert line_of(paragraph[0][0]) == 3
    unlink(paragraph[0])
    assert paragraph.astext() == "x"


def test_each_kind_is_reported_with_its_line(tmp_path: Path) -> None:
    body = "One.\n\n[a](javascript:x)\n\n<b onclick='x'>y</b>\n\n```{toctree}\nz <javascript://x>\n```\n"
    reader = make_reader(tmp_path, {"corpus/one/article.md": article(body)})
    reader.build()
    lines = [line.partition(" WARNING: ") for line in reader.warnings if "bad-address" in line]
    assert [(place, message[:30]) for place, _, message in lines] == [
        ("corpus/one/article.md:9:", "'javascript:x' is not linked a"),
        ("corpus/one/article.md:11:", "HTML in a text only shows word"),
        ("corpus/one/article.md:13:", "the `toctree` names 'javascrip"),
    ]
