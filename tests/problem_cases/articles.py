"""A reader for each problem of articles."""

from __future__ import annotations

from readers import article, entry

from course_reader.model.problems import Code
from problem_cases.records import ARMENIA, Case

CASES = (
    Case(
        Code.MISPLACED,
        {"corpus/a/talks.docx": "Text."},
        "corpus/a/talks.docx: nothing reads this; the file of an article is named article.md; rename it, or use "
        "course-reader import",
    ),
    Case(
        Code.OPEN_BLOCK,
        {"corpus/a/article.md": article("Text.\n\n```{note}\nMore.")},
        "corpus/a/article.md:9: the block that begins here never ends, and takes in the rest of the text; close it "
        "with ```",
    ),
    Case(
        Code.SECOND_TITLE,
        {"corpus/a/article.md": article("# An article\n\nText.")},
        "corpus/a/article.md:7: the title is in the front matter; write this heading with ##, or take it out",
    ),
    Case(
        Code.EMPTY_ARTICLE,
        {"corpus/a/article.md": article("")},
        "corpus/a/article.md:2: the article has no text; write it below the front matter",
    ),
    Case(
        Code.UNKNOWN_LANGUAGE,
        {"corpus/a/article.md": article("Wie zijn daar?", language="nl")},
        "corpus/a/article.md:5: the tool has no rules for 'nl', so it finds names only in the forms that the glossary "
        "has; it knows English, French, Russian, Armenian, Azerbaijani, Turkish, German, Spanish, Italian, Ukrainian, "
        "Arabic, Chinese and Japanese; add more forms to the entries' `names`, or lines to the article's `mentions`",
    ),
    Case(
        Code.NOT_MARKDOWN,
        {"corpus/a/article.rst": article("Text.")},
        "corpus/a/article.rst: this file is not read, because an article is written in Markdown; "
        "rewrite it as corpus/a/article.md",
        conf='source_suffix = {".md": "markdown", ".rst": "restructuredtext"}',
    ),
    Case(
        Code.UNSURE,
        {"corpus/a/article.md": article("Text.", outlet="The Paper", unsure="[outlet]")},
        "corpus/a/article.md:6: the import was not sure of `outlet`; check it, then remove it from `unsure`",
    ),
    Case(
        Code.BAD_ADDRESS,
        {"corpus/a/article.md": article("Text.", url="javascript:alert(1)")},
        "corpus/a/article.md:5: url is 'javascript:alert(1)', which is not linked; "
        "write one that begins with https:// or http://, with a plain host and no blanks",
    ),
    Case(
        Code.LEVEL_TEXT,
        {"corpus/a/article.md": article("Some.\n\nWords."), "corpus/a/b1.md": "Some words.\n"},
        "corpus/a/b1.md: this text has 1 paragraph, and its article has 2; "
        "give both the same paragraphs, so that notes and questions find theirs",
    ),
    Case(
        Code.UNMATCHED_MENTION,
        {**ARMENIA, "corpus/a/article.md": article("Armenia.", mentions="\n  - {text: Aremnia, entry: armenia}")},
        "corpus/a/article.md:6: “Aremnia” does not occur in the article; "
        "correct this line of `mentions`, or take it out",
    ),
    Case(
        Code.UNKNOWN_ENTRY,
        {**ARMENIA, "corpus/a/article.md": article("Armenia.", mentions="[{text: Armenia, entry: armenai}]")},
        "corpus/a/article.md:5: the entry 'armenai' does not exist; did you mean 'armenia'?",
    ),
    Case(
        Code.AMBIGUOUS_NAME,
        {
            "glossary/people/a.md": entry("A Smith", aliases="[{name: Smith, from: 1990}]"),
            "glossary/people/b.md": entry("B Smith", aliases="[{name: Smith, from: 1980}]"),
            "corpus/a/article.md": article("First.\n\nThen Smith came."),
        },
        "corpus/a/article.md:9: in “Then Smith came.”, does “Smith” mean `a` or `b`? Add a line to the article's "
        "`mentions`: `{text: Smith, paragraph: 2, entry: a}`, or `entry: none` for no link",
    ),
    Case(
        Code.METONYM,
        {
            "glossary/places/yerevan.md": entry("Yerevan"),
            "glossary/organisations/government.md": entry("Government", aliases="[{name: Yerevan, metonym: true}]"),
            "corpus/a/article.md": article("Yerevan time and again refused."),
        },
        "corpus/a/article.md:7: in “Yerevan time and again refused.”, does “Yerevan” mean `yerevan` or `government` "
        "(nothing around it shows that the place is meant)? Add a line to the article's `mentions`: "
        "`{text: Yerevan, paragraph: 1, entry: yerevan}`, or `entry: none` for no link",
    ),
    Case(
        Code.ORIGINAL_CHANGED,
        {
            "corpus/a/article.md": article("Text.", original="{file: original.txt, sha256: '00'}"),
            "corpus/a/original.txt": "Text.",
        },
        "corpus/a/article.md:5: original.txt differs from the text that was imported (by its SHA-256); import it again",
    ),
    Case(
        Code.NO_RIGHTS,
        {"corpus/a/article.md": "---\ntitle: A\ndate: 2022\n---\n\nText.\n"},
        "corpus/a/article.md:1: nothing says who may see the text, so the public sees only a stub; "
        "add `rights: {status: own}`, or what is true",
    ),
    Case(
        Code.RIGHTS_UNCLEAR,
        {"corpus/a/article.md": article("Text.", private="true")},
        "corpus/a/article.md:5: the key 'private' does not exist here, and may be meant to restrict the text; correct "
        "it or take it out; until this is put right, the public sees only a stub of the text",
    ),
    Case(
        Code.RIGHTS_EXPIRED,
        {"corpus/a/article.md": "---\ntitle: A\ndate: 2022\nrights:\n  status: own\n  expires: 2023\n---\n\nT\n"},
        "corpus/a/article.md:6: the permission expired on 2023; renew it, because a stub is shown until then",
    ),
    Case(
        Code.CLOSED_FILE,
        {
            "corpus/a/article.md": article("![A ship](../b/ship.png)"),
            "corpus/b/article.md": article("T.", rights="none"),
            "corpus/b/ship.png": "A ship.",
        },
        "corpus/a/article.md:7: the page takes in corpus/b/ship.png, which the public may not see (it belongs to "
        "corpus/b/article.md, which is not public); take it out, or open the text",
    ),
    Case(
        Code.UNMATCHED_WORD,
        {"corpus/a/article.md": article("They irked us.", vocabulary="\n  irk: to annoy\n  mend: to repair")},
        "corpus/a/article.md:7: “mend” does not occur in the text; correct it, or add the form that does to `forms`",
    ),
    Case(
        Code.DANGLING_ANSWER,
        {**ARMENIA, "corpus/a/article.md": article("T", questions="\n  - {text: Who?, answer_in: armenai}")},
        "corpus/a/article.md:6: `answer_in` names 'armenai', which is not an entry, section, article or page; "
        "did you mean 'armenia'?",
    ),
    Case(
        Code.PREREADING_DATE,
        {
            "glossary/events/fair.md": entry("Fair", start="2023-01-01"),
            "corpus/a/article.md": article("Text.", before="\n  dates:\n    - fair"),
        },
        "corpus/a/article.md:7: `before` cannot show this date: `fair` happened after the article "
        "(2022-11-01); name something earlier",
    ),
    Case(
        Code.UNKNOWN_ARTICLE,
        {
            "corpus/talks-one/article.md": article("Text."),
            "docs/compare.md": "# Compare\n\n```{reader-compare} talks-one talks-on\n```\n",
        },
        "docs/compare.md:3: the article 'talks-on' does not exist; did you mean 'talks-one'?",
    ),
)
