"""The choice of mentions that get a gloss: values only, so that every format shows the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from course_reader.marks.records import Marked
from course_reader.model.gloss_policy import GlossPolicy
from course_reader.views.ranking import EVERYWHERE, Ranked


@dataclass(frozen=True, slots=True)
class Glossed:
    """A mention that gets a gloss."""

    mention: Marked
    #: the id of the gloss in its page
    anchor: str
    #: the id of the mention, for the link back
    back: str
    #: how prominent it is; before that is decided, as prominent as can be
    ranked: Ranked = EVERYWHERE


def choose(mentions: Sequence[Marked], policy: GlossPolicy) -> list[Glossed]:
    """The mentions that get a gloss, in the order of the text.

    Args:
        mentions: All mentions of the unit being written, in the order of its text.
        policy: How often an entry is glossed.
    """
    seen: set[tuple[str, int | None, str]] = set()
    count: dict[str, int] = {}
    chosen: list[Glossed] = []
    for mention in mentions:
        scope = _scope(mention, policy)
        # Words that the author explains otherwise than the entry does need their own gloss.
        place = mention.entry, scope, mention.gloss or mention.sense
        if scope is None or place in seen:
            continue
        seen.add(place)
        count[mention.entry] = number = count.get(mention.entry, 0) + 1
        suffix = f"-{number}" if number > 1 else ""
        chosen.append(Glossed(mention, f"gloss-{mention.entry}{suffix}", f"m-{mention.entry}{suffix}"))
    return chosen


def _scope(mention: Marked, policy: GlossPolicy) -> int | None:
    """The scope within which only the first mention of an entry gets a gloss."""
    match policy:
        case "first":
            return 0
        case "section":
            return mention.section
        case "paragraph":
            return mention.block
        case "all":
            return mention.group
        case _:
            return None
