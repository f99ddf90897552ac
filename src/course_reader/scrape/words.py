"""Tables and lists of words that ship with the package."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml

#: libyaml where the wheel of PyYAML has it: ten times as fast
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def table(name: str) -> Any:
    """What stands in a file of this folder."""
    # The loader is a safe one, by either name.
    return yaml.load(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"), Loader=_LOADER)


@cache
def _lists() -> dict[str, str]:
    return dict(table("words.yaml"))


@cache
def words(key: str) -> frozenset[str]:
    """The words of a list of ``words.yaml``."""
    return frozenset(_lists()[key].split())


@cache
def pairs(key: str) -> dict[str, str]:
    """A list of ``words.yaml`` whose entries are ``one=other``."""
    return {one: other for one, _, other in (entry.partition("=") for entry in _lists()[key].split())}
