"""Every problem that a command or a build can report, in one list that the manual prints.

A problem has a code, a place and a sentence that says what is wrong and what to do.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath


class Severity(StrEnum):
    """How serious a problem is."""

    #: something is lost or would be shown wrongly
    ERROR = "error"
    #: something is probably not as intended; a build with `-W` fails
    WARNING = "warning"
    #: a question for the editor; only `check` reports it
    HINT = "hint"


class Code(StrEnum):
    """The kinds of problem. The value is the code that is printed; each has a `severity` and an explanation, `about`.

    >>> Code("bad-date").about
    'A date is not in the calendar, or not written in the form 2022-10-31.'
    """

    severity: Severity
    about: str

    def __new__(cls, value: str, severity: Severity, about: str) -> Code:
        """Create a member with its severity and its explanation for the manual."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.severity = severity
        member.about = about
        return member

    # --- files
    NOT_UTF8 = "not-utf8", Severity.ERROR, "A file cannot be read, or is not encoded in UTF-8."
    LINK_BACK = (
        "link-back",
        Severity.WARNING,
        "A symbolic link points to a folder of the reader itself and is not followed.",
    )
    LINK_OUT = "link-out", Severity.WARNING, "A symbolic link leads out of the reader and is not followed."
    NOT_MARKDOWN = "not-markdown", Severity.ERROR, "An article, an entry or a chapter is not written in Markdown."
    MISPLACED = "misplaced", Severity.WARNING, "A file is where nothing reads it, or has a name that nothing looks for."
    OPEN_BLOCK = "open-block", Severity.WARNING, "A block in a text begins with a fence and never ends."
    SECOND_TITLE = "second-title", Severity.WARNING, "A text has a heading of the first level besides its title."
    YAML = "yaml", Severity.ERROR, "Front matter or a YAML file cannot be read."
    UNKNOWN_KEY = "unknown-key", Severity.ERROR, "This kind of file does not have the key."
    BAD_VALUE = "bad-value", Severity.ERROR, "A value has the wrong type or form."
    MISSING_KEY = "missing-key", Severity.ERROR, "A required key is missing."
    BAD_DATE = "bad-date", Severity.ERROR, "A date is not in the calendar, or not written in the form 2022-10-31."
    DATE_ORDER = "date-order", Severity.ERROR, "A period ends before it starts."
    BAD_ADDRESS = (
        "bad-address",
        Severity.WARNING,
        "An address is not one that pages may link to, or HTML in a text does more than show words; it is left out.",
    )
    # --- parts
    PART = "part", Severity.WARNING, "A custom part reports a problem; the message says what it is."
    # --- sources
    BIBLIOGRAPHY = "bibliography", Severity.ERROR, "A bibliography, or a source in it, cannot be read."
    # --- entries
    WRONG_KIND = (
        "wrong-kind",
        Severity.ERROR,
        "An entry is in a folder that does not match a kind, or names a different kind.",
    )
    BAD_ID = "bad-id", Severity.ERROR, "An entry's file name cannot be used as its id."
    DUPLICATE_ID = "duplicate-id", Severity.ERROR, "Two entries of different kinds have the same file name."
    DANGLING_SEE = "dangling-see", Severity.WARNING, "`see` names an entry that does not exist."
    DANGLING_BACKGROUND = (
        "dangling-background",
        Severity.WARNING,
        "`background` or `sections` names a section that the chapter does not have.",
    )
    DANGLING_SOURCE = "dangling-source", Severity.WARNING, "A cited source is missing from `docs/sources.bib`."
    SHARED_ALIAS = (
        "shared-alias",
        Severity.WARNING,
        "Two entries have the same name, and neither dates nor `metonym` distinguish them.",
    )
    WEAK_ALIAS = (
        "weak-alias",
        Severity.HINT,
        "A name is also a month, a title, a frequent word or a given name, and is linked only with evidence.",
    )
    DRAFT = "draft", Severity.HINT, "An entry is marked as a draft, and no page shows it."
    UNKNOWN_LANGUAGE = "unknown-language", Severity.HINT, "The tool has no rules for names in an article's language."
    GLOSS_EMPTY = "gloss-empty", Severity.WARNING, "An entry has no gloss yet."
    GLOSS_LONG = "gloss-long", Severity.WARNING, "A gloss has more than 30 words."
    GLOSS_GAP = (
        "gloss-gap",
        Severity.WARNING,
        "None of an entry's dated glosses covers the date of an article that shows it.",
    )
    ROLE_GAP = "role-gap", Severity.HINT, "No role of a person covers the date of an article that names them."
    NEVER_NAMED = "never-named", Severity.HINT, "No article and no chapter names this entry."
    # --- questions that an editor would ask
    NO_SOURCE = "no-source", Severity.WARNING, "A statement in an entry, a chapter or an article has no source."
    NO_AS_OF = (
        "no-as-of",
        Severity.WARNING,
        "An entry says something that can still change, but not when it was last checked.",
    )
    LOADED_WORD = "loaded-word", Severity.WARNING, "A word takes a side, and the text does not say whose word it is."
    SOURCE_ADDRESS = (
        "source-address",
        Severity.WARNING,
        "A source has no valid address, or no date of publication or access.",
    )
    HIDDEN_ACTOR = "hidden-actor", Severity.HINT, "A passive does not say who acted."
    SOURCE_BLOCKED = "source-blocked", Severity.WARNING, "A source is from a site that may not be used."
    SOURCE_KIND = "source-kind", Severity.WARNING, "A source does not say what kind of source it is."
    BALANCE = "balance", Severity.WARNING, "A text is uneven between the sides of a dispute, and nobody says why."
    CONTRADICTION = "contradiction", Severity.WARNING, "Two pages disagree on a date or on who held an office."
    NO_SECTION = "no-section", Severity.HINT, "An entry does not name a section of the background chapter."
    PROSE_LENGTH = "prose-length", Severity.HINT, "The prose of an entry has fewer than 60 or more than 120 words."
    GLOSS_REPEATS = "gloss-repeats", Severity.HINT, "A gloss says little more than the sentence that it explains."
    READING_LEVEL = "reading-level", Severity.HINT, "A text is harder to read than the level set for the reader."
    # --- articles
    EMPTY_ARTICLE = "empty-article", Severity.WARNING, "An article has no text."
    UNSURE = "unsure", Severity.WARNING, "The import left a question for a person to settle."
    UNMATCHED_MENTION = "unmatched-mention", Severity.WARNING, "A line of `mentions` matches nothing in the text."
    UNKNOWN_ENTRY = (
        "unknown-entry",
        Severity.WARNING,
        "A mention, role or directive names an entry that does not exist.",
    )
    AMBIGUOUS_NAME = "ambiguous-name", Severity.WARNING, "A name fits more than one entry and is therefore not linked."
    METONYM = (
        "metonym",
        Severity.HINT,
        "The name of a capital or country may mean the place or its government, and is not linked.",
    )
    UNMATCHED_WORD = "unmatched-word", Severity.WARNING, "A hard word does not occur in its article."
    DANGLING_ANSWER = (
        "dangling-answer",
        Severity.WARNING,
        "`answer_in` of a question names something that the reader does not have.",
    )
    PREREADING_DATE = (
        "prereading-date",
        Severity.WARNING,
        "A pre-reading page is asked to show something that has no date, or that happened after the article.",
    )
    UNKNOWN_ARTICLE = "unknown-article", Severity.WARNING, "A directive names an article that does not exist."
    RETELLING = (
        "retelling",
        Severity.WARNING,
        "An adapted article differs from its original in a way that its `changes` do not list.",
    )
    LEVEL_TEXT = (
        "level-text",
        Severity.WARNING,
        "A text at another level has no article beside it, or other paragraphs than its article.",
    )
    ORIGINAL_CHANGED = "original-changed", Severity.ERROR, "The kept original no longer matches its recorded hash."
    NO_RIGHTS = "no-rights", Severity.ERROR, "An article does not say who may see it; the public sees a stub."
    RIGHTS_UNCLEAR = (
        "rights-unclear",
        Severity.ERROR,
        "What an article says of its rights is wrong or cannot be read; the public sees a stub.",
    )
    CLOSED_FILE = "closed-file", Severity.ERROR, "A page takes in a file that the public may not see; it is left out."
    RIGHTS_EXPIRED = "rights-expired", Severity.WARNING, "The permission for an article has expired; a stub is shown."
    # --- notes
    AUDIENCE_UNCLEAR = (
        "audience-unclear",
        Severity.ERROR,
        "What a set of notes says of its audience is wrong or cannot be read; the public does not see it.",
    )
    NOTE_LOST = "note-lost", Severity.WARNING, "A note's quote does not occur in its article."
    NOTE_AMBIGUOUS = "note-ambiguous", Severity.WARNING, "A note's quote occurs more than once in its article."
    NOTE_CHANGED = (
        "note-changed",
        Severity.WARNING,
        "The quoted words were edited or moved; somebody has to confirm the new place.",
    )
    NOTE_REPLY = "note-reply", Severity.WARNING, "A note answers a note that does not exist; it is shown by itself."
    DUPLICATE_NOTE = "duplicate-note", Severity.ERROR, "Two notes on one article have the same id."
    HIDDEN_CHARACTER = (
        "hidden-character",
        Severity.WARNING,
        "A note, or a file of annotations, holds a character that nobody can see; the character is left out.",
    )
    ANNOTATION_FILE = "annotation-file", Severity.ERROR, "A file of annotations cannot be imported."
    NOTES_NOT_WRITTEN = (
        "notes-not-written",
        Severity.ERROR,
        "A file of notes could not be changed, and was left as it is.",
    )
    # --- maps
    MAP_PLACE = (
        "map-place",
        Severity.WARNING,
        "A map names a place that it cannot show, or an article that does not exist.",
    )
    MAP_CROWDED = "map-crowded", Severity.WARNING, "There was no room for the name of a place on a map."
    # --- packs
    PACK_ARTICLE = "pack-article", Severity.WARNING, "A pack lists no article, or a page that is not an article."
    PACK_LAYER = (
        "pack-layer",
        Severity.WARNING,
        "A pack asks for a set of notes that it has nothing of, or that its audience may not see.",
    )
    PACK_RIGHTS = (
        "pack-rights",
        Severity.WARNING,
        "An article in a pack may not be printed; the pack has a stub instead.",
    )
    PACK_LEVEL = (
        "pack-level",
        Severity.WARNING,
        "A pack asks for a level at which an article has no text; the article's own text is printed.",
    )
    NO_PRINT_FORM = "no-print-form", Severity.WARNING, "Something on a page has no form in print."
    NOT_PRINTED = "not-printed", Severity.ERROR, "A pack cannot be printed, or part of it is missing in print."
    PREREADING_LONG = "prereading-long", Severity.WARNING, "A pre-reading page takes up more than one page in print."
    FAR_NOTE = "far-note", Severity.WARNING, "A note is more than 160 mm away from its line."
    MARGIN_UNSETTLED = (
        "margin-unsettled",
        Severity.WARNING,
        "The margin of a page could not be arranged; its notes are at its foot.",
    )
    # --- settings and import
    BAD_SETTING = "bad-setting", Severity.WARNING, "A setting in `conf.py` does not exist, or has an invalid value."
    IMPORT_UNREADABLE = "import-unreadable", Severity.ERROR, "A file to import cannot be read as text."
    IMPORT_EMPTY = "import-empty", Severity.ERROR, "A file to import contains no article."
    IMPORT_SLUG = "import-slug", Severity.ERROR, "An article's folder cannot have the given name."
    # --- all others
    NOT_BUILT = "not-built", Severity.ERROR, "The reader, or something on one of its pages, cannot be built."
    SPHINX = "sphinx", Severity.WARNING, "Sphinx, MyST or another extension warned."


#: what an editor asks: `check` counts these even where there is nothing to ask
EDITING = (
    Code.NO_SOURCE,
    Code.NO_AS_OF,
    Code.SOURCE_ADDRESS,
    Code.SOURCE_BLOCKED,
    Code.SOURCE_KIND,
    Code.LOADED_WORD,
    Code.HIDDEN_ACTOR,
    Code.BALANCE,
    Code.CONTRADICTION,
    Code.NO_SECTION,
    Code.PROSE_LENGTH,
    Code.GLOSS_LONG,
    Code.GLOSS_REPEATS,
    Code.READING_LEVEL,
)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A problem that was found.

    >>> print(Problem("corpus/a/article.md", 3, Code.BAD_DATE, "date: '31.10.2022' is not a date"))
    corpus/a/article.md:3: date: '31.10.2022' is not a date [bad-date]
    """

    #: path of the file relative to the reader's folder; empty if the problem is not about a file
    path: str
    #: line in that file, from 1; 0 for the whole file
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
        """The problem as the `--json` of all commands prints it."""
        return {
            "code": str(self.code),
            "severity": str(self.severity),
            "path": self.path,
            "line": self.line,
            "message": self.message,
        }


def shown_path(path: PurePath, root: PurePath) -> str:
    """A path as problems show it: relative to the root with `/`, or unchanged if it is elsewhere."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
