"""Roles for links that an author writes by hand, and for words that must not be linked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.roles import XRefRole
from sphinx.util.docutils import SphinxRole

from course_reader.model.entry import Kind

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import RoleFunction


class EntryRole(XRefRole):
    """A link to an entry: {person}`nikol-pashinyan` or {person}`the prime minister <nikol-pashinyan>`."""

    def process_link(
        self, env: BuildEnvironment, refnode: nodes.Element, has_explicit_title: bool, title: str, target: str
    ) -> tuple[str, str]:
        """Point the link into our domain, also where the role is used by its short name."""
        refnode["refdomain"] = "reader"
        refnode["reftype"] = refnode["reftype"].rpartition(":")[2]
        refnode["refwarn"] = True
        return title, target.strip()


class NoLinkRole(SphinxRole):
    """Words that stay plain: {nolink}`Moscow`."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """The words, in a node that is not searched for names."""
        return [nodes.inline(self.rawtext, self.text, nolink=True)], []


ROLES: dict[str, RoleFunction | XRefRole] = {kind.word: EntryRole(innernodeclass=nodes.inline) for kind in Kind}
ROLES["entry"] = EntryRole(innernodeclass=nodes.inline)


def register(app: Sphinx) -> None:
    """Register the roles under their short names too."""
    for name, role in ROLES.items():
        app.add_role(name, role)
    app.add_role("nolink", NoLinkRole())
