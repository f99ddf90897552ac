"""What is no prose: addresses of the web and of mail, paths, file names, tags."""

from __future__ import annotations

import re

_START = _END = re.compile(r"[^\s<>\"()\[\]{}]*")
_PLAIN_BEFORE = ("", " ", "\n", "(", '"', "[")
_PLAIN_AFTER = re.compile(r"(?:'s)?(?:[,;:!?)\"]*(?:[ \n]|\Z)|\.[\"')]*(?:[ \n]|\Z))")
_ADDRESS = re.compile(r"://|www\.|\w@\w|\\|^~?/\w|^\.{1,2}/|%[0-9A-F]{2}|\w[=&]\w", re.IGNORECASE)
_SLASHES = re.compile(r"/[^/\s]*/|/[a-z0-9_.-]|(?:^|[/.])[a-z0-9_.-]+/")
_HOST = re.compile(r"(?:[\w-]+\.)+(?:[a-z]{2,}|[A-Z][a-z]+)(?:[/:?#]|[.,;!?]?\Z)")
_FILE = re.compile(r"\.(?:[a-z]{2,4}|[a-z]\w{2}|MD|PDF|JPE?G|PNG|DOCX?|XLSX?|CSV|TXT|mp[34])\b")


def in_address(text: str, start: int, end: int) -> bool:
    """Whether a span of a folded text is part of an address, a path, a file name or a tag.

    >>> in_address("See www.Jordan.example for more.", 8, 14)
    True
    >>> in_address("Jordan/Israel, and Jordan.", 0, 6)
    False
    """
    if text[start - 1 : start] in _PLAIN_BEFORE and (text[end : end + 1] in " \n" or _PLAIN_AFTER.match(text, end)):
        return False
    before = _START.search(text[max(0, start - 200) : start][::-1])
    after = _END.match(text, end, end + 200)
    left, right = before.group()[::-1] if before else "", after.group() if after else ""
    if not (left.strip("'*_-") or right.strip("'*_-.,;:!?")):
        return False
    if left[-1:] in ("#", "@") or right[:1] == "@":
        return True
    chunk = left + text[start:end] + right
    if _ADDRESS.search(chunk):
        return True
    near = left[-2:] + text[start:end].replace(" ", "") + right[:2]
    if "/" in near and _SLASHES.search(chunk.replace("'s", "")):
        return True
    dotted = right.startswith(".") or left.endswith(".")
    if not dotted and "." not in chunk[:-1]:
        return False
    if right.startswith(".") and (_FILE.match(right) or re.match(r"\.[a-z]", right)):
        return True
    return left.endswith(".") and len(left) > 1 and _HOST.fullmatch(chunk) is not None and left[-2].islower()
