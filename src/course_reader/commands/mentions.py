"""`mentions`: the people, places and documents that an article names, and where it names them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from course_reader.commands.command import Command, exit_code, json_argument, print_json, print_problems, progress_of


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `mentions`."""
    parser.add_argument("article", metavar="ARTICLE", help="an article's slug, folder or file")
    json_argument(parser)


def run(options: argparse.Namespace, root: Path) -> int:
    """List the mentions."""
    from course_reader.commands.texts import read_texts
    from course_reader.views.mentions import answer

    texts = read_texts(root, [options.article], progress=progress_of(options))
    found = answer(texts.articles[0])
    if options.json:
        print_json(found)
    else:
        for line in lines(found):
            print(line)
    print_problems(texts.problems)
    return exit_code(texts.problems)


def lines(answer: dict[str, Any]) -> Iterator[str]:
    """The answer for people."""
    yield f"{answer['article']}: {len(answer['mentions'])} mentions"
    for row in answer["mentions"]:
        mark = "gloss" if row["glossed"] else "     "
        yield f"  ¶{row['paragraph'] or '-':<3} {mark} {row['text']} → {row['kind']}/{row['entry']}"
    if answer["ambiguous"]:
        yield "Not linked, because it is not certain who or what is meant:"
        for row in answer["ambiguous"]:
            yield f"  ¶{row['paragraph'] or '-':<3} {row['text']}: {' or '.join(row['entries'])}"
    if answer["turned_down"]:
        yield "Names of entries that mean something else here:"
        for row in answer["turned_down"]:
            yield f"  ¶{row['paragraph'] or '-':<3} {row['text']}: {row['because']}"
    if answer["unknown"]:
        yield "Named, but without an entry:"
        for row in answer["unknown"]:
            yield f"  ¶{row['paragraph'] or '-':<3} {row['text']} ({row['count']}×)"


COMMAND = Command("mentions", "List who and what an article names, and where.", arguments, run)
