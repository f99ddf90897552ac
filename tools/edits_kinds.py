"""The kinds of edits that the machine makes, each a function of a random source and a reader's folder.

An edit may find nothing to change; it then returns an empty text.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from edits_reader import article, entry, pack

Edit = Callable[[random.Random, Path], str]

EDITS: list[Edit] = []

WORDS = ["Borg", "Alna", "quay", "harbour", "Pact", "boats", "quarrel", "closed", "Ann", "Lee", "rain", "winter"]
_KINDS = ("people", "places", "agreements", "organisations", "events", "terms")


def edit(function: Edit) -> Edit:
    """Take a function into the list of edits."""
    EDITS.append(function)
    return function


def sentence(rng: random.Random) -> str:
    """A made-up sentence that names entries."""
    some = ["Ann Lee", "Bo Ek", "Borg", "Alna", "the Harbour Pact", "the quay", *WORDS]
    return " ".join(rng.choice(some) for _ in range(rng.randint(3, 8))).capitalize() + "."


def one(rng: random.Random, root: Path, *patterns: str) -> Path | None:
    """One of the files that some patterns match."""
    found = sorted(path for pattern in patterns for path in root.glob(pattern) if path.is_file())
    return rng.choice(found) if found else None


def _articles(root: Path) -> list[Path]:
    return sorted(root.glob("corpus/**/article.md"))


def _slug(folder: Path, root: Path) -> str:
    return folder.relative_to(root / "corpus").as_posix()


def _entries(root: Path) -> list[Path]:
    return sorted(path for path in root.glob("glossary/*/*.md") if path.stem != "index")


def swap(path: Path | None, pattern: str, new: str, count: int = 1) -> str:
    """Put other text in the place of the first match of a pattern."""
    if path is None:
        return ""
    text = path.read_text(encoding="utf-8")
    changed = re.sub(pattern, lambda _: new, text, count=count, flags=re.MULTILINE)
    if changed == text:
        return ""
    path.write_text(changed, encoding="utf-8")
    return f"{path.name} of {path.parent.name}: {new[:40]!r}"


def _key(path: Path | None, key: str, value: str) -> str:
    """Set, or without a value take away, a key of front matter."""
    if path is None:
        return ""
    text = path.read_text(encoding="utf-8")
    row = f"{key}: {value}\n" if value else ""
    kept = re.sub(rf"^{key}:.*\n", "", text, count=1, flags=re.MULTILINE)
    changed = kept.replace("---\n", f"---\n{row}", 1)
    path.write_text(changed, encoding="utf-8")
    return f"{path.parent.name}/{path.name}: {key}: {value}" if changed != text else ""


# --- articles


@edit
def text(rng: random.Random, root: Path) -> str:
    """A sentence more at the end of a page."""
    path = one(rng, root, "corpus/**/article.md", "glossary/*/*.md", "docs/*.md", "corpus/packs/*.md")
    if path is None:
        return ""
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + f"\n\n{sentence(rng)}\n", encoding="utf-8")
    return f"text of {path.parent.name}/{path.name}"


@edit
def less_text(rng: random.Random, root: Path) -> str:
    """A page's last paragraph taken away."""
    path = one(rng, root, "corpus/**/article.md", "glossary/*/*.md")
    if path is None:
        return ""
    front, _, body = path.read_text(encoding="utf-8").rpartition("---\n")
    paragraphs = body.strip("\n").split("\n\n")
    if len(paragraphs) < 2:
        return ""
    path.write_text(f"{front}---\n\n" + "\n\n".join(paragraphs[:-1]) + "\n", encoding="utf-8")
    return f"less text of {path.parent.name}/{path.name}"


@edit
def title(rng: random.Random, root: Path) -> str:
    """Another title."""
    if rng.random() < 0.4:
        path = one(rng, root, "docs/*.md", "index.md")
        return swap(path, r"^# .*$", f"# {sentence(rng)[:-1]}")
    return _key(one(rng, root, "corpus/**/article.md", "corpus/packs/*.md"), "title", sentence(rng)[:-1])


@edit
def heading(rng: random.Random, root: Path) -> str:
    """Another heading of a section, whose anchor follows it."""
    return swap(one(rng, root, "corpus/**/article.md", "docs/*.md"), r"^## .*$", f"## {sentence(rng)[:-1]}")


@edit
def date(rng: random.Random, root: Path) -> str:
    """Another date."""
    return _key(one(rng, root, "corpus/**/article.md"), "date", f"{rng.randint(1998, 2009)}-0{rng.randint(1, 9)}-11")


@edit
def rights(rng: random.Random, root: Path) -> str:
    """Other rights."""
    some = ["own", "public-domain", "none", "permission, expires: 2001-01-01", "permission, expires: 2199-01-01"]
    return _key(one(rng, root, "corpus/**/article.md"), "rights", f"{{status: {rng.choice(some)}}}")


@edit
def more_keys(rng: random.Random, root: Path) -> str:
    """Another key of an article."""
    key, values = rng.choice(
        [
            ("questions", ["[Why?]", "[{text: Who?, answer_in: borg}, When]", ""]),
            ("background", ["[towns]", "[pact-section]", "[towns, gone]", ""]),
            ("outlet", ["The Herald", ""]),
            ("gloss", ["all", "none", ""]),
            ("language", ["en", "fr", ""]),
            ("before", ["{questions: [What is a quay?]}", "{dates: [great-storm, long-strike]}", ""]),
            ("vocabulary", ["{harbour: {part: noun, means: a place for boats}}", "{boats: {part: noun}}", ""]),
            ("what_happened_next", ["[{date: 2010-01, text: It rained.}]", ""]),
            ("mentions", ["[{text: Borg, paragraph: 1, entry: alna}]", "[{text: Borg, paragraph: 1}]", ""]),
            ("dateline", ["Borg", "Norvik", ""]),
            ("caption", ["Ann Lee at the quay.", ""]),
            ("agency", ["Town Press", ""]),
        ]
    )
    return _key(one(rng, root, "corpus/**/article.md"), key, rng.choice(values))


@edit
def article_more_or_less(rng: random.Random, root: Path) -> str:
    """An article more, or one less."""
    found = _articles(root)
    if len(found) > 2 and rng.random() < 0.6:
        gone = rng.choice(found)
        shutil.rmtree(gone.parent)
        return f"article {gone.parent.name} taken away"
    path = root / "corpus" / f"new{rng.randint(1, 3)}" / "article.md"
    path.parent.mkdir(exist_ok=True)
    body = f"{sentence(rng)}\n\n{sentence(rng)}"
    path.write_text(article(sentence(rng)[:-1], f"200{rng.randint(0, 9)}-03-04", body), encoding="utf-8")
    return f"article {path.parent.name} written"


@edit
def article_renamed(rng: random.Random, root: Path) -> str:
    """An article's folder renamed."""
    found = _articles(root)
    new = root / "corpus" / rng.choice(["one", "two", "three", "renamed", "private/four", "private/two"])
    if not found or new.exists():
        return ""
    old = rng.choice(found).parent
    new.parent.mkdir(exist_ok=True)
    old.rename(new)
    return f"article {_slug(old, root)} is now {_slug(new, root)}"


# --- entries


@edit
def name(rng: random.Random, root: Path) -> str:
    """Another name of an entry."""
    some = ["Ann Lee", "Bo Ek", "Borg", "Alna", "Harbour Pact", "quay", "harbour", "winter"]
    return _key(one(rng, root, "glossary/*/[a-hj-z]*.md"), "name", rng.choice(some))


@edit
def entry_keys(rng: random.Random, root: Path) -> str:
    """Another key of an entry."""
    key, values = rng.choice(
        [
            ("aliases", ["[boats]", "[Lee]", "[closed, rain]", ""]),
            ("gloss", ["Something.", "Something else.", "A word."]),
            ("background", ["[towns]", "[pact-section]", ""]),
            ("see", ["[borg]", "[alna, quay]", ""]),
            ("sources", ["[borg1999]", "[pact2003, harbour2001]", ""]),
        ]
    )
    return _key(rng.choice(_entries(root)), key, rng.choice(values)) if _entries(root) else ""


@edit
def office(rng: random.Random, root: Path) -> str:
    """Another office of a person."""
    path = one(rng, root, "glossary/people/[a-hj-z]*.md")
    return _key(path, "roles", f"[{{title: Mayor of {rng.choice(WORDS)}, from: {rng.randint(1999, 2005)}, to: ..}}]")


@edit
def entry_moved(rng: random.Random, root: Path) -> str:
    """An entry moved to another kind."""
    found = _entries(root)
    if not found:
        return ""
    old = rng.choice(found)
    new = root / "glossary" / rng.choice(_KINDS) / old.name
    if new.exists():
        return ""
    new.parent.mkdir(exist_ok=True)
    old.rename(new)
    return f"entry {old.stem} moved from {old.parent.name} to {new.parent.name}"


@edit
def entry_more_or_less(rng: random.Random, root: Path) -> str:
    """An entry more, or one less."""
    found = _entries(root)
    if len(found) > 3 and rng.random() < 0.5:
        gone = rng.choice(found)
        gone.unlink()
        return f"entry {gone.stem} taken away"
    word = rng.choice(["rain", "winter", "boats", "quarrel", "borg", "quay"])
    path = root / "glossary" / rng.choice(_KINDS) / f"{word}.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(entry(word.capitalize() if rng.random() < 0.5 else word, "New.", sentence(rng)), encoding="utf-8")
    return f"entry {path.parent.name}/{word} written"


# --- notes, packs


@edit
def notes(rng: random.Random, root: Path) -> str:
    """A file of notes written anew, or taken away."""
    found = _articles(root)
    if not found:
        return ""
    path = rng.choice(found).parent / "notes" / rng.choice(["teacher.yaml", "class.yaml"])
    if path.exists() and rng.random() < 0.4:
        path.unlink()
        return f"notes {path.parent.parent.name}/{path.name} taken away"
    path.parent.mkdir(exist_ok=True)
    audience = rng.choice(["public", "class"])
    number = rng.randint(16, 255)
    path.write_text(
        f"layer: {{title: Some notes, audience: {audience}}}\nnotes:\n"
        f"  - {{id: n-000000{number:02x}, quote: {rng.choice(WORDS)}, body: {sentence(rng)}}}\n",
        encoding="utf-8",
    )
    return f"notes {path.parent.parent.name}/{path.name} for {audience}"


@edit
def packs(rng: random.Random, root: Path) -> str:
    """A pack written anew or taken away."""
    slugs = [_slug(path.parent, root) for path in _articles(root)]
    path = root / "corpus/packs" / f"{rng.choice(['first', 'second', 'third'])}.md"
    if path.exists() and rng.random() < 0.3:
        path.unlink()
        return f"pack {path.stem} taken away"
    chosen = rng.sample(slugs, rng.randint(0, len(slugs)))
    path.parent.mkdir(exist_ok=True)
    path.write_text(pack(sentence(rng)[:-1], *chosen), encoding="utf-8")
    return f"pack {path.stem} with {chosen}"
