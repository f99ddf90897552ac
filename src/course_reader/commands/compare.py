"""`compare`: what can be counted in the originals of adapted articles; only numbers and names are kept."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course_reader.commands.command import Command, exit_code, json_argument, print_json, print_problems, progress_of

if TYPE_CHECKING:
    from course_reader.text.prose.counts import Counted


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `compare`."""
    parser.add_argument(
        "originals", metavar="ORIGINAL", nargs="+", help="texts of originals: FILE, or SLUG=FILE with its article"
    )
    parser.add_argument("--write", action="store_true", help="keep the counts in the front matter of the articles")
    json_argument(parser)


def run(options: argparse.Namespace, root: Path) -> int:
    """Count."""
    from course_reader.model.conf import of_reader

    _, wrong = of_reader(root)
    print_problems(wrong)
    found = _counted(options, root)
    if options.write:
        from course_reader.files.yaml_splice import set_key
        from course_reader.store.files import FileStore

        for path, counts in found.items():
            value = {key: dict(part) if isinstance(part, Mapping) else part for key, part in counts.items()}
            FileStore(path, root, front_matter=True).update(
                lambda text, value=value: set_key(text, "counts", value, front_matter=True)  # type: ignore[misc]
            )
    if options.json:
        print_json({path.parent.name: counts for path, counts in found.items()})
        return exit_code(wrong)
    for path, counts in found.items():
        for line in _lines(path.parent.name, counts):
            print(line)
        if options.write:
            print(f"written: {path.relative_to(root).as_posix()}")
    return exit_code(wrong)


def _counted(options: argparse.Namespace, root: Path) -> dict[Path, dict[str, Any]]:
    """The counts of each original by the file of its article."""
    from course_reader.commands.originals import paired
    from course_reader.commands.reading import read_reader
    from course_reader.sphinx_ext.run_state import library_of
    from course_reader.text.prose.counts import counted

    found: dict[Path, dict[str, Any]] = {}
    with read_reader(root, progress=progress_of(options)) as app:
        library = library_of(app)
        for article in paired(library, options.originals, names_only=True):
            original = article.original
            counts = counted(original.wordings(), original.text, article.names)
            found[root / library.documents.path(article.docname)] = {
                "sha256": original.sha256,
                **_plain(counts),
            }
    return found


def _plain(counts: Counted) -> dict[str, Any]:
    names = {entry: dict(sorted(words.items(), key=lambda item: (-item[1], item[0])))
             for entry, words in sorted(counts.names.items())}  # fmt: skip
    return {
        "words": counts.words,
        "paragraphs": counts.paragraphs,
        "quotations": counts.quotations,
        "quoted": counts.quoted,
        "speakers": dict(counts.speakers),
        "verbs": dict(counts.verbs),
        "names": names,
    }


def _lines(slug: str, counts: Mapping[str, Any]) -> Iterator[str]:
    yield f"{slug}: {counts['words']} words in {counts['paragraphs']} paragraphs"
    yield f"  in quotation marks: {counts['quoted']} words in {counts['quotations']} quotations"
    for title, key in (("speakers", "speakers"), ("reporting verbs", "verbs")):
        yield f"  {title}: " + (", ".join(f"{name} {times}" for name, times in counts[key].items()) or "none found")
    named = {entry: sum(words.values()) for entry, words in counts["names"].items()}
    often = sorted(named.items(), key=lambda item: (-item[1], item[0]))
    yield "  names: " + (", ".join(f"{entry} {times}" for entry, times in often) or "none found")


COMMAND = Command("compare", "Count in originals who speaks and what is named.", arguments, run)
