"""Directives that print the manual's reference from the code, so that it cannot fall out of date.

Only the configuration of this project loads them; a reader does not need them.
"""

from __future__ import annotations

import argparse
import functools
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from course_reader.manual.python import PythonDirective
from course_reader.model import problems, settings
from course_reader.model.problems import Code, Severity
from course_reader.model.settings import OWN, PREFIX
from course_reader.model.version import __version__
from course_reader.parts import registry as parts_registry
from course_reader.parts.part import Part
from course_reader.parts.registry import installed
from course_reader.tree import below, describe, pack, parts, records
from course_reader.tree.describe import Description

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

#: Columns of printed help: as many as a phone shows in landscape.
HELP_WIDTH = 76

#: The folder of the code. Commands are imported only for the pages that describe them, not for every build.
_CODE = Path(__file__).parent.parent

_REBUILDS = {
    "env": "After a change every page is built again.",
    "": "After a change only the pages that look different are written again.",
}


class _Printed(SphinxDirective):
    """A directive that prints something from a module; the page is outdated when the module has changed."""

    #: the files that the page depends on
    files: ClassVar[tuple[str | None, ...]] = ()

    def run(self) -> list[nodes.Node]:
        """Print."""
        for file in (__file__, *self.files):
            self.env.note_dependency(str(file))
        return self.printed()

    def printed(self) -> list[nodes.Node]:
        """The nodes to print."""
        raise NotImplementedError


class SettingsDirective(_Printed):
    """Every setting: its purpose, type and default, and what is rebuilt after a change."""

    files = (settings.__file__,)

    def printed(self) -> list[nodes.Node]:
        """A definition for each setting, which `{confval}` can link to."""
        return self.parse_text_to_nodes("\n".join(_settings()))


def _settings() -> Iterator[str]:
    more = (setting for part in installed() for setting in part.settings)
    for setting in (*OWN, *more):
        yield f"::::{{confval}} {PREFIX}{setting.name}"
        yield f":type: {_type(setting.default)}"
        yield f":default: `{setting.default!r}`\n"
        yield f"{setting.about} {_REBUILDS[setting.rebuild]}"
        yield "::::\n"


def _type(default: object) -> str:
    words = {float: "number", bool: "True or False", int: "a whole number", str: "a text", list: "a list of texts"}
    return words[type(default)]


class ProblemsDirective(_Printed):
    """Every problem, or those of one severity: its code and its sentence."""

    option_spec: ClassVar = {"severity": lambda text: Severity(directives.choice(text, list(Severity)))}
    files = (problems.__file__,)

    def printed(self) -> list[nodes.Node]:
        """A table."""
        wanted = self.options.get("severity")
        rows = [f"* - `{code}`\n  - {code.about}" for code in Code if wanted in (None, code.severity)]
        head = ":::{list-table}\n:header-rows: 1\n:widths: 30 70\n\n* - Code\n  - Problem"
        return self.parse_text_to_nodes("\n".join([head, *rows, ":::"]))


class CommandsDirective(_Printed):
    """The help of one command, or of all together."""

    optional_arguments = 1
    final_argument_whitespace = True
    files = (str(_CODE / "cli.py"), *(str(path) for path in sorted((_CODE / "commands").rglob("*.py"))))

    def printed(self) -> list[nodes.Node]:
        """The help as printed in a terminal."""
        from course_reader import cli
        from course_reader.commands.command import named

        if not self.arguments:
            return [_listing(_help(cli.parser(), cli.Contents))]
        name = " ".join(self.arguments[0].split())
        known = dict(named(cli.commands()))
        if name not in known:
            raise self.error(f"unknown command {name!r}; the commands are {', '.join(known)}")
        parser = argparse.ArgumentParser(prog=f"course-reader {name}", description=known[name].about)
        cli.fill(parser, known[name])
        return [_listing(_help(parser, argparse.HelpFormatter))]


def _help(parser: argparse.ArgumentParser, formatter: type[argparse.HelpFormatter]) -> str:
    """Help at the manual's width, without colours, the same on every machine."""
    shape: Any = functools.partial(formatter, width=HELP_WIDTH)
    parser.formatter_class = shape
    if hasattr(parser, "color"):
        parser.color = False
    return parser.format_help()


class ImportDirective(_Printed):
    """The result of importing a text: the command's report, or the article's file."""

    required_arguments = 1
    option_spec: ClassVar = {"show": lambda text: directives.choice(text, ("report", "article"))}
    files = tuple(str(_CODE / "exchange" / name) for name in ("articles.py", "article_file.py", "article_report.py"))

    def printed(self) -> list[nodes.Node]:
        """The report, or the file."""
        from course_reader.exchange.article_file import article_file
        from course_reader.exchange.article_report import listing
        from course_reader.exchange.articles import import_files

        relative, path = self.env.relfn2path(self.arguments[0])
        self.env.note_dependency(relative)
        # A folder without a reader: nothing is known there, so every import is the first.
        report = import_files([path], Path(path).parent, dry_run=True)
        if report.problems:
            raise self.error(report.problems[0].message)
        name = Path(path).name
        if self.options.get("show") == "article":
            digest = hashlib.sha256(Path(path).read_bytes()).hexdigest()
            text = article_file(report.articles[0].scraped, f"original{Path(name).suffix}", digest)
            return [_listing(text, "yaml")]
        return [_listing("\n".join(listing(replace(item, source=name, status="written") for item in report.articles)))]


class PartsDirective(_Printed):
    """Every part of the page: its purpose, and the keys and settings it adds."""

    files = (parts_registry.__file__,)

    def printed(self) -> list[nodes.Node]:
        """A table."""
        head = ":::{list-table}\n:header-rows: 1\n:widths: 18 52 30\n\n* - Part\n  - On the page\n  - Adds"
        rows = [f"* - `{part.name}`\n  - {part.about}\n  - {_added(part)}" for part in installed()]
        return self.parse_text_to_nodes("\n".join([head, *rows, ":::"]))


def _added(part: Part) -> str:
    keys = [f"`{name}`" for record in (part.keys, part.pack_keys) if record for name in record.model_fields]
    settings = [f"{{confval}}`{PREFIX}{setting.name}`" for setting in part.settings]
    return ", ".join(dict.fromkeys([*keys, *settings])) or "–"


class TreeDirective(_Printed):
    """The records of one group passed to a print template: `words`, `blocks`, `below`, `parts` or `pack`."""

    required_arguments = 1
    files = tuple(module.__file__ for module in (below, describe, pack, parts, records))

    def printed(self) -> list[nodes.Node]:
        """For each record, its kinds, its description, and a table of its keys."""
        groups = describe.groups(parts.PARTS)
        group = directives.choice(self.arguments[0], list(groups))
        return self.parse_text_to_nodes("\n".join(line for record in groups[group] for line in _record(record)))


def _record(record: Description) -> Iterator[str]:
    kinds = ", ".join(f"`{kind}`" for kind in record.kinds)
    yield f"({record.label})="
    yield f":::{{rubric}} {record.name}{': ' if kinds else ''}{kinds}\n:::\n\n{record.about}\n"
    if record.keys:
        yield ":::{list-table}\n:header-rows: 1\n:widths: 18 34 48\n\n* - Key\n  - Type\n  - Meaning"
        for key in record.keys:
            about = key.about if key.required else f"{key.about}; may be missing"
            yield f"* - `{key.name}`\n  - {key.type}\n  - {about}"
        yield ":::\n"


def _listing(text: str, language: str = "text") -> nodes.Node:
    return nodes.literal_block(text, text.rstrip(), language=language)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the manual's directives."""
    app.add_directive("reader-settings", SettingsDirective)
    app.add_directive("reader-problems", ProblemsDirective)
    app.add_directive("reader-commands", CommandsDirective)
    app.add_directive("reader-import", ImportDirective)
    app.add_directive("reader-parts", PartsDirective)
    app.add_directive("reader-tree", TreeDirective)
    app.add_directive("reader-python", PythonDirective)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
