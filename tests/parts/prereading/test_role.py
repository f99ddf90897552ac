"""The role that links to a pre-reading page, and where that has none, to what it is read before."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from docutils import nodes
from libraries import make_shelf
from printed import pack
from readers import article
from sphinx.addnodes import pending_xref

from course_reader.parts.prereading.role import ROLES, resolve, setup

FILES = {
    "corpus/one/article.md": article("T.", title="One"),
    "corpus/packs/both.md": pack("one", title="Both"),
    "corpus/packs/none.md": pack("gone", title="None"),
}


def link(target: str, *, words: str = "", role: str = "prereading", builder: str = "html") -> nodes.reference | None:
    env: Any = make_shelf(FILES).domain.env
    env.toctree_includes = {"corpus/packs/both": ["corpus/one/article"], "corpus/packs/none": ["corpus/gone/article"]}
    known: Any = SimpleNamespace(
        name=builder, format="html" if builder in ("html", "epub") else builder,
        get_relative_uri=lambda here, there, typ=None: there,
    )  # fmt: skip
    node = pending_xref(refdomain="reader", reftype=role, reftarget=target, refdoc="docs/page", refexplicit=bool(words))
    app: Any = SimpleNamespace(builder=known)
    return resolve(app, env, node, nodes.inline("", words))


@pytest.mark.parametrize(
    ("target", "builder", "to"),
    [
        ("one", "html", "corpus/one/before"),
        ("both", "html", "corpus/packs/both-before"),
        ("none", "html", "corpus/packs/none"),
        ("one", "epub", "corpus/one/article"),
        ("both", "text", "corpus/packs/both"),
    ],
)
@pytest.mark.parametrize("role", ROLES)
def test_it_leads_there_where_there_is_such_a_page(target: str, builder: str, to: str, role: str) -> None:
    found = link(target, builder=builder, role=role)

    assert found is not None
    assert found["refuri"] == to


def test_it_has_the_title_or_words_of_its_own() -> None:
    with_title, with_words = link("one"), link("one", words="read this")

    assert with_title is not None and with_words is not None
    assert (with_title.astext(), with_words.astext()) == ("One", "read this")


def test_what_is_not_there_and_other_roles_are_left_to_sphinx() -> None:
    assert link("absent") is None
    assert link("one", role="person") is None


def test_the_role_is_known_and_asked_for_what_is_missing() -> None:
    roles: list[str] = []
    events: list[str] = []
    app: Any = SimpleNamespace(
        add_role=lambda name, role: roles.append(name), connect=lambda event, function: events.append(event)
    )
    setup(app)

    assert (roles, events) == (["prereading", "sheet"], ["missing-reference"])
