"""Roles: one for each kind of entry, one for any, and one for words that are not to be linked."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from docutils import nodes
from libraries import make_shelf
from sphinx.addnodes import pending_xref

from course_reader.marks.roles import ROLES, EntryRole, NoLinkRole, register
from course_reader.model.entry import Kind


def test_each_kind_has_a_role_and_so_have_all_together() -> None:
    assert set(ROLES) == {kind.word for kind in Kind} | {"entry"}
    assert set(ROLES) == set(make_shelf({}).domain.roles)


@pytest.mark.parametrize("name", ["person", "reader:person"])
def test_a_link_leads_into_our_domain_under_either_name(name: str) -> None:
    node = pending_xref(refdomain="", reftype=name)
    env: Any = None
    title, target = EntryRole().process_link(env, node, True, "the mayor", " ann-lee ")

    assert (node["refdomain"], node["reftype"], node["refwarn"]) == ("reader", "person", True)
    assert (title, target) == ("the mayor", "ann-lee")


def test_words_that_are_not_to_be_linked_are_not_searched() -> None:
    inliner: Any = SimpleNamespace()
    [node], messages = NoLinkRole()("nolink", "{nolink}`Moscow`", "Moscow", 1, inliner)

    assert messages == []
    assert isinstance(node, nodes.inline)
    assert (node.astext(), node["nolink"]) == ("Moscow", True)


def test_all_have_a_short_name() -> None:
    names: list[str] = []
    app: Any = SimpleNamespace(add_role=lambda name, role: names.append(name))
    register(app)

    assert sorted(names) == sorted([*ROLES, "nolink"])
