"""Formulas: the TeX of an author as elements of MathML, which the template sets."""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from xml.etree.ElementTree import Element

from latex2mathml import exceptions
from latex2mathml.converter import convert_to_element

from course_reader.tree.leaves import MathElement

#: a command that the converter does not know stays as it is
_UNKNOWN = re.compile(r"\\[A-Za-z]+")
#: what the converter raises; its exceptions have no class in common
_REFUSALS: tuple[type[Exception], ...] = (
    LookupError,
    ValueError,
    TypeError,
    RecursionError,
    *(found for found in vars(exceptions).values() if isinstance(found, type) and issubclass(found, Exception)),
)
#: A formula is short; anything longer is a mistake, such as a document in TeX.
_LONGEST = 4000


def formula(tex: str) -> list[MathElement] | None:
    """The elements of a formula; none if it cannot be read.

    >>> [element["tag"] for element in formula(r"\\frac{1}{2}")]
    ['mfrac']
    """
    if len(tex) > _LONGEST:
        return None
    try:
        root = convert_to_element(tex)
    except _REFUSALS:
        return None
    # `math` holds a row, which holds the formula.
    found = [element for row in root for element in _elements(row)]
    return None if any(_UNKNOWN.match(text) for text in _texts(found)) else found


def _elements(parent: Element[str]) -> list[MathElement]:
    return [
        MathElement(
            tag=child.tag,
            text=" ".join(unescape(child.text or "").split()) or (" " if child.tag in ("mtext", "mspace") else ""),
            fence=child.get("fence") == "true",
            bar=child.get("linethickness") != "0",
            c=_elements(child),
        )
        for child in parent
    ]


def _texts(elements: list[Any]) -> list[str]:
    return [text for element in elements for text in (element["text"], *_texts(element["c"]))]
