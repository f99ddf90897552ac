"""What a cartridge offers, as its manifest says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course_reader.views.learning import QuizQuestion


@dataclass(frozen=True, slots=True)
class CartridgeReading:
    """A page or a file to read."""

    title: str
    #: its file in the cartridge
    file: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """Questions on an article."""

    title: str
    file: str
    questions: Sequence[QuizQuestion]


@dataclass(frozen=True, slots=True)
class Cartridge:
    """Everything that a manifest says."""

    title: str
    language: str
    rights: str
    start: CartridgeReading
    readings: Sequence[CartridgeReading]
    packs: Sequence[CartridgeReading]
    assessments: Sequence[Assessment]
    #: all files of the site
    files: Sequence[str]
