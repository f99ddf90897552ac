"""A reader for each problem of files and entries."""

from __future__ import annotations

from pathlib import Path

from readers import article, entry

from course_reader.model.problems import Code
from problem_cases.records import ARMENIA, BACKGROUND, BIB, KINDS, SOURCES, Case

CASES = (
    Case(
        Code.NOT_UTF8,
        {"docs/plain.md": b"# Plain\n\nCaf\xe9\n"},
        "docs/plain.md:3: the byte 0xe9 is not UTF-8; save the file as UTF-8",
    ),
    Case(
        Code.LINK_BACK,
        {"corpus/again": Path("..")},
        "corpus/again: this link points to a folder of the reader itself and is not followed; remove it",
    ),
    Case(
        Code.LINK_OUT,
        {"docs/far.md": Path("../../far.md")},
        "docs/far.md: this link leads out of the reader and is not followed; put a copy of the file or folder here",
    ),
    Case(
        Code.YAML,
        {"corpus/a/article.md": "---\ntitle: A\ndate: [2022\n---\n\nText.\n"},
        "corpus/a/article.md:3: did not find expected ',' or ']'; "
        "look at the brackets, quotation marks, colons and indentation here",
    ),
    Case(
        Code.UNKNOWN_KEY,
        {"corpus/a/article.md": article("Text.", oulet="The Paper")},
        "corpus/a/article.md:5: the key 'oulet' does not exist here; did you mean 'outlet'?",
    ),
    Case(
        Code.BAD_VALUE,
        {"corpus/a/article.md": article("Text.", gloss="frist")},
        "corpus/a/article.md:5: gloss is 'frist'; it should be one of 'first', 'section', 'paragraph', 'all' or 'none'",
    ),
    Case(
        Code.MISSING_KEY,
        {"corpus/a/article.md": "---\ndate: 2022\nrights: {status: own}\n---\n\nText.\n"},
        "corpus/a/article.md:2: the key 'title' is missing; add it",
    ),
    Case(
        Code.BAD_DATE,
        {"corpus/a/article.md": article("Text.", date="31 October 2022")},
        "corpus/a/article.md:3: date: '31 October 2022' is not a date; write 2022, 2022-10 or 2022-10-31",
    ),
    Case(
        Code.DATE_ORDER,
        {"glossary/people/a.md": entry("A", roles="[{title: T, from: 2020, to: 2018}]")},
        "glossary/people/a.md:4: roles: 2020 comes after 2018; swap or correct them",
    ),
    Case(
        Code.WRONG_KIND,
        {"glossary/treaties/a.md": entry("A")},
        f"glossary/treaties/a.md: there is no kind 'treaties'; move the file to one of {KINDS}",
    ),
    Case(
        Code.BAD_ID,
        {"glossary/people/A_B.md": entry("A B")},
        "glossary/people/A_B.md: 'A_B' cannot be used as an id; use the small letters a to z, digits and hyphens",
    ),
    Case(
        Code.DUPLICATE_ID,
        {"glossary/people/a.md": entry("A"), "glossary/terms/a.md": entry("a")},
        "glossary/terms/a.md: the id 'a' is already used by glossary/people/a.md; rename one of the two files",
    ),
    Case(
        Code.DANGLING_SEE,
        {**ARMENIA, "glossary/people/a.md": entry("A", see="\n  - armenia\n  - armenai")},
        "glossary/people/a.md:6: `see` names 'armenai', which is not the id of any entry; did you mean 'armenia'?",
    ),
    Case(
        Code.DANGLING_BACKGROUND,
        {**BACKGROUND, "glossary/people/a.md": entry("A", background="[fisrt-war]")},
        "glossary/people/a.md:4: `background` names 'fisrt-war', which is not the id of any section of the "
        "background chapter; did you mean 'first-war'?",
    ),
    Case(
        Code.DANGLING_SOURCE,
        {**SOURCES, "glossary/people/a.md": entry("A", roles="\n  - title: T\n    source: pm-boi")},
        "glossary/people/a.md:6: the source 'pm-boi' is not in the bibliography; did you mean 'pm-bio'?",
        BIB,
    ),
    Case(
        Code.SHARED_ALIAS,
        {
            "glossary/people/a.md": entry("A Smith", aliases="[Smith]"),
            "glossary/people/b.md": entry("B Smith", aliases="\n  - Smithie\n  - Smith"),
        },
        "glossary/people/b.md:6: 'Smith' is also a name of `a` (glossary/people/a.md), and nothing distinguishes them; "
        "give one of them `from` and `to`, or `metonym: true`, or take the name out",
    ),
    Case(
        Code.WEAK_ALIAS,
        {"glossary/people/a.md": entry("Helen May", aliases="[May]")},
        "glossary/people/a.md:4: 'May' is also a month or a day, so it is linked only where the words around it show "
        "that the entry is meant; keep to longer names, or write `{name: May, sure: false}` to leave it so, or "
        "`sure: true` if it always means the entry",
    ),
    Case(
        Code.DRAFT,
        {"glossary/people/a.md": entry("Ada Quill", draft="true")},
        "glossary/people/a.md:1: Ada Quill is a draft, which no page shows; "
        "complete it and remove `draft`, or delete the file",
    ),
    Case(
        Code.GLOSS_EMPTY,
        {"glossary/people/a.md": entry("A", gloss='""')},
        "glossary/people/a.md:3: the gloss is empty; explain in at most 30 words who or what this is",
    ),
    Case(
        Code.GLOSS_LONG,
        {"glossary/people/a.md": entry("A", gloss="word " * 31)},
        "glossary/people/a.md:3: the gloss has 31 words, but the margin has room for 30; shorten it",
    ),
    Case(
        Code.GLOSS_GAP,
        {
            "glossary/places/armenia.md": entry("Armenia", gloss="[{to: 1991, text: Soviet republic.}]"),
            "corpus/a/article.md": article("Armenia."),
        },
        "glossary/places/armenia.md:3: no gloss covers 2022-11-01, the date of corpus/a/article.md; "
        "add one, or widen `from` or `to`",
    ),
    Case(
        Code.ROLE_GAP,
        {
            "glossary/people/a.md": entry("A Smith", roles="[{title: Mayor, to: 2018}]"),
            "corpus/a/article.md": article("A Smith."),
        },
        "glossary/people/a.md:4: no role covers 2022-11-01, the date of corpus/a/article.md; "
        "the gloss says “Earlier Mayor (until 2018).”",
    ),
    Case(
        Code.NEVER_NAMED,
        {"corpus/a/article.md": article("Text."), **ARMENIA},
        "glossary/places/armenia.md:1: no article or chapter names Armenia; "
        "add a name that they use, or leave it as it is",
    ),
)
