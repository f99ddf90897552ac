"""`python killed.py FILE ROOT`: change a note again and again, each time killed one step later, and tell what is left.

A program of its own, since it forks for each step: a copy of the whole test run, hundreds of times, would take long.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from types import FrameType

from course_reader.files.yaml_lines import load
from course_reader.store import files, swap
from course_reader.store.notes import edit_note, revision_of

NOTE = "n-00000001"


def killed_at(step: int, path: Path, root: Path, body: str) -> bool:
    """Change the note in a process that is killed at a step in the store; whether it was still at work then."""
    child = os.fork()
    if not child:
        places, left = {files.__file__, swap.__file__}, step

        def count(frame: FrameType, event: str, argument: object) -> None:
            nonlocal left
            around = frame.f_back.f_code.co_filename if frame.f_back else ""
            left -= not places.isdisjoint((frame.f_code.co_filename, around))
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)

        mark = revision_of(load(path.read_text("utf-8")).value["notes"][0], NOTE)
        sys.setprofile(count)
        edit_note(path, root, NOTE, {"body": body}, mark)
        sys.setprofile(None)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    assert os.waitstatus_to_exitcode(status) in (0, -signal.SIGKILL)
    return os.WIFSIGNALED(status)


if __name__ == "__main__":
    changed, kept_in = Path(sys.argv[1]), Path(sys.argv[2])
    at_work, number = True, 0
    while at_work:
        number += 1
        new = f"{number} " * 40
        at_work = killed_at(number, changed, kept_in, new)
        sys.stdout.write(json.dumps({"killed": at_work, "new": new, "left": changed.read_text("utf-8")}) + "\n")
