"""Nodes that hold marks.

A mark holds ids only, and is a subclass of `inline` or `container`, so that a builder that does not know it prints
the plain words.
"""

from __future__ import annotations

from docutils import nodes


class mention(nodes.inline):
    """Words that name an entry.

    Attributes: `entry`; `group`, the number of the mention in its document (parts of one mention share it).
    Filled in for writing: `refuri`, `kind`, `gloss` (the id of its gloss, at the first part of a glossed mention).
    """


class noted(nodes.inline):
    """Words that notes are about.

    Attributes: `notes`, their ids. Filled in for writing: `kind`, that of the first; `anchors`, ids for links to here.
    """


class listing(nodes.container):
    """Where a list of articles, entries or dates goes. Attributes: `of`, as `Page.lists` has it."""
