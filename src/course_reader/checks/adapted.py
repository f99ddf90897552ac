"""Whether adapted articles keep what their originals say; every difference is intended, and the article says why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from course_reader.marks.records import Page
from course_reader.model.article import Change
from course_reader.model.problems import Code, Problem
from course_reader.text.prose.retelling import Difference, RetoldParagraph, differences, passages
from course_reader.text.prose.voices import Speaker
from course_reader.views.library import Library


def retelling(library: Library, page: Page) -> list[RetoldParagraph]:
    """The paragraphs of an adapted article."""
    names = [Speaker(m.entry, str(library.glossary.kind(m.entry)), m.start, m.end) for m in library.known(page)]
    return passages(page.text, [(part.start, part.end, part.number) for part in page.paragraphs], names)


def differing(
    original: Sequence[RetoldParagraph], told: Sequence[RetoldParagraph], changes: Sequence[Change]
) -> tuple[list[Difference], list[tuple[Difference, Change]], list[Change]]:
    """The differences that no change explains, those that one does, and the changes that explain nothing."""
    unlisted: list[Difference] = []
    listed: list[tuple[Difference, Change]] = []
    for difference in differences(original, told):
        change = next((change for change in changes if explains(change, difference)), None)
        if change:
            listed.append((difference, change))
        else:
            unlisted.append(difference)
    used = [change for _, change in listed]
    return unlisted, listed, [change for change in changes if change not in used]


def explains(change: Change, difference: Difference) -> bool:
    """Whether a change is the reason for a difference."""
    return (
        change.kind == difference.kind
        and change.paragraph in (None, difference.paragraph)
        and (change.words is None or change.words.casefold() in difference.what.casefold())
    )


def problems(path: str, unlisted: Sequence[Difference], unused: Sequence[Change]) -> Iterator[Problem]:
    """What somebody has to settle in an article."""
    for difference in unlisted:
        place = f"paragraph {difference.paragraph}: " if difference.paragraph else ""
        message = f"{place}{difference.kind}: {difference.what}; restore it, or give the reason in `changes`"
        yield Problem(path, 0, Code.RETELLING, message)
    for change in unused:
        place = f" in paragraph {change.paragraph}" if change.paragraph else ""
        message = f"`changes` has {change.kind}{place}, but there is no such difference; take the line out"
        yield Problem(path, 0, Code.RETELLING, message)
