"""What a build for the public shows, with the reason why the rest is closed."""

from __future__ import annotations

from pathlib import Path

from libraries import make_shelf
from readers import article

from course_reader.checks.openness import openness
from course_reader.model.public.openness import Closed

NOTES = "layer: {audience: public}\nnotes: [{body: B}]\n"
KEPT = article("T.").replace("own", "none")
FILES = {
    "corpus/open/article.md": article("T."),
    "corpus/open/notes/a.yaml": NOTES,
    "corpus/open/notes/b.yaml": "notes: [{body: B}]\n",
    "corpus/open/notes/c.yaml": "notes: [\n",
    "corpus/kept/article.md": KEPT,
    "corpus/kept/notes/a.yaml": NOTES,
    "corpus/old/article.md": article("T.").replace("own", "own, expires: 2020-01-31"),
    "corpus/private/p/article.md": article("T."),
}


def test_each_text_and_each_set_of_notes_is_told_once_with_the_reason(tmp_path: Path) -> None:
    found = openness(make_shelf(FILES, tmp_path).library, [Closed("corpus/x.md", "it is private")])

    assert found.shown == ("corpus/open/article.md",)
    assert [(item.path, item.reason) for item in found.stubs] == [
        ("corpus/kept/article.md", "nobody has given permission (`rights` says `none`)"),
        ("corpus/old/article.md", "its permission expired on 31 January 2020"),
        ("corpus/private/p/article.md", "it is in a private folder"),
    ]
    assert found.notes == ("corpus/open/notes/a.yaml",)
    assert [(item.path, item.reason) for item in found.hidden_notes] == [
        ("corpus/kept/notes/a.yaml", "its text is not public"),
        ("corpus/open/notes/b.yaml", "it does not say `audience`"),
        ("corpus/open/notes/c.yaml", "its file cannot be read"),
    ]
    assert next(found.lines()).startswith("A build for the public shows a stub of corpus/kept/article.md: nobody")
    assert "A build for the public leaves out corpus/x.md: it is private." in found.lines()
    assert found.to_json()["texts"] == {
        "shown": ["corpus/open/article.md"],
        "stubs": [item.to_json() for item in found.stubs],
        "withheld": [{"path": "corpus/x.md", "reason": "it is private"}],
    }


def test_of_an_open_reader_nothing_is_said() -> None:
    assert list(openness(make_shelf({"corpus/open/article.md": article("T.")}).library).lines()) == []
