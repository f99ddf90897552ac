"""The last step of an e-book: Sphinx has packed all pages; here they become a book."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from course_reader.epub import cover, packed
from course_reader.epub.choice import BookGroup, groups, in_order
from course_reader.epub.contents import lines, nav, ncx
from course_reader.epub.package import About, identifier_of, package
from course_reader.epub.pages import BookPage, made
from course_reader.sphinx_ext.run_state import library_of
from course_reader.views.library import Library
from course_reader.views.packs import EPUB_PACK, packs

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: files of the package that are made anew
_OWN = ("content.opf", "toc.ncx", "nav.xhtml")
_MARKS = {"bodymatter": "Articles", "glossary": "Glossary", "bibliography": "Sources"}


def settle(app: Sphinx, error: Exception | None) -> None:
    """On `build-finished`: make the book of what Sphinx has packed."""
    if error is None and app.builder is not None and app.builder.name == "epub":
        path = Path(app.outdir, f"{app.config.epub_basename}.epub")
        if path.is_file():
            packed.write(path, book(app, packed.read(path)))


def book(app: Sphinx, files: dict[str, bytes]) -> dict[str, bytes]:
    """The files of the book.

    Args:
        app: The application that has built it.
        files: What Sphinx has packed.
    """
    library, language = library_of(app), (app.config.epub_language or "en").replace("_", "-")
    names = [name.removesuffix(".xhtml") for name in files if name.endswith(".xhtml") and name not in _OWN]
    chosen = groups(library, [name for name in names if name in app.env.found_docs], app.config.root_doc, _toctree(app))
    order = list(in_order(chosen))
    kept = _kept(files, {f"{name}.xhtml" for name in order})
    pages = {name: made(files[f"{name}.xhtml"], f"{name}.xhtml", language, kept) for name in order}
    about = _about(app, library, language, pages)
    subtitle = app.config.project if library.settings[EPUB_PACK] else ""
    own_cover = _given_cover(app, kept)
    found = {name: files[name] for name in kept if not name.endswith(".xhtml")}
    found |= {f"{name}.xhtml": page.content for name, page in pages.items()}
    if not own_cover:
        found |= {
            cover.PICTURE: cover.picture(about.title, subtitle, about.author),
            cover.PAGE: cover.page(about.title, language),
        }
    contents = lines(chosen, pages)
    found["nav.xhtml"] = nav(contents, _landmarks(chosen), about.title, language)
    found["toc.ncx"] = ncx(contents, about.title, about.identifier)
    picture = own_cover or cover.PICTURE
    found["content.opf"] = _package(about, found, pages, order, picture, is_own=bool(own_cover))
    return found


def _kept(files: dict[str, bytes], pages: set[str]) -> dict[str, None]:
    """The files that stay: the pages of the book, and what pages show."""
    unused = ("_static/sphinx-design.min.css", "_static/design-tabs.js")
    text = b"".join(files[name] for name in pages if name in files)
    is_designed = b' class="sd-' in text or b" sd-" in text
    return dict.fromkeys(
        name
        for name in files
        if name not in _OWN
        and (name in pages or not name.endswith(".xhtml"))
        and (is_designed or name not in unused)
        and (not name.startswith("_images/") or name.removeprefix("_images/").encode() in text)
    )


def _toctree(app: Sphinx) -> list[str]:
    """All documents in the order of the tables of contents."""
    found: list[str] = []
    waiting = [app.config.root_doc]
    while waiting:
        name = waiting.pop(0)
        if name not in found:
            found.append(name)
            waiting = [*app.env.toctree_includes.get(name, ()), *waiting]
    return found


def _about(app: Sphinx, library: Library, language: str, pages: dict[str, BookPage]) -> About:
    config, pack = app.config, library.settings[EPUB_PACK]
    chosen = next((one for one in packs(library) if one.name == pack), None) if pack else None
    days = [page.day for name in pages if (page := library.pages.get(name)) and page.day]
    newest = max(days, default=date(2000, 1, 1))
    return About(
        title=chosen.title if chosen else config.epub_title,
        author=config.epub_author,
        publisher=config.epub_publisher,
        language=language,
        rights=config.epub_copyright,
        description=config.epub_description,
        identifier=identifier_of(config.epub_identifier, config.project, config.author, pack),
        modified=f"{newest.isoformat()}T00:00:00Z",
        has_pictures=True,
        direction="rtl" if config.epub_writing_mode == "horizontal" and language in ("ar", "he", "fa") else "ltr",
    )


def _given_cover(app: Sphinx, kept: dict[str, None]) -> str:
    """The picture that `epub_cover` names; "" if it names none."""
    given = app.config.epub_cover
    return given[0] if given and given[0] in kept else ""


def _landmarks(chosen: list[BookGroup]) -> list[tuple[str, str, str]]:
    marks = [("cover", "Cover", cover.PAGE), ("toc", "Contents", "nav.xhtml#toc")]
    for group in chosen:
        if group.landmark:
            first = group.documents[0][0]
            marks.append((group.landmark, _MARKS[group.landmark], f"{first}.xhtml"))
    return marks


def _package(
    about: About, found: dict[str, bytes], pages: dict[str, BookPage], order: list[str], picture: str, *, is_own: bool
) -> bytes:
    listed = [name for name in found if name != "mimetype" and not name.startswith("META-INF/")]
    properties = {f"{name}.xhtml": " ".join(sorted(page.properties)) for name, page in pages.items()}
    properties |= {"nav.xhtml": "nav", picture: "cover-image"}
    spine = [*([] if is_own else [cover.PAGE]), "nav.xhtml", *(f"{name}.xhtml" for name in order)]
    return package(about, listed, properties, spine, picture)
