"""Formulas as MathML, which browsers and e-book readers show without a script and without asking another host."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from docutils.utils.math.latex2mathml import tex2mathml
from sphinx.locale import _
from sphinx.util.math import get_node_equation_number
from sphinx.util.nodes import get_node_line, get_node_source

from course_reader.model.problems import Code, Problem
from course_reader.pages.reports import report

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

#: the name by which `html_math_renderer` chooses these formulas
NAME = "mathml"
#: the longest formula that is converted, in characters
LONGEST = 5_000

_ROWS = re.compile(r"\\(begin|end)\{(?:align|gather|split|multline|eqnarray|alignat|flalign)\*?\}")
_ALONE = re.compile(r"\\(?:begin|end)\{(?:equation|displaymath|math)\*?\}|\\(?:label|tag)\{[^{}]*\}|\\nonumber\b")
#: what the converter raises for what it cannot read; `SyntaxError` in older versions
_FAILURES = (ArithmeticError, AttributeError, LookupError, RecursionError, SyntaxError, TypeError, ValueError)


def register(app: Sphinx) -> None:
    """Make this the way in which formulas are shown, unless `html_math_renderer` names another."""
    app.add_html_math_renderer(NAME, (_show_inline, None), (_show_block, None))


def mathml(tex: str, *, is_block: bool = False) -> str | None:
    r"""Convert a formula from TeX to MathML; None if it is too long, or not in the part of TeX that is known.

    >>> " ".join((mathml("x") or "").split())
    '<math xmlns="http://www.w3.org/1998/Math/MathML"> <mi>x</mi> </math>'
    >>> mathml(r"\unheardof") is None
    True

    Args:
        tex: The formula without its dollar signs.
        is_block: Whether it has lines of its own. Blank lines and `\\` then divide rows.
    """
    if len(tex) > LONGEST:
        return None
    try:
        made = str(tex2mathml(_in_rows(tex) if is_block else tex))
    except _FAILURES:
        return None
    return made.replace("<math ", '<math display="block" ', 1) if is_block else made


def _in_rows(tex: str) -> str:
    """A displayed formula in the environments that the converter knows."""
    tex = _ALONE.sub("", _ROWS.sub(r"\\\1{aligned}", tex)).strip()
    parts = [part.strip() for part in re.split(r"\n\s*\n", tex) if part.strip()]
    tex = r" \\ ".join(parts)
    return rf"\begin{{aligned}}{tex}\end{{aligned}}" if r"\\" in tex and r"\begin" not in tex else tex


def _show_inline(writer: HTML5Translator, node: nodes.math) -> None:
    writer.body.append(writer.starttag(node, "span", "", CLASS="math notranslate nohighlight"))
    writer.body.append(_shown(writer, node, is_block=False) + "</span>")
    raise nodes.SkipNode


def _show_block(writer: HTML5Translator, node: nodes.math_block) -> None:
    writer.body.append(writer.starttag(node, "div", CLASS="math notranslate nohighlight"))
    if node.get("number"):
        writer.body.append(f'<span class="eqno">({get_node_equation_number(writer, node)})')
        writer.add_permalink_ref(node, _("Link to this equation"))
        writer.body.append("</span>")
    writer.body.append(_shown(writer, node, is_block=True) + "</div>\n")
    raise nodes.SkipNode


def _shown(writer: HTML5Translator, node: nodes.Element, *, is_block: bool) -> str:
    """A formula, or its source where it cannot be converted, which is reported."""
    tex = node.astext()
    found = mathml(tex, is_block=is_block)
    if found is not None:
        return found
    start = " ".join(tex.split())[:40]
    message = f"the formula '{start}' is shown as its source; use simpler TeX, or check its braces"
    root = Path(writer.builder.srcdir)
    path = Path(get_node_source(node) or root).resolve()
    where = path.relative_to(root).as_posix() if path != root and path.is_relative_to(root) else ""
    report(Problem(where, get_node_line(node) or 1, Code.NOT_BUILT, message), root)
    return f"<code>{escape(tex)}</code>"
