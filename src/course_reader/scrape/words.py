"""Tables and word lists shipped with the package."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml

#: libyaml if this build of PyYAML has it: ten times as fast
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def table(name: str) -> Any:
    """The content of a YAML file in `tables/`."""
    # Both loaders are safe ones.
    return yaml.load(resources.files(__package__).joinpath("tables", name).read_text(encoding="utf-8"), Loader=_LOADER)


@cache
def _lists() -> dict[str, str]:
    return dict(table("words.yaml"))


@cache
def words(key: str) -> frozenset[str]:
    """A word list of ``words.yaml``."""
    return frozenset(_lists()[key].split())


@cache
def pairs(key: str) -> dict[str, str]:
    """A list of ``words.yaml`` with entries such as ``one=other``."""
    return {one: other for one, _, other in (entry.partition("=") for entry in _lists()[key].split())}
