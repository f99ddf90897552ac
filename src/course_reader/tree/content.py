"""What can be done with the data of a pack, whatever it was made from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

Item = dict[str, Any]
Content = list[Any]

#: Scripts that get a language of their own where an author did not name one.
_SCRIPTS = (
    ("hy", "\u0531-\u058f\ufb13-\ufb17"), ("ru", "\u0400-\u052f"), ("ka", "\u10a0-\u10ff"),
    ("el", "\u0370-\u03ff"), ("ar", "\u0600-\u06ff\u0750-\u077f"), ("he", "\u0590-\u05ff"),
)  # fmt: skip
_RUN = re.compile("|".join(f"(?P<{tag}>[{chars}]+(?:[ \u00a0-][{chars}]+)*)" for tag, chars in _SCRIPTS))

#: a word that no rule can divide: it would run into the notes beside it
_ENDLESS = re.compile(r"\w{34,}")
_PIECE = 9
_SOFT_HYPHEN, _NO_WIDTH = "\u00ad", "\u200b"

#: keys whose values are not read by anybody
NAMES = frozenset(
    {"t", "id", "ids", "label", "to", "key", "file", "uri", "alt", "mentions", "entry", "lang", "kind-class", "svg"}
)


def without_empty_sections(content: Content) -> Content:
    """Leave out headings below which nothing is left."""
    result: Content = []
    for item in content:
        if item["t"] == "heading":
            _drop_empty(result, item["level"])
        result.append(item)
    _drop_empty(result, 0)
    return result


def _drop_empty(content: Content, level: int) -> None:
    """Take back headings, not above a level, that nothing but lines follows."""
    while True:
        end = len(content)
        while end and content[end - 1]["t"] == "rule":
            end -= 1
        if not end or content[end - 1]["t"] != "heading" or content[end - 1]["level"] < level:
            return
        del content[end - 1 :]


def language_runs(text: str) -> Iterator[Any]:
    """Words of another script in a language of their own, the rest as it is."""
    done = 0
    for match in _RUN.finditer(text):
        if match.start() > done:
            yield text[done : match.start()]
        yield {"t": "lang", "lang": match.lastgroup, "c": [match.group()]}
        done = match.end()
    if done < len(text):
        yield text[done:]


def walk(content: Any) -> Iterator[Item]:
    """Every mapping in a piece of data."""
    if isinstance(content, dict):
        yield content
        for value in content.values():
            yield from walk(value)
    elif isinstance(content, list):
        for value in content:
            yield from walk(value)


def letters(content: Any) -> int:
    """How many letters are read in a piece of data."""
    if isinstance(content, str):
        return len(content)
    if isinstance(content, dict):
        return sum(letters(value) for key, value in content.items() if key not in NAMES)
    return sum(map(letters, content)) if isinstance(content, list) else 0


def cited(content: Any) -> dict[str, None]:
    """The keys of the sources that a piece of data refers to, in order."""
    return dict.fromkeys(item["key"] for item in walk(content) if item.get("t") == "cite")


def divided(data: Any, mark: str = _SOFT_HYPHEN) -> Any:
    """The same data with places in endless words where a line may end; addresses get no hyphen there."""
    if isinstance(data, str):
        return _ENDLESS.sub(lambda word: _pieces(word[0], mark), data) if len(data) > _PIECE else data
    if isinstance(data, list):
        return [divided(item, mark) for item in data]
    if isinstance(data, dict):
        inner = _NO_WIDTH if data.get("t") == "url" else mark
        return {key: value if key in NAMES else divided(value, inner) for key, value in data.items()}
    return data


def _pieces(word: str, mark: str) -> str:
    return mark.join(word[at : at + _PIECE] for at in range(0, len(word), _PIECE))
