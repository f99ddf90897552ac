"""The role `prereading`: a link to the pre-reading page of an article or a pack."""

from __future__ import annotations

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.nodes import make_refnode

from course_reader.marks.domain import reader_domain
from course_reader.marks.roles import EntryRole
from course_reader.parts.prereading.values import prereading_docname

#: the role and its former name, which still works
ROLES = ("prereading", "sheet")


def setup(app: Sphinx) -> None:
    """Register the role: {prereading}`sochi-2022`."""
    for name in ROLES:
        app.add_role(name, EntryRole(innernodeclass=nodes.inline))
    app.connect("missing-reference", resolve)


def resolve(app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: nodes.Element) -> nodes.reference | None:
    """On `missing-reference`: a link to the pre-reading page; in formats without one, to the article or pack."""
    if node.get("refdomain") != "reader" or node.get("reftype") not in ROLES:
        return None
    target, pages = node["reftarget"], reader_domain(env).pages
    places = (("article", f"/{target}/article"), ("pack", f"/packs/{target}"))
    found = (doc for kind, end in places for doc, page in pages.items() if page.kind == kind and doc.endswith(end))
    docname = next(found, None)
    if docname is None:
        return None
    if not node.get("refexplicit"):
        contnode.clear()
        contnode += nodes.Text(pages[docname].title)
    has_page = app.builder.format == "html" and app.builder.name != "epub"
    to = prereading_docname(docname) if has_page and _shows(env, docname) else docname
    return make_refnode(app.builder, node["refdoc"], to, "", contnode)


def _shows(env: BuildEnvironment, docname: str) -> bool:
    """Whether the public may see the article, or one of the pack: otherwise there is no pre-reading page."""
    pages = reader_domain(env).pages
    names = [docname] if pages[docname].article else env.toctree_includes.get(docname, [])
    return any(name in pages and pages[name].article and not pages[name].withheld for name in names)
