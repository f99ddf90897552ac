"""Cards as a package for Anki, by genanki: what was learnt is kept when a later edition is imported."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Sequence
from html import escape
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from course_reader.errors import ReaderError
from course_reader.views.learning import LearningCard

#: the names of the decks, in their order
DECKS = {"words": "Hard words", "people": "People", "agreements": "Agreements"}

_STYLE = """
.card { font-family: Georgia, serif; font-size: 22px; line-height: 1.4; text-align: center; color: #1c1b1a;
  background: #fffdf8; padding: 1em; }
.nightMode.card { color: #eceae6; background: #1d1e20; }
.from { margin-top: 1.4em; font-size: 15px; opacity: .8; }
"""
_FRONT = '<div dir="auto">{{Front}}</div>'
_BACK = """{{FrontSide}}<hr id="answer"><div dir="auto">{{Back}}</div>
{{#Articles}}<div class="from" dir="auto">{{Articles}}</div>{{/Articles}}"""
#: a time for everything in the package, so that the same cards make the same file
_WHEN = 1_577_836_800.0
_ZIP_DAY = (2020, 1, 1, 0, 0, 0)


class NoAnkiError(ReaderError):
    """The package that writes files for Anki is not installed."""


def anki(cards: Sequence[LearningCard], project: str) -> bytes:
    """The file for Anki.

    Raises:
        NoAnkiError: if genanki is not installed.
    """
    try:
        import genanki
    except ImportError:
        raise NoAnkiError("the file for Anki needs another package: pip install 'course-reader[cards]'") from None
    model = genanki.Model(
        _number("course-reader card"),
        "Course reader",
        fields=[{"name": "Front"}, {"name": "Back"}, {"name": "Articles"}],
        templates=[{"name": "Card", "qfmt": _FRONT, "afmt": _BACK}],
        css=_STYLE,
    )
    decks = []
    for name, title in _titles(cards).items():
        deck = genanki.Deck(_number(f"{project} {name}"), f"{project.replace('::', ': ')}::{title}")
        for card in cards:
            if card.deck == name:
                fields = [escape(text, quote=False) for text in (card.front, card.back, "; ".join(card.sources))]
                guid = genanki.guid_for(project, card.key)
                deck.add_note(genanki.Note(model=model, fields=fields, guid=guid))
        decks.append(deck)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder, "cards.apkg")
        genanki.Package(decks).write_to_file(str(made), timestamp=_WHEN)
        return _same_bytes(made, Path(folder, "again.apkg"))


def _titles(cards: Sequence[LearningCard]) -> dict[str, str]:
    """The decks that have cards, with their titles; those of a part of one's own come last."""
    names = dict.fromkeys(card.deck for card in cards)
    known = {name: title for name, title in DECKS.items() if name in names}
    return known | {name: name.capitalize() for name in names if name not in DECKS}


def _number(text: str) -> int:
    """A number for a deck or a kind of note, the same in each run and within the range that Anki takes."""
    return (1 << 30) + int.from_bytes(hashlib.sha256(text.encode()).digest()[:3], "big")


def _same_bytes(made: Path, again: Path) -> bytes:
    """The package with a fixed time for each of its files."""
    with ZipFile(made) as old, ZipFile(again, "w") as new:
        for name in old.namelist():
            row = ZipInfo(name, _ZIP_DAY)
            row.compress_type = ZIP_DEFLATED
            new.writestr(row, old.read(name))
    return again.read_bytes()
