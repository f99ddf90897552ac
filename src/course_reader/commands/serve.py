"""`serve`: the reader live in a browser, to annotate it there."""

from __future__ import annotations

import argparse
from pathlib import Path

from course_reader.commands.command import FINE, Command
from course_reader.model.outputs import AUDIENCES, TEACHER


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `serve`."""
    parser.add_argument("--port", type=_port, metavar="N", help="the port (default: the first free one from 8000 on)")
    parser.add_argument("--open", action="store_true", help="open the reader in a browser")
    parser.add_argument(
        "--audience", choices=AUDIENCES, default=TEACHER, help="audience to show it to (default: teacher)"
    )
    parser.add_argument("--login", action="store_true", help="ask for a login, for a computer with several users")
    parser.add_argument("--host", default="127.0.0.1", metavar="ADDRESS", help="another address to listen on")
    parser.add_argument("--allow-remote", action="store_true", help="let other machines in; they need the login")


def _port(text: str) -> int:
    if text.isdigit() and 0 <= int(text) <= 65535:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a valid port; give a number up to 65535")


def run(options: argparse.Namespace, root: Path) -> int:
    """Serve until interrupted."""
    from course_reader.authoring.server import Wish, serve

    serve(root, Wish(options.port, options.host, options.allow_remote, options.login, options.open, options.audience))
    return FINE


COMMAND = Command("serve", "Show the reader live, to annotate it in a browser.", arguments, run)
