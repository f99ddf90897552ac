"""A reader for each problem: files that raise it, and the whole line that says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from readers import article, entry

from course_reader.model.problems import Code

Files = Mapping[str, str | bytes | Path | None]

ARMENIA = {"glossary/places/armenia.md": entry("Armenia")}
BACKGROUND = {"docs/background.md": "(first-war)=\n# The first war\n\nText.\n"}
SOURCES = {"docs/sources.bib": "@misc{pm-bio, title={A life}}\n"}
BIB = "bibtex_bibfiles = ['docs/sources.bib']"
KINDS = "people, places, agreements, organisations, events, terms"


@dataclass(frozen=True)
class Case:
    """A reader that has one problem of a code."""

    code: Code
    files: Files
    #: what `check` prints of it
    line: str
    conf: str = ""


def _note(*notes: str) -> str:
    return "layer: {title: L}\nnotes:\n" + "".join(f"  - {note}\n" for note in notes)


CASES = (
    Case(
        Code.NOT_UTF8,
        {"docs/plain.md": b"# Plain\n\nCaf\xe9\n"},
        "docs/plain.md:3: the byte 0xe9 is not UTF-8; save the file as UTF-8",
    ),
    Case(
        Code.LINK_BACK,
        {"corpus/again": Path("..")},
        "corpus/again: this link leads to a folder of the reader itself and is not followed; take it away",
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
        "glossary/people/a.md:6: `see` names 'armenai', but there is no such entry; did you mean 'armenia'?",
    ),
    Case(
        Code.DANGLING_BACKGROUND,
        {**BACKGROUND, "glossary/people/a.md": entry("A", background="[fisrt-war]")},
        "glossary/people/a.md:4: `background` names 'fisrt-war', but there is no such section of the background "
        "chapter; did you mean 'first-war'?",
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
        "glossary/people/b.md:6: 'Smith' is also a name of `a` (glossary/people/a.md), and nothing tells them apart; "
        "give one of them `from` and `to`, or `metonym: true`, or take the name out",
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
        "glossary/places/armenia.md:1: no article and no chapter names Armenia; "
        "add a name that they use, or leave it as it is",
    ),
    Case(
        Code.NO_SOURCE,
        {**SOURCES, "glossary/people/a.md": entry("A", sources="[pm-bio]", roles="\n  - title: T\n    to: 2018")},
        "glossary/people/a.md:6: this office names no source; add `source:` with a key of the bibliography",
        BIB,
    ),
    Case(
        Code.NO_AS_OF,
        {**SOURCES, "glossary/people/a.md": entry("A", roles="[{title: Mayor, from: 2018, source: pm-bio}]")},
        "glossary/people/a.md:1: the office “Mayor” has no end, but nothing says up to which day that was checked; "
        "add `as_of: 2026-06-30`",
        BIB,
    ),
    Case(
        Code.LOADED_WORD,
        {"glossary/events/a.md": entry("A", prose="First line.\n\nThen they\nliberated the town.")},
        "glossary/events/a.md:9: “liberated” takes a side; name in the sentence who says it, put it in quotation "
        "marks, or write took, taking",
    ),
    Case(
        Code.SOURCE_ADDRESS,
        {"docs/sources.bib": "A remark.\n\n@misc{a-life,\n  title={A life},\n  url={https://example.org/life},\n}\n"},
        "docs/sources.bib:3: nothing dates `a-life`; add `date`, or `urldate` with the day on which you read it",
        BIB,
    ),
    Case(
        Code.CONTRADICTION,
        {
            "glossary/agreements/a.md": entry("The Paper", date="2022-10-06"),
            "corpus/a/article.md": article("First.\n\nThe Paper of 7 October 2022."),
        },
        "corpus/a/article.md:9: “The Paper” is dated 7 October 2022 here, but glossary/agreements/a.md says "
        "6 October 2022; correct one of them",
    ),
    Case(
        Code.NO_SECTION,
        {**SOURCES, **BACKGROUND, "glossary/people/a.md": entry("A", sources="[pm-bio]")},
        "glossary/people/a.md:1: no section of the background chapter explains A; name one in `background`",
        BIB,
    ),
    Case(
        Code.PROSE_LENGTH,
        {**SOURCES, "glossary/people/a.md": entry("A", sources="[pm-bio]", prose="Three short words.")},
        "glossary/people/a.md:7: the prose has 3 words; 60 to 120 are right for an entry",
        BIB,
    ),
    Case(
        Code.GLOSS_REPEATS,
        {
            "glossary/places/armenia.md": entry("Armenia", gloss="Small country in the South Caucasus."),
            "corpus/a/article.md": article("First.\n\nArmenia is a small country of the South Caucasus."),
        },
        "corpus/a/article.md:9: the gloss of “Armenia” (`armenia`) says little that its sentence does not say: "
        "100% of its words stand there; say something else in one of them",
    ),
    Case(
        Code.READING_LEVEL,
        {"corpus/a/article.md": article("The tribunal's jurisprudence repudiates extraterritorial abrogation.")},
        "corpus/a/article.md:7: “An article” reads at C2, not B2: 33.3% of its words are B2 or easier, 95% should be; "
        "hard words: abrogation, extraterritorial, jurisprudence, repudiates",
    ),
    Case(
        Code.EMPTY_ARTICLE,
        {"corpus/a/article.md": article("")},
        "corpus/a/article.md: the article has no text; write it below the front matter",
    ),
    Case(
        Code.UNSURE,
        {"corpus/a/article.md": article("Text.", outlet="The Paper", unsure="[outlet]")},
        "corpus/a/article.md:6: the import was not sure of `outlet`; "
        "correct it if need be, then take it out of `unsure`",
    ),
    Case(
        Code.UNMATCHED_MENTION,
        {**ARMENIA, "corpus/a/article.md": article("Armenia.", mentions="\n  - {text: Aremnia, entry: armenia}")},
        "corpus/a/article.md:6: “Aremnia” does not stand in the article; "
        "correct the line of `mentions`, or take it out",
    ),
    Case(
        Code.UNKNOWN_ENTRY,
        {**ARMENIA, "corpus/a/article.md": article("Armenia.", mentions="[{text: Armenia, entry: armenai}]")},
        "corpus/a/article.md:5: there is no entry 'armenai'; did you mean 'armenia'?",
    ),
    Case(
        Code.AMBIGUOUS_NAME,
        {
            "glossary/people/a.md": entry("A Smith", aliases="[{name: Smith, from: 1990}]"),
            "glossary/people/b.md": entry("B Smith", aliases="[{name: Smith, from: 1980}]"),
            "corpus/a/article.md": article("First.\n\nThen Smith came."),
        },
        "corpus/a/article.md:9: “Smith” may be `a` or `b`; "
        "say which in the article's `mentions`, or `none` for no link",
    ),
    Case(
        Code.METONYM,
        {
            "glossary/places/yerevan.md": entry("Yerevan"),
            "glossary/organisations/government.md": entry("Government", aliases="[{name: Yerevan, metonym: true}]"),
            "corpus/a/article.md": article("Yerevan accused the others."),
        },
        "corpus/a/article.md:7: “Yerevan” may be `yerevan` or `government` (it seems to act, as a government does); "
        "say which in the article's `mentions`, or `none` for no link",
    ),
    Case(
        Code.ORIGINAL_CHANGED,
        {
            "corpus/a/article.md": article("Text.", original="{file: original.txt, sha256: '00'}"),
            "corpus/a/original.txt": "Text.",
        },
        "corpus/a/article.md:5: original.txt is not the text that was imported (its SHA-256 differs); import it again",
    ),
    Case(
        Code.NO_RIGHTS,
        {"corpus/a/article.md": "---\ntitle: A\ndate: 2022\n---\n\nText.\n"},
        "corpus/a/article.md:1: nothing says who may see the text; add `rights: {status: own}`, or what is true",
    ),
    Case(
        Code.RIGHTS_EXPIRED,
        {"corpus/a/article.md": "---\ntitle: A\ndate: 2022\nrights:\n  status: own\n  expires: 2023\n---\n\nT\n"},
        "corpus/a/article.md:6: the permission ran out on 2023; renew it, or a stub is shown",
    ),
    Case(
        Code.UNMATCHED_WORD,
        {"corpus/a/article.md": article("They irked us.", vocabulary="\n  irk: to annoy\n  mend: to repair")},
        "corpus/a/article.md:7: “mend” does not stand in the text; correct it, or give the form that does in `forms`",
    ),
    Case(
        Code.DANGLING_ANSWER,
        {**ARMENIA, "corpus/a/article.md": article("T", questions="\n  - {text: Who?, answer_in: armenai}")},
        "corpus/a/article.md:6: `answer_in` names 'armenai', but there is no such entry, section, article or page; "
        "did you mean 'armenia'?",
    ),
    Case(
        Code.SHEET_DATE,
        {
            "glossary/events/fair.md": entry("Fair", start="2023-01-01"),
            "corpus/a/article.md": article("Text.", before="\n  dates:\n    - fair"),
        },
        "corpus/a/article.md:7: `before` shows what cannot be: `fair` happened later than this is read for "
        "(2022-11-01); name something earlier",
    ),
    Case(
        Code.UNKNOWN_ARTICLE,
        {
            "corpus/talks-one/article.md": article("Text."),
            "docs/compare.md": "# Compare\n\n```{reader-compare} talks-one talks-on\n```\n",
        },
        "docs/compare.md:3: there is no article 'talks-on' to compare; did you mean 'talks-one'?",
    ),
    Case(
        Code.NOTE_LOST,
        {
            "corpus/a/article.md": article("Some words."),
            "corpus/a/notes/me.yaml": _note("body: B", "{quote: other words, body: B}"),
        },
        "corpus/a/notes/me.yaml:4: the words “other words” do not stand in the article; correct the quote; "
        "`course-reader notes reanchor a` lists what is like it",
    ),
    Case(
        Code.NOTE_AMBIGUOUS,
        {
            "corpus/a/article.md": article("Words and words."),
            "corpus/a/notes/me.yaml": _note("body: B\n    quote: ords"),
        },
        "corpus/a/notes/me.yaml:4: the words “ords” stand there more than once; add `paragraph`, `prefix` or `suffix`",
    ),
    Case(
        Code.NOTE_CHANGED,
        {
            "corpus/a/article.md": article("The talks on the harbour went on for nine days."),
            "corpus/a/notes/me.yaml": _note("body: B\n    quote: The talks on the harbor went on"),
        },
        "corpus/a/notes/me.yaml:4: the words “The talks on the harbor went on” do not stand in the article, but "
        "“The talks on the harbour went on” does; correct the quote, or take it over with "
        "`course-reader notes reanchor a --write`",
    ),
    Case(
        Code.NOTE_REPLY,
        {
            "corpus/a/article.md": article("Text."),
            "corpus/a/notes/me.yaml": _note("{id: n-0123abcd, in_reply_to: n-0123abce, body: B}"),
        },
        "corpus/a/notes/me.yaml:3: it answers n-0123abce, which is no note on this article; correct `in_reply_to` or "
        "take it out",
    ),
    Case(
        Code.HIDDEN_CHARACTER,
        {
            "corpus/a/article.md": article("Text."),
            "corpus/a/notes/me.yaml": _note(r'{id: n-0123abcd, body: "B\e\u202e\e"}'),
        },
        "corpus/a/notes/me.yaml:3: body holds U+001B and U+202E, which nobody can see and no note may hold; take it "
        "out (until then it is left out everywhere)",
    ),
    Case(
        Code.DUPLICATE_NOTE,
        {
            "corpus/a/article.md": article("Text."),
            "corpus/a/notes/me.yaml": _note("{id: n-0123abcd, body: B}"),
            "corpus/a/notes/you.yaml": _note("{id: n-0123abcd, body: C}"),
        },
        "corpus/a/notes/you.yaml:3: the id n-0123abcd is taken by a note in corpus/a/notes/me.yaml; "
        "take the line `id` out here",
    ),
    Case(
        Code.MAP_PLACE,
        ARMENIA | {"docs/map.md": "# Map\n\n```{place-map}\n:places: armenia\n```\n"},
        "docs/map.md:3: the map names 'armenia', which has no `coordinates`; give its entry some, or take it out",
    ),
    Case(
        Code.BAD_SETTING,
        {},
        "conf.py:9: reader_gloss is 'frist'; it should be one of 'first', 'section', 'paragraph', 'all', 'none'. "
        "'first' is used instead",
        "reader_gloss = 'frist'",
    ),
    Case(
        Code.SPHINX,
        {"corpus/a/article.md": article("{nosuchrole}`x`")},
        'corpus/a/article.md:7: Unknown interpreted text role "nosuchrole". (myst.role_unknown)',
    ),
)


@dataclass(frozen=True)
class ImportCase:
    """A file that cannot be imported."""

    code: Code
    name: str
    content: bytes
    line: str
    options: tuple[str, ...] = ()
    files: Files = field(default_factory=dict)


IMPORTS = (
    ImportCase(Code.IMPORT_UNREADABLE, "a.txt", b"\x00\x01\x02\x03" * 50, "a.txt cannot be imported: this is not"),
    ImportCase(Code.IMPORT_EMPTY, "a.txt", b"  \n", "a.txt is empty; save the page again with its text"),
    ImportCase(
        Code.IMPORT_SLUG,
        "a.txt",
        b"A headline\n\nA text of the article, long enough to be one, with a full stop.\n",
        "“A B” cannot name an article; use small letters, digits and single hyphens, such as talks-in-sochi-2022",
        ("--slug", "A B"),
    ),
)

#: files for `notes import`; `line` is the end of the whole sentence
ANNOTATIONS = (
    ImportCase(
        Code.ANNOTATION_FILE,
        "a.json",
        b'[{"type": "Annotation",\n "target": "https://news.example/"},\n]',
        "a.json:3: this is not JSON: there is a comma before a closing bracket or brace; remove it (column 1)",
    ),
    ImportCase(
        Code.NOTES_NOT_WRITTEN,
        "a.json",
        b'[{"type": "Annotation", "id": "urn:a:1", "bodyValue": "Why?", "target": "urn:x-course-reader:a"}]',
        "corpus/a/notes/imported.yaml:2: it cannot be read, so nobody knows which notes are here already; mend it: "
        "mapping values are not allowed in this context; look at the brackets, quotation marks, colons and indentation "
        "here",
        files={
            "corpus/a/article.md": article("Armenia."),
            "corpus/a/notes/imported.yaml": "<<<<<<< ours\nnotes: []\n=======\nnotes: [{body: B}]\n>>>>>>> theirs\n",
        },
    ),
)
