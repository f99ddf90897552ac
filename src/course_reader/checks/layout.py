"""Files that lie where nothing reads them, or under a name that nothing looks for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from course_reader.model.entry import Kind
from course_reader.model.problems import Code, Problem, shown_path
from course_reader.views.library import Library

#: the endings of texts that people write or save
_TEXTS = frozenset({".md", ".markdown", ".txt", ".docx", ".odt", ".rtf", ".html", ".htm", ".pdf", ".epub", ".eml"})
_DATA = frozenset({".yaml", ".yml"})
_MARKDOWN = frozenset({".md", ".markdown", ".mdown"})
_NOTES = "notes"
#: folders of the corpus that are no articles
_OTHERS = frozenset({"packs", "private"})


def problems(library: Library) -> Iterator[Problem]:
    """All such files in the corpus and the glossary."""
    root, settings = library.documents.root, library.settings
    listed = {name for names in library.documents.listed.values() for name in names}
    for corpus in (root / settings.corpus, root / settings.corpus / "private"):
        for path in _entries(corpus):
            if path.is_dir() and path.name not in _OTHERS:
                yield from _article(path, root, listed)
            elif path.is_file() and path.suffix.lower() in _TEXTS and _docname(path, root) not in listed:
                yield _misplaced(
                    path, root, f"an article has a folder: move the file to {path.stem}/article.md{_or_import(path)}"
                )
    for kind in Kind:
        for path in _entries(root / settings.glossary / kind.value):
            if path.is_file() and path.suffix != ".md" and path.suffix.lower() in _TEXTS | _DATA:
                yield _misplaced(path, root, f"an entry is a Markdown file: name it {path.stem}.md")


def _article(folder: Path, root: Path, listed: set[str]) -> Iterator[Problem]:
    """What is wrong in the folder of an article."""
    files = [path for path in _entries(folder) if path.is_file()]
    texts = [path for path in files if path.suffix.lower() in _TEXTS and not path.name.startswith("original.")]
    if not any(path.name == "article.md" for path in files):
        for path in texts:
            if _docname(path, root) not in listed:
                yield _misplaced(path, root, f"the file of an article is named article.md; rename it{_or_import(path)}")
    for path in files:
        if path.stem == _NOTES and path.suffix in _DATA:
            yield _misplaced(path, root, "sets of notes have a folder: move the file to notes/NAME.yaml")
    for path in _entries(folder):
        if path.is_dir() and path.name != _NOTES and path.name.lower() in ("note", "notes", "annotations"):
            yield _misplaced(path, root, "the folder for sets of notes is named notes; rename it")
    for path in _entries(folder / _NOTES):
        if path.is_file() and path.suffix != ".yaml":
            message = f"a set of notes is named {path.stem}.yaml; rename the file, or use course-reader notes import"
            yield _misplaced(path, root, message)


def _entries(folder: Path) -> list[Path]:
    """What is in a folder, without hidden files and links; nothing if there is no such folder."""
    if not folder.is_dir() or folder.is_symlink():
        return []
    return sorted(path for path in folder.iterdir() if not path.name.startswith(".") and not path.is_symlink())


def _or_import(path: Path) -> str:
    return "" if path.suffix.lower() in _MARKDOWN else ", or use course-reader import"


def _docname(path: Path, root: Path) -> str:
    return path.relative_to(root).with_suffix("").as_posix()


def _misplaced(path: Path, root: Path, message: str) -> Problem:
    return Problem(shown_path(path, root), 0, Code.MISPLACED, f"nothing reads this; {message}")
