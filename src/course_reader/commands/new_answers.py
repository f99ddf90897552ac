"""What `new` asks about a reader, and where the answers go."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from course_reader.errors import UsageError

#: answer → the question for it
QUESTIONS = {
    "title": "Title of the reader",
    "author": "Your name",
    "subject": "Subject of the articles, in a few words",
    "language": "Language of its pages (en, de, fr …)",
}

#: A tag is a language, and perhaps a script and a country: en, pt-BR, sr-Latn-RS.
_TAG = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Z]{2}|\d{3}))?")


class AnswerError(UsageError):
    """An answer cannot be used."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a reader says of itself."""

    title: str
    author: str = "Your name"
    subject: str = ""
    language: str = "en"

    def with_(self, given: Mapping[str, str]) -> Answers:
        """These answers with others in their places.

        Raises:
            AnswerError: if one of them cannot be used.
        """
        told = {key: " ".join(_printable(value).split()) for key, value in given.items()}
        made = replace(self, **{key: value for key, value in told.items() if value})
        if not _TAG.fullmatch(made.language):
            raise AnswerError(f"{made.language!r} is not the tag of a language; give one such as en, de or pt-BR")
        return made


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else " " for char in text)


def defaults(folder: Path) -> Answers:
    """The answers if nobody is asked: the folder's name is the title.

    >>> defaults(Path("readers/peace-talks")).title
    'Peace talks'
    """
    words = re.sub(r"[-_\s]+", " ", folder.resolve().name).strip()
    return Answers(words[:1].upper() + words[1:] or "My course reader")


def edited(name: str, data: bytes, answers: Answers) -> bytes:
    """A file of the template with the answers in it; most files have none."""
    if name not in _EDITS:
        return data
    text = data.decode()
    for pattern, words in _EDITS[name]:
        text, found = re.subn(pattern, lambda _, words=words: words(answers), text, flags=re.MULTILINE)  # type: ignore[misc]
        assert found == 1, f"{name} has no place for {pattern}"
    return text.encode()


def _assigned(name: str, value: str) -> str:
    """An assignment in Python, quoted as a formatter would."""
    quoted = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'{name} = "{quoted}"'


def _plain(words: str) -> str:
    """Words that mean nothing else in Markdown."""
    return re.sub(r"([\\`*_{}\[\]<>#|~$&!-])", r"\\\1", words)


def _subject(answers: Answers) -> str:
    if not answers.subject:
        return "One or two sentences on what your students read here, and why."
    subject = _plain(answers.subject)
    return f"{subject[:1].upper()}{subject[1:]}. Add a sentence on what your students read here, and why."


#: file → where the answers go in it
_EDITS: dict[str, tuple[tuple[str, Callable[[Answers], str]], ...]] = {
    "conf/conf.py": (
        (r"^project = .*$", lambda a: _assigned("project", a.title)),
        (r"^author = .*$", lambda a: _assigned("author", a.author)),
        (r"^copyright = .*$", lambda a: _assigned("copyright", f"{date.today().year}, {a.author}")),
        (r"^language = .*$", lambda a: _assigned("language", a.language.replace("-", "_"))),
    ),
    "index.md": (
        (r"\A# .*$", lambda a: f"# {_plain(a.title)}"),
        (r"^One or two sentences.*$", _subject),
    ),
}
