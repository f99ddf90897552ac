"""YAML files as people write them, and values that are hard to write, for several tests."""

from __future__ import annotations

import difflib

NOTES = """\
# yaml-language-server: $schema=notes.json
layer:   # whose
  title: "Lena's notes"   # as on the page
  author: 'Lena Holm'

# The notes stand in the order of the text.
notes:
  # about the first paragraph
  - id: n-00000001   # never change
    quote: "caf\\u00e9, \\"so called\\""
    tags: [a,   b]  # two
    # the body is long
    body: >-
      Here a long text is folded
      on two lines, as some people like it.

  -   id: n-00000002
      body: |
        First *line*:

            code # no comment

        last line

  # about nothing in particular
  - {id: n-00000003, quote: 'it''s', body: "x: y # z"}  # in brackets
  -
    # alone
    id: n-00000004
    body: plain words
      that go on   # and end

# - id: n-00000005
#   body: taken out by hand
other: [1, 2]
# the end
"""

MENTIONS = """\
---
title: "A title"
mentions:
  - {text: Yerevan, paragraph: 7, entry: armenian-government}   # the cabinet
  # not this one
  - {text: Moscow, paragraph: 1, entry: none}
date: 2022-10-31
---

# Text

---
mentions:
  - this is no YAML
"""


HOSTILE = [
    "yes", "no", "on", "~", "null", "true", "", " ", "1:30", "12:30:45", "2024-03-05", "2024-03-05T10:00:00Z", "7",
    "-7", "+7", "0o17", "0x1f", "1e5", "1_000", ".5", ".inf", "=", "<<", "- a", "-", "--- a", "---", "...", "? a",
    ": a", "a: b", "a:", ":a", "# a", "a # b", "a#b", "&a", "*a", "!a", "|", ">", "|-", "%a", "@a", "`a`", "{a}",
    "[a]", "a, b", "}", "]", "'", '"', "'a'", '"a"', "it's", 'say "no"', "\\", "\\n", "a\\b", " a", "a ", "  a  ",
    "\ta", "a\tb", "a\n", "a\n\n", "\n", "\na", "\n\n a", "a\nb", "a\n\nb", "a\n\n\nb\n", "  a\nb", "a\n  b\n c",
    "a \nb", "a\n \nb", "\ta\n\tb", "- a\n- b", "# a\n# b", "a: 1\nb: 2", "---\na\n---", "a\r\nb", "a\rb", "\r",
    "\u00a0", "a\u00a0b", "\u00a0a", "\u2028", "a\u2028b", "a\u2029b", "a\u0085b", "\ufeffa", "a\u200bb", "\u202ea",
    "\x00", "a\x07b", "\x1b[31m", "\x7f", "\u0080", "😀", "👩‍👩‍👧", "a 😀 b " * 30, "العربية", "Հայերեն", "İ",
    "e\u0301", "\U0010ffff", "\ufffe", "word " * 60, ("word " * 60).strip(), "long" * 80, ("word " * 40 + "\n\n") * 3,
    "* [a](b)\n* **c**\n\n> d\n\n```\ne\n```\n", "{{ a }}", "${a}", "$(a)", "<b>a</b>", "&amp;", "a &b *c", "x" * 121,
]  # fmt: skip
#: the order of a note's keys
ORDER = ("id", "by", "created", "quote", "prefix", "suffix", "paragraph", "text_hash", "kind", "tags", "body")


def changed_lines(old: str, new: str) -> list[str]:
    """Lines that went and lines that came."""
    return [line for line in difflib.ndiff(old.splitlines(), new.splitlines()) if line[0] in "+-"]
