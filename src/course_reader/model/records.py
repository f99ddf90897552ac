"""The base of all records: the types that authors write, and the problems of a file that is wrong.

A record that is partly wrong is still built from its valid parts, so that one bad date does not remove an entry and
all links to it from the reader.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar, get_origin

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, ValidationError, WithJsonSchema
from pydantic_core import ErrorDetails, PydanticCustomError

from course_reader.files.quoting import quoted
from course_reader.files.yaml_lines import Document, Path, Value
from course_reader.model import addresses
from course_reader.model.dates import OPEN, Edtf, parse
from course_reader.model.problems import Code, Problem

_DAY = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?"
_YEAR = {"type": "integer", "minimum": 1000, "maximum": 9999}
_DATE_SCHEMA = {
    "anyOf": [{"type": "string", "pattern": f"^{_DAY}(/{_DAY})?$"}, _YEAR],
    "description": "EDTF: 2022, 2022-10 or 2022-10-31; followed by ~ it means about; a/b means from a to b",
}
_BOUND_SCHEMA = {"anyOf": [{"type": "string", "pattern": rf"^({_DAY}|\.\.)$"}, _YEAR, {"type": "null"}]}


_DOCNAME = re.compile(r"[A-Za-z0-9][\w-]*(?:/[A-Za-z0-9][\w-]*)*")


def _date(value: object) -> Edtf:
    if isinstance(value, Edtf):
        return value
    try:
        return parse(value)
    except ValueError as error:
        raise PydanticCustomError("edtf", "{reason}", {"reason": str(error)}) from None


def _bound(value: object) -> Edtf | None:
    return None if value in (None, OPEN) else _date(value)


def _address(value: str) -> str:
    if value and not addresses.is_web(value):
        raise PydanticCustomError("address", "{reason}", {"reason": addresses.WEB_CURE})
    return value


def _docname(value: str) -> str:
    if not _DOCNAME.fullmatch(value):
        reason = f"{value!r} is not the name of a document; write one such as corpus/talks/article"
        raise PydanticCustomError("docname", "{reason}", {"reason": reason})
    return value


def _one_or_many(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Date = Annotated[Edtf, BeforeValidator(_date), WithJsonSchema(_DATE_SCHEMA)]
#: one end of a period; `..` leaves it open
Bound = Annotated[Edtf | None, BeforeValidator(_bound), WithJsonSchema(_BOUND_SCHEMA)]
#: the name of a document, as in a table of contents in the reader's folder; it never leads out of it
Docname = Annotated[str, AfterValidator(_docname)]
#: the address of a page on the web
WebAddress = Annotated[str, AfterValidator(_address), WithJsonSchema({"type": "string", "pattern": "^(https?://.*)?$"})]
#: one text or several
Texts = Annotated[tuple[str, ...], BeforeValidator(_one_or_many, json_schema_input_type=str | tuple[str, ...])]


@dataclass(frozen=True, slots=True)
class Example:
    """How a value is written, for whoever wrote it wrong: goes into the annotation of a field."""

    text: str


class Record(BaseModel):
    """An immutable record read from YAML; an unknown key is an error."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        allow_inf_nan=False,
        str_strip_whitespace=True,
        coerce_numbers_to_str=True,
        arbitrary_types_allowed=True,
    )

    def for_students(self) -> Record:
        """The record without what only teachers may see; a record that has something of that kind overrides this."""
        return self


R = TypeVar("R", bound=Record)

_EXPECTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list (lines that begin with `- `)",
    "list_type": "a list (lines that begin with `- `)",
    "dict_type": "a mapping (`key: value` lines)",
    "model_type": "a mapping (`key: value` lines)",
    "model_attributes_type": "a mapping (`key: value` lines)",
    "is_instance_of": "a date",
}


def build(model: type[R], document: Document, path: str, found: list[Problem]) -> R | None:
    """Build a record from a YAML mapping and leave out everything that is wrong.

    Args:
        model: The class of the record.
        document: The mapping, with its lines.
        path: The file's path, as problems should show it.
        found: Problems are appended to this list.

    Returns:
        The record, or None if a required key is missing.

    >>> from course_reader.files.yaml_lines import load
    >>> from course_reader.model.article import Article
    >>> found = []
    >>> article = build(Article, load("title: Talks\\ndate: 31.10.2022"), "article.md", found)
    >>> article.title, article.date
    ('Talks', None)
    >>> found[0].line, str(found[0].code)
    (2, 'bad-date')
    """
    data = _copy(document.value)
    for attempt in range(_ATTEMPTS):
        try:
            return model.model_validate(data)
        except ValidationError as error:
            errors = _apart(error.errors(include_url=False))
        places = [_real(data, e["loc"]) for e in errors]
        # The first attempt finds everything that is wrong; later ones only what is missing as a result.
        if attempt == 0:
            reported = (_problem(model, document, path, *pair) for pair in zip(errors, places, strict=True))
            found.extend(dict.fromkeys(reported))
        if any(e["type"] == "missing" and len(e["loc"]) == 1 for e in errors):
            return None
        for place in sorted(set(places), key=_order, reverse=True):
            _remove(data, place)
    return None


def _apart(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """The errors that do not merely follow from others, as when a list is too short without its wrong items."""
    inside = {e["loc"][:depth] for e in errors for depth in range(len(e["loc"]))}
    return [e for e in errors if e["type"] != "too_short" or e["loc"] not in inside]


#: removing a value can make its parent invalid, which is then removed too, and so on upwards
_ATTEMPTS = 8


def _copy(value: Value) -> Value:
    """A copy in which no object is shared, as the values of YAML aliases are."""
    if isinstance(value, dict):
        return {key: _copy(item) for key, item in value.items()}
    return [_copy(item) for item in value] if isinstance(value, list) else value


def _order(place: Path) -> list[tuple[int, str]]:
    """A sort key for places, so that items can be removed from the last to the first."""
    return [(key, "") if isinstance(key, int) else (-1, key) for key in place]


def _real(data: Value, loc: tuple[str | int, ...]) -> Path:
    """The part of pydantic's location that is in the data; the rest names branches of unions."""
    path: list[str | int] = []
    for key in loc:
        if _has(data, key):
            data = data[key]  # type: ignore[index]
            path.append(key)
    return tuple(path)


def _has(data: Value, key: str | int) -> bool:
    if isinstance(data, dict):
        return key in data
    return isinstance(data, list) and isinstance(key, int) and key < len(data)


def _remove(data: Value, path: Path) -> None:
    """Remove the value at a place, if its parent still exists."""
    if not path:
        return
    *above, last = path
    for key in above:
        if not _has(data, key):
            return
        data = data[key]  # type: ignore[index]
    if _has(data, last):
        del data[last]  # type: ignore[union-attr, arg-type]


def _problem(model: type[Record], document: Document, path: str, error: ErrorDetails, place: Path) -> Problem:
    kind, loc, value = error["type"], error["loc"], error["input"]
    name = ".".join(part for part in place if isinstance(part, str)) or "the file"
    line = document.line(place)
    if kind == "extra_forbidden":
        known = sorted(_known(model, place[:-1]))
        near = difflib.get_close_matches(str(place[-1]), known, 1, 0.6)
        hint = f"did you mean {near[0]!r}?" if near else f"the keys are {', '.join(known)}"
        return Problem(path, line, Code.UNKNOWN_KEY, f"the key {quoted(str(place[-1]))} does not exist here; {hint}")
    if kind == "missing" and isinstance(loc[-1], str):
        return Problem(path, line, Code.MISSING_KEY, f"the key {str(loc[-1])!r} is missing; add it")
    if kind == "edtf":
        return Problem(path, line, Code.BAD_DATE, f"{name}: {error['ctx']['reason']}")
    if kind == "address":
        message = f"{name} is {str(value)[:80]!r}, which is not linked; {error['ctx']['reason']}"
        return Problem(path, line, Code.BAD_ADDRESS, message)
    if kind in ("literal_error", "enum"):
        expected = str(error["ctx"]["expected"])
        return Problem(path, line, Code.BAD_VALUE, f"{name} is {quoted(value)}; it should be one of {expected}")
    if kind in ("too_short", "string_too_short"):
        return Problem(path, line, Code.BAD_VALUE, f"{name} is empty; fill it in")
    if kind in ("missing", "too_long"):
        count = "few" if kind == "missing" else "many"
        return Problem(path, line, Code.BAD_VALUE, f"{name} has too {count} items")
    example = _example(model, place)
    if example:
        return Problem(path, line, Code.BAD_VALUE, f"{name} is {quoted(str(value))}; write {example}")
    if kind in _EXPECTED:
        shown = "empty" if value is None else repr(value)[:40]
        return Problem(path, line, Code.BAD_VALUE, f"{name} is {shown}; it should be {_EXPECTED[kind]}")
    return Problem(path, line, Code.BAD_VALUE, f"{name}: {error['msg'][:1].lower()}{error['msg'][1:]}")


def _example(model: type[Record], place: Path) -> str:
    """How the value at a place is written, if its field says so; "" if it does not."""
    keys = [number for number, key in enumerate(place) if isinstance(key, str)]
    owner = _model_at(model, place[: keys[-1]]) if keys else None
    info = owner.model_fields.get(str(place[keys[-1]])) if owner else None
    if info is None:
        return ""
    found = [one for one in info.metadata if isinstance(one, Example)]
    return next((one.text for one in (*found, *_examples(info.annotation))), "")


def _examples(annotation: object) -> Iterator[Example]:
    yield from (one for one in getattr(annotation, "__metadata__", ()) if isinstance(one, Example))
    for inner in getattr(annotation, "__args__", ()):
        yield from _examples(inner)


def _known(model: type[Record], place: Path) -> set[str]:
    """The keys that a mapping at this place may have; none if any key is allowed."""
    owner = _model_at(model, place)
    return {info.alias or name for name, info in owner.model_fields.items()} if owner else set()


def _model_at(model: type[Record], place: Path) -> type[Record] | None:
    """The record that a mapping at this place is read into; None if it may have any keys."""
    current: Any = model
    for key in place:
        if isinstance(key, int):
            continue
        if isinstance(current, type) and issubclass(current, Record):
            named = {info.alias or name: info for name, info in current.model_fields.items()}
            annotation = named[key].annotation if key in named else None
            inner = next(_records(annotation), None)
            # In a mapping with arbitrary keys, the next step of the path is one of them.
            current = (inner,) if get_origin(annotation) is dict and inner else inner
        elif isinstance(current, tuple):
            [current] = current
        else:
            return None
    return None if isinstance(current, tuple) else current


def _records(annotation: object) -> Iterator[type[Record]]:
    """The record types inside an annotation such as `tuple[Role, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _records(inner)
