"""The Sphinx builder `docx`: one Word file for each pack, from the same data as its print."""

from __future__ import annotations

from collections.abc import Iterator, Set
from pathlib import Path
from typing import Any

from course_reader.model.outputs import WORK, name_for
from course_reader.pdf.builder import TypstBuilder
from course_reader.sphinx_ext.run_state import library_of
from course_reader.tree.content import walk
from course_reader.views.packs import PackPage, printings
from course_reader.word.blocks import Writer
from course_reader.word.package import write
from course_reader.word.parts import body, section
from course_reader.word.runs import WordNotes

#: Word's bookmarks have names of at most 40 letters
_BOOKMARK = "r{}"


class WordBuilder(TypstBuilder):
    """Writes packs for an instructor to edit."""

    name = "docx"
    epilog = "The Word files are in %(outdir)s."

    def write_documents(self, docnames: Set[str]) -> None:
        """Write every pack."""
        library = library_of(self.application)
        binder = self.binder(library)
        for pack in printings(library):
            # Large print is a matter of paper: in Word anybody makes letters larger.
            if pack.edition != "large" and pack.articles:
                self._write_pack(pack, binder)

    def _write_pack(self, pack: PackPage, binder: Any) -> None:
        name = name_for(pack.printed_name, self.config.reader_audience)
        folder = Path(self.outdir, WORK, name)
        folder.mkdir(parents=True, exist_ok=True)
        _, data, _ = self.bound(pack, binder, folder)
        labels = dict.fromkeys(_labels(data["parts"]))
        notes = WordNotes(bookmarks={label: _BOOKMARK.format(at) for at, label in enumerate(labels)})
        writer, meta = Writer(notes, folder), data["meta"]
        content = list(body(list(data["parts"]), writer, meta["title"], meta["subtitle"]))
        about = {
            "title": meta["title"],
            "creator": meta["author"],
            "language": f"{meta['language']}-{meta['region']}",
            "running": meta["running"],
        }
        output = Path(self.outdir, f"{name}.docx")
        write(output, content, section(meta["paper"], "part-header", "part-footer"), writer, about)
        self.outputs.add(output.name)


def _labels(parts: Any) -> Iterator[str]:
    """The labels of parts, entries and headings, in order."""
    for item in walk(parts):
        if item.get("label") and isinstance(item.get("name", item.get("title")), str):
            yield item["label"]
        if item.get("t") == "heading":
            yield from item["ids"][:1]
