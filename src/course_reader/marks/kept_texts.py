"""The texts of articles from the last build, kept as plain data for commands that do not need Sphinx.

A build writes `_build/texts/`: an index, and a file for each article. The index contains a fingerprint of everything
that all texts depend on, and for each article the fingerprints of its source files. Before a text is used, the
fingerprints are compared with the current files. If anything differs, or a file is missing, truncated or empty, the
text is ignored, and Sphinx reads the article again.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from course_reader.files.regular import is_regular
from course_reader.model.glossaries.shared import shared
from course_reader.model.problems import Code, Problem, shown_path
from course_reader.model.reader import conf_file
from course_reader.model.settings import Settings
from course_reader.model.version import __version__
from course_reader.text.paragraphs import NumberedText, Paragraph

#: changes with the format of the files
_FORM = 2

INDEX = "index.json"

#: the settings that affect the reading of texts and the choice of glosses
_DECIDING = (
    *("corpus", "glossary", "glossaries", "parts", "background", "chapters"),
    *("gloss", "link_entries", "search_in", "not_names"),
)


@dataclass(frozen=True, slots=True)
class KeptMention:
    """A mention in a text; `start` and `end` count code points."""

    entry: str
    kind: str
    start: int
    end: int
    glossed: bool


@dataclass(frozen=True, slots=True)
class KeptQuestion:
    """A name that was found but not linked, because it may mean several entries."""

    start: int
    end: int
    entries: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class KeptTurnedDown:
    """A name of entries that means something else in a text, and why."""

    start: int
    end: int
    entries: tuple[str, ...]
    #: the value of a `WhyNot`
    reason: str


@dataclass(frozen=True, slots=True)
class ArticleText:
    """An article, as read by a build."""

    docname: str
    #: its file, relative to the reader's folder
    path: str
    text: NumberedText
    #: stretches that are not searched for names
    skip: tuple[tuple[int, int], ...] = ()
    mentions: tuple[KeptMention, ...] = ()
    questions: tuple[KeptQuestion, ...] = ()
    turned_down: tuple[KeptTurnedDown, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptFile:
    """The kept text of one article."""

    #: its source files with their fingerprints; None if one was edited while it was read
    sources: Mapping[str, str] | None
    #: the fingerprint of the kept file
    digest: str


@dataclass(frozen=True, slots=True)
class KeptIndex:
    """The index of all kept texts."""

    #: the fingerprint of everything that all texts may depend on
    stamp: str
    #: the same for actual dependencies: only the names of the glossary
    basis: str
    articles: Mapping[str, KeptFile]
    #: problems with the settings
    problems: tuple[Problem, ...] = ()


def folder_of(root: Path) -> Path:
    """The folder of the kept texts."""
    return root / "_build" / "texts"


# --- fingerprints


def digest_of(data: bytes) -> str:
    """The fingerprint of some data."""
    return hashlib.sha256(data).hexdigest()[:32]


def file_stamp(path: Path) -> str:
    """The fingerprint of a file; empty if it does not exist."""
    try:
        return digest_of(path.read_bytes()) if is_regular(path) else ""
    except OSError:
        return ""


def basis_of(root: Path, settings: Settings) -> str:
    """The fingerprint of the program, the configuration and the settings."""
    conf = conf_file(root)
    files = {path.name: file_stamp(path) for path in sorted({conf, *conf.parent.glob("*.py")})}
    chosen = {name: getattr(settings, name) for name in _DECIDING}
    return digest_of(repr((_FORM, __version__, files, chosen)).encode())


def reader_stamp(root: Path, settings: Settings) -> str:
    """The fingerprint of configuration, settings, glossary, and the list of articles."""
    articles = sorted(shown_path(path, root) for path in _markdown(root / settings.corpus))
    folders = [root / settings.glossary, *(other.entries for other in shared(settings, root))]
    entries = sorted((shown_path(path, root), file_stamp(path)) for at in folders for path in _markdown(at))
    pages = sorted(path.name for path in root.glob("*.md"))
    return digest_of(repr((basis_of(root, settings), articles, entries, pages)).encode("utf-8", "surrogateescape"))


def _markdown(folder: Path) -> Iterator[Path]:
    """The Markdown files below a folder; links are followed, as by Sphinx, but each folder only once."""
    seen: set[str] = set()
    for above, inner, names in os.walk(folder, followlinks=True):
        real = os.path.realpath(above)
        if real in seen:
            inner.clear()
            continue
        seen.add(real)
        yield from (Path(above, name) for name in names if name.endswith(".md"))


# --- writing


def save(root: Path, index: KeptIndex, fresh: Mapping[str, bytes]) -> None:
    """Write the index and the changed files; delete files that are no longer listed.

    Args:
        root: The reader's folder.
        index: The new index.
        fresh: The contents of new files, by document name.

    Raises:
        OSError: if the folder cannot be written.
    """
    folder = folder_of(root)
    folder.mkdir(parents=True, exist_ok=True)
    for docname, content in fresh.items():
        _replace(folder / file_name(docname), content)
    _replace(folder / INDEX, _bytes(_index_data(index)))
    listed = {INDEX, *map(file_name, index.articles)}
    for path in folder.iterdir():
        if path.name not in listed:
            path.unlink(missing_ok=True)


def file_name(docname: str) -> str:
    """The name of the file that keeps an article's text."""
    return f"{digest_of(docname.encode())[:16]}.json"


def article_bytes(article: ArticleText) -> bytes:
    """The content of the file that keeps an article's text."""
    return _bytes(
        {
            "docname": article.docname,
            "path": article.path,
            "text": article.text.text,
            "paragraphs": [[p.number, p.anchor, p.start, p.end] for p in article.text.paragraphs],
            "skip": article.skip,
            "mentions": [[m.entry, m.kind, m.start, m.end, m.glossed] for m in article.mentions],
            "questions": [[q.start, q.end, q.entries, q.reason] for q in article.questions],
            "turned_down": [[t.start, t.end, t.entries, t.reason] for t in article.turned_down],
        }
    )


def _bytes(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _index_data(index: KeptIndex) -> dict[str, object]:
    return {
        "form": _FORM,
        "stamp": index.stamp,
        "basis": index.basis,
        "problems": [[p.path, p.line, p.message] for p in index.problems],
        "articles": {name: {"sources": kept.sources, "digest": kept.digest} for name, kept in index.articles.items()},
    }


def _replace(path: Path, content: bytes) -> None:
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    beside.write_bytes(content)
    beside.replace(path)


# --- reading


def load(root: Path) -> KeptIndex | None:
    """The index, even if it is out of date; None if it cannot be read."""
    try:
        data = json.loads((folder_of(root) / INDEX).read_bytes())
        if data["form"] != _FORM:
            return None
        return KeptIndex(
            data["stamp"],
            data["basis"],
            {name: KeptFile(kept["sources"], kept["digest"]) for name, kept in data["articles"].items()},
            tuple(Problem(path, line, Code.BAD_SETTING, message) for path, line, message in data["problems"]),
        )
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def is_kept(root: Path, docname: str, kept: KeptFile) -> bool:
    """Whether the file of an article still exists unchanged."""
    return file_stamp(folder_of(root) / file_name(docname)) == kept.digest


def read_article(root: Path, docname: str, kept: KeptFile) -> ArticleText | None:
    """An article's text; None if a source file has changed, or the kept file cannot be read."""
    if not kept.sources or any(file_stamp(root / name) != stamp for name, stamp in kept.sources.items()):
        return None
    try:
        content = (folder_of(root) / file_name(docname)).read_bytes()
        return _article(json.loads(content)) if digest_of(content) == kept.digest else None
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _article(data: Mapping[str, Any]) -> ArticleText:
    return ArticleText(
        data["docname"],
        data["path"],
        NumberedText(data["text"], tuple(Paragraph(*row) for row in data["paragraphs"])),
        tuple((start, end) for start, end in data["skip"]),
        tuple(KeptMention(*row) for row in data["mentions"]),
        tuple(KeptQuestion(start, end, tuple(entries), reason) for start, end, entries, reason in data["questions"]),
        tuple(
            KeptTurnedDown(start, end, tuple(entries), reason) for start, end, entries, reason in data["turned_down"]
        ),
    )
