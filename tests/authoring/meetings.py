"""Two windows, an editor and git meet at one file of notes, in a random order; no text may vanish unseen.

After each step the texts in the file are compared with those before. A window may only replace what it has shown to its
person: the version that its form was opened with, or the one that was shown beside it. An editor and git may replace
what is in the file, since they read it in the same step.
"""

from __future__ import annotations

import random
import re
import subprocess
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from authoring.serving import DOCNAME, LAYER, NOTES, Served, new_id

#: a text that occurs once in a whole run, and is found in a file by its form
_TEXT = re.compile(r"Text \d+\.\d+\.")

Steps = Counter[str]


class UnseenLossError(AssertionError):
    """A text has gone that nobody was shown."""


class Window(Protocol):
    """A window with the panel."""

    def open(self) -> None:
        """Open a note, unless a form is open."""

    def save(self, text: str) -> set[str]:
        """Save a text over the note that was opened, compare and choose; the texts that the person was shown."""

    def add(self, text: str) -> set[str]:
        """Write a new note."""

    def delete(self) -> set[str]:
        """Delete a note of the list; the texts that the person was shown."""

    def refresh(self) -> None:
        """Let the live page take over what was built."""


@dataclass
class ApiWindow:
    """A window as the server sees it: it keeps the version that a form was opened with, whatever is loaded later."""

    server: Served
    rng: random.Random
    steps: Steps
    notes: list[dict[str, Any]] = field(default_factory=list)
    form: dict[str, Any] | None = None

    def refresh(self) -> None:
        layers = self.server.article()["layers"]
        self.notes = [note for layer in layers for note in layer["notes"]]

    def open(self) -> None:
        if self.form is None and self.notes:
            self.form = self.rng.choice(self.notes)

    def save(self, text: str) -> set[str]:
        if self.form is None:
            return set()
        note, shown = self.form, {self.form["body"]}
        self.form = None
        while True:
            answer = self._send("PATCH", note["id"], note["etag"], body=text, quote=note["quote"])
            if answer.status == 200:
                self.steps["saved"] += 1
                return shown
            if answer.status == 404:
                self.steps["saved as a new note"] += 1
                return shown | self.add(text)
            assert answer.status == 412, answer.body
            note = answer.json["theirs"]
            shown.add(note["body"])
            self.steps["compared"] += 1
            match self.rng.choice(("mine", "mine", "new", "theirs")):
                case "new":
                    return shown | self.add(text)
                case "theirs":
                    return shown | {text}

    def add(self, text: str) -> set[str]:
        asked = {"docname": DOCNAME, "layer": "instructor", "target": None, "body": text, "id": new_id()}
        answer = self.server.send("POST", "/_cr/notes", asked)
        if answer.status == 404:
            new = {**asked, "layer_info": {"title": "I", "author": None, "language": "en", "audience": "class"}}
            answer = self.server.send("POST", "/_cr/notes", new, If_None_Match="*")
        assert answer.status == 201, answer.body
        self.steps["added"] += 1
        return set()

    def delete(self) -> set[str]:
        if not self.notes:
            return set()
        note = self.rng.choice(self.notes)
        answer = self._send("DELETE", note["id"], note["etag"])
        assert answer.status in (200, 404, 412), answer.body
        self.steps["deleted" if answer.status == 200 else "not deleted"] += 1
        return {note["body"]}

    def _send(self, method: str, note_id: str, etag: str, **more: Any) -> Any:
        asked = {"docname": DOCNAME, "layer": "instructor", **more}
        return self.server.send(method, f"/_cr/notes/{note_id}", asked, etag)


@dataclass
class Meeting:
    """One file, and those who write into it."""

    path: Path
    windows: list[Window]
    rng: random.Random
    run: int
    steps: Steps
    texts: int = 0
    commits: int = 0
    #: what is in the file before the first step, and when somebody makes it again
    notes: str = NOTES

    def step(self) -> None:
        """Let somebody do something, and look what has gone."""
        before = self._texts()
        window = self.rng.choice(self.windows)
        text, seen = "", set[str]()
        match self.rng.choice(
            ("open", "open", "open", "save", "save", "save", "add", "delete", "refresh", "hand", "hand", "git")
        ):
            case "open":
                window.open()
            case "save":
                text = self._fresh()
                seen = window.save(text)
            case "add":
                text = self._fresh()
                seen = window.add(text)
            case "delete":
                seen = window.delete()
            case "refresh":
                window.refresh()
            case "hand":
                self._by_hand()
                seen = before
            case "git":
                self._git()
                seen = before
        after = self._texts()
        lost = before - after - {text for words in seen for text in _TEXT.findall(words)} - seen
        if lost:
            raise UnseenLossError(f"run {self.run}: {lost} has gone, and only {seen} was shown")

    def _fresh(self) -> str:
        self.texts += 1
        return f"Text {self.run}.{self.texts}."

    def _texts(self) -> set[str]:
        return set(_TEXT.findall(self.path.read_text("utf-8"))) if self.path.exists() else set()

    def _by_hand(self) -> None:
        """Save the file as an editor does: a text changed, a note removed or added, the file emptied or removed."""
        lines = self.path.read_text("utf-8").split("\n") if self.path.exists() else self.notes.split("\n")
        bodies = [i for i, line in enumerate(lines) if line.startswith("    body: ")]
        how = self.rng.choice(("change", "change", "change", "change", "add", "remove", "gone"))
        self.steps[f"by hand: {how}"] += 1
        if how == "gone":
            self.path.unlink(missing_ok=True)
            return
        if how == "change" and bodies:
            lines[self.rng.choice(bodies)] = f"    body: {self._fresh()}"
        elif how == "remove" and bodies:
            at = self.rng.choice(bodies)
            begin = max(i for i in range(at) if lines[i].startswith("  - "))
            end = next((i for i in range(at + 1, len(lines)) if not lines[i].startswith("    ")), len(lines))
            del lines[begin:end]
            if not any(line.startswith("  - ") for line in lines):
                lines = [line.replace("notes:", "notes: []") if line == "notes:" else line for line in lines]
        elif "notes: []" not in lines:
            lines[-1:] = ["  - quote: Yerevan accused Baku", f"    body: {self._fresh()}", ""]
        self._write("\n".join(lines))

    def _write(self, text: str) -> None:
        if self.rng.random() < 0.5:
            self.path.write_text(text, "utf-8")
        else:
            beside = self.path.with_name(f"{self.path.name}~")
            beside.write_text(text, "utf-8")
            beside.replace(self.path)

    def _git(self) -> None:
        """Commit, or check out an earlier version of the file."""
        back = self.rng.randrange(3)
        if self.commits > back and self.rng.random() < 0.5:
            self.steps["git checkout"] += 1
            self.git("checkout", "-q", f"HEAD~{back}", "--", self.path.name)
        elif self.path.exists():
            self.steps["git commit"] += 1
            self.commits += 1
            self.git("add", "-f", self.path.name)
            self.git("commit", "-q", "--allow-empty", "-m", "x")

    def git(self, *words: str) -> None:
        """Run git in the file's folder."""
        base = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run([*base, *words], cwd=self.path.parent, check=True, capture_output=True)

    def begin(self) -> None:
        """The file as it is before the first step, in a history of its own."""
        self.path.write_text(self.notes, "utf-8")
        if not (self.path.parent / ".git").exists():
            self.git("init", "-q", "-b", "main")
        for window in self.windows:
            window.refresh()
            window.open()


def meet(server: Served, seed: int, runs: int, length: int = 14) -> Steps:
    """Let windows, an editor and git meet; how often what was done.

    Raises:
        UnseenLossError: if a text has gone that nobody was shown.
    """
    steps = Steps()
    for run in range(runs):
        rng = random.Random(f"{seed} {run}")
        windows: list[Window] = [ApiWindow(server, rng, steps) for _ in range(2)]
        meeting = Meeting(server.root / LAYER, windows, rng, run, steps)
        meeting.begin()
        for _ in range(length):
            meeting.step()
    return steps
