"""epubcheck, on a book."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def complaints(book: Path) -> str:
    """What epubcheck has against a book; "" if nothing. Without it a test is skipped, and fails where CI is set."""
    tool, java = shutil.which("epubcheck"), shutil.which("java")
    if not tool or not java:
        if os.environ.get("CI"):
            pytest.fail("epubcheck is not installed")
        pytest.skip("epubcheck is not installed (on Debian: apt-get install epubcheck)")
    is_jar = Path(tool).resolve().suffix == ".jar"
    command = [java, "-jar", str(Path(tool).resolve())] if is_jar else [tool]
    done = subprocess.run([*command, str(book)], capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    return "" if done.returncode == 0 and "0 fatals / 0 errors / 0 warnings" in said else said
