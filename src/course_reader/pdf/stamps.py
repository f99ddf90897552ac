"""Fingerprints of the input of printed packs: a pack is printed again only if its fingerprint has changed."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path

from course_reader.model.version import __version__


def stamp_of(*what: str | Path) -> str:
    """A fingerprint of texts, of the content of files, and of the versions of the programs."""
    found = hashlib.sha256(f"{__version__} {version('typst')}".encode())
    for item in what:
        found.update(item.read_bytes() if isinstance(item, Path) else item.encode())
    return found.hexdigest()
