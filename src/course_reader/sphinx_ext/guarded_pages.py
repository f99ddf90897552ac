"""Reading and writing pages so that what fails on one of them ends nothing else.

A role, a directive or a transform that raises an exception becomes a problem with the line of its page. If a page
cannot be read or written at all, it says so, and all others are built.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.parsers.rst import Directive, DirectiveError, directives, roles
from docutils.parsers.rst.directives.misc import Include
from docutils.transforms import Transform
from docutils.utils import SystemMessage
from myst_parser.mocking import MockingError

from course_reader.marks.domain import reader_domain
from course_reader.model.problems import Code, Problem
from course_reader.sphinx_ext.faults import contained, fault
from course_reader.sphinx_ext.run_state import app_of
from course_reader.sphinx_ext.taken_in import guard_inclusions, refusal_of

if TYPE_CHECKING:
    from docutils.parsers.rst.states import Inliner
    from sphinx.application import Sphinx

#: exceptions by which directives report an error; docutils and MyST make a message of each
_MESSAGES = (DirectiveError, MockingError, SystemMessage)
_UNREADABLE = "reader_unreadable"
_FRONT = re.compile(r"\ufeff?---\n.*?\n---\n", re.S)


def install(app: Sphinx) -> None:
    """On `builder-inited`: guard the transforms, and the reading and writing of each page."""
    for transforms, guarded in (
        (app.registry.get_transforms(), _guarded_transform),
        (app.registry.get_post_transforms(), _guarded_post_transform),
    ):
        transforms[:] = [guarded(transform) for transform in transforms]  # type: ignore[arg-type]
    app.__dict__[_UNREADABLE] = set()
    read, write = app.builder.read_doc, getattr(app.builder, "write_doc", None)

    @wraps(read)
    def read_doc(docname: str, **options: Any) -> None:
        try:
            read(docname, **options)
        except Exception as error:  # noqa: BLE001 -- whatever fails in one file, the others are read
            _note(app, docname, "reading this page", error, 0)
            # Once more, with a sentence instead of its text.
            app.__dict__[_UNREADABLE].add(docname)
            read(docname, **options)
            app.__dict__[_UNREADABLE].discard(docname)

    app.builder.read_doc = read_doc  # type: ignore[method-assign, misc]
    if write is not None:

        @wraps(write)
        def write_doc(docname: str, doctree: nodes.document) -> None:
            with contained(app, docname, "writing this page"):
                write(docname, doctree)

        app.builder.write_doc = write_doc  # type: ignore[method-assign]


def replace_unreadable(app: Sphinx, docname: str, source: list[str]) -> None:
    """On `source-read`, first: a page that cannot be read keeps its front matter, and says so instead of its text."""
    if docname in app.__dict__.get(_UNREADABLE, ()):
        front = _FRONT.match(source[0])
        title = "" if front else f"# {docname.rsplit('/', 1)[-1]}\n\n"
        source[0] = f"{front[0] if front else ''}\n{title}This page cannot be shown, because it cannot be read.\n"


def guard_markup(app: Sphinx, docname: str, source: list[str]) -> None:
    """On `source-read`: guard the roles and directives that the page uses; Sphinx undoes this after each page."""
    find_directive, find_role = directives.directive, roles.role

    def directive(*arguments: Any) -> Any:
        found, messages = find_directive(*arguments)
        if isinstance(found, type) and issubclass(found, Directive):
            if issubclass(found, Include):
                guard_inclusions(arguments[2], app.env)
            return _guarded_directive(found), messages  # type: ignore[arg-type]
        return found, messages

    def role(name: str, *arguments: Any) -> Any:
        found, messages = find_role(name, *arguments)
        return _guarded_role(app, name, found) if found is not None else None, messages

    directives.directive, roles.role = directive, role  # type: ignore[assignment]


def _guarded_role(app: Sphinx, given: str, run: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(run)
    def guarded(name: str, rawtext: str, text: str, lineno: int, inliner: Inliner, *more: Any, **options: Any) -> Any:
        try:
            return run(name, rawtext, text, lineno, inliner, *more, **options)
        except _MESSAGES:
            raise
        except Exception as error:  # noqa: BLE001 -- any role may fail on any text
            _note(app, app.env.docname, f"the role {{{given}}} with “{text:.80}”", error, lineno)
            return [nodes.problematic(rawtext, text or rawtext)], []

    return guarded


@cache
def _guarded_directive(directive: type[Directive]) -> type[Directive]:
    """The directive as a class that replaces the `run` of each instance; MyST compares that of the class."""

    def __init__(self: Any, *arguments: Any, **options: Any) -> None:  # noqa: N807
        directive.__init__(self, *arguments, **options)
        run = self.run

        def guarded() -> list[nodes.Node]:
            env = self.state.document.settings.env
            if why := refusal_of(self, env):
                path = env.doc2path(env.docname, base=False).as_posix()
                reader_domain(env).add_problems(env.docname, [Problem(path, self.lineno, Code.BAD_ADDRESS, why)])
                return []
            try:
                found: list[nodes.Node] = run()
                return found
            except _MESSAGES:
                raise
            except Exception as error:  # noqa: BLE001 -- any directive may fail on any text
                _note(app_of(env), env.docname, f"the directive {{{self.name}}}", error, self.lineno)
                return [nodes.literal_block(self.block_text, self.block_text)]

        self.run = guarded

    return type(directive.__name__, (directive,), {"__init__": __init__, "__module__": directive.__module__})


@cache
def _guarded_transform(transform: type[Transform]) -> type[Transform]:
    """A transform of a page that is read."""

    def apply(self: Any, **options: Any) -> None:
        try:
            transform.apply(self, **options)  # type: ignore[attr-defined]
        except Exception as error:  # noqa: BLE001 -- what one step fails on, the others may not need
            env = self.document.settings.env
            _note(app_of(env), env.docname, f"the step {transform.__name__} for this page", error, 0)

    return type(transform.__name__, (transform,), {"apply": apply, "__module__": transform.__module__})


@cache
def _guarded_post_transform(transform: type[Transform]) -> type[Transform]:
    """A transform of a page that is written."""

    def apply(self: Any, **options: Any) -> None:
        env = self.document.settings.env
        with contained(app_of(env), env.docname, f"the step {transform.__name__} for this page"):
            transform.apply(self, **options)  # type: ignore[attr-defined]

    return type(transform.__name__, (transform,), {"apply": apply, "__module__": transform.__module__})


def _note(app: Sphinx, docname: str, what: str, error: Exception, line: int) -> None:
    """Keep the problem with the page until it is read again."""
    path = app.env.doc2path(docname, base=False).as_posix()
    reader_domain(app.env).add_problems(docname, [fault(what, error, Path(app.srcdir), path, line)])
