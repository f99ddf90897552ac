"""The arguments of each part of `notes`: apart from the parts, so that help is there before they are loaded."""

from __future__ import annotations

import argparse

from course_reader.commands.command import json_argument


def of_list(parser: argparse.ArgumentParser) -> None:
    """The arguments of `notes list`."""
    parser.add_argument(
        "article", metavar="ARTICLE", nargs="?", help="an article's slug, folder or file (default: all)"
    )
    parser.add_argument("--layer", metavar="NAME", help="only one set of notes: the name of its file")
    json_argument(parser)


def of_fix(parser: argparse.ArgumentParser) -> None:
    """The arguments of `notes fix`."""
    parser.add_argument("articles", metavar="ARTICLE", nargs="*", help="a slug, folder or file (default: all)")
    json_argument(parser)


def of_reanchor(parser: argparse.ArgumentParser) -> None:
    """The arguments of `notes reanchor`."""
    parser.add_argument("articles", metavar="ARTICLE", nargs="*", help="a slug, folder or file (default: all)")
    parser.add_argument("--write", action="store_true", help="write the proposed places into the files of notes")
    parser.add_argument("--ties", action="store_true", help="where several places fit equally, take the nearest")
    json_argument(parser)


def of_export(parser: argparse.ArgumentParser) -> None:
    """The arguments of `notes export`."""
    parser.add_argument("article", metavar="ARTICLE", help="an article's slug, folder or file")
    parser.add_argument(
        "--layer", metavar="NAME", action="append", help="only this set of notes: its file's name (can be repeated)"
    )
    parser.add_argument(
        "--as", dest="form", choices=("w3c", "csv", "markdown", "docx"), default="w3c",
        help="W3C annotations (default), Hypothesis's table, Markdown, or a Word document with comments",
    )  # fmt: skip
    parser.add_argument("--glosses", action="store_true", help="export the glosses too")
    parser.add_argument("-o", "--output", metavar="FILE", help="the file to write (default: the standard output)")


def of_import(parser: argparse.ArgumentParser) -> None:
    """The arguments of `notes import`."""
    parser.add_argument(
        "files", metavar="FILE", nargs="+", help="an export of annotations: JSON, CSV, text, HTML or .docx"
    )
    parser.add_argument("--article", metavar="ARTICLE", help="the article that all annotations are about")
    parser.add_argument("--layer", metavar="NAME", help="the set that all notes go to: the name of its file")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done, write nothing")
    json_argument(parser)
