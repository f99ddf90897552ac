"""The files of the search: scripts with data, so that pages can load them from a folder on disk too.

`find/index.js` is loaded first. The others are loaded when a search needs them: `find/words-N.js` says which documents
have a word, `find/texts-N.js` holds sentences. None grows with the number of articles but the first, by a few bytes for
each article.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from course_reader.model.entry import Kind
from course_reader.sphinx_ext.html import has_theme
from course_reader.sphinx_ext.run_state import library_of
from course_reader.sphinx_ext.stale import unchanged
from course_reader.views.finding import TEXT_KINDS, FoundText, SearchData, search_data

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: the folder in the output
FOLDER = "find"

#: characters in a part; one that holds a single long text may be longer
PART = 8_000

#: the names of files that a build writes there
_OURS = re.compile(rf"{FOLDER}/(?:index|words-\d+|texts-\d+)\.js")

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def write(app: Sphinx, error: Exception | None) -> None:
    """On `build-finished`: write the files whose content has changed, and remove parts that are no longer needed."""
    if error is not None or unchanged.rests(app) or not has_theme(app):
        return
    builder = app.builder
    files = dict(
        make(search_data(library_of(app)), {name: builder.get_target_uri(name) for name in app.env.found_docs})
    )
    folder = Path(app.outdir, FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        if path.name not in files and is_of_search(f"{FOLDER}/{path.name}"):
            path.unlink()
    for name, content in files.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != content.encode():
            path.write_text(content, encoding="utf-8", newline="\n")


def is_of_search(name: str) -> bool:
    """Whether a file of the output has the name of one that `write` writes."""
    return _OURS.fullmatch(name) is not None


def make(found: SearchData, addresses: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The name and content of each file.

    Args:
        found: What the search knows.
        addresses: Document → its address, relative to the front page.
    """
    by_id = {entry.id: number for number, entry in enumerate(found.entries)}
    words = list(_parts(_postings(found, by_id)))
    texts = list(_parts((_text(text, by_id), number) for number, text in enumerate(found.texts)))
    outlets = sorted({text.outlet for text in found.texts})
    body = {
        "entries": [
            [addresses.get(e.docname, ""), e.kind, e.names, e.metonyms, e.gloss, e.times] for e in found.entries
        ],
        "kinds": {kind: kind.word for kind in Kind},
        "outlets": outlets,
        "texts": [
            [TEXT_KINDS.index(t.kind), outlets.index(t.outlet), t.year, addresses.get(t.docname, "")]
            for t in found.texts
        ],
        # The first word of each part, and the number of its first text: what is before it is in an earlier part.
        "words": [part[0][1] for part in words],
        "parts": [part[0][1] for part in texts],
    }
    parts = {f"words-{n}": "\n".join(row for row, _ in part) for n, part in enumerate(words)}
    files = {name: _script(name, text) for name, text in parts.items()}
    for number, part in enumerate(texts):
        # Each row is data in JSON already.
        files[f"texts-{number}"] = f'readerFind.take("texts-{number}", [\n' + ",\n".join(r for r, _ in part) + "\n]);\n"
    seal = hashlib.sha256("".join(files.values()).encode()).hexdigest()[:10]
    yield "index.js", _script("index", body | {"seal": seal})
    for name, content in files.items():
        yield f"{name}.js", content


def _script(name: str, value: object) -> str:
    return f'readerFind.take("{name}", {_json(value)});\n'


def _json(value: object) -> str:
    # These two end a line in scripts, but not in JSON.
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _parts(rows: Iterable[tuple[str, object]]) -> Iterator[list[tuple[str, object]]]:
    """Rows in parts of at most `PART` characters."""
    part: list[tuple[str, object]] = []
    size = 0
    for row in rows:
        if part and size + len(row[0]) > PART:
            yield part
            part, size = [], 0
        part.append(row)
        size += len(row[0]) + 1
    if part:
        yield part


def _postings(found: SearchData, by_id: dict[str, int]) -> Iterator[tuple[str, str]]:
    """For each word, and each entry that texts name, the numbers of its documents: `word 3 1 !4`.

    Each number is the distance from the one before, to base 36. `!` marks documents with the word in their title.
    """
    rows: dict[str, dict[int, bool]] = {}
    for number, entry in enumerate(found.entries):
        for word in entry.words:
            rows.setdefault(word, {})[number] = False
    for number, text in enumerate(found.texts, len(found.entries)):
        for word in text.words | text.title_words:
            rows.setdefault(word, {})[number] = word in text.title_words
        for entry_id in text.named:
            if entry_id in by_id:
                rows.setdefault(f"@{_base36(by_id[entry_id])}", {})[number] = False
    for word in sorted(rows, key=_code_units):
        documents = sorted(rows[word])
        steps = zip(documents, [0, *documents[:-1]], strict=True)
        numbers = (f"{'!' * rows[word][now]}{_base36(now - last)}" for now, last in steps)
        yield f"{word} {' '.join(numbers)}", word


def _code_units(word: str) -> bytes:
    """Sorts as JavaScript compares strings."""
    return word.encode("utf-16-be")


def _text(text: FoundText, by_id: dict[str, int]) -> str:
    """A text as data: title, date, its blocks, and the sentence that first names each entry."""
    blocks: Sequence[object] = [[block.anchor, list(block.sentences)] for block in text.blocks]
    named = {by_id[entry]: at for entry, at in text.named.items() if at is not None and entry in by_id}
    return _json([text.title, text.when, blocks, named])


def _base36(number: int) -> str:
    """A number to base 36, as JavaScript reads it.

    >>> _base36(35), _base36(36)
    ('z', '10')
    """
    high, low = divmod(number, 36)
    return (_base36(high) if high else "") + _DIGITS[low]
