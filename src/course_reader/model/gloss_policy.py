"""How often an entry is glossed, and how much of the margin its explanations may take."""

from __future__ import annotations

from enum import IntEnum
from typing import Literal, get_args

GlossPolicy = Literal["first", "section", "paragraph", "all", "none"]
GLOSS_POLICIES: tuple[GlossPolicy, ...] = get_args(GlossPolicy)

#: the setting of a reader: everything, what a reader needs at its line, or only the most needed of it
MarginPolicy = Literal["full", "reading", "light"]
MARGIN_POLICIES: tuple[MarginPolicy, ...] = get_args(MarginPolicy)

#: an author's decision on an entry
Choice = Literal["always", "never"]


class Tier(IntEnum):
    """How much has to be shown for a gloss to be in the margin."""

    FEW = 1
    SOME = 2
    ALL = 3
    #: an author keeps it out of every margin
    NEVER = 4

    @property
    def word(self) -> str:
        """The word for it on pages.

        >>> Tier.SOME.word
        'some'
        """
        return self.name.lower()


#: what each setting shows
SHOWN: dict[str, Tier] = {"light": Tier.FEW, "reading": Tier.SOME, "full": Tier.ALL}
#: the most glosses for 100 words of a text
MOST = {Tier.FEW: 2.5, Tier.SOME: 5.0}
