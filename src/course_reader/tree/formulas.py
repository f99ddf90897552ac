"""Formulas: the TeX of an author as elements of MathML, which the template sets. Pages show the same elements."""

from __future__ import annotations

import re
from html import unescape
from xml.etree import ElementTree

from course_reader.pages.formulas import mathml
from course_reader.tree.leaves import MathElement

#: an entity that XML does not know, such as that of an invisible operator
_ENTITY = re.compile(r"&(?!amp;|lt;|gt;|quot;|#)\w+;")
#: signs that are not printed: they tell voices what two letters side by side mean
_INVISIBLE = re.compile("[\u2061-\u2064]")
_BRACKETS = frozenset("()[]{}⟨⟩⌊⌋⌈⌉|‖")


def formula(tex: str, *, is_block: bool) -> list[MathElement] | None:
    """The elements of a formula; None if it cannot be read.

    >>> [element["tag"] for element in formula("\\\\frac{1}{2}", is_block=False)]
    ['mfrac']
    """
    made = mathml(tex, is_block=is_block)
    if made is None:
        return None
    root = ElementTree.fromstring(_ENTITY.sub(lambda entity: unescape(entity[0]), made))
    found = _elements(root)
    return found if any(map(_says, found)) else None


def _says(element: MathElement) -> bool:
    return bool(element["text"]) or any(map(_says, element["c"]))


def _elements(parent: ElementTree.Element) -> list[MathElement]:
    return [_element(child) for child in parent]


def _element(node: ElementTree.Element) -> MathElement:
    inner, tag = _elements(node), node.tag.rpartition("}")[2]
    text = _INVISIBLE.sub("", node.text or "")
    return MathElement(
        tag=tag,
        text=text if tag == "mtext" else text.strip(),
        fence=tag == "mrow" and any(part["tag"] == "mo" and part["text"] in _BRACKETS for part in inner[:1]),
        bar=node.get("linethickness") != "0",
        c=inner,
    )
