"""Characters that no font of a pack has: found before it is set, marked in the text, and listed with their places."""

from __future__ import annotations

import ast
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import regex
import typst

from course_reader.pdf.fonts import extra_for
from course_reader.tree.content import NAMES

#: what is printed in place of a missing character
GAP = "\u25a1"

#: characters that the fonts inside the engine have: Latin, Greek, Cyrillic, Armenian, and usual punctuation
_SURE = regex.compile(
    r"[\t\n\r -~\u00a0-\u017f\u0391-\u03a1\u03a3-\u03c9\u0400-\u045f\u0531-\u0556\u0561-\u0586\u2010-\u2015"
    r"\u2018-\u201e\u2022\u2026\u2032\u2033\u2039\u203a\u20ac\u2190-\u2193\u200b-\u200f\u00ad\u2060\ufeff\u202a-\u202e\u2066-\u2069]+"
)
_CLUSTER = regex.compile(r"\X")
_REFUSED = re.compile(r'the text `("(?:[^"\\]|\\.)*")` could not be displayed')
_RUST = re.compile(r"\\u\{([0-9a-fA-F]+)\}")

_PROBE = b"""#set document(title: "probe")
#set text(font: json(bytes(sys.inputs.families)), fallback: false)
#for word in json(bytes(sys.inputs.words)) { par(word) }
"""

#: how many lines of a file a message names
_MOST_LINES = 12
#: characters to which only some people give a meaning
_PRIVATE = "for private use"


def missing(data: Any, families: Sequence[str], folders: Sequence[str]) -> list[str]:
    """The characters in some data that no font has, each with the marks that belong to it, in order.

    Args:
        data: Parts of a pack.
        families: The families that are tried.
        folders: The folders with their fonts.
    """
    found: dict[str, None] = {}
    for text in _texts(data):
        for stretch in _SURE.split(text):
            if stretch:
                found |= dict.fromkeys(_CLUSTER.findall(stretch))
    private = [cluster for cluster in found if any(unicodedata.category(c) in ("Co", "Cs") for c in cluster)]
    rest = [cluster for cluster in found if cluster not in private and cluster.strip()]
    return [*private, *_refused(rest, families, folders)]


def _refused(clusters: Sequence[str], families: Sequence[str], folders: Sequence[str]) -> list[str]:
    """Those that the engine cannot set: it names all of them when it writes tagged pages."""
    if not clusters:
        return []
    fonts = typst.Fonts(include_system_fonts=False, font_paths=list(folders))
    inputs = {"words": json.dumps(list(clusters), ensure_ascii=False), "families": json.dumps(list(families))}
    compiler = typst.Compiler(_PROBE, font_paths=fonts, sys_inputs=inputs)
    try:
        compiler.compile(format="pdf", pdf_standards=["ua-1"])
    except RuntimeError as error:
        named = {_unescaped(text) for text in _REFUSED.findall(str(getattr(error, "diagnostic", error)))}
        # The engine names the characters of a cluster that are missing, not always the whole.
        return [cluster for cluster in clusters if any(name and name in cluster for name in named)]
    return []


def _unescaped(text: str) -> str:
    plain = _RUST.sub(lambda match: chr(int(match[1], 16)), text)
    try:
        return str(ast.literal_eval(plain))
    except (SyntaxError, ValueError):
        return plain[1:-1]


def marked(data: Any, gone: Sequence[str]) -> Any:
    """The same data with a gap in place of each of these characters."""
    pattern = re.compile("|".join(map(re.escape, sorted(gone, key=len, reverse=True))))

    def mark(item: Any) -> Any:
        if isinstance(item, str):
            return pattern.sub(GAP, item)
        if isinstance(item, list):
            return [mark(each) for each in item]
        if isinstance(item, dict):
            return {key: value if key in NAMES and key != "alt" else mark(value) for key, value in item.items()}
        return item

    return mark(data) if gone else data


def told(gone: Sequence[str], sources: Mapping[str, Path]) -> str:
    """A sentence that lists missing characters with their places, and names the extra that has a font for them.

    Args:
        gone: The characters.
        sources: The files that the pack is made from, by their paths in the reader.
    """
    lines = {name: _lines(path) for name, path in sources.items()}
    scripts: dict[str, list[str]] = {}
    for cluster in gone:
        scripts.setdefault(_script(cluster), []).append(cluster)
    listed = [f"{_named(script, found)}{_places(found, lines)}" for script, found in scripts.items()]
    extra = extra_for(unicodedata.name(c, "") for cluster in gone for c in cluster)
    do = f'install it with `pip install "course-reader[{extra}]"`' if extra else "name a folder in `reader_pdf_fonts`"
    count = "a character" if len(gone) == 1 else f"{len(gone)} characters"
    return f"no font of the pack has {count}, printed as {GAP}; {do}, or replace them: {'; '.join(listed)}"


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []


def _script(cluster: str) -> str:
    """A name for the characters that belong together: that of their script, or what they are."""
    if any(unicodedata.category(c) in ("Co", "Cs") for c in cluster):
        return _PRIVATE
    return unicodedata.name(cluster[0], "Unknown").split()[0].capitalize()


def _named(script: str, clusters: Sequence[str]) -> str:
    if script == _PRIVATE:
        return f"{script} {' '.join(_points(cluster) for cluster in clusters)}"
    if len(clusters) == 1:
        return f"{script} {clusters[0]} ({_points(clusters[0])})"
    return f"{script} {' '.join(clusters)}"


def _points(cluster: str) -> str:
    return " ".join(f"U+{ord(c):04X}" for c in cluster)


def _places(clusters: Sequence[str], sources: Mapping[str, list[str]]) -> str:
    """The files that have some characters, each with its lines."""
    found = []
    for name, lines in sources.items():
        numbers = [n for n, line in enumerate(lines, 1) if any(cluster in line for cluster in clusters)]
        more = ", …" if len(numbers) > _MOST_LINES else ""
        found += [f"{name}:{', '.join(map(str, numbers[:_MOST_LINES]))}{more}"] if numbers else []
    return f" in {' and '.join(found)}" if found else ""


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, list):
        for item in data:
            yield from _texts(item)
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in NAMES:
                yield from _texts(value)


def unreadable(pictures: Iterable[Path]) -> list[Path]:
    """The pictures that the engine cannot set."""
    found = []
    for path in pictures:
        compiler = typst.Compiler(b'#image(sys.inputs.file, alt: "")', root=path.parent, sys_inputs={"file": path.name})
        try:
            compiler.compile(format="pdf")
        except RuntimeError:
            found.append(path)
    return found
