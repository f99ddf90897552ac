"""Links, pictures and HTML of a document that was read: what pages may not have becomes plain words, and a problem."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx import addnodes

from course_reader.model.addresses import CURE, is_allowed, is_outer, is_path
from course_reader.model.problems import Code, Problem
from course_reader.pages.raw_html import clean_markup

#: a link that the Markdown parser refused and left as it was typed: it is words already, and has to be reported
_TYPED = re.compile(r"(?:\]\(|\]:|<)\s*<?\s*((?:javascript|vbscript|file|data):[^\s)>]{0,80})", re.I)
#: an address in a `toctree`, as Sphinx recognises it
_IN_TOCTREE = re.compile(r".+://")
#: footnotes of sphinxcontrib-bibtex; its sources are reported with their line in the bibliography
_OF_BIBLIOGRAPHY = "footcite-"


@dataclass(frozen=True, slots=True)
class SafeLinks:
    """The check of one document."""

    docname: str
    #: the path of its file, as problems show it
    path: str
    #: the reader's folder
    root: Path
    found: list[Problem] = field(default_factory=list)

    @property
    def depth(self) -> int:
        """How many folders the page is below the top of the reader."""
        return self.docname.count("/")

    def settle(self, document: nodes.document) -> list[Problem]:
        """Change a document, and return the problems in the order of its lines."""
        for kind, settle in _SETTLE.items():
            for node in list(document.findall(kind)):
                settle(self, node)
        return sorted(dict.fromkeys(self.found))

    # --- each kind of node

    def reference(self, node: nodes.reference) -> None:
        """A link: only its words remain."""
        address = node.get("refuri")
        if address and not is_allowed(address, depth=self.depth) and not _is_source(node):
            self._report(node, f"the link to {_shown(address)} is left out; {CURE}")
            unlink(node)

    def xref(self, node: addnodes.pending_xref) -> None:
        """A link of Markdown that no page matches: it may still be meant as an address."""
        target = str(node.get("reftarget", ""))
        if node.get("reftype") != "myst":
            return
        if is_outer(target):
            # Markdown's parser does not know a scheme in capitals.
            node.replace_self(nodes.reference("", "", *node.children, refuri=target))
        elif not is_path(target.removeprefix("/")):
            self._report(node, f"the link to {_shown(target)} is left out; {CURE}")
            unlink(node)

    def download(self, node: addnodes.download_reference) -> None:
        """A link to a file, which is copied into the site."""
        target = str(node.get("reftarget", ""))
        if "://" in target:
            if not is_outer(target):
                self._report(node, f"the link to {_shown(target)} is left out; {CURE}")
                unlink(node)
        elif not self._is_inside(target):
            self._report(
                node, f"the file {_shown(target)} is not in the reader and is not linked; copy it into the reader"
            )
            unlink(node)

    def image(self, node: nodes.image) -> None:
        """A picture: of another host, or from elsewhere on the disk."""
        address = str(node.get("uri", ""))
        words: nodes.Node = nodes.Text(node.get("alt") or "picture")
        link = node.parent if isinstance(node.parent, nodes.reference) else None
        if is_path(address.removeprefix("/")):
            if self._is_inside(address):
                return
            why = "is not a file in the reader and is not shown; copy it into the reader"
        elif is_outer(address):
            why = "is on another host, which pages do not load from; it is linked instead, or save it beside this file"
            if link is None:
                words = nodes.reference("", "", words, refuri=address)
        else:
            why = "is not shown; save the picture beside this file and write its path"
        self._report(node, f"the picture {_shown(address)} {why}")
        inline = isinstance(node.parent, nodes.TextElement)
        node.replace_self(words if inline else nodes.paragraph("", "", words))

    def raw(self, node: nodes.raw) -> None:
        """HTML that the author wrote."""
        if "html" not in node.get("format", "").split():
            return
        cleaned, dropped = clean_markup(node.astext(), self.depth)
        if dropped:
            what = ", ".join(dropped[:4]) + (" and more" if len(dropped) > 4 else "")
            self._report(node, f"HTML in a text only shows words and pictures: {what} left out; take it out")
        node.replace_self(nodes.raw("", cleaned, format="html")) if cleaned else node.parent.remove(node)

    def meta(self, node: nodes.meta) -> None:
        """An instruction to the browser, which may lead a reader away."""
        if node.get("http-equiv") is not None:
            self._report(node, f"the instruction {node['http-equiv']!r} to the browser is left out; take it out")
            node.parent.remove(node)

    def toctree(self, node: addnodes.toctree) -> None:
        """Addresses among the documents of a list."""
        kept = []
        for title, target in node["entries"]:
            if _IN_TOCTREE.match(target) and not is_outer(target):
                self._report(node, f"the `toctree` names {_shown(target)}, which is left out; {CURE}")
            else:
                kept.append((title, target))
        node["entries"] = kept

    def target(self, node: nodes.target) -> None:
        """The definition of an address; the links that use it are reported."""
        if not is_allowed(node.get("refuri", ""), depth=self.depth):
            del node["refuri"]

    def text(self, node: nodes.Text) -> None:
        """A link that is words already."""
        if isinstance(node.parent, (nodes.literal, nodes.literal_block, nodes.raw, nodes.comment)):
            return
        for typed in _TYPED.finditer(node):
            self._report(node, f"{_shown(typed[1])} is not linked and stays as typed; {CURE}")

    # --- what they share

    def _report(self, node: nodes.Node, message: str) -> None:
        self.found.append(Problem(self.path, line_of(node), Code.BAD_ADDRESS, message))

    def _is_inside(self, target: str) -> bool:
        """Whether a path of a document leads to a file in the reader, links on the disk included."""
        base = self.root if target.startswith("/") else self.root.joinpath(self.docname).parent
        try:
            path = base.joinpath(target.lstrip("/")).resolve()
            # A pipe or a device would be copied without end.
            return path.is_relative_to(self.root.resolve()) and (path.is_file() or not path.exists())
        except (OSError, RuntimeError, ValueError):
            return False


_SETTLE: dict[type[nodes.Node], Callable[[SafeLinks, Any], None]] = {
    nodes.Text: SafeLinks.text,
    nodes.reference: SafeLinks.reference,
    addnodes.pending_xref: SafeLinks.xref,
    addnodes.download_reference: SafeLinks.download,
    nodes.image: SafeLinks.image,
    nodes.raw: SafeLinks.raw,
    nodes.meta: SafeLinks.meta,
    addnodes.toctree: SafeLinks.toctree,
    nodes.target: SafeLinks.target,
}


def drop_dead_links(document: nodes.document, depth: int) -> None:
    """Unlink what other extensions linked when a page was written, such as the sources of a bibliography."""
    for node in list(document.findall(nodes.reference)):
        address = node.get("refuri")
        if address and not node.get("internal") and not is_allowed(address, depth=depth):
            unlink(node)


def unlink(node: nodes.Element) -> None:
    """Leave only the words of a link, and its ids."""
    kept: Iterator[nodes.Node] = iter(node.children)
    if node["ids"]:
        kept = iter([nodes.inline("", "", *node.children, ids=node["ids"])])
    node.replace_self(list(kept))


def line_of(node: nodes.Node) -> int:
    """The line of a node, or of the nearest parent that has one."""
    above: nodes.Node | None = node
    while above is not None and above.line is None:
        above = above.parent
    return above.line or 0 if above is not None else 0


def _is_source(node: nodes.Node) -> bool:
    above: nodes.Node | None = node
    while above is not None and not isinstance(above, nodes.footnote):
        above = above.parent
    return above is not None and any(name.startswith(_OF_BIBLIOGRAPHY) for name in above["ids"])


def _shown(address: str) -> str:
    return repr(address[:80])
