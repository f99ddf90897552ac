"""Watching the reader's files, and nothing else: neither built files nor those that Sphinx excludes."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from pathlib import Path

from sphinx.util.matching import Matcher
from watchfiles import Change, awatch

#: Milliseconds without a further change after which a group of changes is handed on: editors write in several steps.
_STEP = 50

#: Endings of temporary files that editors and the store write, and of the server's log.
_PASSING = ("~", ".swp", ".swx", ".tmp", ".new", ".lock", ".part", ".log")

#: Milliseconds after which watching has certainly begun, if nothing changes.
_BEGIN = 1000

Changed = Callable[[Iterable[Path]], None]


async def watch(root: Path, excluded: Callable[[], Sequence[str]], changed: Changed) -> None:
    """Call `changed` with the files that changed, until it is cancelled.

    Args:
        root: The reader's folder.
        excluded: Patterns of files that Sphinx excludes.
        changed: Called for each group of changes.
    """
    while True:
        folders = watched(root, excluded())
        below = asyncio.create_task(_watch_folders(folders, changed))
        beside = asyncio.create_task(_watch_root(root, folders, excluded, changed))
        try:
            done, _ = await asyncio.wait({below, beside}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            below.cancel()
            beside.cancel()
        for task in done:
            task.result()


def watched(root: Path, excluded: Sequence[str]) -> list[Path]:
    """The folders of a reader that are watched with everything in them."""
    leaves_out = Matcher([*excluded, ".*", "_build"])
    return sorted(path for path in root.iterdir() if path.is_dir() and not leaves_out(path.name))


def matters(name: str) -> bool:
    """Whether a file of this name may change a page."""
    # Vim tries a folder out by a file whose name is a number.
    return not name.startswith((".", "#")) and not name.endswith(_PASSING) and not name.isdigit()


async def _watch_folders(folders: list[Path], changed: Changed) -> None:
    if not folders:
        await asyncio.Event().wait()
    async for paths in _changes(*folders, recursive=True):
        changed(paths)


async def _watch_root(root: Path, folders: list[Path], excluded: Callable[[], Sequence[str]], changed: Changed) -> None:
    """Watch the files in the root itself; returns when a folder is added or removed.

    A virtual environment in the root may contain thousands of folders, so the root is not watched as a whole.
    """
    async for paths in _changes(root, recursive=False):
        beside = [path for path in paths if path.parent == root]
        if beside:
            changed(beside)
        now = watched(root, excluded())
        if now != folders:
            new = (file for folder in set(now) - set(folders) for file in files(folder))
            changed({*new, *(set(folders) - set(now))})
            return


async def _changes(*paths: Path, recursive: bool) -> AsyncIterator[set[Path]]:
    """Files that may have changed, in groups; first all files, once watching has begun.

    This finds files that were saved between the last build and that moment.
    """
    has_begun = False
    async for found in awatch(
        *paths,
        watch_filter=_is_seen,
        step=_STEP,
        recursive=recursive,
        ignore_permission_denied=True,
        rust_timeout=_BEGIN,
        yield_on_timeout=True,
    ):
        seen = [Path(name) for _, name in found] if has_begun else list(paths)
        has_begun = True
        changed = {file for path in seen for file in files(path, recursive=recursive)}
        if changed:
            yield changed


def files(path: Path, *, recursive: bool = True) -> Iterator[Path]:
    """The file itself; for a folder, which may have been moved here as a whole, the files in it."""
    if not path.is_dir():
        yield path
        return
    for folder, _, names in os.walk(path):
        yield from (Path(folder, name) for name in names if matters(name))
        if not recursive:
            return


def _is_seen(change: Change, name: str) -> bool:
    return matters(Path(name).name)
