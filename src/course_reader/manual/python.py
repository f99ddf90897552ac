"""The reference of Python functions and classes: signature, fields and docstring of each, taken from the code."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import inspect
import re
from collections.abc import Iterator
from types import ModuleType
from typing import Any, NamedTuple

from docutils import nodes
from sphinx import addnodes
from sphinx.domains.python import PythonDomain
from sphinx.pycode import ModuleAnalyzer
from sphinx.util.docutils import SphinxDirective

_SECTIONS = {"Args:": "Arguments", "Returns:": "Returns", "Yields:": "Yields", "Raises:": "Raises"}
_ITEM = re.compile(r"(\w+): (.*)")


class Named(NamedTuple):
    """A function, class or method, found by its full name."""

    module: ModuleType
    #: its name in the module, such as `Entry.gloss_at`
    name: str
    value: Any


def find(full_name: str) -> Named:
    """Find something by module and name.

    Raises:
        LookupError: if it does not exist.

    >>> find("course_reader.files.yaml_lines.Document.line").name
    'Document.line'
    """
    parts = full_name.split(".")
    for at in range(len(parts) - 1, 0, -1):
        try:
            module = importlib.import_module(".".join(parts[:at]))
        except ModuleNotFoundError:
            continue
        value: Any = module
        for part in parts[at:]:
            if not hasattr(value, part):
                break
            value = inspect.getattr_static(value, part) if isinstance(value, type) else getattr(value, part)
        else:
            return Named(module, ".".join(parts[at:]), value)
    raise LookupError(f"there is no {full_name!r} in the code")


class PythonDirective(SphinxDirective):
    """Functions, classes and methods, one full name on each line."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Print them."""
        return [self._described(line.strip()) for line in self.content if line.strip()]

    def _described(self, full_name: str) -> nodes.Node:
        try:
            named = find(full_name)
        except LookupError as error:
            raise self.error(str(error)) from None
        for file in (__file__, named.module.__file__):
            self.env.note_dependency(str(file))
        kind = "class" if isinstance(named.value, type) else "method" if "." in named.name else "function"
        described = addnodes.desc(domain="py", objtype=kind, classes=["py", kind])
        shown = addnodes.desc_signature(ids=[full_name], fullname=full_name)
        prefix = f"{kind} " if kind == "class" else ""
        shown += addnodes.desc_annotation(prefix, prefix) if prefix else nodes.Text("")
        shown += addnodes.desc_addname("", full_name.removesuffix(named.name))
        shown += addnodes.desc_name("", "", nodes.strong("", named.name))
        shown += nodes.inline("", signature_of(named.value), classes=["sig-paren"])
        content = addnodes.desc_content("", *self.parse_text_to_nodes("\n".join(about(named))))
        described += [shown, content]
        domain = self.env.domains["py"]
        assert isinstance(domain, PythonDomain)
        domain.note_object(full_name, kind, full_name, location=shown)
        return described


class _Written(str):
    """An annotation as it is written in the source."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def signature_of(value: Any) -> str:
    """The signature as it is written in the source; empty for a class whose fields say all, or a property.

    >>> signature_of(find("course_reader.files.yaml_lines.load").value)
    '(text: str, *, first_line: int = 1) -> Document'
    """
    if isinstance(value, property) or _is_record(value):
        return ""
    shape = inspect.signature(value)
    parameters = [
        p.replace(annotation=_Written(p.annotation) if isinstance(p.annotation, str) else p.annotation)
        for p in shape.parameters.values()
        if p.name != "self"
    ]
    back = _Written(shape.return_annotation) if isinstance(shape.return_annotation, str) else shape.return_annotation
    return str(shape.replace(parameters=parameters, return_annotation=shape.empty if isinstance(value, type) else back))


def _is_record(value: Any) -> bool:
    return isinstance(value, type) and (dataclasses.is_dataclass(value) or hasattr(value, "model_fields"))


def about(named: Named) -> Iterator[str]:
    """The lines of Markdown that describe something: its docstring, and the fields of a record."""
    yield from markdown(inspect.getdoc(named.value) or "")
    if _is_record(named.value):
        described = list(_fields(named))
        if described:
            yield "\nFields"
            yield from _listed(described)


def _fields(named: Named) -> Iterator[str]:
    comments = ModuleAnalyzer.for_module(named.module.__name__).find_attr_docs()
    records = getattr(named.value, "model_fields", {})
    for name, annotation in named.value.__annotations__.items():
        if name.startswith("_") or name == "model_config":
            continue
        comment = " ".join(comments.get((named.name, name), ())).strip()
        if name in records:
            comment = records[name].description or comment
            name = records[name].alias or name
        yield f"`{name}` (`{_plain(annotation)}`)" + (f": {comment}" if comment else "")


def _plain(annotation: str) -> str:
    """A type without what validates it.

    >>> _plain("tuple[Annotated[Question, BeforeValidator(_question)], ...] | None")
    'tuple[Question, ...] | None'
    """
    return ast.unparse(_WithoutValidators().visit(ast.parse(annotation, mode="eval")))


class _WithoutValidators(ast.NodeTransformer):
    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        """Replace `Annotated[A, …]` by A."""
        self.generic_visit(node)
        is_annotated = isinstance(node.value, ast.Name) and node.value.id == "Annotated"
        return node.slice.elts[0] if is_annotated and isinstance(node.slice, ast.Tuple) else node


def markdown(docstring: str) -> Iterator[str]:
    """The lines of a docstring as Markdown: its sections as definitions, its examples as blocks of code."""
    lines = inspect.cleandoc(docstring).split("\n")
    at = 0
    while at < len(lines):
        line = lines[at]
        end = at + 1
        if line in _SECTIONS:
            while end < len(lines) and (not lines[end] or lines[end].startswith(" ")):
                end += 1
            yield _SECTIONS[line]
            yield from _listed(list(_items(inspect.cleandoc("\n" + "\n".join(lines[at + 1 : end])).split("\n"))))
        elif line.startswith(">>>"):
            while end < len(lines) and lines[end]:
                end += 1
            yield from ("", "```python", *lines[at:end], "```", "")
        else:
            yield line
        at = end


def _items(lines: list[str]) -> Iterator[str]:
    """The items of a section, each with its continuation lines joined and its name marked as code."""
    items: list[str] = []
    for line in lines:
        if items and (line.startswith(" ") or not _ITEM.match(line)):
            items[-1] += f" {line.strip()}"
        else:
            items.append(line.strip())
    for item in items:
        found = _ITEM.fullmatch(item)
        yield f"`{found[1]}`: {found[2]}" if found else item


def _listed(items: list[str]) -> Iterator[str]:
    """Items as the definition of a term: one as a paragraph, several as a list."""
    if len(items) == 1:
        yield f": {items[0]}\n"
        return
    yield from (f"{'  ' if at else ': '}- {item}" for at, item in enumerate(items))
    yield ""
