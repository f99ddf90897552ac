"""The settings of Sphinx and of other extensions: a value of the wrong type is replaced before anything fails on it.

Our own settings have checks of their own. Sphinx only warns about the types of some of its settings, and then fails on
them with a traceback, in the middle of a build.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sphinx
from pybtex.plugin import PluginNotFound, find_plugin
from sphinx.config import ENUM
from sphinxcontrib.bibtex.plugin import find_plugin as find_style

from course_reader.model.near import near
from course_reader.model.settings import PREFIX

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

#: where the messages are kept, by the full name of their setting
_WRONGS = "reader_conf_wrongs"

#: settings of which every item is a text; Sphinx does not look at items
_LISTS_OF_TEXTS = {
    "bibtex_bibfiles", "epub_exclude_files", "exclude_patterns", "extensions", "html_extra_path", "html_static_path",
    "html_theme_path", "include_patterns", "locale_dirs", "modindex_common_prefix", "myst_enable_extensions",
    "myst_disable_syntax", "suppress_warnings", "templates_path",
}  # fmt: skip
#: what replaces a wrong value where Sphinx's default is of no use to a reader
_INSTEAD = {"bibtex_bibfiles": [], "html_theme": "course_reader", "source_suffix": {".md": "markdown"}}
#: the names that people use for settings with two names
_OTHER_NAMES = {"master_doc": "root_doc", "project_copyright": "copyright"}
_MANY = (list, tuple, set, frozenset)
_WORDS = {
    str: "a text", bool: "True or False", int: "a number", float: "a number", list: "a list", tuple: "a list",
    set: "a list", frozenset: "a list", dict: "a dictionary", type(None): "None",
}  # fmt: skip


def mend(app: Sphinx, config: Config) -> None:
    """On `config-inited`, before everything else: replace wrong values by defaults, and keep a message for each."""
    wrongs = app.__dict__[_WRONGS] = dict(_mended(config))
    for name, is_known, instead in (
        ("html_theme", _themes(app, config).__contains__, "course_reader"),
        ("bibtex_default_style", _is_style, "alpha"),
        ("bibtex_reference_style", _is_reference_style, "label"),
        ("bibtex_foot_reference_style", _is_reference_style, "foot"),
    ):
        given = getattr(config, name, instead)
        if not is_known(given):
            known = _themes(app, config) if name == "html_theme" else ()
            hint = near(given, known)
            stop = "" if hint.endswith("?") else "."
            wrongs[name] = f"{name} is {given!r:.80}, which is not installed{hint}{stop} {instead!r} is used instead"
            setattr(config, name, instead)
    if config.html_theme == "course_reader":
        wrongs |= dict(_mend_nav(config))


def _mend_nav(config: Config) -> Iterator[tuple[str, str]]:
    """The theme's menus, which a template reads: lists of links."""
    options = dict(config.html_theme_options)
    wrong = []
    for name in MENUS:
        given = options.get(name, [])
        fine = isinstance(given, (list, tuple)) and all(
            isinstance(link, (list, tuple)) and len(link) in (2, 3) and all(isinstance(word, str) for word in link)
            for link in given
        )
        if not fine:
            del options[name]
            message = f"{name} is {given!r:.80}; it should be a list of links such as ['People', 'people/index']"
            wrong.append(f"html_theme_options: {message}. It is left out")
    if wrong:
        config.html_theme_options = options
        yield "html_theme_options", "; ".join(wrong)


#: the options of our theme that are menus
MENUS = ("nav", "nav_teachers")


def wrongs(app: Sphinx) -> dict[str, str]:
    """The messages, by the full name of their setting."""
    found: dict[str, str] = app.__dict__.get(_WRONGS, {})
    return found


#: what Sphinx reads before it loads any extension: the setting, what replaces a wrong value, and a value of the type
_EARLY: dict[str, tuple[Any, Any]] = {
    "extensions": (["course_reader"], []), "language": ("en", "en"), "locale_dirs": (["locales"], []),
    "needs_sphinx": ("1.0", ""), "source_encoding": ("utf-8-sig", ""), "suppress_warnings": ([], []),
}  # fmt: skip


def early(values: Mapping[str, Any]) -> dict[str, tuple[Any, str]]:
    """The wrong values among those that Sphinx reads before it loads us: a default and a message by name.

    Args:
        values: All names that `conf.py` defines.
    """
    found = {}
    for name, (instead, like) in _EARLY.items():
        given = values.get(name, instead)
        wrong = type_fault(name, given, like, (type(like),))
        if wrong:
            found[name] = (instead, f"{name} is {given!r:.80}; {wrong}. {instead!r} is used instead")
    extensions = values.get("extensions", [])
    lost = [name for name in extensions if not _is_installed(name)] if "extensions" not in found else []
    if lost:
        message = f"the extension {lost[0]!r} is not installed; install it, or take it out of `extensions`"
        found["extensions"] = ([name for name in extensions if name not in lost], message)
    return found


def _is_installed(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except (ImportError, ValueError):
        return False


def _mended(config: Config) -> Iterator[tuple[str, str]]:
    for name, option in config.values.items():
        if name.startswith(PREFIX):
            continue
        default = option.default(config) if callable(option.default) else option.default
        given = getattr(config, name)
        raw = getattr(config, "_raw_config", {})
        wrong = type_fault(name, given, default, option.valid_types)
        if wrong:
            instead = _INSTEAD.get(name, default)
            setattr(config, name, instead)
            shown = name if name in raw else _OTHER_NAMES.get(name, name)
            yield shown, f"{shown} is {given!r:.80}; {wrong}. {instead!r:.80} is used instead"


def type_fault(name: str, given: Any, default: Any, types: Any) -> str | None:
    """What is wrong with the type of a value; None if it can be used.

    Args:
        name: The name of the setting.
        given: Its value.
        default: Its default, which is always right.
        types: The types that Sphinx was told: a class, several, an `ENUM`, or nothing.
    """
    if given is default or given == default:
        return None
    if name == "source_suffix":
        return _suffix_fault(given)
    if isinstance(types, ENUM):
        return None if _matches(types, given) else "it should be one of the words that the manual of Sphinx names"
    if name in _LISTS_OF_TEXTS:
        fine = isinstance(given, _MANY) and all(isinstance(item, str) for item in given)
        return None if fine else "it should be a list of texts"
    named = [types] if isinstance(types, type) or types is Any else list(types or ())
    if Any in named or (default is None and not named):
        # Anything may be right; but what is read as a list or a dictionary has to be one.
        wanted: tuple[type, ...] = (dict, *_MANY) if isinstance(default, (dict, *_MANY)) else ()
    else:
        # `None` as a default says nothing about the type, but it can always be used.
        wanted = tuple(dict.fromkeys([*named, type(default)]))
    if not wanted or isinstance(given, _wider(wanted)):
        return None
    return f"it should be {' or '.join(dict.fromkeys(_WORDS.get(kind, kind.__name__) for kind in wanted))}"


def _wider(wanted: Iterable[type]) -> tuple[type, ...]:
    """The types that may take the place of others: one kind of list that of another, a number that of True."""
    found = set(wanted)
    found |= set(_MANY) if found & set(_MANY) else set()
    found |= {int} if found & {float, bool} else set()
    return tuple(found)


def _matches(words: ENUM, given: Any) -> bool:
    try:
        return bool(words.match(given))
    except TypeError:
        return False


def _suffix_fault(given: Any) -> str | None:
    fine = isinstance(given, str) or (isinstance(given, (list, tuple)) and all(isinstance(s, str) for s in given))
    if isinstance(given, dict):
        fine = all(isinstance(key, str) and isinstance(of, str | None) for key, of in given.items())
    return None if fine else "it should be a dictionary such as {'.md': 'markdown'}"


def _themes(app: Sphinx, config: Config) -> list[str]:
    """The names of all themes that there are."""
    folders = [Path(sphinx.package_dir, "themes"), *(Path(app.confdir, path) for path in config.html_theme_path)]
    beside = (
        path.stem if path.suffix == ".zip" else path.name for at in folders if at.is_dir() for path in at.iterdir()
    )
    points = (point.name for point in entry_points(group="sphinx.html_themes"))
    return sorted({*app.registry.html_themes, *beside, *points})


def _is_style(name: str) -> bool:
    try:
        find_plugin("pybtex.style.formatting", name)
    except PluginNotFound:
        return False
    return True


def _is_reference_style(name: str) -> bool:
    try:
        find_style("sphinxcontrib.bibtex.style.referencing", name)
    except ImportError:
        return False
    return True
