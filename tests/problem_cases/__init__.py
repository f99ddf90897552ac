"""A reader for each problem: files that raise it, and the whole line that says so."""

from problem_cases import articles, editing, entries, notes, others
from problem_cases.imports import ANNOTATIONS, IMPORTS
from problem_cases.records import ARMENIA, BACKGROUND, BIB, KINDS, SOURCES, Case, ImportCase

CASES = (*entries.CASES, *editing.CASES, *articles.CASES, *notes.CASES, *others.CASES)

__all__ = ["ANNOTATIONS", "ARMENIA", "BACKGROUND", "BIB", "CASES", "IMPORTS", "KINDS", "SOURCES", "Case", "ImportCase"]
