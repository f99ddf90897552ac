"""Small readers for tests: written into a folder, built with real Sphinx, looked at."""

from __future__ import annotations

import io
import shutil
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import html as lxml_html
from sphinx.application import Sphinx
from sphinx.util.console import strip_escape_sequences  # type: ignore[attr-defined]
from sphinx.util.docutils import docutils_namespace, patch_docutils

CONF = """
project = "A test reader"
extensions = ["course_reader"]
include_patterns = ["index.md", "docs/**", "corpus/**", "glossary/**"]
exclude_patterns = [".*", "_build", "**/original.*"]
source_suffix = {".md": "markdown"}
myst_enable_extensions = ["colon_fence", "deflist"]
html_theme = "course_reader"
html_copy_source = False
"""

INDEX = """
# Front page

```{article-list}
```

```{toctree}
:hidden:
:glob:

corpus/*/article
PAGES
```
"""


@dataclass
class Reader:
    """A reader in a folder."""

    root: Path
    #: warnings of the last build, one a line
    warnings: list[str] = field(default_factory=list)
    #: documents that the last build read and wrote
    read: set[str] = field(default_factory=set)
    written: set[str] = field(default_factory=set)

    def write(self, files: Mapping[str, str | bytes | Path | None]) -> None:
        """Write files, link to others (a path), or take them away (None)."""
        for name, content in files.items():
            path = self.root / name
            if content is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, Path):
                path.symlink_to(content)
            elif isinstance(content, bytes):
                path.write_bytes(content)
            else:
                path.write_text(textwrap.dedent(content).lstrip("\n"), encoding="utf-8")

    def build(self, builder: str = "html", *, jobs: int = 1, **settings: Any) -> Path:
        """Build and return the output's folder; what is unchanged is not built again."""
        warnings = io.StringIO()
        self.read, self.written = set(), set()
        confdir = self.root / "conf" if (self.root / "conf").is_dir() else self.root
        out = self.root / "_build" / builder
        before = {p: p.stat().st_mtime_ns for p in out.rglob("*.html")}
        with patch_docutils(confdir), docutils_namespace():
            app = Sphinx(
                self.root, confdir, out, self.root / "_build" / "doctrees", builder,
                confoverrides=settings, status=None, warning=warnings, parallel=jobs,
            )  # fmt: skip
            app.connect("env-before-read-docs", lambda app, env, docnames: self.read.update(docnames))
            app.build()
        text = strip_escape_sequences(warnings.getvalue()).replace(str(self.root) + "/", "")
        self.warnings = [line for line in text.splitlines() if line.strip()]
        for path in out.rglob("*.html"):
            if before.get(path) != path.stat().st_mtime_ns:
                self.written.add(path.relative_to(out).with_suffix("").as_posix())
        return out

    def keep(self) -> None:
        """Keep all files as they are now, with their times."""
        shutil.copytree(self.root, self._kept, symlinks=True)

    def restore(self) -> None:
        """Put all files back as they were at `keep`."""
        shutil.rmtree(self.root)
        shutil.copytree(self._kept, self.root, symlinks=True)

    @property
    def _kept(self) -> Path:
        return self.root.with_name(f"{self.root.name}-kept")

    def page(self, docname: str) -> Any:
        """A built page as a tree."""
        path = self.root / "_build" / "html" / f"{docname}.html"
        return lxml_html.fromstring(path.read_text(encoding="utf-8"))

    def texts(self, docname: str, xpath: str) -> list[str]:
        """The text of each element that an XPath finds, white space folded."""
        found = self.page(docname).xpath(xpath)
        return [" ".join((e if isinstance(e, str) else e.text_content()).split()) for e in found]


def make_reader(root: Path, files: Mapping[str, str | bytes | Path | None], conf: str = "") -> Reader:
    """A reader with these files, a front page and a configuration."""
    reader = Reader(root)
    # A glob that matches nothing is a warning.
    pages = [glob for glob in ("docs/*", "glossary/*/*") if any(n.startswith(glob[:4]) for n in files)]
    index = INDEX.replace("PAGES", "\n".join(pages))
    reader.write({"conf.py": CONF + textwrap.dedent(conf), "index.md": index})
    reader.write(files)
    return reader


def article(body: str, date: str = "2022-11-01", title: str = "An article", **keys: str) -> str:
    """An article's file."""
    front = "".join(f"{key}: {value}\n" for key, value in keys.items())
    return (
        f"---\ntitle: {title}\ndate: {date}\nrights: {{status: own}}\n{front}---\n\n{textwrap.dedent(body).strip()}\n"
    )


def entry(name: str, gloss: str = "A gloss.", prose: str = "Prose.", **keys: str) -> str:
    """An entry's file."""
    front = "".join(f"{key}: {value}\n" for key, value in keys.items())
    return f"---\nname: {name}\ngloss: {gloss}\n{front}---\n\n{prose}\n"
