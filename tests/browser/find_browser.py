"""Before the tests: look for a Chromium, and try to get one where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def installed() -> str | None:
    """The Chromium that the variable CHROMIUM names, one on the path, or the one that playwright installed."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, CHROMIUMS)), None) or _of_playwright()


def _of_playwright() -> str | None:
    from playwright.sync_api import Error, sync_playwright

    try:
        with sync_playwright() as playwright:
            path = playwright.chromium.executable_path
    except Error:
        return None
    return path if Path(path).is_file() else None


def main() -> int:
    """Say which browser the tests will use, or that they will skip."""
    found = installed()
    if not found:
        print("No Chromium is installed; trying to get one …", flush=True)
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False, capture_output=True)
        found = installed()
    if found:
        print(f"Browser for the tests: {found}")
    else:
        print("No Chromium could be had, so the browser tests are SKIPPED.")
        print("Install one: on Debian, apt-get install chromium.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
