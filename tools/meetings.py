"""Let two windows, an editor and git meet at one file of notes, in many random orders, and look for texts that vanish.

python tools/meetings.py [--seed 1] [--runs 500]
python tools/meetings.py --windows [--seed 1] [--runs 20]     the windows are those of a real browser
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from authoring.meetings import meet
from authoring.serving import DOCNAME, LAYER, NOTES, Served, serving
from browser.annotate.windows import meet_in_pages
from browser.find_browser import installed


def in_windows(server: Served, seed: int, runs: int) -> Counter[str]:
    """Let them meet in a real browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=["--no-sandbox"])

        def visit() -> Any:
            page = browser.new_context(viewport={"width": 1280, "height": 860}).new_page()
            page.goto(f"{server.origin}/{DOCNAME}.html")
            page.wait_for_selector(".cr-opener", state="attached")
            return page

        try:
            return meet_in_pages(visit, server.root / LAYER, NOTES, seed, runs)
        finally:
            browser.close()


def main() -> None:
    """Search, and print what was done."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", type=int)
    parser.add_argument("--windows", action="store_true")
    wanted = parser.parse_args()
    runs = wanted.runs or (20 if wanted.windows else 500)
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as server:
        steps = (in_windows if wanted.windows else meet)(server, wanted.seed, runs)
    where = " in two windows of a browser" if wanted.windows else ""
    print(f"{runs} meetings{where} (seed {wanted.seed}) in {time.perf_counter() - start:.0f} s, no text lost unseen")
    for name, count in sorted(steps.items()):
        print(f"{count:6}  {name}")


if __name__ == "__main__":
    main()
