"""Registration of the extension with Sphinx."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from course_reader.marks import roles
from course_reader.marks.domain import ReaderDomain
from course_reader.model.problems import Code
from course_reader.model.version import __version__
from course_reader.pages import formulas, nodes
from course_reader.pages.quotes import OpenQuotes, QuotesOfLanguage
from course_reader.pages.reports import report
from course_reader.sphinx_ext import (
    bib_files,
    citations,
    collector,
    conf_values,
    empty_lists,
    guarded_pages,
    html,
    kept_texts,
    links_back,
    own_pages,
    problems,
    reading,
    run_state,
    settings,
    staleness,
)
from course_reader.sphinx_ext.glossaries import borrowed
from course_reader.sphinx_ext.output import files, find_files, moved, search_index, withheld
from course_reader.sphinx_ext.public import left_out, verdict
from course_reader.sphinx_ext.public.reaching import LeaveOutClosed
from course_reader.sphinx_ext.stale import contents, links, order, unchanged
from course_reader.sphinx_ext.state import lock, seal
from course_reader.sphinx_ext.transforms import DropDeadLinks, FillPage, LinkToArticle, MarkPage, PlainPage, SettleLinks
from course_reader.sphinx_ext.web import about_page, site_files

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

#: 5: page data is in the modules of the stages, and parts own their keys; 6: digests of contents
#: 7: texts that the public may not see are taken away when they are read; 8: an alias can be sure
#: 9: margins and texts at levels
ENV_VERSION = 10


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register everything; the list is the table of contents of the extension."""
    for name in (
        "myst_parser",
        "sphinx_design",
        "sphinxcontrib.bibtex",
        "course_reader.theme",
        "course_reader.pdf",
        "course_reader.epub",
        "course_reader.cards",
        "course_reader.word",
    ):
        app.setup_extension(name)
    settings.register(app)
    roles.register(app)
    formulas.register(app)
    app.add_domain(ReaderDomain)
    for node, visitors in nodes.HTML.items():
        app.add_node(node, html=visitors)
    app.add_transform(LeaveOutClosed)
    app.add_transform(SettleLinks)
    app.add_transform(MarkPage)
    app.add_transform(QuotesOfLanguage)
    app.add_transform(OpenQuotes)
    app.add_post_transform(LinkToArticle)
    app.add_post_transform(FillPage)
    app.add_post_transform(PlainPage)
    app.add_post_transform(DropDeadLinks)
    parts = settings.register_parts(app)
    run_state.keep_parts(app, parts)
    for part in parts:
        if part.setup:
            part.setup(app)
    # Before any other extension reads its settings, and before Sphinx checks its own.
    app.connect("config-inited", conf_values.mend, priority=1)
    app.connect("config-inited", problems.expect_follow_ups)
    # Nobody else builds meanwhile, and what is kept is whole, before anything is loaded.
    app.connect("config-inited", lock.take, priority=1)
    app.connect("config-inited", seal.check, priority=2)
    app.connect("env-get-outdated", lock.take_again, priority=1)
    app.connect("env-get-outdated", seal.break_seal, priority=2)
    app.connect("build-finished", seal.make, priority=998)
    app.connect("build-finished", lock.release, priority=999)
    app.connect("config-inited", _report_settings)
    app.connect("config-inited", settings.allow_no_bibliography)
    app.connect("config-inited", borrowed.add_sources)
    app.connect("config-inited", bib_files.expect_follow_ups)
    app.connect("config-inited", citations.keep_styles)
    app.connect("config-inited", links_back.leave_out)
    app.connect("config-inited", empty_lists.allow)
    app.connect("config-inited", html.name_book)
    app.connect("builder-inited", guarded_pages.install, priority=100)
    app.connect("builder-inited", search_index.install)
    app.connect("builder-inited", unchanged.install)
    app.connect("builder-inited", collector.relax)
    app.connect("builder-inited", kept_texts.begin)
    app.connect("builder-inited", run_state.start)
    app.connect("builder-inited", bib_files.prepare, priority=100)
    app.connect("builder-inited", citations.recall)
    app.connect("builder-inited", html.add_base_style)
    app.connect("builder-inited", links_back.guard_copying)
    app.connect("env-get-outdated", kept_texts.begin)
    app.connect("env-get-outdated", staleness.unreadable)
    app.connect("env-get-outdated", left_out.leave_out)
    app.connect("env-get-outdated", contents.outdated)
    app.connect("env-get-outdated", staleness.outdated)
    app.connect("env-before-read-docs", unchanged.note_read)
    app.connect("source-read", guarded_pages.replace_unreadable, priority=1)
    app.connect("source-read", reading.take_front)
    # After other extensions, so that their roles are guarded too.
    app.connect("source-read", guarded_pages.guard_markup, priority=900)
    # After the domains and other extensions have read the document.
    app.connect("doctree-read", links.collect, priority=900)
    # Before anything is made of what was read.
    app.connect("env-updated", order.settle, priority=100)
    app.connect("env-updated", contents.keep)
    # After the labels of sources are known.
    app.connect("env-updated", staleness.rewritten, priority=800)
    app.connect("env-updated", kept_texts.keep)
    app.connect("env-updated", citations.keep_formatted)
    app.connect("env-check-consistency", _report_problems)
    app.connect("write-started", files.start)
    app.connect("write-started", withheld.take_out)
    app.connect("doctree-resolved", files.note_pictures, priority=900)
    app.connect("html-page-context", files.note_page)
    app.connect("html-collect-pages", own_pages.collect)
    app.connect("html-collect-pages", moved.collect)
    app.connect("html-collect-pages", search_index.settle, priority=900)
    app.connect("html-collect-pages", files.tidy, priority=900)
    app.connect("html-page-context", html.page_context)
    app.connect("html-page-context", about_page.add)
    app.connect("build-finished", run_state.tidy)
    app.connect("build-finished", html.copy_printed)
    app.connect("build-finished", find_files.write)
    app.connect("build-finished", site_files.write)
    app.connect("build-finished", verdict.finish)
    app.connect("build-finished", files.finish, priority=900)
    app.connect("build-finished", withheld.put_back, priority=950)
    return {
        "version": __version__,
        "env_version": ENV_VERSION,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _report_settings(app: Sphinx, config: Config) -> None:
    """On `config-inited`: report invalid settings."""
    for problem in problems.of_settings(app):
        report(problem, Path(app.srcdir))


def _report_problems(app: Sphinx, env: BuildEnvironment) -> None:
    """On `env-check-consistency`: report the problems of all files; those of settings have been reported already."""
    verdict.were_reported(app)
    for problem in problems.problems(app):
        if problem.code is not Code.BAD_SETTING:
            report(problem, Path(app.srcdir))
