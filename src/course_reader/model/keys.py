"""Front matter that several own together: a record's own keys, and those that parts of the page add to it.

A file is read into one record of all keys, so that a mistake in any of them is reported in the same way; then each
owner gets its own back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import create_model

from course_reader.files.yaml_lines import Document
from course_reader.model.problems import Problem
from course_reader.model.records import Record, build

R = TypeVar("R", bound=Record)
K = TypeVar("K", bound=Record)

#: the records of those that add keys
Own = tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Form(Generic[R]):
    """How a file's front matter is read: the record of all keys, and the records that it is taken apart into."""

    whole: type[Record]
    base: type[R]
    keys: tuple[type[Record], ...] = ()

    @classmethod
    def of(cls, base: type[R], keys: Iterable[type[Record]] = (), **fields: Any) -> Form[R]:
        """The form of a record with the keys of others added.

        Args:
            base: The record itself.
            keys: The records that add keys.
            fields: Fields of the base that are told more exactly: annotation and default, as pydantic has them.
        """
        owners = tuple(keys)
        if not owners and not fields:
            return cls(base, base)
        make: Any = create_model
        return cls(make(base.__name__, __base__=(*owners, base), __doc__=base.__doc__, **fields), base, owners)

    def read(self, document: Document, path: str, found: list[Problem]) -> tuple[R, Own] | None:
        """The record of a mapping, and those of all that add keys; what is wrong goes into `found`.

        Returns:
            None if what must be there is missing.
        """
        whole = build(self.whole, document, path, found)
        if whole is None:
            return None
        return _taken(whole, self.base), tuple(_taken(whole, owner) for owner in self.keys)


def _taken(whole: Record, owner: type[K]) -> K:
    values: dict[str, Any] = {name: getattr(whole, name) for name in owner.model_fields}
    # Its values were checked as those of the whole.
    make: Any = owner.model_construct
    taken: K = make(_fields_set=whole.model_fields_set & values.keys(), **values)
    return taken


def keys_of(own: Own, owner: type[K]) -> K:
    """The keys of one owner; its defaults where nobody has read any."""
    found: K | None = next((record for record in own if type(record) is owner), None)
    return found or owner()
