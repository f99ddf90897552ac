"""Functions on the data of a pack."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from course_reader.tree.records import Block, ForeignWords

#: any record of the tree
Item = dict[str, Any]
#: words, blocks or both
Content = list[Any]

#: Scripts whose words get a language if the author gave none.
_SCRIPTS = (
    ("hy", "\u0531-\u058f\ufb13-\ufb17"), ("ru", "\u0400-\u052f"), ("ka", "\u10a0-\u10ff"),
    ("el", "\u0370-\u03ff\u1f00-\u1fff"), ("ar", "\u0600-\u06ff\u0750-\u077f"), ("he", "\u0590-\u05ff"),
    ("hi", "\u0900-\u097f"), ("bn", "\u0980-\u09ff"), ("ta", "\u0b80-\u0bff"), ("th", "\u0e00-\u0e7f"),
    ("ko", "\u1100-\u11ff\uac00-\ud7af"), ("zh", "\u3400-\u4dbf\u4e00-\u9fff"), ("ja", "\u3041-\u30ff"),
)  # fmt: skip
_RUN = re.compile("|".join(f"(?P<{tag}>[{chars}]+(?:[ \u00a0-][{chars}]+)*)" for tag, chars in _SCRIPTS))

#: other languages that are written in a script, by the language that stands for it
_SAME_SCRIPT = {
    "ru": "uk be bg sr mk kk ky mn tg ab os ce", "ar": "fa ur ps ckb ug sd", "he": "yi", "hi": "mr ne sa",
    "bn": "as", "zh": "ja yue", "ja": "ja", "ko": "ko",
}  # fmt: skip

#: a word too long for a line that cannot be hyphenated; it would overlap the notes next to it
_ENDLESS = re.compile(r"\w{34,}")
#: an address in a text, and signs in it after which a line may end; it never gets a hyphen
_ADDRESS = re.compile(r"((?:https?://|www\.)[^\s<>\"]+)")
_AFTER = re.compile(r"([/_.?&=#%+~]+)(?=\w)")
_LINE_PART = 9
_SOFT_HYPHEN, _NO_WIDTH = "\u00ad", "\u200b"

#: keys whose values are not visible text
NAMES = frozenset({"t", "id", "ids", "label", "to", "key", "file", "uri", "alt", "mentions", "entry", "lang", "kind"})
NAMES |= {"svg", "tex", "tag"}


def without_empty_sections(content: Sequence[Block]) -> list[Block]:
    """The same blocks without headings that have no text below them."""
    result: list[Block] = []
    for item in content:
        if item["t"] == "heading":
            _drop_empty(result, item["level"])
        result.append(item)
    _drop_empty(result, 0)
    return result


def _drop_empty(content: list[Block], level: int) -> None:
    """Remove final headings of this level or a lower one that are followed only by rules."""
    while True:
        end = len(content)
        while end and content[end - 1]["t"] == "rule":
            end -= 1
        last = content[end - 1] if end else None
        if last is None or last["t"] != "heading" or last["level"] < level:
            return
        del content[end - 1 :]


def language_runs(text: str, language: str = "") -> Iterator[str | ForeignWords]:
    """A text, split so that words in other scripts have their language.

    Args:
        text: The text.
        language: Its own language, as a BCP 47 tag; words in the script of this language are not marked.
    """
    done = 0
    own = language.replace("_", "-").split("-")[0].lower()
    for match in _RUN.finditer(text):
        script = str(match.lastgroup)
        if own and (own == script or own in _SAME_SCRIPT.get(script, "").split()):
            continue
        if match.start() > done:
            yield text[done : match.start()]
        yield ForeignWords(t="lang", lang=str(match.lastgroup), c=[match.group()])
        done = match.end()
    if done < len(text):
        yield text[done:]


def walk(content: Any) -> Iterator[Item]:
    """Every record in some data."""
    if isinstance(content, dict):
        yield content
        for value in content.values():
            yield from walk(value)
    elif isinstance(content, list):
        for value in content:
            yield from walk(value)


def letters(content: Any) -> int:
    """The number of printed characters in some data."""
    if isinstance(content, str):
        return len(content)
    if isinstance(content, dict):
        return sum(letters(value) for key, value in content.items() if key not in NAMES)
    return sum(map(letters, content)) if isinstance(content, list) else 0


def cited(content: Any) -> dict[str, None]:
    """The keys of the sources cited in some data, in order."""
    return dict.fromkeys(item["key"] for item in walk(content) if item.get("t") == "cite")


def divided(data: Any, mark: str = _SOFT_HYPHEN) -> Any:
    """The same data, with places for line breaks in very long words; addresses get no hyphens."""
    if isinstance(data, str):
        if len(data) <= _LINE_PART:
            return data
        parts = _ADDRESS.split(data)
        parts[::2] = [_ENDLESS.sub(lambda word: _divide(word[0], mark), words) for words in parts[::2]]
        parts[1::2] = [
            _ENDLESS.sub(lambda w: _divide(w[0], _NO_WIDTH), _AFTER.sub(rf"\1{_NO_WIDTH}", a)) for a in parts[1::2]
        ]
        return "".join(parts)
    if isinstance(data, list):
        return [divided(item, mark) for item in data]
    if isinstance(data, dict):
        inner = _NO_WIDTH if data.get("t") == "url" else mark
        return {key: value if key in NAMES else divided(value, inner) for key, value in data.items()}
    return data


def _divide(word: str, mark: str) -> str:
    return mark.join(word[at : at + _LINE_PART] for at in range(0, len(word), _LINE_PART))
