"""A reader for each problem of maps, settings and parts, and one of which Sphinx warns."""

from __future__ import annotations

from readers import article

from course_reader.model.problems import Code
from problem_cases.records import ARMENIA, BIB, SOURCES, Case

#: a part that complains of every article that has a headline
PART = """
from course_reader.model.problems import Code, Problem
from course_reader.parts.part import Part


def check(at):
    if at.page.article:
        yield Problem(at.path, at.lines.of("title"), Code.PART, "the headline is too short; add a word")


PART = Part(name="case_of_a_part", about="It complains.", check=check)
"""

CASES = (
    Case(
        Code.PACK_ARTICLE,
        {"corpus/packs/a.md": "---\ntitle: P\n---\n\nText.\n"},
        "corpus/packs/a.md:1: the pack lists no article and is not printed; name its articles in a `toctree`",
    ),
    Case(
        Code.PART,
        {"case_of_a_part.py": PART, "corpus/a/article.md": article("Text.")},
        "corpus/a/article.md:2: the headline is too short; add a word",
        "reader_parts = ['case_of_a_part']",
    ),
    Case(
        Code.MAP_PLACE,
        ARMENIA | {"docs/map.md": "# Map\n\n```{place-map}\n:places: armenia\n```\n"},
        "docs/map.md:3: the map names 'armenia', which has no `coordinates`; add them to its entry, or take it out",
    ),
    Case(
        Code.BAD_SETTING,
        {},
        "conf.py:9: reader_gloss is 'frist'; it should be one of 'first', 'section', 'paragraph', 'all', 'none'. "
        "'first' is used instead",
        "reader_gloss = 'frist'",
    ),
    Case(
        Code.BIBLIOGRAPHY,
        {"docs/sources.bib": "@misc{a-life, title = {A life}}\n\n@misc{open, title = {No end}\n"},
        "docs/sources.bib:3: the source 'open' cannot be read in full: premature end of file; look at its braces, "
        "quotation marks and commas",
        BIB,
    ),
    Case(
        Code.NOT_BUILT,
        {**SOURCES, "docs/page.md": "# Page\n\nWords {cite}`pm bio`.\n"},
        "docs/page.md:3: the role {cite} with “pm bio” failed (ValueError: malformed citation target: pm bio); correct "
        "it, or take it out",
        BIB,
    ),
    Case(
        Code.SPHINX,
        {"corpus/a/article.md": article("{nosuchrole}`x`")},
        'corpus/a/article.md:7: Unknown interpreted text role "nosuchrole". (myst.role_unknown); correct it '
        "or take it out",
    ),
)
