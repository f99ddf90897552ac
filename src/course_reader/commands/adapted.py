"""`check --adapted`: retellings held against their originals, paragraph by paragraph."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from course_reader.commands.command import exit_code, print_json, print_problems, progress_of
from course_reader.model.problems import Problem


def run(options: argparse.Namespace, root: Path) -> int:
    """Compare the articles with the originals that are given."""
    from course_reader.checks.adapted import differing, problems, retelling
    from course_reader.commands.originals import paired
    from course_reader.commands.reading import read_reader
    from course_reader.sphinx_ext.run_state import library_of
    from course_reader.text.prose.retelling import passages

    found, rows = list[Problem](), list[dict[str, Any]]()
    with read_reader(root, progress=progress_of(options)) as app:
        library = library_of(app)
        for article in paired(library, options.adapted):
            spans = [(part.start, part.end, part.number) for part in article.original.paragraphs]
            original = passages(article.original.text, spans, article.names)
            changes = article.page.article.changes if article.page.article else ()
            unlisted, listed, unused = differing(original, retelling(library, article.page), changes)
            found += problems(library.documents.path(article.docname), unlisted, unused)
            rows.append({
                "article": article.slug,
                "paragraphs": [len(original), len(article.page.paragraphs)],
                "unlisted": len(unlisted),
                "listed": [
                    {"paragraph": one.paragraph, "kind": one.kind, "what": one.what, "reason": change.reason}
                    for one, change in listed
                ],
            })  # fmt: skip
    if options.json:
        print_json({"articles": rows, "problems": [problem.to_json() for problem in found]})
        return exit_code(found)
    for row in rows:
        old, new = row["paragraphs"]
        print(f"{row['article']}: {old} paragraphs in the original, {new} in the retelling")
        for one in row["listed"]:
            print(f"  ¶{one['paragraph'] or '-':<3} {one['kind']}: {one['what']} – {one['reason']}")
        print(f"  {len(row['listed'])} listed changes, {row['unlisted']} others")
    print_problems(found)
    return exit_code(found)
