"""What each command of the group takes: apart from what it does, so that help is there before Sphinx is loaded."""

from __future__ import annotations

import argparse


def list_arguments(parser: argparse.ArgumentParser) -> None:
    """What `notes list` takes."""
    parser.add_argument(
        "article", metavar="ARTICLE", nargs="?", help="an article's slug, folder or file (default: all)"
    )
    parser.add_argument("--layer", metavar="NAME", help="only the notes of one layer: the name of its file")
    parser.add_argument("--json", action="store_true", help="answer with data")


def fix_arguments(parser: argparse.ArgumentParser) -> None:
    """What `notes fix` takes."""
    parser.add_argument("articles", metavar="ARTICLE", nargs="*", help="a slug, folder or file (default: all)")
    parser.add_argument("--json", action="store_true", help="answer with data")


def reanchor_arguments(parser: argparse.ArgumentParser) -> None:
    """What `notes reanchor` takes."""
    parser.add_argument("articles", metavar="ARTICLE", nargs="*", help="a slug, folder or file (default: all)")
    parser.add_argument("--write", action="store_true", help="take the proposals over into the files of notes")
    parser.add_argument("--ties", action="store_true", help="take the nearest place where several fit equally, too")
    parser.add_argument("--json", action="store_true", help="answer with data")


def export_arguments(parser: argparse.ArgumentParser) -> None:
    """What `notes export` takes."""
    parser.add_argument("article", metavar="ARTICLE", help="an article's slug, folder or file")
    parser.add_argument(
        "--layer", metavar="NAME", action="append", help="only this layer: the name of its file (can be repeated)"
    )
    parser.add_argument("--glosses", action="store_true", help="export the glosses too")
    parser.add_argument("-o", "--output", metavar="FILE", help="where to write (default: to the standard output)")


def import_arguments(parser: argparse.ArgumentParser) -> None:
    """What `notes import` takes."""
    parser.add_argument("files", metavar="FILE", nargs="+", help="JSON of Hypothesis, or W3C Web Annotations")
    parser.add_argument("--article", metavar="ARTICLE", help="the article that all annotations are about")
    parser.add_argument("--layer", metavar="NAME", help="the layer that all notes go to: the name of its file")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done, write nothing")
    parser.add_argument("--json", action="store_true", help="answer with data")
