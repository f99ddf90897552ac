"""Every setting of a reader, declared once: what it is for, its type, its default, and what a change rebuilds.

The fields below are those of the reader as a whole; a part of the page declares its own with `Setting`. Registration
with Sphinx, checking, the manual's list and the commands that need no Sphinx are loops over both.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import chdir
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from traceback import walk_tb
from types import MappingProxyType
from typing import Any, Generic, Literal, TypeVar

from course_reader.errors import ReaderError
from course_reader.model.dates import parse
from course_reader.model.gloss_policy import GLOSS_POLICIES
from course_reader.model.level import Level
from course_reader.model.problems import Code, Problem, shown_path
from course_reader.model.reader import conf_file

PREFIX = "reader_"

T = TypeVar("T")

#: says what is wrong with a value, after a semicolon; None if nothing is
Check = Callable[[Any], str | None]


@dataclass(frozen=True, slots=True, eq=False)
class Setting(Generic[T]):
    """A setting; in `conf.py` it has `reader_` before its name."""

    name: str
    default: T
    about: str
    check: Check
    #: "env": a change builds every page again; "": only the pages that look different are written
    rebuild: Literal["", "env"] = ""


# --- checks


def text(value: Any) -> str | None:
    """A text."""
    return None if isinstance(value, str) else "it should be a text"


def folder(value: Any) -> str | None:
    """A folder below the reader's."""
    fine = isinstance(value, str) and value and not value.startswith(("/", ".")) and not value.endswith("/")
    return None if fine else "it should be a folder of the reader, such as 'corpus'"


def texts(value: Any) -> str | None:
    """A list of texts."""
    fine = isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value)
    return None if fine else "it should be a list of texts"


def flag(value: Any) -> str | None:
    """True or False."""
    return None if isinstance(value, bool) else "it should be True or False"


def number(value: Any) -> str | None:
    """A small whole number."""
    fine = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 50
    return None if fine else "it should be a number from 0 to 50"


def size(value: Any) -> str | None:
    """The size of letters, in points."""
    fine = isinstance(value, (int, float)) and not isinstance(value, bool) and 6 <= value <= 24
    return None if fine else "it should be a size from 6 to 24 points"


def day(value: Any) -> str | None:
    """A day, or an empty text."""
    if value == "":
        return None
    try:
        return None if len(str(value)) == 10 and parse(value) else "it should be a day, such as '2024-09-01'"
    except ValueError as error:
        return str(error)


def one_of(*allowed: str) -> Check:
    """A check that a value is one of a few words."""
    return lambda value: None if value in allowed else f"it should be one of {', '.join(map(repr, allowed))}"


# --- the reader's own


def _setting(default: Any, *, about: str, rebuild: str, check: Check) -> Any:
    metadata = {"about": about, "rebuild": rebuild, "check": check}
    if isinstance(default, (list, dict)):
        return field(default_factory=lambda: type(default)(default), metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a reader; in `conf.py` each has `reader_` before its name."""

    corpus: str = _setting("corpus", about="The folder of the articles.", rebuild="env", check=folder)
    glossary: str = _setting("glossary", about="The folder of the entries.", rebuild="env", check=folder)
    parts: list[str] = _setting(
        [],
        about="Parts of your own for the page, by the names of their modules: files beside `conf.py`, or packages.",
        rebuild="env",
        check=texts,
    )
    background: str = _setting(
        "docs/background", about="The background chapter, as a document name.", rebuild="env", check=text
    )
    chapters: list[str] = _setting(
        ["docs/background"],
        about="Pages besides the articles that are searched for names and glossed, as document names.",
        rebuild="env",
        check=texts,
    )
    gloss: str = _setting(
        "first",
        about="Which mentions get a gloss: the first in the article, in each section, in each paragraph; all; none.",
        rebuild="",
        check=one_of(*GLOSS_POLICIES),
    )
    link_entries: bool = _setting(
        True, about="Whether names in the prose of entries are linked to their entries.", rebuild="env", check=flag
    )
    search_in: list[str] = _setting(
        [],
        about="Where names are searched besides running text: any of 'headings', 'links', 'captions'.",
        rebuild="env",
        check=lambda v: texts(v) or next((one_of("headings", "links", "captions")(i) for i in v), None),
    )
    not_names: list[str] = _setting(
        [],
        about="Longer names that hold an entry's name without meaning it, such as 'Moscow Conservatory'.",
        rebuild="env",
        check=texts,
    )
    loaded_words: list[str] = _setting(
        ["*"],
        about="Words that take a side, each with its forms: 'rebel, rebels -> fighters'. '*' stands for the list "
        "of the tool, '-regime' takes a word out of it.",
        rebuild="env",
        check=texts,
    )
    level: str = _setting(
        "B2",
        about="The level that texts should not exceed, from A1 to C2; an empty text asks for none.",
        rebuild="",
        check=one_of("", *Level.__members__),
    )
    known_words: list[str] = _setting(
        [],
        about="Words that the course teaches, which therefore do not make a text harder.",
        rebuild="",
        check=texts,
    )
    audience: str = _setting(
        "public",
        about="For whom it is built: 'public' shows a stub of articles without permission, 'class' the whole text.",
        rebuild="",
        check=one_of("public", "class"),
    )
    packs: str = _setting(
        "_build/pdf", about="The folder with the printed packs, for the site to offer them.", rebuild="", check=text
    )
    pdf_template: str = _setting(
        "", about="Your own Typst template for packs, as a path in the reader's folder.", rebuild="", check=text
    )
    pdf_fonts: list[str] = _setting(
        [], about="Folders with fonts for packs, besides those that come with the engine.", rebuild="", check=texts
    )
    pdf_serif: list[str] = _setting(
        ["Libertinus Serif"], about="The fonts of a pack's text, the first that has a letter.", rebuild="", check=texts
    )
    pdf_size: float = _setting(11.0, about="The size of a pack's text, in points.", rebuild="", check=size)
    today: str = _setting(
        "", about="The day on which permissions are judged; empty is the day of the build.", rebuild="", check=day
    )
    #: the values of what parts declare, by the names of their settings
    of_parts: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    def __getitem__(self, setting: Setting[T]) -> T:
        """The value of a setting that a part declares."""
        value: T = self.of_parts.get(setting.name, setting.default)
        return value

    @property
    def day(self) -> date:
        """The day on which permissions are judged."""
        return parse(self.today).first if self.today else date.today()


#: the settings of the reader as a whole
OWN: tuple[Setting[Any], ...] = tuple(
    Setting(f.name, getattr(Settings(), f.name), f.metadata["about"], f.metadata["check"], f.metadata["rebuild"])
    for f in fields(Settings)
    if f.metadata
)


def judge(values: Mapping[str, Any], more: Iterable[Setting[Any]] = ()) -> tuple[Settings, dict[str, str]]:
    """Settings made of values, and what is wrong with them by name; a default stands in for a wrong value.

    Args:
        values: By full name, as `conf.py` has them; what is not there has its default.
        more: The settings that parts declare.
    """
    wrongs: dict[str, str] = {}

    def value(setting: Setting[Any]) -> Any:
        full = PREFIX + setting.name
        given = values.get(full, setting.default)
        wrong = setting.check(given)
        if wrong:
            wrongs[full] = f"{full} is {given!r:.80}; {wrong}. {setting.default!r} is used instead"
            given = setting.default
        return list(given) if isinstance(given, tuple) else given

    own = {setting.name: value(setting) for setting in OWN}
    return Settings(**own, of_parts=MappingProxyType({s.name: value(s) for s in more})), wrongs


def unknown(names: Iterable[str], more: Iterable[Setting[Any]] = ()) -> dict[str, str]:
    """What to say of names that look like settings and are none."""
    known = [PREFIX + setting.name for setting in (*OWN, *more)]
    wrongs = {}
    for name in names:
        if name.startswith(PREFIX) and name not in known:
            near = difflib.get_close_matches(name, known, 1, 0.6)
            hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(known)}"
            wrongs[name] = f"there is no setting {name!r}; {hint}"
    return wrongs


def problems(wrongs: Mapping[str, str], root: Path) -> list[Problem]:
    """Problems with settings, with their lines in `conf.py`."""
    path = conf_file(root)
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        lines = []
    shown = shown_path(path, root)
    return [Problem(shown, _line(name, lines), Code.BAD_SETTING, message) for name, message in wrongs.items()]


def _line(name: str, lines: list[str]) -> int:
    """The line that sets a name; 0 if none does, as when it is set on the command line."""
    found = [at for at, line in enumerate(lines, 1) if re.match(rf"\s*{name}\b\s*[:=+]", line)]
    return found[-1] if found else 0


class BrokenConfError(ReaderError):
    """`conf.py` cannot be run."""


class _NoTags:
    """Sphinx's `tags`, for commands that run without it: no tag is set."""

    def __contains__(self, name: str) -> bool:
        return False

    def has(self, name: str) -> bool:
        """Whether a tag is set."""
        return False

    def add(self, name: str) -> None:
        """Set a tag; nothing depends on it here."""

    remove = add


def of_reader(root: Path) -> tuple[Settings, list[Problem]]:
    """The settings of a reader without the help of Sphinx, and what is wrong with them.

    Raises:
        BrokenConfError: if `conf.py` cannot be run.
    """
    settings, wrongs = judge(read_conf(root))
    return settings, problems(wrongs, root)


def read_conf(root: Path) -> dict[str, Any]:
    """The settings that `conf.py` makes, by full name, for commands that need no Sphinx.

    Raises:
        BrokenConfError: if it cannot be run.
    """
    path = conf_file(root)
    values: dict[str, Any] = {"__file__": str(path), "__name__": "conf", "tags": _NoTags()}
    try:
        # As Sphinx does it: paths in the configuration are relative to its folder.
        with chdir(path.parent):
            exec(compile(path.read_bytes(), str(path), "exec"), values)
    except (Exception, SystemExit) as error:
        line = _line_of(error, path)
        place = f"{shown_path(path, root)}:{line}" if line else shown_path(path, root)
        message = f"{place}: the configuration cannot be run ({type(error).__name__}: {error}); correct it"
        raise BrokenConfError(message) from error
    return {name: value for name, value in values.items() if name.startswith(PREFIX)}


def _line_of(error: BaseException, path: Path) -> int:
    """The line of a file at which an error arose; 0 if it is not known."""
    if isinstance(error, SyntaxError):
        return error.lineno or 0 if error.filename == str(path) else 0
    frames = [line for frame, line in walk_tb(error.__traceback__) if frame.f_code.co_filename == str(path)]
    return frames[-1] if frames else 0
