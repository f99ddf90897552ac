"""`completion`: a script by which a shell completes commands and options."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from course_reader.commands.command import COMMAND as PROGRAM
from course_reader.commands.command import FINE, Command, named

SHELLS = ("bash", "zsh", "fish")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `completion`."""
    parser.add_argument("shell", metavar="SHELL", choices=SHELLS, help="bash, zsh or fish")


def run(options: argparse.Namespace, root: Path) -> int:
    """Print the script."""
    print({"bash": bash, "zsh": zsh, "fish": fish}[options.shell](options.commands()), end="")
    return FINE


def words(commands: tuple[Command, ...]) -> dict[str, list[str]]:
    """What can follow each beginning of a command line: commands, parts of a command, options.

    >>> words((Command("serve", "Show the reader."),))
    {'': ['serve', '--root', '--version', '--help'], 'serve': ['--help']}
    """
    found = {"": [*(command.name for command in commands), "--root", "--version", "--help"]}
    for name, command in named(commands):
        found[name] = [part.name for part in command.parts] if command.parts else list(_options(command))
    return found


class _Recorder(argparse.ArgumentParser):
    """A parser that remembers what a command asks for."""

    def __init__(self) -> None:
        self.asked: list[argparse.Action] = []
        super().__init__(add_help=False)

    def add_argument(self, *names: Any, **about: Any) -> argparse.Action:
        """Add an argument, and remember it."""
        self.asked.append(super().add_argument(*names, **about))
        return self.asked[-1]


def _options(command: Command) -> Iterator[str]:
    recorder = _Recorder()
    command.arguments(recorder)
    for action in recorder.asked:
        yield from (option for option in action.option_strings if option.startswith("--"))
        if not action.option_strings and action.choices:
            yield from map(str, action.choices)
    yield "--help"


def bash(commands: tuple[Command, ...]) -> str:
    """The script for bash; it offers files where no word of ours fits."""
    rows = "\n".join(f"    '{name}') words='{' '.join(found)}' ;;" for name, found in words(commands).items())
    return f"""\
# For ~/.bashrc: source <({PROGRAM} completion bash)
_course_reader() {{
  local word said='' words='' current="${{COMP_WORDS[COMP_CWORD]}}"
  for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    case "$word" in -*|*/*) ;; *) said="${{said:+$said }}$word" ;; esac
  done
  while :; do
    case "$said" in
{rows}
    esac
    [ -n "$words" ] || [ -z "$said" ] && break
    case "$said" in *' '*) said="${{said% *}}" ;; *) said='' ;; esac
  done
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}}
complete -o default -F _course_reader {PROGRAM}
"""


def zsh(commands: tuple[Command, ...]) -> str:
    """The script for zsh, which can use that for bash."""
    rest = bash(commands).partition("\n")[2]
    return f"# For ~/.zshrc: source <({PROGRAM} completion zsh)\nautoload -U +X bashcompinit && bashcompinit\n{rest}"


def fish(commands: tuple[Command, ...]) -> str:
    """The script for fish."""
    lines = [f"# For ~/.config/fish/completions/{PROGRAM}.fish"]
    top = " ".join(command.name for command in commands)
    for command in commands:
        about = command.about.replace("'", "\\'")
        lines.append(f"complete -c {PROGRAM} -n 'not __fish_seen_subcommand_from {top}' -a {command.name} -d '{about}'")
    for name, found in words(commands).items():
        condition = " && ".join(f"__fish_seen_subcommand_from {part}" for part in name.split())
        for word in found if name else ():
            option = f"-l {word[2:]}" if word.startswith("--") else f"-a {word}"
            lines.append(f"complete -c {PROGRAM} -n '{condition}' {option}")
    return "\n".join(lines) + "\n"


COMMAND = Command(
    "completion", "Print a script that completes commands in your shell.", arguments, run, in_reader=False
)
