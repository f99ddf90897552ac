"""A reader for each problem that a careful editor would ask about."""

from __future__ import annotations

from readers import article, entry

from course_reader.model.problems import Code
from problem_cases.records import BACKGROUND, BIB, SOURCES, Case

#: two sources, of which one has a kind
_KINDS = "@misc{{a, title={{A}}, year={{2020}}, kind={{primary}}}}\n@misc{{b, title={{B}}, year={{2020}}, {}}}\n"
_SIDES = BIB + '\nreader_sides = ["North: Northern", "South: Southern"]'

CASES = (
    Case(
        Code.SOURCE_KIND,
        {"docs/sources.bib": _KINDS.format("kind={pres}")},
        "docs/sources.bib:2: the kind of `b` is 'pres'; write one of primary, scholarly, reference, agency, press, "
        "partisan, wiki; did you mean 'press'?",
        BIB,
    ),
    Case(
        Code.SOURCE_BLOCKED,
        {
            "docs/sources.bib": _KINDS.format("kind={press}, url={https://news.example.org/b}"),
            "docs/blocked-sources.txt": "# sites\nexample.org -> it copies other sites\n",
        },
        "docs/sources.bib:2: `b` is from example.org (it copies other sites); find the statement elsewhere",
        BIB,
    ),
    Case(
        Code.BALANCE,
        {
            "glossary/people/a.md": entry("Ann Lee", roles="[{title: Northern mayor}]"),
            "corpus/a/article.md": article("Ann Lee came. Ann Lee sat. Ann Lee left."),
        },
        "docs/balance.txt: a: people are uneven (North 3, South 0); mend it, or give the reason",
        _SIDES,
    ),
    Case(
        Code.HIDDEN_ACTOR,
        {"glossary/events/a.md": entry("A", prose="First line.\n\nThen the town\nwas destroyed.")},
        "glossary/events/a.md:9: “was destroyed” does not say who did it; name them, or say that it is not known",
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
        "glossary/people/a.md:1: the office “Mayor” has no end, but nothing says when this was last checked; "
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
        "glossary/people/a.md:7: the prose has 3 words; an entry should have 60 to 120",
        BIB,
    ),
    Case(
        Code.GLOSS_REPEATS,
        {
            "glossary/places/armenia.md": entry("Armenia", gloss="Small country in the South Caucasus."),
            "corpus/a/article.md": article("First.\n\nArmenia is a small country of the South Caucasus."),
        },
        "corpus/a/article.md:9: the gloss of “Armenia” (`armenia`) adds little to its sentence, which already "
        "contains 100% of its words; say something else in one of them",
    ),
    Case(
        Code.READING_LEVEL,
        {"corpus/a/article.md": article("The tribunal's jurisprudence repudiates extraterritorial abrogation.")},
        "corpus/a/article.md:7: “An article” reads at C2, not B2: 33.3% of its words are B2 or easier, 95% should be; "
        "hard words: abrogation, extraterritorial, jurisprudence, repudiates",
    ),
)
