"""Mistakes in articles: front matter, text, and where the file is."""

from __future__ import annotations

from mistakes.records import Mistake, article

_FILE = "corpus/*/article.md"
_TEXT = "Bo Marsh left Port.\n"


def _front(what: str, content: str | bytes, line: int, cure: str) -> Mistake:
    return Mistake(what, _FILE, content, line, cure)


def _key(what: str, key: str, cure: str) -> Mistake:
    """A wrong key in line 5."""
    return Mistake(what, _FILE, article(key) + _TEXT, 5, cure)


def _text(what: str, text: str, cure: str) -> Mistake:
    """A wrong text in line 7."""
    return Mistake(what, _FILE, article() + text, 7, cure)


FRONT = (
    _front("the front matter is not closed", article().replace("---\n\n", "\n") + _TEXT, 1, "close it with a line of"),
    _front("the front matter is not opened", article().removeprefix("---\n") + _TEXT, 1, "begin it with ---"),
    _front("four hyphens", "-" + article() + _TEXT, 1, "begin it with ---"),
    _front("no front matter", "# A title\n\n" + _TEXT, 1, "begin it with ---"),
    _front("a tab", article("questions:", "\t- Who?") + _TEXT, 6, "use blanks"),
    _front("no title", article(title="") + _TEXT, 2, "'title' is missing; add it"),
    _front("two titles", article("title: Another") + _TEXT, 5, "'title' is used twice"),
    _front("a colon in a title", article(title="title: Talks: the end") + _TEXT, 2, "put it in quotation marks"),
    _front("an equals sign", article(title="title = A title") + _TEXT, 2, "`key: value`"),
    _front("an open quotation mark", article(title='title: "Talks begin') + _TEXT, 2, "add it at the end"),
    _front("a misspelt key", article(title="tilte: A title") + _TEXT, 2, "did you mean 'title'?"),
    _front("a capital key", article(title="Title: A title") + _TEXT, 2, "did you mean 'title'?"),
    _front("a date in words", article(date="date: 31 October 2022") + _TEXT, 3, "write 2022, 2022-10 or 2022-10-31"),
    _front("a date with dots", article(date="date: 31.10.2022") + _TEXT, 3, "write 2022, 2022-10 or 2022-10-31"),
    _front("an American date", article(date="date: 10/31/2022") + _TEXT, 3, "'10/31/2022' is not a date; write 2022"),
    _front("a day that was not", article(date="date: 2022-02-30") + _TEXT, 3, "not in the calendar"),
    _front("no date", article(date="") + _TEXT, 1, "add `date: 2022-10-31`"),
    _front("rights as a word", article(rights="rights: own") + _TEXT, 4, "it should be a mapping (`key: value` lines)"),
    _front("misspelt rights", article(rights="rights: {status: permited}") + _TEXT, 4, "it should be one of 'none'"),
    _front("no rights", article(rights="") + _TEXT, 1, "add `rights: {status: own}`"),
    _front("the encoding of Windows", article().encode() + "“café”".encode("cp1252"), 7, "save the file as UTF-8"),
    _front("UTF-16", (article() + _TEXT).encode("utf-16"), 1, "save the file as UTF-8"),
    _key("a key that does not exist", "autor: Jo Poe", "the keys are"),
    _key("blanks in a key", "what happened next: [x]", "did you mean 'what_happened_next'?"),
    _key("an address without https", "url: www.example.org/x", "write one that begins with https://"),
    _key("the name of a language", "language: German", "`language: de`"),
    _key("a question instead of a list", "questions: Who left?", "it should be a list (lines that begin with `- `)"),
    _key("a misspelt key of a question", "questions: [{text: Who?, anser: Bo}]", "did you mean 'answer'?"),
    _key("an unknown place of an answer", "questions: [{text: Who?, answer_in: bo-mash}]", "correct it or take it out"),
    _key("a paragraph that is not there", "questions: [{text: Who?, paragraph: 9}]", "its last one is 1"),
    _key("hard words without meanings", "vocabulary: [frank, stir]", "it should be a mapping (`key: value` lines)"),
    _key("a hard word that is not there", "vocabulary: {ferry: a boat}", "correct it, or add the form"),
    _key(
        "an unknown entry", "mentions: [{text: Bo Marsh, entry: no-such}]", "write its file in the glossary, or `none`"
    ),
    _key("a mention that is not there", "mentions: [{text: Bo Mash, entry: bo}]", "correct this line of `mentions`"),
    _key("a misspelt choice", "gloss: frist", "it should be one of 'first'"),
    _key("an unknown section", "background: [no-such]", "correct it or take it out"),
    _key("the original as a title", "adapted_from: The original", "it should be a mapping (`key: value` lines)"),
    _key("a date in words later", "what_happened_next: [{date: last year, text: It ended.}]", "write 2022, 2022-10 or"),
    Mistake("no blank after a hyphen", _FILE, article("questions:", "-Who?", "-Why?") + _TEXT, 6, "write `- `"),
)

TEXTS = (
    Mistake("an article without a text", _FILE, article(), 2, "write it below the front matter"),
    _text("a heading like the title", "# A title\n\n" + _TEXT, "write this heading with ##"),
    _text("a block that is not closed", "```{note}\nBo left.\n\nMore.\n", "close it with ```"),
    _text("a block of colons that is not closed", ":::{note}\nBo left.\n\nMore.\n", "close it with :::"),
    _text("a misspelt directive", "```{artcle-list}\n```\n\n" + _TEXT, "did you mean 'article-list'?"),
    _text("a misspelt role", "{persn}`bo` left.\n", "did you mean 'person'?"),
    _text("a role with an unknown entry", "{person}`no-such` left.\n", "write the id of an entry"),
    _text("a link to nowhere", "See [there](../nowhere.md).\n", "correct the path"),
    _text("a link to one's own disk", "See [there](C:\\Users\\me\\x.pdf).\n", "write https://…"),
    _text("a picture that is not there", "![A boat](boat.png)\n", "put the picture there"),
    _text("a footnote without words", "Bo left.[^1]\n", "[^1]: The words of the footnote."),
    _text("a script", "<script>alert(1)</script>\n\n" + _TEXT, "take it out"),
)

PLACES = (
    Mistake("a text file", "corpus/*/article.txt", article() + _TEXT, 0, "named article.md; rename it"),
    Mistake("a document of Word", "corpus/*/talks.docx", b"PK\x03\x04", 0, "use course-reader import"),
    Mistake("another name", "corpus/*/talks.md", article() + _TEXT, 0, "named article.md; rename it"),
    Mistake("a capital name", "corpus/*/Article.md", article() + _TEXT, 0, "named article.md; rename it"),
    Mistake("no folder", "corpus/*.md", article() + _TEXT, 0, "move the file to"),
)

MISTAKES = (*FRONT, *TEXTS, *PLACES)
