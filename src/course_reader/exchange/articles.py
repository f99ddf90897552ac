"""Raw texts and saved pages become articles of a reader, or a sentence says why not.

Nothing is written before everything about an article is known, and its folder appears as a whole.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain, count
from pathlib import Path
from typing import Literal

from course_reader.exchange.similar import Similar, body_of, similar
from course_reader.files.schema_line import schema_line, with_schema_line
from course_reader.model.outlets.taught import TaughtOutlet
from course_reader.model.problems import Code, Problem
from course_reader.scrape import Scraped, ScrapeError
from course_reader.scrape.forms.form import RawInput
from course_reader.scrape.scrape import scrape_all
from course_reader.scrape.slug import make_slug

ImportStatus = Literal["written", "dry-run", "unchanged"]

#: the folder of texts that must not be published, in the corpus
_PRIVATE = "private"
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_RESERVED = frozenset({_PRIVATE, "packs", "notes", "snapshots", "index"})
_SHA = re.compile(r"sha256:\s*['\"]?([0-9a-f]{64})")
#: Larger files are not news articles; reading them would only fill the memory.
_LARGEST = 50_000_000
_STANDARD_INPUT = "-"
#: So much of an article is read to know it again.
_HEAD = 65_536


@dataclass(frozen=True, slots=True)
class Imported:
    """One file of the run that is, or would be, an article."""

    #: the file as it was named
    source: str
    slug: str
    #: the article file, relative to the root, with `/`
    path: str
    status: ImportStatus
    scraped: Scraped
    #: articles that have nearly the same text
    similar: tuple[Similar, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The result of a run, in the order of the files."""

    articles: tuple[Imported, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Import:
    root: Path
    corpus: Path
    dry_run: bool
    slug: str | None
    #: whether texts are cut at lines of dashes
    split: bool = False
    #: outlets that the settings teach
    taught: Sequence[TaughtOutlet] = ()
    #: hashes of originals that were imported before, with their articles
    known: dict[str, Path] = field(default_factory=dict)
    #: slugs that are in use, with their paths
    taken: dict[str, str] = field(default_factory=dict)
    #: path and paragraphs of the articles that are there, and of those of this run
    texts: list[tuple[str, list[str]]] = field(default_factory=list)
    articles: list[Imported] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def fail(self, code: Code, source: Path, message: str) -> None:
        """Note why a file cannot be imported."""
        self.problems.append(Problem(str(source), 0, code, message))

    def add(self, source: Path, article: Path, status: ImportStatus, scraped: Scraped) -> None:
        """Note what a file has become."""
        path = article.relative_to(self.root).as_posix()
        near: tuple[Similar, ...] = ()
        if status != "unchanged":
            paragraphs = [block.text for block in scraped.paragraphs]
            near = similar(paragraphs, self.texts)
            self.texts.append((path, paragraphs))
        self.articles.append(Imported(str(source), article.parent.name, path, status, scraped, near))


def import_files(
    paths: Sequence[str | Path],
    root: str | Path,
    corpus: str = "corpus",
    *,
    dry_run: bool = False,
    slug: str | None = None,
    split: bool = False,
    taught: Sequence[TaughtOutlet] = (),
    progress: Callable[[int, int, Path], None] | None = None,
) -> ImportReport:
    """Import files into the folder `private` of a reader's corpus.

    Each file that cannot be imported is a problem of the report; the others are imported all the same.

    Args:
        paths: The files and folders; ``-`` is standard input.
        root: The reader's folder.
        corpus: The folder of its articles.
        dry_run: Whether nothing is written.
        slug: The name of the article's folder, for a single file; it is made from the headline if it is not given.
        split: Whether a text holds several articles, between lines of dashes, equals signs or stars.
        taught: Outlets that the reader's settings teach.
        progress: Called before each file with the number of files done, that of all, and the file.
    """
    run = _Import(Path(root), Path(root, corpus), dry_run, slug, split, taught)
    files = files_in(paths)
    if slug is not None and len(files) > 1:
        message = f"--slug {slug} can name one article only, but {len(files)} files are given; import them one by one"
        run.fail(Code.IMPORT_SLUG, files[0], message)
    else:
        _survey(run)
        for number, path in enumerate(files):
            if progress is not None:
                progress(number, len(files), path)
            _import(run, path)
    return ImportReport(tuple(run.articles), tuple(run.problems))


def _survey(run: _Import) -> None:
    """Look at what the corpus contains already."""
    for folder in (run.corpus, run.corpus / _PRIVATE):
        for child in sorted(folder.iterdir()) if folder.is_dir() else ():
            if child.name not in _RESERVED and not child.name.startswith("."):
                name = child.name if child.is_dir() else child.stem
                run.taken.setdefault(name, child.relative_to(run.root).as_posix())
    for article in sorted(run.corpus.rglob("article.md")):
        try:
            with article.open("rb") as file:
                head = file.read(_HEAD).decode("utf-8", "replace")
        except OSError:
            continue
        run.texts.append((article.relative_to(run.root).as_posix(), body_of(head)))
        match = _SHA.search(head.partition("\n---")[0])
        if match is not None:
            run.known.setdefault(match.group(1), article)


def _import(run: _Import, source: Path) -> None:
    raw = _read(run, source)
    if raw is None:
        return
    whole = hashlib.sha256(raw).hexdigest()
    try:
        given = RawInput(raw, source.name, attached=lambda name: _attached(source, name), split=run.split)
        found = scrape_all(given, run.taught)
    except ScrapeError as error:
        run.fail(Code.IMPORT_UNREADABLE, source, f"{source.name} cannot be imported: {error}")
        return
    except Exception as error:  # noqa: BLE001 -- no file may keep the others from being imported
        why = f"{type(error).__name__}: {error}"
        message = f"{source.name} cannot be imported ({why:.200}); save it as plain text and import that"
        run.fail(Code.IMPORT_UNREADABLE, source, message)
        return
    if whole in run.known:
        for scraped in found:
            run.add(source, run.known[whole], "unchanged", scraped)
        return
    if run.slug is not None and len(found) > 1:
        message = f"--slug {run.slug} can name one article only, but {source.name} has {len(found)}; leave it out"
        run.fail(Code.IMPORT_SLUG, source, message)
        return
    for scraped in found:
        _add(run, source, scraped, raw)


def _add(run: _Import, source: Path, scraped: Scraped, raw: bytes) -> None:
    """Add one article. One of several in a file keeps its own part of it, as text."""
    several = scraped.part is not None
    own = raw if scraped.part is None else scraped.part.encode("utf-8")
    digest = hashlib.sha256(own).hexdigest()
    if digest in run.known:
        run.add(source, run.known[digest], "unchanged", scraped)
        return
    if not scraped.paragraphs:
        why = "is empty" if not raw.strip() else "has no sentence of an article, only page furniture"
        run.fail(Code.IMPORT_EMPTY, source, f"{source.name} {why}; save the page again with its text")
        return
    slug = run.slug if run.slug is not None else make_slug(scraped)
    slug = _unused(run, slug) if several else slug
    article = run.corpus / _PRIVATE / slug / "article.md"
    suffix = _suffix(source) if not several or (scraped.part or "").startswith("<") else ".txt"
    if not _is_free(run, source, slug, scraped):
        return
    if not (run.dry_run or _write(run, source, article.parent, scraped, own, f"original{suffix}")):
        return
    run.add(source, article, "dry-run" if run.dry_run else "written", scraped)
    run.taken[slug] = article.parent.relative_to(run.root).as_posix()
    run.known[digest] = article


def _unused(run: _Import, slug: str) -> str:
    """The name, with a number if it is taken: the articles of one file often have similar titles."""
    numbered = (f"{slug}-{number}" for number in count(2))
    return next(name for name in chain((slug,), numbered) if name not in run.taken)


def _attached(source: Path, name: str) -> bytes | None:
    """A file that an entry of a list of references names, in the folder of that list or below; None for any other."""
    folder = source.parent.resolve()
    path = (folder / name).resolve()
    if not path.is_relative_to(folder) or not path.is_file() or path.stat().st_size > _LARGEST:
        return None
    return path.read_bytes()


def files_in(paths: Sequence[str | Path]) -> list[Path]:
    """The files themselves, and those in folders, by name; hidden ones in folders are left out."""
    found: list[Path] = []
    for path in map(Path, paths):
        inside = sorted(child for child in path.rglob("*") if child.is_file()) if path.is_dir() else []
        visible = [child for child in inside if not any(p.startswith(".") for p in child.relative_to(path).parts)]
        found += visible or [path]
    return found


def _read(run: _Import, source: Path) -> bytes | None:
    if source.is_dir():
        run.fail(Code.IMPORT_UNREADABLE, source, f"{source} is a folder without files; name one with texts in it")
        return None
    if str(source) == _STANDARD_INPUT:
        return sys.stdin.buffer.read()
    try:
        size = source.stat().st_size
        if size > _LARGEST:
            message = f"{source.name} has {size // 1_000_000} MB, too much for an article; save the page alone"
            run.fail(Code.IMPORT_UNREADABLE, source, message)
            return None
        return source.read_bytes()
    except FileNotFoundError:
        run.fail(Code.IMPORT_UNREADABLE, source, f"there is no file {source}; check its name")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        run.fail(Code.IMPORT_UNREADABLE, source, f"{source} cannot be read ({reason}); check its permissions")
    return None


def _is_free(run: _Import, source: Path, slug: str, scraped: Scraped) -> bool:
    """Whether an article may have a name; if not, that is a problem."""
    if not _SLUG.fullmatch(slug) or len(slug) > 100 or slug in _RESERVED:
        message = (
            f"“{slug}” cannot name an article; use small letters, digits and single hyphens, such as "
            f"talks-in-sochi-2022"
        )
    elif slug in run.taken:
        message = f"the name {slug} is taken by {run.taken[slug]}; give {source.name} another one with --slug"
        near = similar([block.text for block in scraped.paragraphs], run.texts)
        message += f" ({near[0]})" if near else ""
    else:
        return True
    run.fail(Code.IMPORT_SLUG, source, message)
    return False


def _write(run: _Import, source: Path, folder: Path, scraped: Scraped, raw: bytes, original: str) -> bool:
    """Write the article's folder; False, and a problem, if it cannot be written."""
    from course_reader.exchange.article_file import article_file
    from course_reader.store.articles import add_article
    from course_reader.store.errors import StoreError
    from course_reader.store.schemas import keep_schemas

    line = schema_line(folder / "article.md", run.root, "article")
    text = with_schema_line(article_file(scraped, original, hashlib.sha256(raw).hexdigest()), line, front_matter=True)
    try:
        add_article(folder, run.root, {original: raw, "article.md": text.encode("utf-8")})
    except StoreError as error:
        run.fail(Code.IMPORT_UNREADABLE, source, error.message)
        return False
    with suppress(StoreError):
        # An editor does without the schemas; the article is there.
        keep_schemas(run.root)
    return True


def _suffix(source: Path) -> str:
    suffix = source.suffix.lower()
    return suffix if re.fullmatch(r"\.[a-z0-9]{1,8}", suffix) and suffix != ".py" else ".txt"
