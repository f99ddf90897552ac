"""The glossary: all entries in a folder, read together so that the problems of every file are known at once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, MutableMapping
from dataclasses import dataclass, field
from pathlib import Path

from course_reader.files.front_matter import read, take_sphinx_keys
from course_reader.files.regular import is_inside, is_regular
from course_reader.files.yaml_lines import Document, YamlError
from course_reader.model.dates import in_order
from course_reader.model.entry import DATED, MODELS, Entry, Kind
from course_reader.model.glossaries.drafts import is_draft
from course_reader.model.glossaries.origin import Origin
from course_reader.model.periods import Period
from course_reader.model.problems import Code, Problem, shown_path
from course_reader.model.records import build

GLOSS_WORDS = 30

#: what is wrong with a link that leads out of the reader
LEADS_OUT = "this link leads out of the reader and is not followed; put a copy of the file or folder here"

#: file names of pages that list entries
PAGES = frozenset({"index"})

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class EntryFile:
    """An entry and the file that it was read from."""

    id: str
    kind: Kind
    entry: Entry
    #: relative to the reader's folder, with `/`
    path: str
    #: the values of its front matter with their lines
    lines: Document
    #: the glossary of another reader that it was taken from
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """The result of reading a file: an entry or None, and the problems."""

    #: digest of the file's content
    stamp: str
    file: EntryFile | None
    problems: tuple[Problem, ...]
    #: whether it is marked as a draft, readable or not
    is_draft: bool = False


Cache = MutableMapping[str, Read]


@dataclass(slots=True)
class Glossary:
    """All entries by id.

    It is a container of ids with the entries as values; iterating gives an `EntryFile` for each.
    """

    files: dict[str, EntryFile] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    #: ids whose files exist but could not be read
    unread: set[str] = field(default_factory=set)
    #: drafts by id: nothing but the check and the list of drafts knows them
    drafts: dict[str, EntryFile] = field(default_factory=dict)
    #: the paths of all files that are marked as drafts, whether they can be read or not; none of them has a page
    hidden: set[str] = field(default_factory=set)

    def __contains__(self, entry_id: str) -> bool:
        return entry_id in self.files

    def __getitem__(self, entry_id: str) -> Entry:
        return self.files[entry_id].entry

    def __iter__(self) -> Iterator[EntryFile]:
        return iter(self.files.values())

    def __len__(self) -> int:
        return len(self.files)

    def get(self, entry_id: str) -> Entry | None:
        """An entry; None if it is not there or cannot be read."""
        file = self.files.get(entry_id)
        return file.entry if file else None

    def kind(self, entry_id: str) -> Kind:
        """The kind of an existing entry."""
        return self.files[entry_id].kind


def load(folder: Path, root: Path, cache: Cache | None = None) -> Glossary:
    """Read every entry of a glossary.

    Args:
        folder: The folder that contains the folders of the kinds.
        root: The reader's folder; paths in problems are relative to it.
        cache: Results of an earlier run by path. It is updated, and files that have not changed are not read again.

    Returns:
        The entries that could be read, and the problems of all files. A wrong file never raises an error.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as name:
    ...     root = Path(name)
    ...     (root / "glossary/people").mkdir(parents=True)
    ...     text = "---\\nname: Ada Quill\\ngloss: A poet.\\n---\\n"
    ...     _ = (root / "glossary/people/ada-quill.md").write_text(text, encoding="utf-8")
    ...     glossary = load(root / "glossary", root)
    >>> glossary["ada-quill"].name
    'Ada Quill'
    >>> [(file.id, str(file.kind), file.path) for file in glossary]
    [('ada-quill', 'people', 'glossary/people/ada-quill.md')]
    """
    glossary = Glossary()
    cache = {} if cache is None else cache
    seen: set[str] = set()
    # Deeper files and those in the folder itself are read too: an entry may be there by mistake.
    for path in sorted({*folder.glob("*.md"), *folder.glob("*/*.md"), *folder.glob("*/*/**/*.md")}):
        shown = shown_path(path, root)
        below = path.relative_to(folder).parts
        if any(part.startswith(".") for part in below) or (len(below) > 2 and _is_linked(path, folder)):
            continue
        if not is_inside(path, root):
            continue
        seen.add(shown)
        stamp = _stamp(path)
        result = cache.get(shown)
        if result is None or result.stamp != stamp or stamp == _NO_FILE:
            is_page = len(below) != 2 or path.stem in PAGES
            result = cache[shown] = _read_page(path, shown, stamp) if is_page else _read(path, shown, stamp)
        glossary.problems += result.problems
        if result.is_draft:
            glossary.hidden.add(shown)
        if result.file:
            _add(glossary, result.file, glossary.drafts if result.is_draft else glossary.files)
        elif result.problems:
            glossary.unread.add(path.stem)
    for gone in set(cache) - seen:
        del cache[gone]
    return glossary


#: the stamp of a path that cannot be read, such as a broken link
_NO_FILE = ""


def _is_linked(path: Path, folder: Path) -> bool:
    """Whether a symbolic link lies on the way from a folder to a file below it."""
    return path.resolve() != folder.resolve() / path.relative_to(folder)


def _stamp(path: Path) -> str:
    """The digest of a file's content: its time would miss a file that was restored with an old one."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() if is_regular(path) else _NO_FILE
    except OSError:
        return _NO_FILE


def _add(glossary: Glossary, file: EntryFile, among: dict[str, EntryFile]) -> None:
    other = glossary.files.get(file.id) or glossary.drafts.get(file.id)
    if other:
        message = f"the id {file.id!r} is already used by {other.path}; rename one of the two files"
        glossary.problems.append(Problem(file.path, 0, Code.DUPLICATE_ID, message))
        return
    among[file.id] = file


def _read(path: Path, shown: str, stamp: str) -> Read:
    found: list[Problem] = []
    file = _entry_file(path, shown, found)
    draft = is_draft(read_text(path, shown, []) or "")
    if draft:
        # Whoever completes it will see to its gloss; until then it is one thing to do, and not several.
        found = [problem for problem in found if problem.code not in (Code.GLOSS_EMPTY, Code.GLOSS_LONG)]
        name = file.entry.name if file else path.stem
        message = f"{name} is a draft, which no page shows; complete it and remove `draft`, or delete the file"
        found.append(Problem(shown, 1, Code.DRAFT, message))
    return Read(stamp, file, tuple(found), draft)


def _read_page(path: Path, shown: str, stamp: str) -> Read:
    """Report a page outside the folders of the kinds that was meant to be an entry."""
    text = read_text(path, shown, []) or ""
    try:
        values = read(text).document.value
    except YamlError:
        values = {}
    draft = is_draft(text)
    if not {"name", "gloss"} <= set(values):
        return Read(stamp, None, (), draft)
    if path.stem in PAGES:
        code, message = (
            Code.BAD_ID,
            f"the name {path.stem!r} is reserved for the page that lists the entries; rename the file",
        )
    else:
        code, message = (
            Code.WRONG_KIND,
            f"this entry is not in the folder of a kind; move the file to one of {', '.join(Kind)}",
        )
    return Read(stamp, None, (Problem(shown, 0, code, message),), draft)


def _entry_file(path: Path, shown: str, found: list[Problem]) -> EntryFile | None:
    folder = path.parent.name
    if folder not in set(Kind):
        message = f"there is no kind {folder!r}; move the file to one of {', '.join(Kind)}"
        found.append(Problem(shown, 0, Code.WRONG_KIND, message))
        return None
    if not _ID.fullmatch(path.stem):
        message = f"{path.stem!r} cannot be used as an id; use the small letters a to z, digits and hyphens"
        found.append(Problem(shown, 0, Code.BAD_ID, message))
        return None
    kind = Kind(folder)
    text = read_text(path, shown, found)
    if text is None:
        return None
    try:
        document = read(text).document
    except YamlError as error:
        found.append(Problem(shown, error.line, Code.YAML, error.message))
        return None
    take_sphinx_keys(document)
    named_kind = document.value.pop("kind", None)
    if named_kind not in (None, kind, kind.word):
        message = (
            f"`kind` is {named_kind!r}, but the entry is in the folder {str(kind)!r}, which decides; remove the line"
        )
        found.append(Problem(shown, document.line(("kind",)), Code.WRONG_KIND, message))
    entry = build(MODELS[kind], document, shown, found)
    if entry is None:
        return None
    found.extend(_own_rules(entry, shown, document))
    return EntryFile(path.stem, kind, entry, shown, document)


def read_text(path: Path, shown: str, found: list[Problem], root: Path | None = None) -> str | None:
    """The text of a UTF-8 file with `\\n` as line break; None, and a problem in `found`, if it cannot be read.

    With the reader's folder as `root`, a link that leads out of it is not followed.
    """
    if root is not None and not is_inside(path, root):
        found.append(Problem(shown, 0, Code.LINK_OUT, LEADS_OUT))
        return None
    if path.exists() and not is_regular(path) and not path.is_dir():
        message = "this is not a file with a text, but a pipe, a socket or a device; remove it"
        found.append(Problem(shown, 0, Code.NOT_UTF8, message))
        return None
    try:
        data = path.read_bytes()
    except OSError as error:
        found.append(Problem(shown, 0, Code.NOT_UTF8, f"the file cannot be read: {error.strerror}"))
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = f"the byte {data[error.start]:#04x} is not UTF-8; save the file as UTF-8"
        found.append(Problem(shown, line, Code.NOT_UTF8, message))
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _own_rules(entry: Entry, path: str, document: Document) -> Iterator[Problem]:
    for index, gloss in enumerate(entry.gloss):
        words = len(gloss.text.split())
        if words > GLOSS_WORDS:
            message = f"the gloss has {words} words, but the margin has room for {GLOSS_WORDS}; shorten it"
            yield Problem(path, document.line(("gloss", index)), Code.GLOSS_LONG, message)
        if not words:
            message = f"the gloss is empty; explain in at most {GLOSS_WORDS} words who or what this is"
            yield Problem(path, document.line(("gloss", index)), Code.GLOSS_EMPTY, message)
    for key, index, period in periods(entry):
        if not in_order(period.start, period.end):
            message = f"{key}: {period.start} comes after {period.end}; swap or correct them"
            yield Problem(path, document.line((key, index, "from")), Code.DATE_ORDER, message)
    for first, second in (("born", "died"), ("founded", "dissolved"), ("start", "end")):
        if not in_order(getattr(entry, first, None), getattr(entry, second, None)):
            message = f"`{first}` comes after `{second}`; swap or correct them"
            yield Problem(path, document.line((first,)), Code.DATE_ORDER, message)


def periods(entry: Entry) -> Iterable[tuple[str, int, Period]]:
    """Every dated item of an entry: its key, its index in the list, and its period."""
    for key in DATED:
        for index, item in enumerate(getattr(entry, key, ())):
            yield key, index, item
