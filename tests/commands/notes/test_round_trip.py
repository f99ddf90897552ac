"""Whatever notes there are: exported, imported into an empty copy and exported again, they are the same bytes."""

from __future__ import annotations

import json
import string
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from examples import examples
from exchange.made_up import nearly_right
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from course_reader.commands.notes.addressed import Addressed, Shelf
from course_reader.commands.notes.export import export
from course_reader.commands.notes.import_ import take
from course_reader.commands.notes.import_report import NotesReport
from course_reader.commands.notes.noted_articles import noted
from course_reader.exchange import forms
from course_reader.exchange.complaints import MalformedError
from course_reader.exchange.w3c_write import GlossOut
from course_reader.files.characters import without_hidden
from course_reader.files.yaml_lines import load
from course_reader.marks.kept_texts import ArticleText
from course_reader.model.problems import Code
from course_reader.text.paragraphs import NumberedText, Paragraph

PARAGRAPHS = [
    "The talks on the harbour went on for a third day. Nobody said what was agreed; the talks will go on in May.",
    "“A dispute of forty years is not settled in three days,” the mayor of Northport said 😀. The council met twice.",
    "The talks on the harbour went on for a third day. Նորից՝ նույն խոսքերը. The council met — again.",
]
BODY = "\n\n".join(PARAGRAPHS)
STARTS = [BODY.index(p) if i != 2 else BODY.rindex(p) for i, p in enumerate(PARAGRAPHS)]
NUMBERED = tuple(
    Paragraph(i + 1, f"p{i + 1}", s, s + len(p)) for i, (s, p) in enumerate(zip(STARTS, PARAGRAPHS, strict=True))
)
TEXT = NumberedText(BODY, NUMBERED)


def shelf(root: Path) -> Shelf:
    """The reader in a folder, as reading it with Sphinx gives it; the text is always the same."""
    folder = root / "corpus" / "harbour"
    folder.mkdir(parents=True, exist_ok=True)
    found = noted(ArticleText("corpus/harbour/article", "corpus/harbour/article.md", TEXT), root)
    address = "urn:x-course-reader:harbour"
    gloss = GlossOut("may", "event", "May", "The month.", "en", (BODY.index("May"), BODY.index("May") + 3), "urn:a:b")
    article = Addressed(found, "corpus/harbour/article", "Harbour", address, (), False, (gloss,))
    found_shelf = Shelf([article])
    found_shelf.book.add("harbour", [])
    return found_shelf


def bring(root: Path, data: bytes) -> NotesReport:
    """Import a file."""
    report = NotesReport()
    take(report, {"x.json": forms.read(data)}, shelf(root), root)
    return report


def exported(root: Path, *, told: bool = False) -> bytes:
    """The exported file; hidden characters have to be reported if there are any, and nothing else."""
    data, problems = export(shelf(root).articles[0])
    assert {problem.code for problem in problems} == ({Code.HIDDEN_CHARACTER} if told else set())
    return data


def holds_hidden(value: Any) -> bool:
    """Whether a text anywhere in a value holds a character that no note may hold."""
    if isinstance(value, dict):
        return any(holds_hidden(key) or holds_hidden(item) for key, item in value.items())
    if isinstance(value, list):
        return any(map(holds_hidden, value))
    return isinstance(value, str) and without_hidden(value) != value


TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30).filter(str.strip)
LINES = st.lists(
    TEXTS | st.sampled_from(["- a", "# b", "yes", "1:30", "{x: y}", "a  ", "> q", "| t", "'\""]), min_size=1, max_size=4
)
#: YAML as people write it holds no control characters in plain text; it can hold them escaped
BODIES = LINES.map("\n".join).filter(lambda text: text.strip(string.whitespace + "\x85\xa0"))
TIMES = st.sampled_from(["2024-03-05", "2024-03-05T10:00:00+04:00", "2024-03-05 10:00", "last spring", "2024"])


@st.composite
def places(draw: st.DrawFn) -> dict[str, Any]:
    """Words that stand there once, twice, not at all; or no words."""
    kind = draw(st.sampled_from(["once", "context", "twice", "gone", "hash", "none"]))
    if kind == "none":
        return {}
    if kind == "gone":
        return {"quote": draw(TEXTS), "prefix": draw(TEXTS), "paragraph": draw(st.integers(1, 9))}
    if kind == "twice":
        return {"quote": "The talks on the harbour"}
    start = draw(st.integers(0, len(BODY) - 2))
    end = draw(st.integers(start + 1, min(len(BODY), start + 90)))
    place = {"quote": BODY[start:end]}
    if kind == "context":
        place |= {"prefix": BODY[max(0, start - 20) : start], "suffix": BODY[end : end + 20]}
    if kind == "hash":
        place |= {"text_hash": TEXT.hash, "prefix": BODY[max(0, start - 64) : start], "suffix": BODY[end : end + 64]}
    return {key: text for key, text in place.items() if str(text).strip()}


ORIGINALS = st.none() | st.fixed_dictionaries(
    {
        "id": st.sampled_from(["aBcD", "https://tool.example/a/1", "#7"]),
        "format": st.sampled_from(["w3c", "hypothesis"]),
    },
    optional={
        "source": st.just("https://news.example/"),
        "kept": st.fixed_dictionaries(
            {},
            optional={
                "motivation": st.sampled_from(["assessing", "replying", ["questioning"], 7]),
                "rights": st.just("https://a.example/licence"),
                "user": st.just("acct:lena@a.example"),
                "target": st.just([{"selector": {"type": "SvgSelector", "value": "<svg/>"}}]),
                "odd": st.integers() | st.booleans() | st.none() | TEXTS,
            },
        ),
        "references": st.just(["zzz", "https://tool.example/a/0"]),
        "lost": st.just({"quote": "long gone", "prefix": "all is", "paragraph": 3}),
    },
)  # fmt: skip


@st.composite
def layers(draw: st.DrawFn) -> dict[str, dict[str, Any]]:
    """Files of notes by the names of their layers."""
    found: dict[str, dict[str, Any]] = {}
    taken: list[str] = []
    for name in draw(st.lists(st.sampled_from(["instructor", "Zoë", "group 7"]), min_size=1, max_size=3, unique=True)):
        notes = []
        for _ in range(draw(st.integers(1, 4))):
            note: dict[str, Any] = draw(places()) | {"body": draw(BODIES)}
            if draw(st.booleans()):
                note["id"] = f"n-{len(taken):08x}"
            keys = {"by": TEXTS, "created": TIMES, "modified": TIMES, "original": ORIGINALS}
            keys |= {
                "tags": st.lists(TEXTS, max_size=3),
                "kind": st.sampled_from(["comment", "question", "correction", "context"]),
            }
            for key, values in keys.items():
                if draw(st.booleans()) and (value := draw(values)) is not None:
                    note[key] = value
            if draw(st.booleans()):
                note["in_reply_to"] = draw(st.sampled_from([*taken, "n-ffffffff", note.get("id", "n-ffffffff")]))
            if "id" in note:
                taken.append(note["id"])
            notes.append(note)
        about = {
            "title": draw(TEXTS),
            "author": draw(st.none() | TEXTS),
            "audience": draw(st.sampled_from(["public", "class"])),
        }
        head = {key: value for key, value in about.items() if value is not None}
        found[name] = {
            "layer": head | {"language": draw(st.sampled_from(["en", "hy", "en-GB", "x y"]))},
            "notes": notes,
        }
    return found


def on_words(words: str, **keys: Any) -> dict[str, dict[str, Any]]:
    """A file with one note on some words."""
    return {
        "lena": {
            "layer": {"title": "Lena", "audience": "public"},
            "notes": [{"id": "n-00000001", "quote": words, "body": "b"} | keys],
        }
    }


@settings(max_examples=examples(25), suppress_health_check=[HealthCheck.too_slow])
@given(layers())
# The prefix consists of a character that no export contains; it once made the place of the quote less certain.
@example(on_words("May", prefix="\x1b"))
@example(on_words("😀", suffix="\u202e", paragraph=2))
def test_export_import_export_gives_the_same_bytes(files: dict[str, dict[str, Any]]) -> None:
    prove_round_trip(files)


def prove_round_trip(files: dict[str, dict[str, Any]]) -> bytes:
    """Export, import into an empty copy, export, import once more, import at home; the exported file."""
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        folder = Path(one) / "corpus" / "harbour" / "notes"
        folder.mkdir(parents=True)
        for name, content in files.items():
            (folder / f"{name}.yaml").write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
        data = exported(Path(one), told=holds_hidden(files))
        assert not holds_hidden(json.loads(data))
        report = bring(Path(other), data)
        assert report.problems == []
        assert exported(Path(other)).split(b"\n") == data.split(b"\n")
        again = bring(Path(other), data)
        assert {outcome.result for outcome in again.outcomes} <= {"unchanged", "gloss"}
        assert exported(Path(other)).split(b"\n") == data.split(b"\n")
        before = {path: path.read_bytes() for path in folder.glob("*.yaml")}
        at_home = bring(Path(one), data)
        assert {outcome.result for outcome in at_home.outcomes} <= {"unchanged", "gloss"}
        assert {path: path.read_bytes() for path in folder.glob("*.yaml")} == before
        prove_same_yaml(Path(other))
        return data


def prove_same_yaml(root: Path) -> None:
    """The files that an import wrote contain nothing hidden, and another YAML parser reads them as ours does."""
    for path in (root / "corpus" / "harbour" / "notes").glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        assert not holds_hidden(found := yaml.safe_load(text))
        assert found["notes"] == load(text).value["notes"]


@settings(max_examples=examples(60), suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(nearly_right(), min_size=1, max_size=3))
def test_whatever_is_read_is_written_and_known_again(values: list[Any]) -> None:
    """Annotations of strangers, with odd values where there may be any."""
    try:
        data = json.dumps(values).encode()
        forms.read(data)
    except MalformedError:
        return
    with TemporaryDirectory() as folder:
        root = Path(folder)
        first = take_all(root, data)
        assert {problem.code for problem in first.problems} <= {Code.HIDDEN_CHARACTER}
        assert bool(first.problems) == holds_hidden(json.loads(data))
        assert shelf(root).articles[0].noted.problems == []
        assert len(shelf(root).articles[0].noted.notes) == len({o.note for o in first.outcomes if o.note})
        assert {outcome.result for outcome in take_all(root, data).outcomes} <= {"unchanged", "gloss"}


def take_all(root: Path, data: bytes) -> NotesReport:
    """Import a file; everything goes to the one article."""
    report = NotesReport()
    take(report, {"x.json": forms.read(data)}, shelf(root), root, article="harbour")
    return report
