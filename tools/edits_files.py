"""Edits of what articles and entries share, and of files as such: settings, sources, links, pictures, times, git."""

from __future__ import annotations

import os
import random
import re
import subprocess
from pathlib import Path

from edits_kinds import WORDS, edit, one, sentence, swap
from edits_reader import picture


def git(root: Path, *arguments: str) -> str:
    """The output of git in the reader's folder."""
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments]
    # All states have the same date, so that their names depend on nothing but what is in them.
    date = {f"GIT_{who}_DATE": "2026-01-01T00:00:00Z" for who in ("AUTHOR", "COMMITTER")}
    ran = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True, env=os.environ | date)
    return ran.stdout.strip()


# --- settings, sources, links


@edit
def settings(rng: random.Random, root: Path) -> str:
    """Another value of a setting."""
    key, values = rng.choice(
        [
            ("reader_audience", ['"class"', '"public"']),
            ("reader_gloss", ['"all"', '"first"', '"none"']),
            ("html_copy_source", ["True", "False"]),
            ("project", ['"Harbour news"', '"Town news"']),
            ("html_title", ['"News"', '"Old news"']),
            ("html_use_index", ["True", "False"]),
            ("html_theme_options", ['{"nav": [["Start", "index"]]}', "{}"]),
            ("reader_not_names", ['["quay"]', "[]"]),
            ("html_theme", ['"course_reader"', '"alabaster"', '"course_reader"']),
            ("bibtex_default_style", ['"unsrt"', '"plain"']),
            ("html_permalinks_icon", ['"#"', '"P"']),
        ]
    )
    path = root / "conf/conf.py"
    text = re.sub(rf"^{key} = .*\n", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    value = rng.choice(values)
    path.write_text(f"{text}{key} = {value}\n", encoding="utf-8")
    return f"{key} = {value}"


@edit
def bibliography(rng: random.Random, root: Path) -> str:
    """Another field of a source, or a source more or less."""
    path = root / "docs/sources.bib"
    if rng.random() < 0.5:
        return swap(path, r"title = \{[^}]*\}", f"title = {{{sentence(rng)[:-1]}}}", 1)
    text = path.read_text(encoding="utf-8")
    if "@misc{extra" in text:
        path.write_text(re.sub(r"@misc\{extra.*\n", "", text), encoding="utf-8")
        return "a source less"
    more = f"@misc{{extra, author = {{Zoe {rng.choice(WORDS)}}}, title = {{More}}, year = {{2004}}}}\n"
    path.write_text(more + text if rng.random() < 0.5 else text + more, encoding="utf-8")
    return "a source more"


@edit
def links(rng: random.Random, root: Path) -> str:
    """A page gets a paragraph with a link, a citation, a word for the index, a picture or a file."""
    page = one(rng, root, "docs/*.md", "glossary/*/[a-hj-z]*.md", "corpus/**/article.md")
    slug = rng.choice(["one", "two", "three", "private/four", "renamed", "new1"])
    which = rng.choice(
        [
            f"See {{doc}}`/corpus/{slug}/article`.",
            f"See [this](/corpus/{slug}/article.md).",
            "See {ref}`towns` and {ref}`pact-section`.",
            "See {reader:entry}`borg` and {reader:entry}`quay`.",
            "As {cite}`pact2003` says.",
            "As {cite}`extra` says.",
            f"```{{index}} {rng.choice(WORDS)}; {rng.choice(WORDS)}\n```",
            f"```{{index}} single: {rng.choice(WORDS)}\n```",
            "```{include} /docs/included.md\n```",
            "![A picture](/corpus/one/photo.png)",
            "![A picture](/corpus/two/photo.png)",
            "![A picture](/corpus/private/four/photo.png)",
            "```{include} /corpus/private/four/article.md\n```",
            f"```{{reader-compare}} one {slug}\nThe headline\n: One.\n: Other.\n```",
            "{download}`the rules </docs/sources.bib>`",
            "See [the why](/corpus/one/article.md#why).",
        ]
    )
    if page is None:
        return ""
    page.write_text(page.read_text(encoding="utf-8").rstrip("\n") + f"\n\n{which}\n", encoding="utf-8")
    return f"{page.parent.name}/{page.name} gets {which!r}"


# --- files as such


@edit
def anchors(rng: random.Random, root: Path) -> str:
    """An anchor renamed, or moved to another page."""
    path = root / "docs/background.md"
    text = path.read_text(encoding="utf-8")
    old, new = rng.sample(["towns", "pact-section", "other"], 2)
    changed = text.replace(f"({old})=", f"({new})=") if f"({new})=" not in text else text
    if rng.random() < 0.3:
        found = re.search(r"\n\(([a-z-]+)\)=\n## [^\n]*\n", changed)
        if found:
            plain = root / "docs/plain.md"
            if plain.exists() and f"({found[1]})=" not in plain.read_text(encoding="utf-8"):
                plain.write_text(plain.read_text(encoding="utf-8") + found[0] + "\nMoved.\n", encoding="utf-8")
                changed = changed.replace(found[0], "\n")
    path.write_text(changed, encoding="utf-8")
    return f"anchors {old}, {new}" if changed != text else ""


@edit
def pictures(rng: random.Random, root: Path) -> str:
    """A picture with other content, one more or one less."""
    folder = rng.choice(sorted(path.parent for path in root.glob("corpus/**/article.md")) or [root / "docs"])
    path = folder / "photo.png"
    if path.exists() and rng.random() < 0.3:
        path.unlink()
        return f"picture of {folder.name} taken away"
    path.write_bytes(picture(rng.randint(0, 255)))
    return f"picture of {folder.name}"


@edit
def style(rng: random.Random, root: Path) -> str:
    """A static file of the reader with other content, or one more or less."""
    (root / "conf/static").mkdir(exist_ok=True)
    if rng.random() < 0.5:
        (root / "conf/static/own.css").write_text(f"p {{ margin: {rng.randint(1, 99)}px }}\n", encoding="utf-8")
        return "own.css"
    more = root / "conf/static" / f"more{rng.randint(1, 3)}.txt"
    if more.exists():
        more.unlink()
        return f"{more.name} taken away"
    more.write_text("More.\n", encoding="utf-8")
    return more.name


@edit
def template(rng: random.Random, root: Path) -> str:
    """A template of the reader's own."""
    path = root / "conf/templates/layout.html"
    path.parent.mkdir(exist_ok=True)
    if path.exists() and rng.random() < 0.4:
        path.unlink()
        return "template taken away"
    path.write_text(
        '{% extends "!layout.html" %}\n{% block footer %}{{ super() }}<p>' + sentence(rng) + "</p>{% endblock %}\n",
        encoding="utf-8",
    )
    return "template"


@edit
def included(rng: random.Random, root: Path) -> str:
    """A file that pages include."""
    (root / "docs/included.md").write_text(f"{sentence(rng)}\n", encoding="utf-8")
    return "included file"


@edit
def listing(rng: random.Random, root: Path) -> str:
    """The order of the pages in the table of contents."""
    path = root / "index.md"
    text = path.read_text(encoding="utf-8")
    rows = ["docs/*", "corpus/*/article", "corpus/private/*/article", "corpus/packs/*", "glossary/*/*"]
    rng.shuffle(rows)
    head = text.partition(":glob:\n\n")[0]
    path.write_text(f"{head}:glob:\n\n" + "\n".join(rows) + "\n```\n", encoding="utf-8")
    return f"order {rows}"


@edit
def times(rng: random.Random, root: Path) -> str:
    """Files get other times, old and new ones, and one is edited without a new time."""
    sources = sorted(p for p in root.rglob("*") if p.is_file() and not {".git", "_build"} & set(p.parts))
    for path in rng.sample(sources, min(3, len(sources))):
        when = rng.choice([10**18, 2 * 10**18, path.stat().st_mtime_ns])
        os.utime(path, ns=(when, when))
    path = rng.choice([p for p in sources if p.suffix == ".md"])
    before = path.stat()
    text = path.read_text(encoding="utf-8")
    changed = text.replace("Borg", "Alna", 1) if "Borg" in text else text.replace("Alna", "Borg", 1)
    path.write_text(changed, encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    return f"times, and {path.parent.name}/{path.name} with its old time"


@edit
def checkout(rng: random.Random, root: Path) -> str:
    """Another state out of git's history."""
    git(root, "add", "--all")
    git(root, "commit", "--allow-empty", "-qm", "a state")
    # In the order in which they were made, as git does not tell of those that no branch holds.
    kept = root / ".git/states"
    made = kept.read_text(encoding="utf-8").split() if kept.exists() else []
    states = list(dict.fromkeys([*made, git(root, "rev-parse", "HEAD")]))
    kept.write_text("\n".join(states), encoding="utf-8")
    state = rng.choice(states)
    git(root, "checkout", "-q", state)
    return f"checkout {state[:7]} of {len(states)}"
