"""`publish pages`: the files with which GitHub Pages and Read the Docs build the site themselves."""

from __future__ import annotations

import argparse
from pathlib import Path

from course_reader.commands.command import FINE, PROBLEMS, Command, print_problems
from course_reader.commands.publish.site import refuse_class
from course_reader.model.version import __version__

_WORKFLOW = """\
# Builds the reader and puts it on GitHub Pages. In the settings of the repository, choose "GitHub Actions" as the
# source of Pages. Private texts are not in the repository, so they cannot be published.
name: Pages
on:
  push:
    branches: [main]
  workflow_dispatch:
permissions:
  contents: read
  pages: write
  id-token: write
concurrency:
  group: pages
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
          cache: pip
      - run: pip install -r requirements.txt
      - run: course-reader build pdf html --audience public
      - uses: actions/upload-pages-artifact@v3
        with:
          path: _build/html
  deploy:
    needs: build
    runs-on: ubuntu-latest
    environment:
      name: github-pages
      url: ${{ steps.deployment.outputs.page_url }}
    steps:
      - id: deployment
        uses: actions/deploy-pages@v4
"""

_READ_THE_DOCS = """\
# Read the Docs builds the reader with these commands.
version: 2
build:
  os: ubuntu-24.04
  tools:
    python: "3.12"
  commands:
    - pip install -r requirements.txt
    - course-reader build pdf html --audience public
    - mkdir -p $READTHEDOCS_OUTPUT
    - cp -r _build/html $READTHEDOCS_OUTPUT/html
"""


def files() -> dict[str, str]:
    """The files by their paths in the reader."""
    return {
        ".github/workflows/pages.yml": _WORKFLOW,
        ".readthedocs.yaml": _READ_THE_DOCS,
        "requirements.txt": f"course-reader>={__version__}\n",
    }


def run(options: argparse.Namespace, root: Path) -> int:
    """Write the files that are not there yet."""
    from course_reader.model.conf import of_reader
    from course_reader.store.plain_files import add_plain

    refuse_class(root)
    for name, text in files().items():
        said = "added" if add_plain(root / name, root, text) else "left as it is:"
        print(f"{said} {name}")
    _, wrong = of_reader(root)
    print("Next: set html_baseurl in conf.py to the address of the site, commit, and push.")
    print_problems(wrong)
    return PROBLEMS if wrong else FINE


COMMAND = Command("pages", "Add the files that GitHub Pages and Read the Docs need.", run=run)
