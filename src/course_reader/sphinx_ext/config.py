"""Every setting, declared once: what it is for, its type, its default, and what a change rebuilds.

The loops below register and check the settings; the manual's table is made of the same fields.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from datetime import date
from typing import TYPE_CHECKING, Any

from course_reader.model.article import GLOSS_POLICIES
from course_reader.model.dates import parse
from course_reader.problems import Code, Problem
from course_reader.sphinx_ext.reports import report

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
    today: str = _setting(
        "", about="The day on which permissions are judged; empty is the day of the build.", rebuild="", check=_day
    )

    @property
    def day(self) -> date:
        """The day on which permissions are judged."""
        return parse(self.today).first if self.today else date.today()  # noqa: DTZ011 -- a calendar day, anywhere


def register(app: Sphinx) -> None:
    """Make Sphinx know the settings."""
    for item in fields(Settings):
        default = getattr(Settings(), item.name)
        types = (list, tuple) if isinstance(default, list) else (type(default),)
        app.add_config_value(PREFIX + item.name, default, item.metadata["rebuild"], types)


def read_settings(config: Config) -> tuple[Settings, list[Problem]]:
    """The settings of a build; a value that cannot be is replaced by its default and reported."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for item in fields(Settings):
        value = getattr(config, PREFIX + item.name)
        wrong = item.metadata["check"](value)
        if wrong:
            default = getattr(Settings(), item.name)
            message = f"{PREFIX}{item.name} is {value!r}; {wrong}. {default!r} is used instead"
            problems.append(Problem("conf.py", 0, Code.BAD_SETTING, message))
            value = default
        values[item.name] = list(value) if isinstance(value, tuple) else value
    return Settings(**values), problems


def allow_no_bibliography(app: Sphinx, config: Config) -> None:
    """On `config-inited`: a reader without sources needs no setting to say so."""
    if config.bibtex_bibfiles is None:
        config.bibtex_bibfiles = []


def report_settings(app: Sphinx, config: Config) -> None:
    """On `config-inited`: say which settings cannot be."""
    for problem in read_settings(config)[1]:
        report(problem, app.srcdir)
