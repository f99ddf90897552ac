"""How often an entry is glossed."""

from __future__ import annotations

from typing import Literal, get_args

GlossPolicy = Literal["first", "section", "paragraph", "all", "none"]
GLOSS_POLICIES: tuple[GlossPolicy, ...] = get_args(GlossPolicy)
