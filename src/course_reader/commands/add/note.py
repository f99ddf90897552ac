"""`add note`: a note on some words of an article, or on the whole article."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course_reader.commands.add.adding import file_name
from course_reader.commands.command import Command, exit_code, print_problems, progress_of
from course_reader.errors import UsageError

if TYPE_CHECKING:
    from course_reader.marks.kept_texts import ArticleText

#: kinds of notes; the model of a note says the same
KINDS = ("comment", "question", "correction", "context")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `add note`."""
    parser.add_argument("article", metavar="ARTICLE", help="an article's slug, folder or file")
    parser.add_argument("quote", metavar="QUOTE", nargs="?", help="words of its text (default: the whole article)")
    parser.add_argument("--body", help="the text of the note, in Markdown (default: to be filled in)")
    parser.add_argument("--kind", choices=KINDS, default="comment", help="comment, question, correction or context")
    parser.add_argument("--layer", default="instructor", help="the set of notes, by file name (default: instructor)")


def run(options: argparse.Namespace, root: Path) -> int:
    """Add a note."""
    from course_reader.commands.texts import read_texts
    from course_reader.model.layers import layer_path
    from course_reader.model.problems import shown_path
    from course_reader.store.notes import add_note
    from course_reader.store.schemas import keep_schemas

    options.json = False
    texts = read_texts(root, [options.article], progress=progress_of(options))
    article = texts.articles[0]
    place = _place(article, options.quote) if options.quote else {}
    body = options.body or "Write the note here."
    path = layer_path(root / article.path, file_name(options.layer, "", "--layer"))
    note = {**place, "kind": options.kind, "body": body}
    title = path.stem.replace("-", " ").capitalize()
    written = add_note(path, root, note, layer={"title": title, "audience": "class"})
    keep_schemas(root)
    print(f"added {shown_path(path, root)}: {written.note['id']}")
    if not options.body:
        print("Next: write its `body`. The set of notes is for the class unless it says `audience: public`.")
    print_problems(texts.problems)
    return exit_code(texts.problems)


def _place(article: ArticleText, quote: str) -> Mapping[str, Any]:
    """The words of an article and their place, as a note stores them."""
    from course_reader.text.anchor import Anchor, State, describe, resolve

    text = article.text
    found = resolve(Anchor(quote.strip()), text.text)
    if found.state is not State.EXACT or found.span is None:
        number = text.text.count(quote.strip())
        if number > 1:
            raise UsageError(
                f"“{quote}” occurs {number} times in {article.path}; quote more words, so that one place is meant"
            )
        raise UsageError(f"“{quote}” is not in the text of {article.path}; copy the words from the page, exactly")
    at = text.paragraph_at(found.span[0])
    made = describe(text.text, *found.span, at.number if at else None)
    keys = {"quote": made.quote, "prefix": made.prefix, "suffix": made.suffix, "paragraph": made.paragraph}
    return {key: value for key, value in keys.items() if value}


COMMAND = Command("note", "Add a note on some words of an article.", arguments, run)
