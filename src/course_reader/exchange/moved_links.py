"""What the files of a reader say of an article that gets another name or place: links, lists of packs, directives.

Nothing is read or written here. A link is any stretch without white space and brackets that, seen from its file, is
the path of the article or of a file in its folder.
"""

from __future__ import annotations

import os.path
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

#: what may be a path: it has a slash, and none of the signs that surround paths in Markdown and YAML
_PATH = re.compile(r"(?<![\w./-])(?:\.{0,2}/)*[\w.-]+(?:/[\w.-]+)+/?")
#: an address elsewhere is no path of the reader
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>]*", re.IGNORECASE)
#: lines in which a word can name an article: a directive, its options, and keys of front matter and notes
_NAMING = re.compile(r"^\s*(?:(?:`{3,}|:{3,})\{[\w-]+\}|:[\w-]+:|(?:- \{.*\b)?(?:answer_in|articles?)\s*:)")


@dataclass(frozen=True, slots=True)
class Move:
    """An article's folder before and after, relative to the reader's folder, with `/`."""

    old: str
    new: str

    @property
    def slugs(self) -> tuple[str, str]:
        """The names of the folders."""
        return PurePosixPath(self.old).name, PurePosixPath(self.new).name

    def moved(self, path: str) -> str:
        """Where a file is afterwards."""
        inside = path == self.old or path.startswith(f"{self.old}/")
        return self.new + path.removeprefix(self.old) if inside else path

    def rewritten(self, text: str, path: str, exists: Callable[[str], bool], *, names_too: bool) -> str:
        """A file's text as it should be after the move.

        Args:
            text: The text.
            path: The file before the move, relative to the reader's folder.
            exists: Whether there is a file or folder of this path before the move, with or without the ending of pages.
            names_too: Whether the article's bare name is changed where a directive or a key names articles.

        >>> move = Move("corpus/private/talks", "corpus/talks-2024")
        >>> move.rewritten("../private/talks/article", "corpus/packs/a.md", lambda path: True, names_too=True)
        '../talks-2024/article'
        """
        kept = [found.span() for found in _ADDRESS.finditer(text)]

        def put(found: re.Match[str]) -> str:
            if any(start <= found.start() < end for start, end in kept):
                return found[0]
            return self._path(found[0], path, exists)

        text = _PATH.sub(put, text)
        return "".join(map(self._named, text.splitlines(keepends=True))) if names_too else text

    def _path(self, written: str, path: str, exists: Callable[[str], bool]) -> str:
        here, there = _folder(path), _folder(self.moved(path))
        slash = "/" if written.endswith("/") else ""
        # A path without dots is often meant from the reader's folder: `corpus/talks/article`.
        starts = ("",) if written.startswith("/") else (here, "")
        for start in starts:
            target = _joined(start, written.lstrip("/") if written.startswith("/") else written)
            is_article = target == self.old or target.startswith(f"{self.old}/")
            if not is_article and (start != here or here == there or not exists(target)):
                continue
            after = self.moved(target)
            if written.startswith("/"):
                return f"/{after}{slash}"
            if start == "" and here != "":
                return after + slash
            related = os.path.relpath(f"/{after}", f"/{there}").replace(os.sep, "/")
            dotted = written.startswith("./") and not related.startswith(".")
            return ("./" if dotted else "") + related + slash
        return written

    def _named(self, line: str) -> str:
        old, new = self.slugs
        if old == new or not _NAMING.match(line):
            return line
        return re.sub(rf"(?<![\w./-]){re.escape(old)}(?![\w/-]|\.\w)", new, line)


def _folder(path: str) -> str:
    return PurePosixPath(path).parent.as_posix().removeprefix(".")


def _joined(folder: str, written: str) -> str:
    return os.path.normpath(f"/{folder}/{written}").replace(os.sep, "/").lstrip("/")
