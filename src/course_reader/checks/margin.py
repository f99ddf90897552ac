"""The glosses of each text: whether the margin shows them, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from course_reader.model.gloss_policy import Tier
from course_reader.views.library import Library
from course_reader.views.ranking import Ranked


@dataclass(frozen=True, slots=True)
class GlossRow:
    """One gloss, with the decision on it."""

    entry: str
    name: str
    #: the words that it explains
    text: str
    paragraph: int | None
    ranked: Ranked
    in_margin: bool

    def to_json(self) -> dict[str, Any]:
        """The row as `check --margin --json` prints it."""
        return {
            "entry": self.entry,
            "text": self.text,
            "paragraph": self.paragraph,
            "margin": self.in_margin,
            "shown_from": self.ranked.tier.word,
            "points": self.ranked.points,
            "reasons": [{"points": reason.points, "reason": reason.words} for reason in self.ranked.reasons],
        }


@dataclass(frozen=True, slots=True)
class TextGlosses:
    """The glosses of an article or a chapter, in the order of its text."""

    path: str
    words: int
    rows: tuple[GlossRow, ...]

    @property
    def per_hundred(self) -> float:
        """How many glosses the margin has for 100 words of the text."""
        return 100 * sum(row.in_margin for row in self.rows) / self.words if self.words else 0.0

    def to_json(self) -> dict[str, Any]:
        """The text as `check --margin --json` prints it."""
        return {
            "path": self.path,
            "words": self.words,
            "per_hundred_words": round(self.per_hundred, 2),
            "glosses": [row.to_json() for row in self.rows],
        }


def glosses(library: Library) -> Iterator[TextGlosses]:
    """The glosses of all articles by date, then of the chapters."""
    chapters = [docname for docname, page in sorted(library.pages.items()) if page.kind == "chapter"]
    for docname in [*(docname for docname, _ in library.articles), *chapters]:
        page, view = library.pages[docname], library.text(docname)
        rows = []
        for chosen, gloss in view.glossed:
            mark, paragraph = chosen.mention, page.paragraph_at(chosen.mention.start)
            words = " ".join(page.text[mark.start : mark.end].split())
            number, is_shown = paragraph.number if paragraph else None, chosen.ranked.tier <= view.margin
            rows.append(GlossRow(gloss.entry, gloss.name, words, number, chosen.ranked, is_shown))
        if rows:
            yield TextGlosses(library.documents.path(docname), page.words, tuple(rows))


def table(texts: Iterable[TextGlosses]) -> Iterator[str]:
    """The decisions as lines: where the gloss is, its points, and the reasons."""
    for text in texts:
        shown = sum(row.in_margin for row in text.rows)
        yield (
            f"{text.path}: {shown} of {len(text.rows)} glosses in the margin, "
            f"{text.per_hundred:.1f} for 100 of its {text.words} words"
        )
        for row in text.rows:
            place = "margin" if row.in_margin else "never" if row.ranked.tier is Tier.NEVER else "on demand"
            reasons = ", ".join(map(str, row.ranked.reasons))
            yield f"  ¶{row.paragraph or '-':<3} {place:9} {row.ranked.points:>2}  {row.name} (“{row.text}”): {reasons}"
