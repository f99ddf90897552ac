"""The same sources give the same bytes, whatever the process: hash seed, time zone, locale, permissions, processes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from readers import article, entry, make_reader

FORMATS = ("html", "epub", "pdf")
FILES = {
    "corpus/one/article.md": article(
        "Ann Lee and Bo went to Borg {cite:p}`a`.\n\n![Ship](/docs/ship.svg)", "2020-01-01", "One"
    ),
    "corpus/two/article.md": article("Borg slept {cite:p}`b`.\n\n```{index} whale; white\n```", "2021-01-01", "Two"),
    "corpus/two/notes/teacher.yaml": "notes: [{quote: slept, body: Why?}]\n",
    "corpus/packs/both.md": "---\ntitle: Both\n---\n\n```{toctree}\n../one/article\n../two/article\n```\n",
    "glossary/people/ann-lee.md": entry("Ann Lee", aliases="[Lee]"),
    "glossary/people/bo.md": entry("Bo"),
    "glossary/places/borg.md": entry("Borg", coordinates="[40.1, 45.2]"),
    "docs/map.md": "# Map\n\n```{place-map}\n```\n",
    "docs/ship.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>',
    "docs/sources.md": "# Sources\n\n```{bibliography}\n```\n",
    "docs/sources.bib": "@misc{a, title={A source}, year={2001}}\n@misc{b, title={Another}, year={2002}}\n",
}
CONF = "bibtex_bibfiles = ['docs/sources.bib']\nepub_show_urls = 'no'\nversion = '1'\nhtml_copy_source = True\n"

#: how a second build differs from the first: its environment, the permissions of its files, its processes
OTHER = {"PYTHONHASHSEED": "7", "TZ": "Asia/Baku", "LC_ALL": "C", "LANG": "C"}
FIRST = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"}


def built(root: Path, environment: dict[str, str], umask: int, jobs: str) -> dict[str, bytes]:
    command = [sys.executable, "-m", "course_reader.cli", "build", *FORMATS, "-j", jobs]
    variables = {**os.environ, **environment, "SOURCE_DATE_EPOCH": "1700000000"}
    ran = subprocess.run(command, cwd=root, env=variables, umask=umask, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    found = (path for name in FORMATS for path in sorted((root / "_build" / name).rglob("*")))
    names = {path.relative_to(root / "_build").as_posix(): path for path in found if path.is_file()}
    return {name: path.read_bytes() for name, path in names.items() if ".work" not in name and ".buildinfo" not in name}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask")
def test_two_different_processes_write_the_same_bytes(tmp_path: Path) -> None:
    one = make_reader(tmp_path / "one", FILES, CONF).root
    other = Path(shutil.copytree(one, tmp_path / "other"))
    first = built(one, FIRST, 0o022, "1")
    assert {"html/index.html", "html/searchindex.js", "pdf/both.pdf"} <= first.keys()
    assert [name for name in first if name.endswith(".epub")]

    second = built(other, OTHER, 0o077, "3")

    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
