"""What a form of input is: how it is recognised, and how it is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from course_reader.scrape.decoding import Decoded, clean, decode
from course_reader.scrape.draft import Draft

#: Bytes that suffice to recognise a form.
_HEAD = 65_536


def _nothing(name: str) -> bytes | None:
    return None


class RawInput:
    """One input, whose bytes are decoded and cleaned at most once."""

    def __init__(
        self,
        raw: bytes | str,
        name: str = "",
        *,
        attached: Callable[[str], bytes | None] = _nothing,
        split: bool = False,
    ) -> None:
        #: As given.
        self.raw = raw
        #: The file's name; only a tie-breaker, because endings are often wrong.
        self.name = name.lower()
        #: The content of a file beside the input, by its relative path; None if there is none.
        self.attached = attached
        #: Whether a person says that a text holds several articles.
        self.split = split

    @cached_property
    def start(self) -> bytes:
        """The first bytes, without a byte order mark of UTF-8 and white space."""
        raw = self.raw[:_HEAD]
        head = raw.encode("utf-8", "replace") if isinstance(raw, str) else raw
        return head.removeprefix(b"\xef\xbb\xbf").lstrip()

    @cached_property
    def decoded(self) -> Decoded:
        """The whole as text.

        Raises:
            ScrapeError: the bytes are not a text.
        """
        return decode(self.raw)

    @property
    def text(self) -> str:
        """The text of `decoded`."""
        return self.decoded.text

    @cached_property
    def cleaned(self) -> tuple[str, tuple[str, ...]]:
        """The text without invisible characters, and a note for each change of encoding and characters."""
        text, notes = clean(self.text, entities=True)
        return text, (*self.decoded.notes, *notes)

    @cached_property
    def binary(self) -> bytes:
        """The bytes."""
        return self.raw if isinstance(self.raw, bytes) else self.raw.encode("utf-8", "surrogatepass")


@dataclass(frozen=True, slots=True)
class InputForm:
    """A form of input."""

    #: As it is named to a person: “a saved web page”.
    name: str
    #: Whether an input has this form; by its content, and cheap.
    recognises: Callable[[RawInput], bool]
    #: The articles in it. Raises `ScrapeError` with what to do if it cannot be read.
    read: Callable[[RawInput], list[Draft]]
