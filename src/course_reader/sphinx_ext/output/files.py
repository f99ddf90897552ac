"""The output's folder: what a build has written there before, writes now, and removes because it has no source now.

Only files that a build has written are removed. What a person has put into the folder stays.
"""

from __future__ import annotations

import filecmp
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.builders.html import _assets

from course_reader.parts.packs.page import FOLDER
from course_reader.sphinx_ext import html
from course_reader.sphinx_ext.output import record
from course_reader.sphinx_ext.output.find_files import is_of_search
from course_reader.sphinx_ext.output.record import OutputRecord
from course_reader.sphinx_ext.stale import unchanged
from course_reader.sphinx_ext.web import offline

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: folders of Sphinx, in which nobody else puts files: without any list, what is in them counts as written by a build
_FOLDERS = ("_images/", "_sources/", "_downloads/", f"{FOLDER}/")

#: files that Sphinx writes beside the pages
_NAMES = ("objects.inv", "searchindex.js")

#: words that only built pages have
_MARKS = (b'class="reader-page"', b"_static/documentation_options.js")

#: the address of a picture in HTML that a part has written
_DRAWN = re.compile(r"_images/[\w.-]+")

_STATE = "reader_output"


class _Output:
    """The output of a build that is under way."""

    def __init__(self, app: Sphinx) -> None:
        self.before = record.load(app)
        self.now = OutputRecord()
        folder = Path(app.outdir)
        #: all files before this build
        self.found = set(record.all_files(folder))
        listed = record.listed(app)
        #: files that may be of a build or of a person: they are put back if the build does not write them
        self.doubtful: dict[str, bytes] = {}
        if self.before.files or listed is not None:
            ours = {*self.before.files, *(listed or ())}
        else:
            ours = {name for name in self.found if _is_built(app, name)}
            doubtful = {name for name in self.found - ours if name.startswith("_static/")}
            self.doubtful = {name: folder.joinpath(name).read_bytes() for name in doubtful}
        #: files that an earlier build has written
        self.ours = ours & self.found
        #: pages without a document that this build has written
        self.pages: set[str] = set()


def _is_built(app: Sphinx, name: str) -> bool:
    """Whether a file is certainly one of a build, although no list says so."""
    if name.startswith(_FOLDERS) or name in _NAMES or is_of_search(name) or _is_book(app):
        # Nobody looks into the folder of an e-book, which takes up whatever is there.
        return True
    if not name.endswith(".html"):
        return False
    content = Path(app.outdir, name).read_bytes()
    return any(mark in content for mark in _MARKS)


def _is_book(app: Sphinx) -> bool:
    assert app.builder is not None
    return app.builder.name == "epub"


def _state(app: Sphinx) -> _Output:
    found: _Output = app.__dict__[_STATE]
    return found


def begin(app: Sphinx) -> None:
    """Look at the output's folder before anything is written there."""
    app.__dict__[_STATE] = _Output(app)


def before(app: Sphinx) -> OutputRecord:
    """What the last build has record."""
    return _state(app).before


def now(app: Sphinx) -> OutputRecord:
    """What this build writes."""
    return _state(app).now


def _wrong(app: Sphinx) -> set[str]:
    """The files that are no longer as the last build left them: lost, cut, or changed by hand."""
    folder = Path(app.outdir)
    return {name for name, stamp in before(app).files.items() if record.stamp(folder / name) != stamp}


def is_unchanged(app: Sphinx) -> bool:
    """Whether pages are made of the same as in the last build, and all its files are there as it left them."""
    last, state = before(app), _state(app)
    is_same = bool(last.inputs) and last.inputs == state.now.inputs and not unchanged.has_read(app)
    return is_same and state.ours == last.files.keys() and not _wrong(app)


def damaged(app: Sphinx) -> set[str]:
    """Documents whose files are no longer as the last build left them."""
    last, wrong = before(app), _wrong(app)
    if getattr(app.builder, "searchindex_filename", "") in wrong:
        # Sphinx completes the index of the search only for pages that it writes.
        return set(last.digests)
    return {docname for docname in last.digests if wrong & set(_files_of(app, docname, last))} if wrong else set()


def _files_of(app: Sphinx, docname: str, known: OutputRecord) -> Iterator[str]:
    """The files of a page: itself, its pictures, the copy of its source."""
    builder: Any = app.builder
    if hasattr(builder, "get_outfilename"):
        yield Path(builder.get_outfilename(docname)).relative_to(app.outdir).as_posix()
    elif suffix := getattr(builder, "out_suffix", ""):
        yield docname + suffix
    yield from known.pictures.get(docname, ())
    if docname in app.env.found_docs and html.copies_source(app, docname):
        yield f"_sources/{html.source_name(app, docname)}"


# --- while a build is under way


def start(app: Sphinx, builder: object) -> None:
    """On `write-started`: remove what is made anew, if it may be made of other files now."""
    _forget_files()
    record.discard(app)
    state = _state(app)
    if state.before.look == state.now.look:
        return
    last = state.before if state.before.files else state.now
    anew = state.ours - {name for docname in last.digests for name in _files_of(app, docname, last)}
    anew |= state.doubtful.keys()
    record.remove(Path(app.outdir), anew)
    state.found -= anew


def _forget_files() -> None:
    """Forget what this process knows of files that an earlier build in it has written or compared."""
    filecmp.clear_cache()
    forget = getattr(getattr(_assets, "_file_checksum_inner", None), "cache_clear", None)
    if forget:
        forget()


def note_pictures(app: Sphinx, document: nodes.document, docname: str) -> None:
    """On `doctree-resolved`: the pictures that are still on a page after it was filled."""
    if _STATE not in app.__dict__:
        return
    names = set()
    for node in document.findall(nodes.image):
        paths = [node.get("uri", ""), *node.get("candidates", {}).values()]
        names |= {f"_images/{app.env.images[path][1]}" for path in paths if path in app.env.images}
    # Parts may draw pictures of their own.
    names |= {name for node in document.findall(nodes.raw) for name in _DRAWN.findall(node.astext())}
    now(app).pictures[docname] = sorted(names)


def note_pages(app: Sphinx, pagenames: Iterable[str]) -> None:
    """Note pages without a document that other processes have written."""
    if _STATE in app.__dict__:
        _state(app).pages.update(pagenames)


def note_page(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """On `html-page-context`: a page without a document."""
    if doctree is None and _STATE in app.__dict__:
        _state(app).pages.add(pagename)


def tidy(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """On `html-collect-pages`, when all documents are written: leave nothing that an e-book would take up."""
    if _is_book(app):
        state = _state(app)
        _carry_over(state)
        _remove_old(app, state)
        strange = set(record.all_files(Path(app.outdir))) & state.found - state.ours - _wanted(app, state)
        ours = (record.LIST, ".buildinfo.bak")
        app.config.epub_exclude_files = [*app.config.epub_exclude_files, *ours, *sorted(strange)]
    return iter(())


def finish(app: Sphinx, error: Exception | None) -> None:
    """On `build-finished`: remove what has no source, and keep the record."""
    state: _Output | None = app.__dict__.pop(_STATE, None)
    if state is None:
        return
    if unchanged.rests(app):
        return
    _put_back(Path(app.outdir), state.doubtful)
    if error is not None:
        return
    _carry_over(state)
    _remove_old(app, state)
    folder, now_ = Path(app.outdir), state.now
    # Sphinx keeps its notes of an earlier build for people who look for what differs.
    folder.joinpath(".buildinfo.bak").unlink(missing_ok=True)
    there = set(record.all_files(folder))
    ours = there & (_wanted(app, state) | state.ours | (there - state.found)) - state.doubtful.keys()
    offline.write(app, ours)
    now_.pages = sorted(state.pages)
    now_.files = {name: stamp for name in sorted(ours | {offline.OFFLINE}) if (stamp := record.stamp(folder / name))}
    record.save(app, now_)


def _put_back(folder: Path, doubtful: dict[str, bytes]) -> None:
    """Put back the files that the build has not written; only these stay doubtful."""
    for name in list(doubtful):
        path = folder / name
        if path.exists():
            del doubtful[name]
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(doubtful[name])


def _carry_over(state: _Output) -> None:
    """What is known of pages that this build has not record."""
    for name in ("pictures", "entries"):
        old, new = getattr(state.before, name), getattr(state.now, name)
        new |= {docname: rows for docname, rows in old.items() if docname in state.now.digests and docname not in new}


def _remove_old(app: Sphinx, state: _Output) -> None:
    """Remove the files whose documents, pictures, packs or downloads are gone."""
    last = state.before
    known = {name for docname in (*last.digests, *last.pages) for name in _files_of(app, docname, last)}
    known |= {name for name in state.ours if name.startswith(_FOLDERS[1:])}
    if hasattr(app.builder, "outputs"):
        known = state.ours
    record.remove(Path(app.outdir), (state.ours & known) - _wanted(app, state))


def _wanted(app: Sphinx, state: _Output) -> set[str]:
    """The files that the documents of this build have."""
    outputs: set[str] | None = getattr(app.builder, "outputs", None)
    if outputs is not None:
        return outputs
    pages = {*state.now.digests, *state.pages, *(state.before.pages if _is_book(app) else ())}
    found = {name for docname in pages for name in _files_of(app, docname, state.now)}
    found |= {f"_downloads/{row[1]}" for row in app.env.dlfiles.values()}
    return found | {f"{FOLDER}/{name}" for name, source in html.printed_files(app).items() if source}
