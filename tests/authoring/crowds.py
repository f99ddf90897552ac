"""Many writers at one file of notes over HTTP, an editor that saves it by hand, and servers that are killed."""

from __future__ import annotations

import contextlib
import http.client
import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from authoring.serving import DOCNAME, LAYER, Served, new_id, port_of, start

from course_reader.files.yaml_lines import load

#: a writer that adds notes for ever, and says which of them are in the file
WRITER = """
import sys
from pathlib import Path
from course_reader.store.notes import add_note
path, root, name = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
number = 0
while True:
    body = f"{name} {number} " + "word " * (number % 40)
    add_note(path, root, {"body": body.strip()})
    print(body.strip(), flush=True)
    number += 1
"""


def note(server: Served, body: str) -> bool:
    """Add a note, again while the server says that the file is in use; whether it has said that the note is saved."""
    asked = {"docname": DOCNAME, "layer": "instructor", "target": None, "body": body, "id": new_id()}
    while True:
        answer = server.send("POST", "/_cr/notes", asked)
        if answer.status != 423:
            return answer.status == 201


def bodies(path: Path) -> set[str]:
    """The notes of a file, which has to be whole."""
    return {note["body"] for note in load(path.read_text("utf-8")).value["notes"]}


def crowd(server: Served, writers: int, notes: int) -> tuple[set[str], int]:
    """Let writers add notes at the same time, beside an editor that saves the file by hand all the while.

    The editor changes lines of its own, at the top of the file: it reads and writes in one step, as a person does who
    reloads the file first. In between it lets the writers write.

    Returns:
        The notes that are said to be saved and are not in the file, and how often the editor has saved.
    """
    path, saves, done = server.root / LAYER, 0, threading.Event()

    def write(name: int) -> set[str]:
        said = [f"writer {name}, note {number}" for number in range(notes)]
        return {body for body in said if note(server, body)}

    def edit() -> None:
        nonlocal saves
        while not done.wait(0.2):
            text = path.read_text("utf-8")
            if not text.endswith("\n"):
                continue
            with path.open("a", encoding="utf-8") as file:
                file.write(f"# saved {saves} times by hand\n")
            saves += 1

    editor = threading.Thread(target=edit)
    editor.start()
    with ThreadPoolExecutor(writers) as pool:
        said = set().union(*pool.map(write, range(writers)))
    done.set()
    editor.join()
    text = path.read_text("utf-8")
    lost = said - bodies(path) | {f"save {n}" for n in range(saves) if f"# saved {n} times by hand\n" not in text}
    assert len(said) == writers * notes, "the server refused notes"
    return lost, saves


def kill_writers(path: Path, root: Path, rng: random.Random, name: str) -> set[str]:
    """Let three programs add notes to a file, and kill all at a random moment; the notes that they say are saved."""
    command = [sys.executable, "-c", WRITER, str(path), str(root)]
    programs = [
        subprocess.Popen([*command, f"{name} {n}"], stdout=subprocess.PIPE, text=True, encoding="utf-8")
        for n in range(3)
    ]
    first = programs[0].stdout
    assert first
    begun = first.readline().strip()
    assert begun, "the first writer could not write"
    said = {begun}
    _after(rng.random() * 0.2)
    for program in programs:
        program.kill()
    for program in programs:
        said |= {line.strip() for line in program.communicate()[0].splitlines(keepends=True) if line.endswith("\n")}
    return said


def kill_server(root: Path, rng: random.Random, name: str) -> set[str]:
    """Start a server, add notes, and kill it with everything that it has started; the notes that it says are saved.

    Every third one is killed while it starts.
    """
    process = start(root)
    said: set[str] = set()
    try:
        if rng.random() < 0.33:
            _after(rng.random() * 3)
            return said
        server = Served(root, port_of(process), process)
        assert server.get(f"/{DOCNAME}.html").status == 200
        threading.Timer(rng.random() * 0.7, process.kill).start()
        with contextlib.suppress(OSError, http.client.HTTPException, AssertionError):
            for number in range(1000):
                if note(server, f"{name} {number}"):
                    said.add(f"{name} {number}")
        return said
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process.pid, signal.SIGKILL)
        process.communicate()


def _after(seconds: float) -> None:
    """Come to a random moment."""
    threading.Event().wait(seconds)


def starts(root: Path) -> str:
    """Start a server as after any other end: what is wrong with it, "" if nothing is."""
    process = start(root)
    try:
        server = Served(root, port_of(process), process)
        page = server.get(f"/{DOCNAME}.html")
        failed = [data for name, data in [next(iter(server.events()))] if name == "failed"]
        return "" if page.status == 200 and not failed else f"the page has status {page.status}; {failed}"
    except AssertionError as error:
        return f"it does not start: {error}"
    finally:
        process.kill()
        process.communicate()


def kills(root: Path, seed: int, count: int, tell: Callable[[str], None]) -> int:
    """Kill writers and servers at random moments; how many notes were said to be saved. Every fourth is a server.

    Raises:
        AssertionError: if a file is not whole, a saved note is gone, or the next server does not start.
    """
    path, said = root / LAYER, set[str]()
    sources = {file: file.read_bytes() for file in root.rglob("*") if _is_source(file, root) and file != path}
    for number in range(count):
        rng = random.Random(f"{seed} {number}")
        is_server = number % 4 == 3
        name = f"kill {number}"
        said |= kill_server(root, rng, name) if is_server else kill_writers(path, root, rng, name)
        missing = said - bodies(path)
        assert not missing, f"{name}: saved, and gone: {sorted(missing)[:5]}"
        changed = [file for file, data in sources.items() if not file.exists() or file.read_bytes() != data]
        assert not changed, f"{name}: {changed}"
        if is_server:
            wrong = starts(root)
            assert not wrong, f"{name}: {wrong}"
        if number % 20 == 19:
            tell(f"{number + 1} kills, {len(said)} notes saved")
        if len(said) > 400:
            # A file of this size is no longer what people have.
            path.write_text("layer: {title: I}\nnotes: []\n", "utf-8")
            said = set()
    return count


def _is_source(file: Path, root: Path) -> bool:
    return file.is_file() and "_build" not in file.relative_to(root).parts
