"""Everything that `check` or a build can complain about: one list, printed in the manual.

A problem has a code, a place and a sentence that says what is wrong and what to do.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath


class Severity(StrEnum):
    """How much a problem matters."""

    #: something is lost or would be shown wrongly
    ERROR = "error"
    #: something is probably not as meant; a build with `-W` fails
    WARNING = "warning"
    #: a question for the editor; only `check` speaks of it
    HINT = "hint"


class Code(StrEnum):
    """What can be wrong. The value is the code that is printed; `severity` and `about` belong to it."""

    severity: Severity
    about: str

    def __new__(cls, value: str, severity: Severity, about: str) -> Code:
        """Make a member that carries its severity and its sentence for the manual."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.severity = severity
        member.about = about
        return member

    # --- files
    NOT_UTF8 = "not-utf8", Severity.ERROR, "A file cannot be read, or holds bytes that are not UTF-8."
    LINK_BACK = "link-back", Severity.WARNING, "A link leads to a folder of the reader itself and is not followed."
    YAML = "yaml", Severity.ERROR, "Front matter or a YAML file cannot be read."
    UNKNOWN_KEY = "unknown-key", Severity.ERROR, "A key that this kind of file does not have."
    BAD_VALUE = "bad-value", Severity.ERROR, "A value of the wrong type or form."
    MISSING_KEY = "missing-key", Severity.ERROR, "A key that must be there is not."
    BAD_DATE = "bad-date", Severity.ERROR, "A date that is not in the calendar or not in the form 2022-10-31."
    DATE_ORDER = "date-order", Severity.ERROR, "A period that ends before it starts."
    # --- parts
    PART = "part", Severity.WARNING, "A part of your own complains; it says of what."
    # --- entries
    WRONG_KIND = "wrong-kind", Severity.ERROR, "An entry lies in a folder that is no kind, or names another kind."
    BAD_ID = "bad-id", Severity.ERROR, "An entry's file name cannot serve as its id."
    DUPLICATE_ID = "duplicate-id", Severity.ERROR, "Two entries of different kinds have the same file name."
    DANGLING_SEE = "dangling-see", Severity.WARNING, "`see` names an entry that is not there."
    DANGLING_BACKGROUND = (
        "dangling-background",
        Severity.WARNING,
        "`background` or `sections` names a section that the chapter does not have.",
    )
    DANGLING_SOURCE = "dangling-source", Severity.WARNING, "A source is cited that `docs/sources.bib` lacks."
    SHARED_ALIAS = (
        "shared-alias",
        Severity.WARNING,
        "Two entries claim one name, and nothing (dates, `metonym`) tells them apart.",
    )
    GLOSS_EMPTY = "gloss-empty", Severity.WARNING, "An entry has no gloss yet."
    GLOSS_LONG = "gloss-long", Severity.WARNING, "A gloss has more than 30 words."
    GLOSS_GAP = "gloss-gap", Severity.WARNING, "A dated gloss says nothing for the date of an article that shows it."
    ROLE_GAP = "role-gap", Severity.HINT, "No role of a person covers the date of an article that names them."
    NEVER_NAMED = "never-named", Severity.HINT, "No article and no chapter names this entry."
    # --- what an editor would ask
    NO_SOURCE = "no-source", Severity.WARNING, "A statement of an entry, a chapter or an article names no source."
    NO_AS_OF = "no-as-of", Severity.WARNING, "An entry tells what can still change, but not up to which day."
    LOADED_WORD = "loaded-word", Severity.WARNING, "A word that takes a side, and nobody is named who says it."
    SOURCE_ADDRESS = (
        "source-address",
        Severity.WARNING,
        "The address of a source is none, or nothing says when the source was published or read.",
    )
    CONTRADICTION = "contradiction", Severity.WARNING, "Two pages disagree on a date or on who held an office."
    NO_SECTION = "no-section", Severity.HINT, "An entry names no section of the background chapter."
    PROSE_LENGTH = "prose-length", Severity.HINT, "The prose of an entry has fewer than 60 or more than 120 words."
    GLOSS_REPEATS = "gloss-repeats", Severity.HINT, "A gloss says little more than the sentence that it explains."
    READING_LEVEL = "reading-level", Severity.HINT, "A text is harder to read than the level set for the reader."
    # --- articles
    EMPTY_ARTICLE = "empty-article", Severity.WARNING, "An article has no text."
    UNSURE = "unsure", Severity.WARNING, "The import left a question that a person has to settle."
    UNMATCHED_MENTION = "unmatched-mention", Severity.WARNING, "A line of `mentions` matches nothing in the text."
    UNKNOWN_ENTRY = "unknown-entry", Severity.WARNING, "A mention, role or directive names an entry that is not there."
    AMBIGUOUS_NAME = "ambiguous-name", Severity.WARNING, "A name fits two entries and is therefore not linked."
    METONYM = "metonym", Severity.HINT, "A capital's name may stand for a government here; it is not linked."
    UNMATCHED_WORD = "unmatched-word", Severity.WARNING, "A hard word does not stand in the text of its article."
    DANGLING_ANSWER = "dangling-answer", Severity.WARNING, "`answer_in` of a question names nothing in the reader."
    PREREADING_DATE = (
        "prereading-date",
        Severity.WARNING,
        "`before.dates` names an entry without a date, or an event later than the article.",
    )
    UNKNOWN_ARTICLE = "unknown-article", Severity.WARNING, "A directive names an article that is not there."
    ORIGINAL_CHANGED = "original-changed", Severity.ERROR, "The kept original no longer has the hash noted for it."
    NO_RIGHTS = "no-rights", Severity.HINT, "An article says nothing about the right to show it."
    RIGHTS_EXPIRED = "rights-expired", Severity.WARNING, "The permission for an article has run out; a stub is shown."
    # --- notes
    NOTE_LOST = "note-lost", Severity.WARNING, "A note's quote does not stand in its article."
    NOTE_AMBIGUOUS = "note-ambiguous", Severity.WARNING, "A note's quote stands in its article more than once."
    NOTE_CHANGED = "note-changed", Severity.WARNING, "The words of a note were edited or moved; the note waits for you."
    NOTE_REPLY = "note-reply", Severity.WARNING, "A note answers a note that is not there; it is shown by itself."
    DUPLICATE_NOTE = "duplicate-note", Severity.ERROR, "Two notes on one article have the same id."
    HIDDEN_CHARACTER = (
        "hidden-character",
        Severity.WARNING,
        "A note, or a file of annotations, holds a character that nobody can see; the character is left out.",
    )
    ANNOTATION_FILE = "annotation-file", Severity.ERROR, "A file of annotations cannot be imported."
    NOTES_NOT_WRITTEN = "notes-not-written", Severity.ERROR, "A file of notes could not be changed; it is as it was."
    # --- maps
    MAP_PLACE = "map-place", Severity.WARNING, "A map asks for a place that it cannot show, or for no article's."
    MAP_CROWDED = "map-crowded", Severity.WARNING, "The name of a place found no room on a map."
    # --- packs
    PACK_ARTICLE = "pack-article", Severity.WARNING, "A pack lists no article, or a page that is none."
    PACK_RIGHTS = "pack-rights", Severity.WARNING, "An article of a pack may not be printed; it is a stub there."
    NO_PRINT_FORM = "no-print-form", Severity.WARNING, "Something on a page has no form in print."
    NOT_PRINTED = "not-printed", Severity.ERROR, "A pack cannot be printed, or something of it is not in print."
    PREREADING_LONG = "prereading-long", Severity.WARNING, "A pre-reading page fills more than one printed page."
    FAR_NOTE = "far-note", Severity.WARNING, "A note stands more than 40 mm from its line."
    MARGIN_UNSETTLED = "margin-unsettled", Severity.WARNING, "The notes of a pack stand at the foot of its pages."
    # --- settings and import
    BAD_SETTING = "bad-setting", Severity.WARNING, "A setting in `conf.py` is not known, or has a value it cannot have."
    IMPORT_UNREADABLE = "import-unreadable", Severity.ERROR, "A file to import cannot be read as text."
    IMPORT_EMPTY = "import-empty", Severity.ERROR, "A file to import holds no article."
    IMPORT_SLUG = "import-slug", Severity.ERROR, "An article cannot get the folder name it should have."
    # --- all others
    SPHINX = "sphinx", Severity.WARNING, "Sphinx, MyST or another extension warned."


#: what an editor asks: `check` counts these even where there is nothing to ask
EDITING = (
    Code.NO_SOURCE,
    Code.NO_AS_OF,
    Code.SOURCE_ADDRESS,
    Code.LOADED_WORD,
    Code.CONTRADICTION,
    Code.NO_SECTION,
    Code.PROSE_LENGTH,
    Code.GLOSS_LONG,
    Code.GLOSS_REPEATS,
    Code.READING_LEVEL,
)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One complaint."""

    #: path as the author knows it, relative to the reader's folder; "" if there is none
    path: str
    #: line in that file, from 1; 0 if the whole file is meant
    line: int
    code: Code
    #: what is wrong and what to do, in one sentence
    message: str

    @property
    def severity(self) -> Severity:
        """The severity of the problem's code."""
        return self.code.severity

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.message} [{self.code}]" if place else f"{self.message} [{self.code}]"

    def to_json(self) -> dict[str, str | int]:
        """The problem as `check --json` prints it."""
        return {
            "code": str(self.code),
            "severity": str(self.severity),
            "path": self.path,
            "line": self.line,
            "message": self.message,
        }


def shown_path(path: PurePath, root: PurePath) -> str:
    """A path as a complaint prints it: below the root with `/`, otherwise as it is."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
