"""Files of which one thing in the head is wrong, each with secret words in everything that a page could show of it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

#: how each secret word begins
MARK = "zq"

HEAD = (
    "title: A text\n"
    "date: 2022-11-01\n"
    "outlet: The Gazette\n"
    "url: https://example.org/text\n"
    "rights: {status: licensed, holder: SECRETholder, terms: SECRETterms, expires: 2090-01-01}\n"
    "dateline: SECRETdateline\n"
    "caption: SECRETcaption\n"
    "credit: SECRETcredit\n"
    "questions: [What is SECRETquestion?]\n"
    "before: {questions: [Who is SECRETbefore?]}\n"
    "vocabulary: {SECRETword: {part: noun, means: SECRETmeaning}}\n"
    "what_happened_next: [{date: 2023-01, text: Then came SECRETlater.}]\n"
    "mentions: [{text: SECRETmention, entry: ann}]\n"
)
RIGHTS = HEAD.splitlines()[4]
BODY = """

Ann Lee saw the SECRETbody in Borg; “SECRETquoted,” she said. A SECRETword, SECRETmention.

(SECRETlabel)=

## SECRETheading

![SECRETalt](SECRETpicture.png)

```{index} SECRETindex
```

| SECRETcell | b |
| --- | --- |
| c | `SECRETcode` |

% SECRETcomment

SECRETterm
: SECRETdefinition

Words.[^f]

[^f]: SECRETfootnote
"""

NOTES = (
    "layer:\n  title: Hints\n  author: A teacher\n  audience: public\nnotes:\n  - quote: went\n    body: SECRETnote\n"
)
AUDIENCE = "  audience: public\n"
#: a text at another level, beside one with a wrong head
LEVEL = "Ann Lee saw the SECRETlevelbody; “SECRETlevelquote,” she said.\n\n![SECRETlevelalt](SECRETpicture.png)\n"

Rng = random.Random
Wrong = Callable[[Rng, str], "str | bytes"]


def slip(rng: Rng, word: str) -> str:
    """A word with a slip in it."""
    at = rng.randrange(len(word))
    made = rng.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + word[at] * 2 + word[at + 1 :],
            word[:at] + rng.choice("abcdeiostx") + word[at + 1 :],
            word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
            word.upper(),
            word.capitalize(),
            word[:at] + "\u200b" + word[at:],
            word + "\u00a0",
            word + rng.choice("_-.1"),
        ]
    )
    return made if made not in (word, "") else f"{word}s"


def _rights(*values: str) -> Wrong:
    return lambda rng, head: head.replace(RIGHTS, rng.choice(values))


def _key(rng: Rng, head: str) -> str:
    return head.replace("rights:", f"{slip(rng, 'rights')}:")


def _status(rng: Rng, head: str) -> str:
    wrong = ["", "null", "[own]", "{own: own}", "1", "true", "Own", "own.", "free", "public", "yes", "none", "ask"]
    return head.replace("licensed", rng.choice([*wrong, slip(rng, "licensed")]))


def _inner_key(rng: Rng, head: str) -> str:
    name = rng.choice(["status", "expires", "holder"])
    return head.replace(f"{name}:", f"{slip(rng, name)}:", 1)


def _expires(rng: Rng, head: str) -> str:
    wrong = [
        "31.01.2020",
        "2020-13-01",
        "never",
        "2090-02-30",
        "2020-01-31",
        "2019",
        "",
        "null",
        "[2090-01-01]",
        "2090?",
    ]
    wrong += [
        "..",
        "2090/..",
        "2019/2090",
        "01/31/2090",
        "2090-1-1",
        "true",
        "20900101",
        "2090-01-01T00:00",
        "tomorrow",
    ]
    return head.replace("2090-01-01", rng.choice(wrong))


def _more(rng: Rng, head: str) -> str:
    keys = ["embargo: 2095", "private: true", "audience: class", "expires: 2020", "status: none", "draft: true"]
    keys += [
        "public: false",
        "right: none",
        "licence: none",
        "permission: no",
        "hidden: yes",
        "<<: {rights: none}",
        "secret: 1",
    ]
    return head + rng.choice(keys) + "\n"


def _twice(rng: Rng, head: str) -> str:
    again = rng.choice(["rights: {status: none}", "rights: none", RIGHTS, '"rights": null', "title: B", "rights:"])
    return head + again + "\n" if rng.random() < 0.5 else f"{again}\n{head}"


def _unreadable(rng: Rng, head: str) -> str | bytes:
    lines = head.splitlines()
    at = rng.randrange(len(lines))
    return rng.choice(
        [
            head.replace(lines[at], f"\t{lines[at]}"),
            head.replace(lines[at], lines[at].replace(": ", ": [", 1)),
            head.replace(lines[at], f"   {lines[at]}") if at else head.replace("title: A", "title: 'A"),
            head.replace(": ", ":", 1).replace("date: ", "date:"),
            head + "byline: *nobody\n",
            head + "byline: @Ann\n",
            head + "byline: a: b\n",
            head + 'byline: "\\ud800"\n',
            head + "byline: \x07\n",
            head + "- an item\n",
            head + "byline: &a [*a]\n",
            head.encode() + b"byline: \xff\xfe\n",
        ]
    )


def _fenced(rng: Rng, head: str) -> str:
    """A whole file whose head has a wrong fence."""
    end = rng.choice(["", "--\n", "----\n", "\u2014-\n", "***\n"])
    start = rng.choice(["", "--\n", "----\n", "\n---\n", " ---\n", "```\n---\n", "# A text\n\n---\n"])
    made = [f"---\n{head}{end}", f"{start}{head}---\n", f"---\ntitle: A text\n---\n{head}---\n"]
    made.append(f"---\n{head}---\n".replace("\n", rng.choice(["\u2028", "\x85", "\x0b", "\x0c"])))
    return rng.choice(made)


#: wrong heads of a text; those of `_fenced` are whole
TEXTS: tuple[Wrong, ...] = (
    _key,
    _status,
    _inner_key,
    _expires,
    _more,
    _twice,
    _unreadable,
    _fenced,
    _rights(
        "", "rights:", "rights: null", "rights: none", "rights: own", "rights: [own]", "rights: {}", "rights: true"
    ),
    _rights(
        f"# {RIGHTS}",
        f"byline:\n  {RIGHTS}",
        f"'{RIGHTS}': 1",
        f"[{RIGHTS}]",
        "rights: [{status: own}]",
        "rights: !x {}",
    ),
    lambda rng, head: head,
)


def _audience(rng: Rng, notes: str) -> str:
    wrong = [
        "",
        "null",
        "Public",
        "publik",
        "[public]",
        "{a: public}",
        "everyone",
        "all",
        "true",
        "class",
        "1",
        "pub\u0456ic",
    ]
    return notes.replace("public", rng.choice([*wrong, slip(rng, "public")]))


def _note_keys(rng: Rng, notes: str) -> str:
    made = [
        notes.replace(AUDIENCE, ""),
        notes.replace("audience", slip(rng, "audience")),
        notes.replace("layer", slip(rng, "layer")),
        notes.replace(AUDIENCE, AUDIENCE + "  audience: class\n"),
        notes.replace(AUDIENCE, AUDIENCE + rng.choice(["  private: true\n", "  draft: yes\n", "  hidden: 1\n"])),
        notes + rng.choice(["audience: class\n", "private: true\n", "audience: public\n"]),
        notes + rng.choice(["    audience: class\n", "    private: true\n", "    hidden: yes\n"]),
        notes.replace("layer:\n  title", "layer: public\ntitle"),
    ]
    return rng.choice(made)


def _unreadable_notes(rng: Rng, notes: str) -> str | bytes:
    made = [
        notes.replace("  author", "\tauthor"),
        notes + "  - [\n",
        notes + "---\n" + notes,
        "[" + notes,
        "- " + notes,
    ]
    made += [notes + "more: *x\n", notes.replace("title: Hints", "title: 'Hints"), notes + "\x07: 1\n"]
    return rng.choice([*made, notes.encode() + b"# \xff\n"])


NOTE_FILES: tuple[Wrong, ...] = (_audience, _note_keys, _unreadable_notes)


@dataclass(frozen=True, slots=True)
class WrongHead:
    """A file with a wrong head."""

    path: str
    content: str | bytes
    #: how the words that it may not tell begin
    secret: str


def word(number: int) -> str:
    """The beginning of the secret words of a head."""
    letters = ""
    for _ in range(4):
        number, digit = divmod(number, 26)
        letters = chr(ord("a") + digit) + letters
    return MARK + letters


def wrong_heads(count: int, seed: int) -> Iterator[WrongHead]:
    """So many wrong heads: seven of ten are of texts, the others of notes."""
    rng = Rng(seed)
    for number in range(count):
        secret = word(number)
        if number % 10 >= 7:
            made = NOTE_FILES[number % len(NOTE_FILES)](rng, NOTES)
            path = f"corpus/n{number:03}/notes/hints.yaml"
        else:
            wrong = TEXTS[number * 7 // 10 % len(TEXTS)]
            head = wrong(rng, HEAD)
            made = head + BODY if wrong is _fenced else _whole(head)
            path = f"corpus/{'t' if head != HEAD else 'private/p'}{number:03}/article.md"
        yield WrongHead(path, _with(made, secret), secret)


def _whole(head: str | bytes) -> str | bytes:
    return b"---\n" + head + b"---\n" + BODY.encode() if isinstance(head, bytes) else f"---\n{head}---\n{BODY}"


def _with(content: str | bytes, secret: str) -> str | bytes:
    if isinstance(content, bytes):
        return content.replace(b"SECRET", secret.encode())
    return content.replace("SECRET", secret)
