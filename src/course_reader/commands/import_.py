"""``course-reader import``: raw texts become article folders, or a sentence says why not.

Nothing is written before everything of an article is known, and its folder appears as a whole:
it is made under another name beside its place and then renamed.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import yaml

from course_reader.scrape import Scraped, ScrapeError, Unsure, scrape
from course_reader.scrape import report as scrape_report
from course_reader.scrape.render import to_markdown
from course_reader.scrape.slug import make_slug

Status = Literal["written", "dry-run", "unchanged"]
#: The codes of `problems.Code` that importing can raise.
ProblemCode = Literal["import-unreadable", "import-empty", "import-slug"]

_PRIVATE = Path("corpus", "private")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_RESERVED = frozenset({"private", "packs", "notes", "snapshots", "index"})
_SHA = re.compile(r"sha256:\s*['\"]?([0-9a-f]{64})")
#: Larger files are no news articles; reading them would only fill the memory.
_LARGEST = 50_000_000


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """Why a file did not become an article, and what to do."""

    code: ProblemCode
    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message} [{self.code}]"


@dataclass(frozen=True, slots=True)
class Imported:
    """One file of the run that is, or would be, an article."""

    #: The file as it was named.
    source: str
    slug: str
    #: The article file, relative to the root, with ``/``.
    path: str
    status: Status
    scraped: Scraped


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What a run did, in the order of the files."""

    articles: tuple[Imported, ...] = ()
    problems: tuple[ImportProblem, ...] = ()


@dataclass(slots=True)
class _Run:
    root: Path
    dry_run: bool
    slug: str | None
    rights: str
    known: dict[str, Path]
    taken: dict[str, str]
    articles: list[Imported] = field(default_factory=list)
    problems: list[ImportProblem] = field(default_factory=list)

    def fail(self, code: ProblemCode, source: Path, message: str, line: int = 0) -> None:
        self.problems.append(ImportProblem(code, str(source), line, message))


def run(
    paths: Sequence[str | Path],
    root: str | Path,
    *,
    dry_run: bool = False,
    slug: str | None = None,
    rights: str = "none",
) -> ImportReport:
    """Import files into the reader at *root*.

    Each file that cannot be imported is a problem of the report; the others are imported all the same.
    With *rights* other than ``none`` the article goes to ``corpus/``, else to ``corpus/private/``.
    """
    base = Path(root)
    state = _Run(base, dry_run, slug, rights, *_survey(base))
    if slug is not None and len(paths) > 1:
        message = f"--slug {slug} can name one article only, but {len(paths)} files are given; import them one by one"
        return ImportReport(problems=(ImportProblem("import-slug", str(paths[0]), 0, message),))
    for path in paths:
        _import(state, Path(path))
    return ImportReport(tuple(state.articles), tuple(state.problems))


def _survey(root: Path) -> tuple[dict[str, Path], dict[str, str]]:
    """Hashes of the originals that were imported before, and the slugs in use with their paths."""
    known: dict[str, Path] = {}
    taken: dict[str, str] = {}
    corpus = root / "corpus"
    for folder in (corpus, corpus / "private"):
        for child in sorted(folder.iterdir()) if folder.is_dir() else ():
            if child.name not in _RESERVED and not child.name.startswith("."):
                taken.setdefault(child.name if child.is_dir() else child.stem, child.relative_to(root).as_posix())
    for article in sorted(corpus.rglob("article.md")):
        try:
            with article.open("rb") as file:
                head = file.read(65_536).decode("utf-8", "replace")
        except OSError:
            continue
        match = _SHA.search(head.partition("\n---")[0])
        if match is not None:
            known.setdefault(match.group(1), article)
    return known, taken


def _import(state: _Run, source: Path) -> None:
    raw = _read(state, source)
    if raw is None:
        return
    digest = hashlib.sha256(raw).hexdigest()
    try:
        scraped = scrape(raw, filename=source.name)
    except ScrapeError as error:
        state.fail("import-unreadable", source, f"{source.name} cannot be imported: {error}")
        return
    before = state.known.get(digest)
    if before is not None:
        path = before.relative_to(state.root).as_posix()
        state.articles.append(Imported(str(source), before.parent.name, path, "unchanged", scraped))
        return
    if not scraped.paragraphs:
        why = "is empty" if not raw.strip() else "has no sentence of an article, only page furniture"
        state.fail("import-empty", source, f"{source.name} {why}; save the page again with its text")
        return
    slug = state.slug if state.slug is not None else make_slug(scraped)
    if not _may_have(state, source, slug):
        return
    home = Path("corpus") if state.rights != "none" else _PRIVATE
    folder = state.root / home / slug
    if not state.dry_run and not _write(state, source, folder, scraped, raw, digest):
        return
    path = (home / slug / "article.md").as_posix()
    state.taken[slug] = (home / slug).as_posix()
    state.known[digest] = folder / "article.md"
    state.articles.append(Imported(str(source), slug, path, "dry-run" if state.dry_run else "written", scraped))


def _read(state: _Run, source: Path) -> bytes | None:
    if source.is_dir():
        state.fail("import-unreadable", source, f"{source} is a folder; name the files in it")
        return None
    try:
        size = source.stat().st_size
        if size > _LARGEST:
            message = f"{source.name} has {size // 1_000_000} MB, which is no article; save the page alone"
            state.fail("import-unreadable", source, message)
            return None
        return source.read_bytes()
    except FileNotFoundError:
        state.fail("import-unreadable", source, f"there is no file {source}; check its name")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        state.fail("import-unreadable", source, f"{source} cannot be read ({reason}); check its permissions")
    return None


def _may_have(state: _Run, source: Path, slug: str) -> bool:
    if not _SLUG.fullmatch(slug) or len(slug) > 100 or slug in _RESERVED:
        message = (
            f"“{slug}” cannot name an article; use small letters, digits and single hyphens, such as "
            f"talks-in-sochi-2022"
        )
        state.fail("import-slug", source, message)
        return False
    if slug in state.taken:
        message = f"the name {slug} is taken by {state.taken[slug]}; give {source.name} another one with --slug"
        state.fail("import-slug", source, message)
        return False
    return True


def _write(state: _Run, source: Path, folder: Path, scraped: Scraped, raw: bytes, digest: str) -> bool:
    """Make the folder beside its place, then rename it; False when the disk refuses."""
    temporary: Path | None = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        if folder.parent.name == "private" and not (folder.parent / ".gitignore").exists() and not _ignored(state.root):
            (folder.parent / ".gitignore").write_text("# texts that must not be published\n*\n", encoding="utf-8")
        temporary = Path(tempfile.mkdtemp(prefix=".import-", dir=folder.parent))
        name = f"original{_suffix(source)}"
        (temporary / name).write_bytes(raw)
        (temporary / "article.md").write_bytes(article_file(scraped, name, digest, state.rights).encode("utf-8"))
        temporary.chmod(0o755)
        temporary.rename(folder)
    except OSError as error:
        if temporary is not None:
            shutil.rmtree(temporary, ignore_errors=True)
        state.fail(
            "import-unreadable",
            source,
            f"{folder} cannot be written ({error.strerror}); check the folder's permissions",
        )
        return False
    return True


def _ignored(root: Path) -> bool:
    """Whether the project keeps private texts out of git already."""
    try:
        return "corpus/private" in (root / ".gitignore").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return False


def _suffix(source: Path) -> str:
    suffix = source.suffix.lower()
    return suffix if re.fullmatch(r"\.[a-z0-9]{1,8}", suffix) and suffix != ".py" else ".txt"


def article_file(scraped: Scraped, original: str, digest: str, rights: str = "none") -> str:
    """The text of ``article.md``: front matter that loads as the same values, then the body."""
    fields: dict[str, object] = {"title": scraped.title or "Untitled"}
    for name in ("date", "outlet", "agency", "byline", "dateline"):
        if (value := getattr(scraped, name)) is not None:
            fields[name] = value
    if scraped.captions:
        fields["caption"] = " / ".join(scraped.captions)
    if scraped.credits:
        fields["credit"] = " / ".join(scraped.credits)
    for name in ("url", "language"):
        if (value := getattr(scraped, name)) is not None:
            fields[name] = value
    fields["rights"] = {"status": rights}
    fields["original"] = {"file": original, "sha256": digest}
    dumped = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{dumped}{_questions(scraped.unsure)}---\n\n{to_markdown(scraped.blocks)}"


def _questions(unsure: Iterable[Unsure]) -> str:
    """``unsure`` as a list of fields, each with its questions as comments."""
    by_field: dict[str, list[str]] = {}
    for item in unsure:
        by_field.setdefault(item.field, []).append(" ".join(item.question.split()))
    if not by_field:
        return ""
    lines = ["# Settle each question, then take its line out."]
    lines.append("unsure:")
    for name, questions in by_field.items():
        lines.append(f"  - {name}  # {questions[0]}")
        lines += [f"    # {question}" for question in questions[1:]]
    return "\n".join(lines) + "\n"


def to_json(report: ImportReport) -> dict[str, object]:
    """The answer of ``import --json``."""
    return {
        "articles": [
            {"slug": item.slug, "path": item.path, "source": item.source, "status": item.status}
            | scrape_report.to_json(item.scraped)
            for item in report.articles
        ],
        "problems": [
            {"code": problem.code, "path": problem.path, "line": problem.line, "message": problem.message}
            for problem in report.problems
        ],
    }


_SAID: dict[Status, str] = {
    "written": "written",
    "dry-run": "not written (--dry-run)",
    "unchanged": "already imported; nothing changed",
}


def listing(report: ImportReport) -> list[str]:
    """What became of each file that could be read, a line for each thing; the problems are in the report."""
    lines: list[str] = []
    for item in report.articles:
        lines.append(f"{item.source} -> {item.path}: {_SAID[item.status]}")
        if item.status != "unchanged":
            lines += [f"  {line}" for line in scrape_report.to_lines(item.scraped)]
    return lines
