"""Every setting, declared once: what it is for, its type, its default, and what a change rebuilds.

The loops below register and check the settings; the manual's table is made of the same fields.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course_reader.model.article import GLOSS_POLICIES
from course_reader.model.dates import parse
from course_reader.model.problems import Code, Problem, shown_path
from course_reader.sphinx_ext.reports import report
from course_reader.text.prose.level import Level

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

PREFIX = "reader_"

Check = Callable[[Any], str | None]


def _setting(default: Any, *, about: str, rebuild: str, check: Check) -> Any:
    metadata = {"about": about, "rebuild": rebuild, "check": check}
    if isinstance(default, (list, dict)):
        return field(default_factory=lambda: type(default)(default), metadata=metadata)
    return field(default=default, metadata=metadata)


def _text(value: Any) -> str | None:
    return None if isinstance(value, str) else "it should be a text"


def _folder(value: Any) -> str | None:
    fine = isinstance(value, str) and value and not value.startswith(("/", ".")) and not value.endswith("/")
    return None if fine else "it should be a folder of the reader, such as 'corpus'"


def _texts(value: Any) -> str | None:
    fine = isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value)
    return None if fine else "it should be a list of texts"


def _flag(value: Any) -> str | None:
    return None if isinstance(value, bool) else "it should be True or False"


def _number(value: Any) -> str | None:
    fine = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 50
    return None if fine else "it should be a number from 0 to 50"


def _size(value: Any) -> str | None:
    fine = isinstance(value, (int, float)) and not isinstance(value, bool) and 6 <= value <= 24
    return None if fine else "it should be a size from 6 to 24 points"


def _day(value: Any) -> str | None:
    if value == "":
        return None
    try:
        return None if len(str(value)) == 10 and parse(value) else "it should be a day, such as '2024-09-01'"
    except ValueError as error:
        return str(error)


def one_of(*allowed: str) -> Check:
    """A check that a value is one of a few words."""
    return lambda value: None if value in allowed else f"it should be one of {', '.join(map(repr, allowed))}"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a reader; in `conf.py` each has `reader_` before its name."""

    corpus: str = _setting("corpus", about="The folder of the articles.", rebuild="env", check=_folder)
    glossary: str = _setting("glossary", about="The folder of the entries.", rebuild="env", check=_folder)
    background: str = _setting(
        "docs/background", about="The background chapter, as a document name.", rebuild="env", check=_text
    )
    chapters: list[str] = _setting(
        ["docs/background"],
        about="Pages besides the articles that are searched for names and glossed, as document names.",
        rebuild="env",
        check=_texts,
    )
    gloss: str = _setting(
        "first",
        about="Which mentions get a gloss: the first in the article, in each section, in each paragraph; all; none.",
        rebuild="",
        check=one_of(*GLOSS_POLICIES),
    )
    link_entries: bool = _setting(
        True, about="Whether names in the prose of entries are linked to their entries.", rebuild="env", check=_flag
    )
    search_in: list[str] = _setting(
        [],
        about="Where names are searched besides running text: any of 'headings', 'links', 'captions'.",
        rebuild="env",
        check=lambda v: _texts(v) or next((one_of("headings", "links", "captions")(i) for i in v), None),
    )
    not_names: list[str] = _setting(
        [],
        about="Longer names that hold an entry's name without meaning it, such as 'Moscow Conservatory'.",
        rebuild="env",
        check=_texts,
    )
    loaded_words: list[str] = _setting(
        ["*"],
        about="Words that take a side, each with its forms: 'rebel, rebels -> fighters'. '*' stands for the list "
        "of the tool, '-regime' takes a word out of it.",
        rebuild="env",
        check=_texts,
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
        check=_texts,
    )
    audience: str = _setting(
        "public",
        about="For whom it is built: 'public' shows a stub of articles without permission, 'class' the whole text.",
        rebuild="",
        check=one_of("public", "class"),
    )
    time_before: int = _setting(
        3, about="How many dates before an article its time line shows.", rebuild="", check=_number
    )
    time_after: int = _setting(
        2, about="How many dates after an article its time line shows.", rebuild="", check=_number
    )
    map: str = _setting("docs/map", about="The page with the map, as a document name.", rebuild="", check=_text)
    map_note: str = _setting(
        "Boundaries are taken from Natural Earth, which draws who controls an area, not who has a right to it; broken "
        "lines are in dispute. They say nothing about the views of this reader.",
        about="What stands below a map about its boundaries.",
        rebuild="",
        check=_text,
    )
    packs: str = _setting(
        "_build/pdf", about="The folder with the printed packs, for the site to offer them.", rebuild="", check=_text
    )
    pdf_template: str = _setting(
        "", about="A Typst template of your own for packs, as a path below the reader.", rebuild="", check=_text
    )
    pdf_fonts: list[str] = _setting(
        [], about="Folders with fonts for packs, besides those that come with the engine.", rebuild="", check=_texts
    )
    pdf_serif: list[str] = _setting(
        ["Libertinus Serif"], about="The fonts of a pack's text, the first that has a letter.", rebuild="", check=_texts
    )
    pdf_size: float = _setting(11.0, about="The size of a pack's text, in points.", rebuild="", check=_size)
    today: str = _setting(
        "", about="The day on which permissions are judged; empty is the day of the build.", rebuild="", check=_day
    )

    @property
    def day(self) -> date:
        """The day on which permissions are judged."""
        return parse(self.today).first if self.today else date.today()


def register(app: Sphinx) -> None:
    """Make Sphinx know the settings."""
    for item in fields(Settings):
        # Any type will do for Sphinx: the field's own check says more.
        app.add_config_value(PREFIX + item.name, getattr(Settings(), item.name), item.metadata["rebuild"], Any)


def read_settings(config: Config) -> tuple[Settings, dict[str, str]]:
    """The settings of a build, and what is wrong with them by name; a default stands in for a wrong value."""
    values: dict[str, Any] = {}
    wrongs: dict[str, str] = {}
    for item in fields(Settings):
        value = getattr(config, PREFIX + item.name)
        wrong = item.metadata["check"](value)
        if wrong:
            default = getattr(Settings(), item.name)
            name = PREFIX + item.name
            wrongs[name] = f"{name} is {value!r:.80}; {wrong}. {default!r} is used instead"
            value = default
        values[item.name] = list(value) if isinstance(value, tuple) else value
    return Settings(**values), wrongs


def problems(app: Sphinx) -> list[Problem]:
    """What is wrong with the settings, with the lines of `conf.py`; and names like ours that are not known."""
    _, wrongs = read_settings(app.config)
    known = [PREFIX + item.name for item in fields(Settings)]
    for name in getattr(app.config, "_raw_config", {}):
        if name.startswith(PREFIX) and name not in app.config:
            near = difflib.get_close_matches(name, known, 1, 0.6)
            hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(known)}"
            wrongs[name] = f"there is no setting {name!r}; {hint}"
    path = Path(app.confdir, "conf.py")
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        lines = []
    shown = shown_path(path, Path(app.srcdir))
    return [Problem(shown, _line(name, lines), Code.BAD_SETTING, message) for name, message in wrongs.items()]


def _line(name: str, lines: list[str]) -> int:
    """The line that sets a name; 0 if none does, as when it is set on the command line."""
    found = [number for number, line in enumerate(lines, 1) if re.match(rf"\s*{name}\b\s*[:=+]", line)]
    return found[-1] if found else 0


def allow_no_bibliography(app: Sphinx, config: Config) -> None:
    """On `config-inited`: a reader without sources needs no setting to say so."""
    if config.bibtex_bibfiles is None:
        config.bibtex_bibfiles = []


def report_settings(app: Sphinx, config: Config) -> None:
    """On `config-inited`: say which settings cannot be."""
    for problem in problems(app):
        report(problem, app.srcdir)
