"""Lists of words that ship with the package."""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml


@cache
def _lists() -> dict[str, str]:
    text = resources.files(__package__).joinpath("words.yaml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


@cache
def words(key: str) -> frozenset[str]:
    """The words of a list of ``words.yaml``."""
    return frozenset(_lists()[key].split())


@cache
def pairs(key: str) -> dict[str, str]:
    """A list of ``words.yaml`` whose entries are ``one=other``."""
    return {one: other for one, _, other in (entry.partition("=") for entry in _lists()[key].split())}
