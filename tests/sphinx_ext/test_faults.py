"""What fails on one page, in one source or in one part is a problem with file and line, and all else is done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from readers import Reader, article, entry, make_reader

from course_reader.cli import main
from course_reader.commands.command import PROBLEMS
from course_reader.sphinx_ext.run import sphinx_run

CONF = """
bibtex_bibfiles = ["docs/sources.bib"]
reader_parts = ["failing_part"]


def setup(app):
    from docutils.parsers.rst import Directive
    from sphinx.transforms import SphinxTransform
    from sphinx.transforms.post_transforms import SphinxPostTransform

    def role(*given, **more):
        raise ValueError("the role fails")

    class Bad(Directive):
        def run(self):
            raise ValueError("the directive fails")

    class Step(SphinxTransform):
        default_priority = 500

        def apply(self):
            if self.env.docname == "docs/step":
                raise ValueError("the step fails")

    class Late(SphinxPostTransform):
        default_priority = 500

        def run(self):
            if self.env.docname == "docs/late":
                raise ValueError("the late step fails")

    app.add_role("bad", role)
    app.add_directive("bad", Bad)
    app.add_transform(Step)
    app.add_post_transform(Late)
"""
PART = """
from course_reader.parts.part import Below, Part


def values(at):
    return 1 // (at.docname != "corpus/one/article")


PART = Part(
    name="failing_part",
    about="It fails on one article.",
    below=(Below(order=1, anchor="mine", heading="Mine", values=values, page=lambda value, links: []),),
)
"""
SOURCES = """
@misc{life,
  title = {A life},
  date = {2020},
}

@misc{open, title = {No end

@misc{life, title = {Another life}}

@misc{crowd, author = {a, b, c, d, e}, title = {A crowd}}

@misc{last, title = {The last}}
"""
FILES = {
    "failing_part.py": PART,
    "corpus/one/article.md": article("Ann Lee came."),
    "corpus/two/article.md": article("Ann Lee left, {guilabel}`&` {cite}`last`."),
    "glossary/people/ann.md": entry("Ann Lee"),
    "docs/sources.bib": SOURCES.lstrip("\n"),
    "docs/cites.md": "# Cites\n\nOne {cite}`a life`, {cite}`life`.\n\n```{bibliography}\n```\n",
    "docs/marks.md": "# Marks\n\nA {bad}`x` here.\n\n```{bad}\nwords\n```\n\nThe end.\n",
    "docs/step.md": "# Step\n\nWords.\n",
    "docs/late.md": "# Late\n\nWords.\n",
}
SAID = [
    "docs/cites.md:3: the role {cite} with “a life” failed (ValueError: malformed citation target: a life); correct "
    "it, or take it out [not-built]",
    "conf.py:CONF_ROLE: the role {bad} with “x” failed (ValueError: the role fails); correct this line [not-built]",
    "conf.py:CONF_DIRECTIVE: the directive {bad} failed (ValueError: the directive fails); correct this line "
    "[not-built]",
    "conf.py:CONF_STEP: the step Step for this page failed (ValueError: the step fails); correct this line [not-built]",
    "corpus/two/article.md:7: the role {guilabel} with “&” failed (IndexError: string index out of range); correct "
    "it, or take it out [not-built]",
    "docs/sources.bib:6: the source 'open' cannot be read in full: premature end of file; look at its braces, "
    "quotation marks and commas [bibliography]",
    "docs/sources.bib:8: the source 'life' cannot be read in full: another source has this key; give it a key of its "
    "own [bibliography]",
    "docs/sources.bib:10: the source 'crowd' cannot be read in full: Too many commas in 'a, b, c, d, e'; look at its "
    "braces, quotation marks and commas [bibliography]",
]
WHEN_WRITTEN = [
    "conf.py:CONF_LATE: the step Late for this page failed (ValueError: the late step fails); correct this line "
    "[not-built]",
    "failing_part.py:5: “Mine” on this page failed (ZeroDivisionError: integer division or modulo by zero); correct "
    "this line [not-built]",
]


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """A reader in which many things fail."""
    return make_reader(tmp_path_factory.mktemp("faults"), FILES, CONF)


def expected(root: Path, sentences: list[str]) -> set[str]:
    conf = (root / "conf.py").read_text(encoding="utf-8").split("\n")
    lines = {
        "CONF_ROLE": '        raise ValueError("the role fails")',
        "CONF_DIRECTIVE": '            raise ValueError("the directive fails")',
        "CONF_STEP": '                raise ValueError("the step fails")',
        "CONF_LATE": '                raise ValueError("the late step fails")',
    }
    for name, line in lines.items():
        sentences = [sentence.replace(name, str(conf.index(line) + 1)) for sentence in sentences]
    return set(sentences)


def test_a_build_reports_each_failure_and_does_all_else_each_time(reader: Reader) -> None:
    root = reader.root
    for _ in range(2):
        with sphinx_run(root, "html", jobs=2) as run:
            assert run.stopped is None
            from course_reader.sphinx_ext.problems import problems

            said = {str(problem) for problem in (*run.warnings, *problems(run.app))}
            assert {line for line in said if "failed" in line or "in full" in line} == expected(
                root, [*SAID, *WHEN_WRITTEN]
            )
    assert reader.texts("docs/marks", "//main//p")[-1] == "The end."
    assert "A life" in reader.page("docs/cites").text_content()
    assert "Ann Lee left" in reader.page("corpus/two/article").text_content()
    assert "The last" in (root / "docs/sources.bib").read_text(encoding="utf-8")


def test_a_check_reports_them_too_and_counts_errors(reader: Reader, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(reader.root), "check", "--json"]) == PROBLEMS
    rows = json.loads(capsys.readouterr().out)["problems"]
    told = {f"{row['path']}:{row['line']}: {row['message']} [{row['code']}]" for row in rows}
    assert expected(reader.root, SAID) <= told
    assert {row["severity"] for row in rows if row["code"] in ("not-built", "bibliography")} == {"error"}


def test_a_page_that_cannot_be_read_says_so_and_the_others_are_built(tmp_path: Path) -> None:
    conf = """

def setup(app):
    def fails(app, docname, source):
        if docname == "docs/bad" and "Words" in source[0]:
            raise ValueError("the reading fails")

    app.connect("source-read", fails)
"""
    reader = make_reader(tmp_path, {"docs/bad.md": "# Bad\n\nWords.\n", "docs/good.md": "# Good\n\nFine.\n"}, conf)
    with sphinx_run(tmp_path, "html") as run:
        assert run.stopped is None
    assert "cannot be read" in reader.page("docs/bad").text_content()
    assert "Fine." in reader.page("docs/good").text_content()


@pytest.mark.parametrize(
    ("conf", "said"),
    [
        ("x = (\n", "conf.py:{}: the configuration cannot be run (SyntaxError: '(' was never closed); correct it"),
        (
            "x = 1 / 0\n",
            "conf.py:{}: the configuration cannot be run (ZeroDivisionError: division by zero); correct it",
        ),
        ("raise SystemExit(3)\n", "conf.py:{}: the configuration cannot be run (SystemExit: 3); correct it"),
    ],
    ids=["syntax", "error", "exit"],
)
def test_check_tells_a_broken_configuration_in_the_words_of_all_commands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], conf: str, said: str
) -> None:
    make_reader(tmp_path, {}, conf)
    line = (tmp_path / "conf.py").read_text(encoding="utf-8").rstrip("\n").count("\n") + 1
    sentence = said.format(line)

    assert main(["--root", str(tmp_path), "check"]) == PROBLEMS
    assert capsys.readouterr().out.splitlines() == [f"{sentence} [not-built]", "1 error."]
    assert main(["--root", str(tmp_path), "settings"]) == PROBLEMS
    assert capsys.readouterr().err == f"course-reader: {sentence}\n"


def test_a_part_that_cannot_be_loaded_is_one_problem_in_its_own_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        "my_part.py": "import re\n\nx = (\n",
        "corpus/one/article.md": article("Words.", mine="1", oulet="A Paper"),
        "docs/page.md": "# Page\n\n```{mine}\n```\n\n{mine}`x`\n",
    }
    make_reader(tmp_path, files, "reader_parts = ['my_part']\nreader_mine_size = 2\n")
    main(["--root", str(tmp_path), "check"])
    assert capsys.readouterr().out.splitlines()[0] == (
        "my_part.py:3: the part 'my_part' cannot be loaded: '(' was never closed (a syntax error); correct it or "
        "take it out of `reader_parts` [bad-setting]"
    )


def test_a_bibliography_that_is_missing_is_one_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {"docs/sources.bib": SOURCES, "docs/page.md": "# Page\n\n{cite}`life`\n"}
    make_reader(tmp_path, files, "bibtex_bibfiles = ['docs/sourses.bib']\n")
    main(["--root", str(tmp_path), "check"])
    line = (tmp_path / "conf.py").read_text(encoding="utf-8").rstrip("\n").count("\n") + 1
    assert capsys.readouterr().out.splitlines() == [
        f"conf.py:{line}: bibtex_bibfiles names 'docs/sourses.bib', which does not exist; did you mean "
        "'docs/sources.bib'? [bad-setting]",
        "1 warning.",
    ]


def test_the_place_of_a_wrong_option_is_a_file_that_is_there(tmp_path: Path) -> None:
    """Sphinx 8 adds an ending to the whole path that MyST hands it."""
    reader = make_reader(tmp_path, {"docs/when.md": "# When\n\n```{timeline}\n:from: last year\n```\n"})
    with sphinx_run(reader.root, "dummy") as run:
        assert run.stopped is None
    places = {(one.path, one.line) for one in run.warnings if "last year" in one.message}
    # The line of the option, or that of its directive
    assert {path for path, _ in places} == {"docs/when.md"}
    assert {line for _, line in places} <= {3, 4}
