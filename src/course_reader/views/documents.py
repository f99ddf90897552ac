"""The data that Sphinx has about a reader's documents, as far as pages show it: plain values, no application."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path


def _nowhere(docname: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents of a reader, by name."""

    #: the reader's folder
    root: Path
    #: all existing documents
    names: Collection[str] = ()
    #: returns the title of an existing document
    title: Callable[[str], str] = str
    #: returns the path of a document's file, as its author knows it
    path: Callable[[str], str] = str
    #: returns the full address of a document's page on the web; "" if that of the site is not known
    address: Callable[[str], str] = _nowhere
    #: label → document, anchor, title
    labels: Mapping[str, tuple[str, str, str]] = field(default_factory=dict)
    #: the documents listed by the tables of contents in a document
    listed: Mapping[str, list[str]] = field(default_factory=dict)
    #: the bibliography's files
    bibliographies: tuple[Path, ...] = ()
    project: str = ""
    author: str = ""
    copyright: str = ""
    language: str = "en"
