"""Reading bibliographies source by source: what is wrong with one keeps no other from being read.

sphinxcontrib-bibtex ends a build at the first error, without its file. It is therefore given what was read here, which
it takes for its own, and every error is a problem with file and line.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pybtex.database import BibliographyData
from pybtex.database.input.bibtex import Parser
from pybtex.errors import capture
from sphinxcontrib.bibtex.bibfile import BibData, BibFile, get_mtime

from course_reader.marks.domain import reader_domain
from course_reader.model.conf import problems as settings_problems
from course_reader.model.near import near
from course_reader.model.problems import Code, Problem, shown_path

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

#: the largest bibliography and the longest source in it, in characters: reading takes a second for a megabyte
LARGEST, LONGEST = 2_000_000, 20_000
#: the most errors of a file that are reported
_MOST_FAULTS = 50
_KEPT = "bib_files"

_START = re.compile(r"^[ \t]*@[ \t]*(\w+)[ \t]*[{(]\s*([^\s,{}()=]*)", re.M)


@dataclass(slots=True)
class Bibliography:
    """The sources of a file, and what is wrong with it: lines from 1, and a sentence each."""

    keys: list[str] = field(default_factory=list)
    faults: list[tuple[int, str]] = field(default_factory=list)


def read_sources(text: str, parser: Any) -> Bibliography:
    """Read the sources of a bibliography.

    Args:
        text: The text of the file.
        parser: A parser of pybtex, which gathers the sources of all files.

    >>> parser = Parser()
    >>> found = read_sources("@misc{one, title={One}\\n\\n@misc{two, title={Two}}", parser)
    >>> list(parser.data.entries), found.faults[0][0]
    (['one', 'two'], 1)
    """
    found = Bibliography()
    before = set(parser.data.entries)
    if len(text) > LARGEST:
        found.faults.append((0, f"it has {len(text):,} characters, but at most {LARGEST:,} are read; divide it"))
        return found
    for line, kind, key, source in _sources(text):
        about = f"the source {key!r}" if key else f"“@{kind}”"
        if len(source) > LONGEST:
            found.faults.append((line, f"{about} has {len(source):,} characters, but at most {LONGEST:,} are read"))
            continue
        with capture() as errors:
            try:
                parser.parse_string(source)
            except Exception as failed:  # noqa: BLE001 -- whatever the parser fails on, the other sources are read
                errors.append(failed)
        for error in errors[:1]:
            # The end of the file says nothing about where a brace is missing.
            shift = 0 if "premature end" in str(error) else (getattr(error, "lineno", None) or 1) - 1
            found.faults.append((line + shift, f"{about} cannot be read in full: {_why(error)}"))
        if len(found.faults) >= _MOST_FAULTS:
            break
    found.keys = [key for key in parser.data.entries if key not in before]
    return found


def _sources(text: str) -> Iterator[tuple[int, str, str, str]]:
    """Each source with its first line, its kind and its key."""
    starts = list(_START.finditer(text))
    line, done = 1, 0
    ends = [*(match.start() for match in starts[1:]), len(text)][: len(starts)]
    for start, end in zip(starts, ends, strict=True):
        line += text.count("\n", done, start.start())
        done = start.start()
        yield line, start[1], start[2], text[start.start() : end]


def _why(error: Exception) -> str:
    # The lines of the parser count from the beginning of the source.
    said = re.sub(r"^(syntax error in line \d+: )|( in line \d+(?=:))", "", str(error))
    if "repeated bibliography entry" in said:
        return "another source has this key; give it a key of its own"
    return f"{said:.200}; look at its braces, quotation marks and commas"


def prepare(app: Sphinx) -> None:
    """On `builder-inited`, before sphinxcontrib-bibtex: read the files that have changed since the last run."""
    domain: Any = app.env.domains.get("cite")
    if domain is None:
        return
    root, kept = Path(app.srcdir), reader_domain(app.env).data
    names = [name for name in app.config.bibtex_bibfiles or () if isinstance(name, str)]
    paths = [Path(app.confdir, name).resolve() for name in names]
    contents = {path: _content(path) for path in paths}
    stamp = hashlib.sha256(repr([app.config.bibtex_encoding, *contents.items()]).encode()).hexdigest()
    before: BibData = domain.data["bibdata"]
    if kept.get(_KEPT, ("",))[0] != stamp or set(before.bibfiles) != set(paths):
        files, data, found = _read(contents, app.config.bibtex_encoding, root)
        kept[_KEPT] = (stamp, found)
    else:
        files, data = {path: before.bibfiles[path].keys for path in paths}, before.data
    # With these times it finds nothing to read.
    bibfiles = {path: BibFile(get_mtime(path), keys) for path, keys in files.items()}
    domain.data["bibdata"] = BibData(app.config.bibtex_encoding, bibfiles, data)


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError:
        return None


def _read(
    contents: dict[Path, bytes | None], encoding: str, root: Path
) -> tuple[dict[Path, dict[str, None]], BibliographyData, list[Problem]]:
    parser, found = Parser(encoding), list[Problem]()
    files: dict[Path, dict[str, None]] = {}
    for path, content in contents.items():
        files[path] = {}
        if content is None:
            continue
        shown = shown_path(path, root.resolve())
        try:
            text = content.decode(encoding)
        except (UnicodeDecodeError, LookupError) as error:
            line = content.count(b"\n", 0, getattr(error, "start", 0)) + 1
            message = f"the bibliography is not {encoding.removesuffix('-sig')}; save it as UTF-8"
            found.append(Problem(shown, line, Code.BIBLIOGRAPHY, message))
            continue
        read = read_sources(text, parser)
        files[path] = dict.fromkeys(read.keys)
        found += (Problem(shown, line, Code.BIBLIOGRAPHY, message) for line, message in read.faults)
    return files, parser.data, found


def problems(app: Sphinx) -> list[Problem]:
    """The problems of the bibliographies, and of a setting that names one that does not exist."""
    root = Path(app.srcdir)
    found: list[Problem] = list(reader_domain(app.env).data.get(_KEPT, ("", []))[1])
    lost = [name for name in app.config.bibtex_bibfiles or () if not Path(app.confdir, name).is_file()]
    if lost:
        folder = Path(app.confdir, lost[0]).parent
        there = [str(Path(lost[0]).with_name(path.name)) for path in folder.glob("*.bib")] if folder.is_dir() else []
        message = f"bibtex_bibfiles names {lost[0]!r}, which does not exist{near(lost[0], there)}"
        found += settings_problems({"bibtex_bibfiles": message}, root)
    return found


def is_complete(app: Sphinx) -> bool:
    """Whether every bibliography can be read, so that a source that none of them has does not exist."""
    return not any(_is_lost(Path(app.confdir, name), app.config.bibtex_encoding) for name in app.config.bibtex_bibfiles)


def expect_follow_ups(app: Sphinx, config: Config) -> None:
    """On `config-inited`: the sources of a bibliography that cannot be read are not missed one by one."""
    if not is_complete(app):
        config.suppress_warnings = [*config.suppress_warnings, "bibtex.key_not_found"]


def _is_lost(path: Path, encoding: str) -> bool:
    content = _content(path)
    try:
        return content is None or content.decode(encoding) is None
    except (UnicodeDecodeError, LookupError):
        return True
