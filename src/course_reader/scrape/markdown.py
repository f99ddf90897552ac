"""Escapes plain text for Markdown, and turns Markdown into plain text.

Every pattern is bounded or excludes its own delimiter, so that the time is linear in the size of the text.
"""

from __future__ import annotations

import re

from course_reader.scrape.expressions import expression

_ALWAYS = expression(r"[\\`*\[\]<${]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|(?<=~)~|&(?=#?\w{1,31};)")
_START = expression(
    r"(?:[#>%:=|]|[-+](?=[\s+-]|$)|~(?=~)|\((?=[^()]{0,200}\)=\s*$))|(?P<number>\d{1,9})(?P<dot>[.)])(?=\s|$)"
)
_RULE = expression(r"[-_*=~•·⁂#\s]{2,200}|[•⁂·]")
_ESCAPED = expression(r"\\([!-/:-@\[-`{-~])")
_IMAGE = expression(r"!\[([^\[\]\n]{0,500})\]\([^()\n]{0,2000}\)")
_LINK = expression(
    r"(?<![!\\])\[([^\[\]\n]{1,500})\]\(\s*<?([^()\s<>]{0,2000})>?(?:\s+[\"'][^\"'\n]{0,300}[\"'])?\s*\)"
)
_AUTOLINK = expression(r"<((?:https?://|mailto:|www\.)[^<>\s]{1,2000})>")
_STRONG = expression(
    r"(?<![\\*\w])\*\*(?=[^\s*])([^*\n]{0,3000}[^\s*\\])\*\*(?![*\w])|"
    r"(?<![\\_\w])__(?=[^\s_])([^_\n]{0,3000}[^\s_\\])__(?![_\w])"
)
_EM = expression(
    r"(?<![\\*\w])\*(?=[^\s*])([^*\n]{0,3000}[^\s*\\])\*(?![*\w])|"
    r"(?<![\\_\w])_(?=[^\s_])([^_\n]{0,3000}[^\s_\\])_(?![_\w])"
)
_MARKS = expression(
    r"^#{1,6}[ \t]+\S[^\n]{0,200}[^.\s]\s*$|(?<!\\)\[[^\[\]\n]{1,300}\]\([^()\s]{0,500}\)|\*\*\w[^*\n]{0,300}\*\*|"
    r"<https?://[^<>\s]{1,500}>|^> |^!\[",
    re.M,
)
_SCHEME = expression(r"(?:https?|mailto):", re.I)


def looks_like_markdown(text: str) -> bool:
    """Whether the text uses Markdown headings, links, bold type or quotations."""
    return _MARKS.search(text[:200_000]) is not None


def squeeze(text: str) -> str:
    """Replace white space of any kind and length by single spaces."""
    return " ".join(text.split())


def is_rule(text: str) -> bool:
    """Whether it is a dividing line of dashes or stars."""
    return _RULE.fullmatch(text) is not None


def plain(text: str) -> str:
    """The text of a Markdown line, without emphasis, link targets and escapes.

    >>> plain("A **new** [bridge](https://example.org)")
    'A new bridge'
    """
    if not any(mark in text for mark in "*_[<\\!"):
        return squeeze(text)
    text = _IMAGE.sub(r"\1", text)
    text = _LINK.sub(r"\1", text)
    text = _AUTOLINK.sub(r"\1", text)
    for pattern in (_STRONG, _EM):
        text = pattern.sub(lambda m: m.group(1) or m.group(2), text)
    return squeeze(_ESCAPED.sub(r"\1", text))


def link_targets(text: str) -> list[str]:
    """The link targets in a Markdown line."""
    return [m.group(2) for m in _LINK.finditer(text)] + [m.group(1) for m in _AUTOLINK.finditer(text)]


def escape(text: str, *, at_start: bool = True) -> str:
    """Plain text as Markdown that renders as the same text.

    >>> print(escape("1. [sic] *stars*"))
    1\\. \\[sic\\] \\*stars\\*
    """
    escaped = _ALWAYS.sub(lambda m: "\\" + m.group(), text)
    if not at_start:
        return escaped
    match = _START.match(escaped)
    if match is None:
        return escaped
    if match.group("number"):
        number = match.group("number")
        return f"{number}\\{escaped[len(number) :]}"
    return "\\" + escaped


def convert(text: str) -> str:
    """Markdown of the input as safe Markdown: emphasis and links are kept, everything else is literal.

    >>> convert("A **new** [bridge](https://example.org) and [a menu](#)")
    'A **new** [bridge](<https://example.org>) and a menu'
    """
    text = squeeze(text)
    if not any(mark in text for mark in "*_[<\\!"):
        return escape(text)
    rendered = _spans(_IMAGE.sub(r"\1", text))
    return _start_only(rendered)


def _start_only(text: str) -> str:
    """Escape a block marker at the start of text with finished inline markup."""
    match = _START.match(text)
    if match is None:
        return text
    if match.group("number"):
        number = match.group("number")
        return f"{number}\\{text[len(number) :]}"
    return "\\" + text


def _spans(text: str) -> str:
    """Convert links first, then strong, then emphasis; the text between them is literal."""
    return _each(_LINK, text, _link, lambda t: _each(_AUTOLINK, t, _autolink, _emphasis))


def _emphasis(text: str) -> str:
    return _each(
        _STRONG,
        text,
        lambda m: f"**{_each(_EM, m.group(1) or m.group(2), _em, _literal)}**",
        lambda t: _each(_EM, t, _em, _literal),
    )


def _em(match: re.Match[str]) -> str:
    return f"*{_literal(match.group(1) or match.group(2))}*"


def _link(match: re.Match[str]) -> str:
    words, target = match.group(1), match.group(2)
    if not _SCHEME.match(target):
        return _emphasis(words)
    return f"[{_emphasis(words)}](<{_target(target)}>)"


def _autolink(match: re.Match[str]) -> str:
    target = match.group(1)
    return f"<{target}>" if _SCHEME.match(target) and "\\" not in target else _literal(target)


def _target(target: str) -> str:
    return target.replace("\\", "%5C").replace("`", "%60").replace("$", "%24").replace("{", "%7B")


def _literal(text: str) -> str:
    """Escape text after undoing its own escapes, so that nothing is escaped twice."""
    return escape(_ESCAPED.sub(r"\1", text), at_start=False)


def _each(pattern: re.Pattern[str], text: str, inside: object, between: object) -> str:
    """Apply one function to the matches and another to the text between them."""
    assert callable(inside) and callable(between)
    parts: list[str] = []
    position = 0
    for match in pattern.finditer(text):
        parts.append(between(text[position : match.start()]))
        parts.append(inside(match))
        position = match.end()
    parts.append(between(text[position:]))
    return "".join(parts)
