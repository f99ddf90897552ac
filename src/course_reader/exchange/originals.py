"""The originals of adapted articles: files that the teacher holds, read for counting and comparing, never kept."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from course_reader.errors import UsageError
from course_reader.model.outlets.taught import TaughtOutlet
from course_reader.scrape import ScrapeError
from course_reader.scrape.forms.form import RawInput
from course_reader.scrape.markdown import plain
from course_reader.scrape.scrape import scrape_all
from course_reader.text.fold import BARRIER, fold
from course_reader.text.paragraphs import Paragraph

#: Larger files are not news articles.
_LARGEST = 50_000_000


class OriginalError(UsageError):
    """An original cannot be read, or belongs to no article."""


@dataclass(frozen=True, slots=True)
class OriginalText:
    """The text of an original."""

    #: the SHA-256 of the file
    sha256: str
    title: str
    url: str
    #: its blocks, headings included, separated by blank lines
    text: str
    #: its numbered paragraphs, in code points of `text`
    paragraphs: tuple[Paragraph, ...]

    def wordings(self) -> list[str]:
        """The text of each paragraph."""
        return [self.text[part.start : part.end] for part in self.paragraphs]


def read_original(path: Path, taught: Sequence[TaughtOutlet] = ()) -> OriginalText:
    """Read a file as `import` does: furniture of pages is left out, paragraphs are numbered.

    Raises:
        OriginalError: if it cannot be read, or has no text.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise OriginalError(f"{path} is too large for an article; give a file with one article")
        raw = path.read_bytes()
        scraped = scrape_all(RawInput(raw, path.name), taught)[0]
    except OSError as error:
        raise OriginalError(f"{path} cannot be read: {error.strerror or error}") from None
    except ScrapeError as error:
        raise OriginalError(f"{path} cannot be read: {error}") from None
    if not scraped.paragraphs:
        raise OriginalError(f"{path} has no sentence of an article; save its text again")
    text, paragraphs = "", list[Paragraph]()
    for block in scraped.blocks:
        start = len(text)
        text += plain(block.text)
        if block.kind != "heading":
            number = len(paragraphs) + 1
            paragraphs.append(Paragraph(number, f"p{number}", start, len(text)))
        text += BARRIER
    digest = hashlib.sha256(raw).hexdigest()
    return OriginalText(digest, scraped.title or "", scraped.url or "", text.removesuffix(BARRIER), tuple(paragraphs))


def pair(
    given: Sequence[str], sources: Mapping[str, tuple[str, str]], taught: Sequence[TaughtOutlet] = ()
) -> dict[str, OriginalText]:
    """The originals by the slugs of their articles, in the order in which they were given.

    Args:
        given: `SLUG=FILE`, or a file alone, whose article is found by its headline or address.
        sources: Slug → headline and address of the report that the article retells.
        taught: Outlets that the reader's settings teach.

    Raises:
        OriginalError: if a file cannot be read, or its article is not known.
    """
    found: dict[str, OriginalText] = {}
    for item in given:
        slug, sign, name = item.partition("=")
        if sign and slug not in sources and not Path(item).exists():
            known = ", ".join(sources) or "none"
            raise OriginalError(f"{slug} is not an adapted article, one with adapted_from in its head ({known})")
        if not sign or slug not in sources:
            slug, name = "", item
        original = read_original(Path(name), taught)
        slug = slug or _slug_of(original, name, sources)
        if slug in found:
            raise OriginalError(f"two originals are given for {slug}; give one")
        found[slug] = original
    return found


def _slug_of(original: OriginalText, name: str, sources: Mapping[str, tuple[str, str]]) -> str:
    title = fold(original.title).text.strip().casefold()
    fitting = [
        slug
        for slug, (headline, url) in sources.items()
        if (title and fold(headline).text.strip().casefold() == title) or (url and url == original.url)
    ]
    if len(fitting) != 1:
        known = ", ".join(sources) or "none"
        raise OriginalError(
            f"neither headline nor address of {name} is that of one adapted article; write SLUG={name} ({known})"
        )
    return fitting[0]
