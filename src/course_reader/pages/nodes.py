"""The nodes of a written page, and the HTML for them and for marks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docutils import nodes

from course_reader.marks.nodes import mention, noted
from course_reader.speech import say

Visitor = Callable[[Any, Any], None]

#: class of the container for one theme of a comparison; its last child holds the two sides
COMPARE_THEME = "compare-theme"


class note_mark(nodes.inline):
    """The number of a note, after its words. Attributes: `note`, `number`, `kind`, `layer`, `to` (the target)."""


class aside(nodes.container):
    """The glosses and notes beside a block; attributes: `label`, `span` (how many blocks it spans), `spoken`
    (its language, if it differs from that of the page)."""


class para_number(nodes.inline):
    """The number of a paragraph, linked to itself. Attributes: `number`, `anchor`."""


class word_link(nodes.inline):
    """A word of the text with an explanation below it. Attribute: `refid`, the id of that."""


class part(nodes.container):
    """A part of a page below its text; attributes `anchor`, and `spoken` as for `aside`."""


def visit_mention(self: Any, node: mention) -> None:
    """Render a mention: a link to its gloss or its entry, or plain words if it is unresolved.

    Words in a link keep that link; then the first mention is only the place that its gloss leads back to.
    """
    place: dict[str, Any] = {"ids": [node["anchor"]]} if node.get("anchor") else {}
    if node.get("refuri"):
        attributes: dict[str, Any] = {"href": node["refuri"], "class": " ".join(node["classes"])}
        if node.get("gloss"):
            attributes |= {"role": "doc-glossref"}
        attributes["data-entry"] = node["entry"]
        self.body.append(self.starttag({}, "a", "", **attributes, **place))
    elif place:
        self.body.append(self.starttag({}, "span", "", **place))


def depart_mention(self: Any, node: mention) -> None:
    """Close what `visit_mention` opened."""
    if node.get("refuri") or node.get("anchor"):
        self.body.append("</a>" if node.get("refuri") else "</span>")


def visit_noted(self: Any, node: noted) -> None:
    """Render the words of a note."""
    first, *more = node.get("anchors") or [""]
    attributes: dict[str, Any] = {"ids": [first]} if first else {}
    classes = ["noted", f"kind-{node['kind']}"] if node.get("kind") else ["noted"]
    attributes |= {"CLASS": " ".join(classes), "data-note": " ".join(node["notes"])}
    self.body.append(self.starttag({}, "span", "", **attributes))
    self.body += [f'<span id="{anchor}"></span>' for anchor in more]


def depart_noted(self: Any, node: noted) -> None:
    """Close the words of a note."""
    self.body.append("</span>")


def visit_note_mark(self: Any, node: note_mark) -> None:
    """Render the number after noted words; scripts that read the text skip it."""
    is_book = self.builder.name == "epub"
    about = ": ".join((say("Note {number}", number=node["number"]), say(str(node["kind"]).capitalize()).lower()))
    kind = {"epub:type": "noteref"} if is_book else {"data-cr-skip": "", "data-layer": node["layer"]}
    attributes = {
        "CLASS": f"note-mark kind-{node['kind']}", "href": f"#{node['to']}", "role": "doc-noteref",
        "data-note": node["note"], "aria-label": about, **kind,
    }  # fmt: skip
    self.body.append(self.starttag({}, "a", "", **attributes) + f"{node['number']}</a>")
    raise nodes.SkipNode


def visit_aside(self: Any, node: aside) -> None:
    """Open the margin beside a block."""
    style = {"style": f"grid-row: span {node['span']}"} if node.get("span", 1) > 1 else {}
    self.body.append(self.starttag(node, "aside", **{"aria-label": node["label"], **style, **node.get("spoken", {})}))


def depart_aside(self: Any, node: aside) -> None:
    """Close the margin."""
    self.body.append("</aside>\n")


def visit_para_number(self: Any, node: para_number) -> None:
    """Render the number of a paragraph."""
    number = node["number"]
    about = say("Paragraph {number}", number=number)
    self.body.append(f'<a class="para-number" href="#{node["anchor"]}" aria-label="{about}">{number}</a> ')
    raise nodes.SkipNode


def visit_word_link(self: Any, node: word_link) -> None:
    """Open the link of a word to its explanation."""
    self.body.append(f'<a class="hard-word" href="#{node["refid"]}">')


def depart_word_link(self: Any, node: word_link) -> None:
    """Close it."""
    self.body.append("</a>")


def visit_part(self: Any, node: part) -> None:
    """Open a part of the page."""
    self.body.append(self.starttag(node, "section", **node.get("spoken", {})))


def depart_part(self: Any, node: part) -> None:
    """Close a part of the page."""
    self.body.append("</section>\n")


#: node class → (visit, depart) for HTML and formats based on it. Never register for `epub`: that would remove
#: the HTML handlers of every extension from the EPUB builder.
HTML: dict[type[nodes.Element], tuple[Visitor, Visitor | None]] = {
    mention: (visit_mention, depart_mention),
    noted: (visit_noted, depart_noted),
    note_mark: (visit_note_mark, None),
    aside: (visit_aside, depart_aside),
    para_number: (visit_para_number, None),
    part: (visit_part, depart_part),
    word_link: (visit_word_link, depart_word_link),
}
