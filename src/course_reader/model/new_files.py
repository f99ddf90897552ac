"""The first text of a file that somebody will fill in: valid, with comments that say what belongs where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from course_reader.files.schema_line import schema_line
from course_reader.files.yaml_lines import Value
from course_reader.files.yaml_write import pair
from course_reader.model.entry import Kind

#: what an article may say besides, with an example of each
_ARTICLE = """\
# The day it was published, such as 2024-03-02. Glosses say what was true on that day.
{date}
# Who published and wrote it, as printed; its address.
# outlet: The Northport Gazette
# agency: Bay News Agency
# byline: Lena Marsh
# dateline: Northport
# url: https://www.northport-gazette.example/2024/03/02/harbour-agreement
# Who may read it: none (only the class), adapted, licensed, open, public-domain or own.
rights: {{status: none}}
# Sections of the background chapter, by their anchors, and questions to read with.
# background: [the-harbour]
# questions:
#   - Who speaks in this article, and who does not?
"""

#: what an entry of each kind may say, with an example of each
_ENTRY = {
    Kind.PEOPLE: """\
# Names that articles use besides the full name, such as the surname; the key to sort by.
# aliases: [Quill]
# sort: Quill, Ada
# Offices, each with its time and source: the margin shows the one held on the article's day.
# roles:
#   - {title: Mayor of Northport, from: 2022-01-10, to: .., source: example}
""",
    Kind.PLACES: """\
# Other names, and latitude and longitude for maps.
# aliases: [Port of the North]
# coordinates: [54.32, 10.13]
# country: Northland
""",
    Kind.AGREEMENTS: """\
# aliases: [the harbour deal]
# date: 2024-03-01
# parties: [Northport, Southport]
# provisions: [Both towns may use the harbour.]
# outcome: The first ferry sailed in June 2024.
""",
    Kind.ORGANISATIONS: """\
# aliases: [the Gazette]
# founded: 1921
# For an outlet or agency: who owns it, and how it is paid for.
# owner: The Marsh family
# funding: Sales and advertising
""",
    Kind.EVENTS: """\
# aliases: [the blockade]
# start: 2023-04-01
# end: 2023-04-09
""",
    Kind.TERMS: """\
# Terms are found in small and capital letters, and in the plural.
# aliases: [ferry line]
""",
}


def new_article(path: Path, root: Path, title: str, *, date: str = "", language: str = "en") -> str:
    """The file of an article without a text.

    Args:
        path: The file.
        root: The reader's folder.
        title: The headline.
        date: The day it was published, if known, in the form 2024-03-02.
        language: The language of its text.
    """
    keys = _ARTICLE.format(date=f"date: {date}" if date else "# date: 2024-03-02")
    tag = "" if language == "en" else _pair("language", language) + "\n"
    return (
        f"---\n{schema_line(path, root, 'article')}\n{_pair('title', title)}\n{keys}{tag}"
        "# The text goes below the next line: paragraphs with an empty line between them, without the title.\n---\n"
    )


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a new entry besides its name."""

    gloss: str = ""
    #: the text below the front matter, in Markdown
    prose: str = ""
    #: keys of docs/sources.bib
    sources: tuple[str, ...] = ()
    #: dates by their keys, such as `born`
    dates: Mapping[str, str] = field(default_factory=dict)
    #: the day on which it was checked
    as_of: str = ""
    draft: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether readers can be shown it: it has a gloss, prose and a source."""
        return bool(self.gloss and self.prose and self.sources)


def new_entry(
    path: Path, root: Path, kind: Kind, name: str, given: Given | None = None, *, needed_for: str = ""
) -> str:
    """The file of a new entry, with the keys that are known, and comments on those that may follow.

    Args:
        path: The file.
        root: The reader's folder.
        kind: The kind of the entry.
        name: Its heading.
        given: What is known of it.
        needed_for: The article for which it was begun.
    """
    known = given or Given()
    needed = f"# Needed for the article {needed_for}.\n" if needed_for else ""
    draft = "# No page shows this entry until the next line is removed.\ndraft: true\n" if known.draft else ""
    keys = "".join(f"{_pair(key, date)}\n" for key, date in known.dates.items() if date)
    usual = "\n".join(
        line for line in _ENTRY[kind].splitlines() if not any(line.startswith(f"# {key}:") for key in known.dates)
    )
    return (
        f"---\n{schema_line(path, root, kind.word)}\n{needed}{_pair('name', name)}\n{draft}"
        "# At most 30 words for the margin.\n"
        f"{_pair('gloss', known.gloss)}\n{keys}{usual}\n"
        "# Keys of docs/sources.bib, and the day on which you last checked the entry.\n"
        f"{_pair('sources', list(known.sources))}\n"
        f"{_pair('as_of', known.as_of) if known.as_of else '# as_of: 2024-03-02'}\n"
        f"# Below the next line: what a reader should know, in 60 to 120 words.\n---\n{_prose(known.prose)}"
    )


def _prose(text: str) -> str:
    return f"\n{text.strip()}\n" if text.strip() else ""


def new_pack(path: Path, root: Path, title: str, articles: Sequence[str]) -> str:
    """The file of a pack.

    Args:
        path: The file.
        root: The reader's folder.
        title: The title of the pack.
        articles: Documents of the articles, in order, relative to the pack's folder.
    """
    listed = "\n".join(articles)
    return (
        f"---\n{schema_line(path, root, 'pack')}\n{_pair('title', title)}\n"
        "# On the title page, if given:\n"
        "# subtitle: Articles with glosses, background and glossary\n"
        "# course: Peace studies\n# instructor: Your name\n# term: Autumn 2026\n"
        "# a4, a5, letter or legal; printed on one side or two\npaper: a4\nsides: two\n"
        "# Sets of notes to print: `layers: [instructor]`; without this key, all that are public.\n"
        "---\n\n"
        f"```{{toctree}}\n:maxdepth: 1\n\n{listed}\n```\n"
    )


def new_list(kind: Kind) -> str:
    """The page that lists the entries of a kind."""
    title = str(kind).capitalize()
    return f"# {title}\n\n```{{entry-list}}\n:kind: {kind}\n```\n\n```{{toctree}}\n:hidden:\n:glob:\n\n*\n```\n"


def _pair(key: str, value: Value) -> str:
    return "\n".join(pair(key, value, 0))
