"""Whether anything leaks: texts and notes with wrong heads are built for the public, and all of the output is searched.

    python tools/wrong_heads.py                        500 wrong heads, as HTML, EPUB and PDF
    python tools/wrong_heads.py --seed 7 --count 60    others, and fewer

Each head is a good one with one thing in it made wrong. Its text or note holds words that occur nowhere else, in its
paragraphs and in every key that a page could show. None of them, nor its beginning, may be in any file of the output.
Exit status 1 means that something leaked, or that a build did not end with an error although a head was wrong.
"""

from __future__ import annotations

import argparse
import io
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from wrong_head_files import LEVEL, MARK, NOTES, WrongHead, wrong_heads

_SECRET = re.compile(rf"{MARK}[a-z]{{4}}[a-z]*", re.I)

CONF = """
project = "Wrong heads"
author = copyright = "Nobody"
version = "1"
extensions = ["course_reader"]
include_patterns = ["index.md", "docs/**", "corpus/**", "glossary/**"]
exclude_patterns = [".*", "_build"]
source_suffix = {".md": "markdown"}
myst_enable_extensions = ["colon_fence", "deflist"]
html_theme = "course_reader"
html_copy_source = True
suppress_warnings = ["toc", "image"]
"""

#: a pack of 500 texts takes more than 2 GB of memory to print
_IN_A_PACK = 100

FORMATS = ("html", "pdf", "epub", "cards")
#: commands that answer with data about everything in a reader
ASKED = (("check", "--json"), ("build", "html", "--json"), ("pack", "all-1", "--json"), ("propose", "--json"))

OPEN = "---\ntitle: Open\ndate: 2022-11-02\nrights: {status: own}\n---\n\nAnn Lee went to Borg, an openword.\n"


def files(heads: list[WrongHead]) -> dict[str, str | bytes]:
    """A reader with these heads, and with pages that show something of every text."""
    found: dict[str, str | bytes] = {
        "conf.py": CONF,
        "glossary/people/ann.md": "---\nname: Ann Lee\ngloss: An engineer.\n---\n\nAnn Lee built it.\n",
        "glossary/places/borg.md": "---\nname: Borg\ngloss: A town.\ncoordinates: [1, 1]\n---\n\nA town.\n",
        "corpus/open/article.md": OPEN,
    }
    texts = []
    for head in heads:
        found[head.path] = head.content
        folder = head.path.split("/notes/")[0].removesuffix("/article.md")
        texts.append(folder.removeprefix("corpus/"))
        if "/notes/" in head.path:
            found[f"{folder}/article.md"] = OPEN
        else:
            found[f"{folder}/notes/hints.yaml"] = NOTES.replace("SECRET", head.secret)
            found[f"{folder}/b1.md"] = LEVEL.replace("SECRET", head.secret)
            found[f"{folder}/{head.secret}picture.png"] = b"\x89PNG\r\n\x1a\n" + head.secret.encode()
    slugs = ["open", *texts]
    for start in range(0, len(slugs), _IN_A_PACK):
        listed = "\n".join(f"../{slug}/article" for slug in slugs[start : start + _IN_A_PACK])
        name = f"all-{start // _IN_A_PACK + 1}"
        found[f"corpus/packs/{name}.md"] = f"---\ntitle: All\n---\n\nAll.\n\n```{{toctree}}\n{listed}\n```\n"
    hidden = "```{toctree}\n:hidden:\n:glob:\n\ncorpus/**\nglossary/*/*\ndocs/*\n```\n"
    found["index.md"] = f"# Front\n\n```{{article-list}}\n```\n\n{hidden}"
    pairs = "\n\n".join(f"```{{reader-compare}} open {slug}\n```" for slug in texts[:8])
    found["docs/all.md"] = f"# All\n\n```{{timeline}}\n```\n\n{pairs}\n"
    return found


def leaks(folder: Path) -> dict[str, set[str]]:
    """Secret words in the files below a folder: each with the files that hold it."""
    found: dict[str, set[str]] = {}
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        name = path.relative_to(folder).as_posix()
        for text in (name, *_texts(path)):
            for secret in _SECRET.findall(text):
                found.setdefault(secret.casefold(), set()).add(name)
    return found


def _texts(path: Path) -> Iterator[str]:
    """Everything that a file says, packed or not."""
    data = path.read_bytes()
    yield data.decode("utf-8", "replace")
    yield data.decode("utf-16-le", "replace")
    if path.suffix == ".epub":
        with zipfile.ZipFile(path) as book:
            for name in book.namelist():
                yield name + "\n" + book.read(name).decode("utf-8", "replace")
    elif path.suffix == ".inv":
        yield zlib.decompress(data.split(b"\n", 4)[4]).decode()
    elif path.suffix == ".pdf":
        yield subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout


def search(
    root: Path, count: int, seed: int, formats: tuple[str, ...] = FORMATS, audience: str = "public"
) -> tuple[int, dict[str, set[str]]]:
    """Build wrong heads for the public, and search the output.

    Returns:
        The exit status of the builds, and what leaked.
    """
    from course_reader.commands.build import build
    from course_reader.model.outputs import build_folder

    heads = list(wrong_heads(count, seed))
    for name, content in files(heads).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    built = build(root, formats, settings={"reader_audience": audience})
    found: dict[str, set[str]] = {}
    for name in formats:
        found |= {f"{name}: {secret}": where for secret, where in leaks(build_folder(root, name, audience)).items()}
    return int(built.failed), found


def told(root: Path) -> dict[str, set[str]]:
    """Secret words in what commands say of a reader that was written: each with the commands."""
    from course_reader.cli import main as call

    found: dict[str, set[str]] = {}
    for argv in ASKED:
        said = io.StringIO()
        with redirect_stdout(said), redirect_stderr(said):
            call(["--root", str(root), *argv])
        text = said.getvalue()
        # What has to be mended is named, and so is its file.
        for path in sorted((p.relative_to(root).as_posix() for p in root.rglob("*.*")), key=len, reverse=True):
            text = text.replace(path, "")
        for secret in _SECRET.findall(text):
            found.setdefault(secret.casefold(), set()).add(" ".join(argv))
    return found


def main() -> int:
    """Search, and say what leaked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    try:
        status, found = search(folder, options.count, options.seed)
        found |= {f"an answer: {secret}": where for secret, where in told(folder).items()}
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    for secret, where in sorted(found.items()):
        print(f"{secret}: {', '.join(sorted(where)[:5])}")
    print(f"{options.count} wrong heads, seed {options.seed}: {len(found)} words leaked; the build ended with {status}")
    return int(bool(found) or status == 0)


if __name__ == "__main__":
    sys.exit(main())
