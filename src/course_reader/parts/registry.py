"""All available parts: the installed ones, and those that a reader names in `conf.py`."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import sys
import traceback
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

from pydantic import Field

from course_reader.errors import ReaderError
from course_reader.marks.records import Asked
from course_reader.model.article import Article
from course_reader.model.conf import problems
from course_reader.model.keys import Form
from course_reader.model.pack import Pack
from course_reader.model.problems import Code, Problem, shown_path
from course_reader.model.records import Record
from course_reader.model.settings import OWN, PREFIX, Setting
from course_reader.parts.part import Below, InPack, Listing, PageOf, Part

#: the group of entry points, and the name of a module's part
GROUP, NAME = "course_reader.parts", "PART"
#: kinds of pages with all that belongs to another kind
_OF_ARTICLES = {"level": "article"}
#: the fields of a part that are tuples, and of what
_TUPLES: Mapping[str, type] = {"below": Below, "listings": Listing, "in_pack": InPack, "settings": Setting}
_OWNERS: Mapping[type[Record], str] = {Article: "articles", Pack: "packs"}


class PartError(ReaderError):
    """A part cannot be used; the message says why, and the place is that in its own files, if it is known."""

    def __init__(self, message: str, path: Path | None = None, line: int = 0) -> None:
        super().__init__(message)
        self.path = path
        self.line = line

    def problem(self, root: Path) -> Problem:
        """The problem of the reader: in the part's file, or else where `conf.py` names the part."""
        if self.path is None:
            [found] = problems({f"{PREFIX}parts": str(self)}, root)
            return found
        return Problem(shown_path(self.path, root), self.line, Code.BAD_SETTING, str(self))


@dataclass(frozen=True)
class Parts:
    """All parts of a reader, by name."""

    all: tuple[Part, ...]
    #: an error for each of the reader's own parts that cannot be used
    wrong: tuple[PartError, ...] = ()
    #: a hash of the modules that the reader names; pages are made anew when it changes
    code: str = ""

    def __iter__(self) -> Iterator[Part]:
        return iter(self.all)

    @cached_property
    def settings(self) -> tuple[Setting[Any], ...]:
        """The settings that parts declare."""
        return tuple(setting for part in self.all for setting in part.settings)

    @cached_property
    def articles(self) -> Form[Article]:
        """The form of an article's front matter."""
        return Form.of(Article, _keys(part.keys for part in self.all))

    @cached_property
    def packs(self) -> Form[Pack]:
        """The form of a pack's front matter."""
        names = tuple(place.name for place in self.in_pack)
        about = Pack.model_fields["parts"].description
        field = (tuple[Literal[names], ...], Field(names, description=about))  # type: ignore[valid-type]
        return Form.of(Pack, _keys(part.pack_keys for part in self.all), parts=field)

    @cached_property
    def in_pack(self) -> tuple[InPack, ...]:
        """The parts of a printed pack in their usual order."""
        return tuple(sorted((place for part in self.all for place in part.in_pack), key=lambda place: place.order))

    def below(self, kind: str) -> list[Below[Any]]:
        """The parts below the text of a kind of page, in order."""
        return self._below.get(_OF_ARTICLES.get(kind, kind), [])

    @cached_property
    def _below(self) -> dict[str, list[Below[Any]]]:
        found: dict[str, list[Below[Any]]] = {}
        for place in sorted((place for part in self.all for place in part.below), key=lambda place: place.order):
            found.setdefault(place.kind, []).append(place)
        return found

    @cached_property
    def printed(self) -> tuple[Below[Any], ...]:
        """The parts printed below the text of an article, in order."""
        places = [place for place in self.below("article") if place.printed]
        return tuple(sorted(places, key=lambda p: p.order if p.printed_order is None else p.printed_order))

    def page_of(self, kind: str) -> PageOf[Any] | None:
        """The part that makes the page of a kind of document."""
        kind = _OF_ARTICLES.get(kind, kind)
        return next((part.page_of for part in self.all if part.page_of and part.page_of.kind == kind), None)

    def listing(self, asked: Asked) -> Listing[Any, Any]:
        """The part that answers a directive."""
        return self._listings[type(asked)]

    @cached_property
    def _listings(self) -> dict[type[Asked], Listing[Any, Any]]:
        return {listing.asked: listing for listing in self.listings}

    @cached_property
    def listings(self) -> tuple[Listing[Any, Any], ...]:
        """The answers to all directives."""
        return tuple(listing for part in self.all for listing in part.listings)


def _keys(found: Iterable[type[Record] | None]) -> list[type[Record]]:
    return list(dict.fromkeys(keys for keys in found if keys is not None))


@cache
def installed() -> tuple[Part, ...]:
    """The parts that packages have registered."""
    found = sorted(entry_points(group=GROUP), key=lambda point: point.name)
    return tuple(_part(point.load(), point.value) for point in found)


def of_reader(names: Sequence[str], conf: Path) -> Parts:
    """The parts of a reader: all that are installed, and its own.

    Args:
        names: The modules that `reader_parts` names.
        conf: The folder of `conf.py`, which is searched first.
    """
    known = {part.name: part for part in installed()}
    wrong: list[PartError] = []
    code = hashlib.sha256()
    for name in names:
        try:
            module = _module(name, conf)
            part = _part(getattr(module, NAME, None), name)
            _check_names(part, name, [other for other in known.values() if other.name != part.name])
            known[part.name] = part
            code.update(_source(module))
        except PartError as error:
            wrong.append(error)
    return Parts(tuple(known[name] for name in sorted(known)), tuple(wrong), code.hexdigest() if names else "")


def _source(module: ModuleType) -> bytes:
    """The code of a module, or of all modules of a package."""
    path = Path(module.__file__ or "")
    paths = sorted(path.parent.rglob("*.py")) if path.name == "__init__.py" else [path]
    return b"".join(each.read_bytes() for each in paths if each.is_file())


def _module(name: str, conf: Path) -> ModuleType:
    path = next((p for p in (conf / f"{name}.py", conf / name / "__init__.py") if p.is_file()), None)
    try:
        return importlib.import_module(name) if path is None else _beside(name, path)
    except PartError:
        raise
    except (Exception, SystemExit) as error:  # any error in code that is not ours
        why = f"{error.msg} (a syntax error)" if isinstance(error, SyntaxError) else f"{type(error).__name__}: {error}"
        message = f"the part {name!r} cannot be loaded: {why}; correct it or take it out of `{PREFIX}parts`"
        raise PartError(message, *_place(error, conf)) from error


def _place(error: BaseException, folder: Path) -> tuple[Path | None, int]:
    """The last line in the files of a folder that an error comes from."""
    if isinstance(error, SyntaxError) and error.filename and Path(error.filename).is_relative_to(folder):
        return Path(error.filename), error.lineno or 0
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if Path(frame.filename).is_relative_to(folder) and "site-packages" not in Path(frame.filename).parts:
            return Path(frame.filename), frame.lineno or 0
    return None, 0


def _beside(name: str, path: Path) -> ModuleType:
    """A module beside `conf.py`, loaded anew in each run."""
    taken = sys.modules.get(name)
    is_ours = taken is not None and getattr(taken.__spec__, "loader_state", None) == GROUP
    if name in sys.stdlib_module_names or (taken is not None and not is_ours):
        raise PartError(f"the part {name!r} has the name of another Python module; give its file another name")
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None and spec.loader is not None
    spec.loader_state = GROUP
    # Pickled data refers to the classes of a part by their module.
    sys.modules[name] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _part(value: object, name: str) -> Part:
    if not isinstance(value, Part):
        raise PartError(f"{name!r} has no part: end its module with `{NAME} = Part(…)`")
    for field, kind in _TUPLES.items():
        items = getattr(value, field)
        if not isinstance(items, tuple) or not all(isinstance(item, kind) for item in items):
            raise PartError(f"`{field}` of the part {name!r} should be a tuple: `{field}=({kind.__name__}(…),)`")
    for order in (*(place.order for place in value.below), *(place.order for place in value.in_pack)):
        if not isinstance(order, int):
            raise PartError(f"the part {name!r} has the order {order!r}; it should be a whole number")
    for field in ("keys", "pack_keys"):
        keys = getattr(value, field)
        if keys is not None and not (isinstance(keys, type) and issubclass(keys, Record)):
            raise PartError(f"`{field}` of the part {name!r} should be a class that inherits from `Record`")
    for field in ("answers", "check", "setup"):
        if getattr(value, field) is not None and not callable(getattr(value, field)):
            raise PartError(f"`{field}` of the part {name!r} should be a function")
    return value


def _check_names(part: Part, name: str, others: Sequence[Part]) -> None:
    """Refuse a part that declares a name which the reader or another part has already."""
    taken = {word for record in (Article, Pack) for word in _words(record, record)}
    taken |= {("setting", setting.name) for setting in OWN}
    for other in others:
        taken |= _names(other)
    for what, word in sorted(_names(part) & taken):
        raise PartError(f"the part {name!r} declares the {what} {word!r}, which exists already; give it another name")


def _names(part: Part) -> set[tuple[str, str]]:
    """All names that a part declares: keys of front matter, settings, and parts of a pack."""
    names = _words(part.keys, Article) | _words(part.pack_keys, Pack)
    names |= {("setting", setting.name) for setting in part.settings}
    return names | {("part of a pack", place.name) for place in part.in_pack}


def _words(record: type[Record] | None, of: type[Record]) -> set[tuple[str, str]]:
    """The keys of a record, as authors write them."""
    fields = record.model_fields if record is not None else {}
    return {(f"key of {_OWNERS[of]}", field.alias or name) for name, field in fields.items()}
