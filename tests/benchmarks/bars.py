"""What must hold of a reader of many articles, beside plain Sphinx in the same run."""

from __future__ import annotations

import json
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from .builds import Cost, Rebuilt, from_nothing, rebuild
from .made_up import DENSE, write

#: where results are kept
MANUAL = Path(__file__).parents[2] / "docs" / "manual"
_CALL = ("-c", "import sys; from course_reader.cli import main; sys.exit(main())")


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure with its bound."""

    name: str
    figure: float
    bound: float
    #: whether the figure may not be smaller, instead of not larger
    least: bool = False

    @property
    def holds(self) -> bool:
        """Whether it is within its bound."""
        return self.figure >= self.bound if self.least else self.figure <= self.bound

    def row(self) -> str:
        """A line of the table."""
        sign = "≥" if self.least else "≤"
        return f"{self.name:<66} {self.figure:>9.2f}  {sign} {self.bound:<8g} {'' if self.holds else 'MISSED'}".rstrip()


def measure(articles: int, *, keep: bool = False) -> bool:
    """Print each bar beside its figure.

    Args:
        articles: How many articles the larger reader has; the smaller one has a tenth.
        keep: Whether the manual keeps the results.

    Returns:
        Whether all hold.
    """
    found: list[Bar] = []
    with tempfile.TemporaryDirectory(prefix="reader-bench-") as name:
        for bar in _all(Path(name), articles):
            print(bar.row(), flush=True)
            found.append(bar)
    if keep:
        _keep(found, articles)
    return all(bar.holds for bar in found)


def _all(folder: Path, articles: int) -> Iterator[Bar]:
    readers = _written(folder, articles)
    yield from _full(readers, articles)
    yield from _edits(readers)
    yield from _commands(readers["ours"])


def _written(folder: Path, articles: int) -> dict[str, Path]:
    """The readers that are built, by name."""
    few = max(articles // 10, 1)
    mentions, entries = DENSE
    sizes = {"ours": (articles, False), "plain": (articles, True), "few": (few, False)}
    for name, (size, plain) in sizes.items():
        write(folder / name, size, plain=plain)
    for name, plain in (("dense", False), ("dense plain", True)):
        write(folder / name, articles, entries, mentions=mentions, plain=plain, spread=True)
    return {name: folder / name for name in (*sizes, "dense", "dense plain")}


def _full(readers: dict[str, Path], articles: int) -> Iterator[Bar]:
    plain = from_nothing(readers["plain"], plain=True)
    ours = from_nothing(readers["ours"])
    fast = from_nothing(readers["plain"], plain=True, stemmer=True)
    yield Bar("full build, to plain Sphinx", ours.cpu / plain.cpu, 0.8)
    yield Bar("full build, to plain Sphinx with PyStemmer", ours.cpu / fast.cpu, 1.3)
    dense, dense_plain = from_nothing(readers["dense"]), from_nothing(readers["dense plain"], plain=True)
    yield Bar("full build at real density, to plain Sphinx", dense.cpu / dense_plain.cpu, 1.2)
    few = from_nothing(readers["few"])
    empty = _of_entries_alone(readers["few"])
    each = (ours.cpu - empty.cpu) / articles
    yield Bar("an article, to one in a reader of a tenth", each / ((few.cpu - empty.cpu) / (articles // 10)), 1.1)
    yield Bar("most memory, MB", max(ours.memory, dense.memory), 600)
    gains = [_gain(readers[name], before, plain=name == "plain") for name, before in (("ours", ours), ("plain", plain))]
    yield Bar("gain by a second process, to that of plain Sphinx", gains[0] / gains[1], 1.0, least=True)
    for name, is_plain in (("ours", False), ("plain", True)):
        from_nothing(readers[name], plain=is_plain)


def _of_entries_alone(reader: Path) -> Cost:
    """What a build takes before any article: the start, and the entries."""
    bare = reader.with_name("entries")
    shutil.copytree(reader, bare, ignore=shutil.ignore_patterns("_build"))
    for article in sorted((bare / "corpus").iterdir())[1:]:
        shutil.rmtree(article)
    return from_nothing(bare)


def _gain(reader: Path, before: Cost, *, plain: bool) -> float:
    """How many times faster two processes are, by the clock."""
    return before.time / from_nothing(reader, plain=plain, jobs=2).time


def _edits(readers: dict[str, Path]) -> Iterator[Bar]:
    ours, plain = readers["ours"], readers["plain"]
    nothing = rebuild(plain, plain=True)
    _change(plain / "corpus/article-0000/article.md", _say_more)
    one = rebuild(plain, plain=True)
    rebuild(ours)
    done = rebuild(ours)
    yield Bar("nothing changed, to plain Sphinx", done.cost.cpu / nothing.cost.cpu, 1.5)
    yield Bar("nothing changed, documents read and pages written", done.read + done.written, 0)
    person = min(path for path in (ours / "glossary/people").glob("*.md") if path.stem != "index")
    kinds: list[tuple[str, Path, Callable[[str], str]]] = [
        ("a word in an article", ours / "corpus/article-0000/article.md", _say_more),
        ("a note", ours / "corpus/article-0000/notes/teacher.yaml", lambda text: re.sub("body: ", "body: And ", text)),
        ("a gloss", person, lambda text: re.sub(r"(?m)^gloss: .*$", "gloss: Somebody else.", text)),
    ]
    for name, path, edit in kinds:
        _change(path, edit)
        yield Bar(f"{name}, to one page of plain Sphinx", rebuild(ours).cost.cpu / one.cost.cpu, 2.0)
    yield Bar("one article more, pages written", _one_more(ours).written, 15)


def _say_more(text: str) -> str:
    return f"{text}\nOne more paragraph.\n"


def _change(path: Path, edit: Callable[[str], str]) -> None:
    path.write_text(edit(path.read_text(encoding="utf-8")), encoding="utf-8")


def _one_more(reader: Path) -> Rebuilt:
    """An article in the middle of all, which names nobody."""
    folder = reader / "corpus" / "article-new"
    folder.mkdir()
    head = "title: Rain on all days\ndate: 2019-06-01\nlanguage: en\nrights: {status: own, holder: Nobody}\n"
    folder.joinpath("article.md").write_text(f"---\n{head}---\n\nIt rained on each of the days.\n", encoding="utf-8")
    return rebuild(reader)


def _commands(reader: Path) -> Iterator[Bar]:
    full = from_nothing(reader)
    nothing = rebuild(reader)
    cost = _cost(reader, (*_CALL, "mentions", "article-0001", "--json"), 3)
    usage, bare = _cost(reader, (*_CALL, "--help"), 5), _cost(reader, ("-c", "pass"), 5)
    yield Bar("`mentions` of one article, to `--help`", cost / usage, 5.0)
    yield Bar("`--help`, to bare Python", usage / bare, 3.0)
    shutil.rmtree(reader / "_build")
    check = (*_CALL, "check")
    yield Bar("`check` from nothing, to a full build", _cost(reader, check, 1) / full.cpu, 0.4)
    yield Bar("`check` of what has not changed, to such a build", _cost(reader, check, 1) / nothing.cost.cpu, 1.0)


def _cost(folder: Path, argv: Sequence[str], times: int) -> float:
    """The least processor time of some calls of Python, in seconds."""

    def once() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        # `check` ends with 1 where it has found something.
        subprocess.run([sys.executable, *argv], cwd=folder, capture_output=True, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    return min(once() for _ in range(times))


def _keep(found: Iterable[Bar], articles: int) -> None:
    """Keep the results in the manual: data, and a table."""
    rows = [asdict(bar) | {"holds": bar.holds} for bar in found]
    text = json.dumps({"articles": articles, "bars": rows}, indent=1, ensure_ascii=False)
    (MANUAL / "benchmarks.json").write_text(f"{text}\n", encoding="utf-8")
    page = MANUAL / "benchmarks.md"
    head = page.read_text(encoding="utf-8").partition("| What |")[0]
    lines = ["| What | Figure | Bar | |", "| --- | --- | --- | --- |"]
    for bar in found:
        sign = "at least" if bar.least else "at most"
        lines.append(f"| {bar.name} | {bar.figure:.2f} | {sign} {bar.bound:g} | {'' if bar.holds else 'missed'} |")
    head = re.sub(r"[\d,]+ articles", f"{articles:,} articles", head, count=1)
    page.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
