"""Every setting of a reader, declared once: its purpose, type and default, and what is rebuilt after a change.

The fields below belong to the reader as a whole; a part declares its own with `Setting`. All commands use both.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from types import MappingProxyType
from typing import Any, Generic, Literal, TypeVar

from course_reader.model.dates import parse
from course_reader.model.gloss_policy import GLOSS_POLICIES, MARGIN_POLICIES, SHOWN, Tier
from course_reader.model.level import Level
from course_reader.model.outlets.taught import wrong_outlets
from course_reader.model.outputs import AUDIENCES, PUBLIC, TEACHER

PREFIX = "reader_"

T = TypeVar("T")

#: returns what is wrong with a value, to be shown after a semicolon; None if it is valid
Check = Callable[[Any], str | None]


@dataclass(frozen=True, slots=True, eq=False)
class Setting(Generic[T]):
    """A setting; in `conf.py` its name is prefixed with `reader_`."""

    name: str
    default: T
    about: str
    check: Check
    #: "env": after a change every page is read again; "": only pages that look different are written
    rebuild: Literal["", "env"] = ""


# --- checks


def text(value: Any) -> str | None:
    """A text."""
    return None if isinstance(value, str) else "it should be a text"


def folder(value: Any) -> str | None:
    """A folder inside the reader's."""
    fine = isinstance(value, str) and value and not value.startswith(("/", ".")) and not value.endswith("/")
    fine = fine and ".." not in value.replace("\\", "/").split("/")
    return None if fine else "it should be a folder inside the reader, such as 'corpus'"


def texts(value: Any) -> str | None:
    """A list of texts."""
    fine = isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value)
    return None if fine else "it should be a list of texts"


def flag(value: Any) -> str | None:
    """True or False."""
    return None if isinstance(value, bool) else "it should be True or False"


def number(value: Any) -> str | None:
    """A whole number from 0 to 50."""
    fine = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 50
    return None if fine else "it should be a number from 0 to 50"


def size(value: Any) -> str | None:
    """A font size in points."""
    fine = isinstance(value, (int, float)) and not isinstance(value, bool) and 6 <= value <= 24
    return None if fine else "it should be a size from 6 to 24 points"


def day(value: Any) -> str | None:
    """A day, or an empty text."""
    try:
        fine = value == "" or (len(str(value)) == 10 and parse(value))
        return None if fine else "it should be a day, such as '2024-09-01'"
    except ValueError as error:
        return str(error)


def one_of(*allowed: str) -> Check:
    """A check that a value is one of the given words."""
    return lambda value: None if value in allowed else f"it should be one of {', '.join(map(repr, allowed))}"


# --- the reader's own


def _setting(default: Any, *, about: str, rebuild: str, check: Check) -> Any:
    metadata = {"about": about, "rebuild": rebuild, "check": check}
    if isinstance(default, (list, dict)):
        return field(default_factory=lambda: type(default)(default), metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a reader; in `conf.py` their names are prefixed with `reader_`."""

    corpus: str = _setting("corpus", about="The folder that contains the articles.", rebuild="env", check=folder)
    glossary: str = _setting("glossary", about="The folder that contains the glossary.", rebuild="env", check=folder)
    glossaries: list[str] = _setting(
        [],
        about="Glossaries of other readers to use after the own one: folders, relative to the reader's, or installed "
        "packages, as `course-reader glossary export` makes them.",
        rebuild="env",
        check=texts,
    )
    parts: list[str] = _setting(
        [],
        about="Additional parts for the pages, by module name: files next to `conf.py`, or installed packages.",
        rebuild="env",
        check=texts,
    )
    background: str = _setting(
        "docs/background", about="The document name of the background chapter.", rebuild="env", check=text
    )
    chapters: list[str] = _setting(
        ["docs/background"],
        about="Document names of further pages in which names are found and glossed, besides the articles.",
        rebuild="env",
        check=texts,
    )
    gloss: str = _setting(
        "first",
        about="Which mentions get a gloss: the first in the article, section or paragraph; all; or none.",
        rebuild="",
        check=one_of(*GLOSS_POLICIES),
    )
    margin: str = _setting(
        "reading",
        about="How many glosses the margin shows: 'full' for all, 'reading' for those that a reader needs at their "
        "line, at most 5 for 100 words, or 'light' for half as many. The others open on demand.",
        rebuild="",
        check=one_of(*MARGIN_POLICIES),
    )
    link_entries: bool = _setting(
        True, about="Whether names in the prose of entries are linked to their entries.", rebuild="env", check=flag
    )
    search_in: list[str] = _setting(
        [],
        about="Where else to look for names, besides running text: any of 'headings', 'links' and 'captions'.",
        rebuild="env",
        check=lambda v: texts(v) or next((one_of("headings", "links", "captions")(i) for i in v), None),
    )
    not_names: list[str] = _setting(
        [],
        about="Longer names that contain an entry's name but mean something else, such as 'Moscow Conservatory'.",
        rebuild="env",
        check=texts,
    )
    outlets: list[dict[str, Any]] = _setting(
        [], about="Outlets that the import should know, and what is odd about them.", rebuild="", check=wrong_outlets
    )
    loaded_words: list[str] = _setting(
        ["*"],
        about="Words that take a side, with all their forms: 'rebel, rebels -> fighters'. '*' includes the built-in "
        "list, '-regime' removes a word from it.",
        rebuild="env",
        check=texts,
    )
    sides: list[str] = _setting(
        [],
        about="The sides of a dispute, each with the words that name it: 'Armenia: Armenian, Armenians'. They are "
        "compared by `check --balance`.",
        rebuild="",
        check=texts,
    )
    level: str = _setting(
        "B2",
        about="The highest reading level that texts should have, from A1 to C2; empty for no limit.",
        rebuild="",
        check=one_of("", *Level.__members__),
    )
    known_words: list[str] = _setting(
        [], about="Words that the course teaches; they do not make a text harder.", rebuild="", check=texts
    )
    audience: str = _setting(
        "public",
        about="The audience to build for: 'public' replaces articles without permission by a stub, 'class' shows them, "
        "'teacher' shows answers too.",
        rebuild="",
        check=one_of(*AUDIENCES),
    )
    packs: str = _setting(
        "_build/pdf", about="The folder with the printed packs, for links from the site.", rebuild="", check=folder
    )
    pdf_template: str = _setting(
        "", about="A custom Typst template for packs, as a path inside the reader.", rebuild="", check=text
    )
    pdf_fonts: list[str] = _setting(
        [], about="Folders with additional fonts for packs, besides those included with Typst.", rebuild="", check=texts
    )
    pdf_serif: list[str] = _setting(
        ["Libertinus Serif"],
        about="The fonts for the text of a pack; a character missing in one is taken from the next.",
        rebuild="",
        check=texts,
    )
    pdf_size: float = _setting(11.0, about="The font size of a pack's text, in points.", rebuild="", check=size)
    today: str = _setting(
        "", about="The day for which permissions are checked; empty for the day of the build.", rebuild="", check=day
    )
    #: the values of the settings that parts declare, by name
    of_parts: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    def __getitem__(self, setting: Setting[T]) -> T:
        """The value of a setting that a part declares, or its default."""
        value: T = self.of_parts.get(setting.name, setting.default)
        return value

    @property
    def shown(self) -> Tier:
        """The glosses that the margin shows."""
        return SHOWN[self.margin]

    @property
    def reading_level(self) -> Level:
        """The level of its readers; without one, that of a student who reads newspapers."""
        return Level[self.level or "B2"]

    @property
    def is_public(self) -> bool:
        """Whether everybody may see what is built."""
        return self.audience == PUBLIC

    @property
    def is_for_teachers(self) -> bool:
        """Whether only teachers see what is built."""
        return self.audience == TEACHER

    @property
    def day(self) -> date:
        """The day for which permissions are checked."""
        return parse(self.today).first if self.today else date.today()


#: the settings of the reader as a whole
OWN: tuple[Setting[Any], ...] = tuple(
    Setting(f.name, getattr(Settings(), f.name), f.metadata["about"], f.metadata["check"], f.metadata["rebuild"])
    for f in fields(Settings)
    if f.metadata
)


def judge(values: Mapping[str, Any], more: Iterable[Setting[Any]] = ()) -> tuple[Settings, dict[str, str]]:
    """Check the values of settings.

    Args:
        values: Values by full name, as in `conf.py`; missing ones have their defaults.
        more: The settings that parts declare.

    Returns:
        The settings, with the default in place of each invalid value, and a message for each of those by full name.

    >>> settings, wrongs = judge({"reader_audience": "klass", "reader_level": "B1"})
    >>> settings.audience, settings.level
    ('public', 'B1')
    >>> wrongs["reader_audience"]
    "reader_audience is 'klass'; it should be one of 'public', 'class', 'teacher'. 'public' is used instead"
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

    of_parts = MappingProxyType({s.name: value(s) for s in more})
    return Settings(**{s.name: value(s) for s in OWN}, of_parts=of_parts), wrongs


def unknown(names: Iterable[str], more: Iterable[Setting[Any]] = ()) -> dict[str, str]:
    """Messages for names that look like settings but do not exist, by name."""
    known = [PREFIX + setting.name for setting in (*OWN, *more)]
    wrongs = {}
    for name in (name for name in names if name.startswith(PREFIX) and name not in known):
        near = difflib.get_close_matches(name, known, 1, 0.6)
        hint = f"did you mean {near[0]!r}?" if near else f"the settings are {', '.join(known)}"
        wrongs[name] = f"there is no setting {name!r}; {hint}"
    return wrongs
