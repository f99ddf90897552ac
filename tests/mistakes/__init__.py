"""Mistakes that authors make often, as a table: each is named with its file, its line and what to do."""

from mistakes import articles, others
from mistakes.others import GROUND, SETTINGS
from mistakes.records import Mistake

MISTAKES = (*articles.MISTAKES, *others.MISTAKES)

__all__ = ["GROUND", "MISTAKES", "SETTINGS", "Mistake"]
