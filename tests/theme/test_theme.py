"""The theme loads what a page needs, and nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from lxml import html
from readers import Reader, article, make_reader

from course_reader.theme import (
    CORE_SCRIPTS,
    SCRIPTS,
    THEME,
    add_script,
    keep_assets_lean,
    not_found_page,
    without_comments,
)


def app_of(folders: Sequence[object] = (THEME,)) -> Any:
    """A build with these folders of themes; None for a format without a theme."""
    files: list[str] = []
    theme = SimpleNamespace(get_theme_dirs=lambda: list(folders))
    app = SimpleNamespace(builder=SimpleNamespace(theme=theme), files=files)
    app.add_js_file = lambda name, loading_method: files.append(name)
    return app


def kept(body: str | None, *names: str, app: Any = None) -> tuple[list[str], list[str]]:
    """The stylesheets and the scripts that a page keeps."""
    assets = [SimpleNamespace(filename=f"_static/{name}" if name else None) for name in names]
    context: dict[str, Any] = {
        "css_files": [asset for asset in assets if str(asset.filename).endswith(".css")],
        "script_files": [asset for asset in assets if not str(asset.filename).endswith(".css")],
        **({} if body is None else {"body": body}),
    }
    keep_assets_lean(app or app_of(), "page", "page.html", context, None)
    found = ([asset.filename or "" for asset in context[key]] for key in ("css_files", "script_files"))
    css, scripts = ([name.removeprefix("_static/") for name in names] for names in found)
    return css, scripts


@pytest.mark.parametrize(
    ("body", "css"),
    [("<p>text</p>", ["own.css"]), ('<div class="sd-card">', ["sphinx-design.min.css", "own.css"])],
)
def test_a_stylesheet_is_loaded_by_pages_that_hold_its_classes(body: str, css: list[str]) -> None:
    assert kept(body, "sphinx-design.min.css", "pygments.css", "own.css")[0] == css


@pytest.mark.parametrize(("body", "loaded"), [("<p>text</p>", False), ('<div class="reader-chronicle">', True)])
def test_the_script_of_timelines_is_loaded_where_there_is_one(body: str, loaded: bool) -> None:
    assert ("timeline.js" in kept(body, *SCRIPTS)[1]) is loaded


CORE = tuple(name.removeprefix("_static/") for name in sorted(CORE_SCRIPTS))


def test_a_page_of_text_needs_no_script_of_sphinx() -> None:
    assert kept("<p>text</p>", *CORE, "reader.js")[1] == ["reader.js"]


@pytest.mark.parametrize(("body", "more"), [(None, ()), ("<p>text</p>", ("foreign.js",)), ("<p>text</p>", ("",))])
def test_search_and_other_extensions_get_what_they_rely_on(body: str | None, more: tuple[str, ...]) -> None:
    assert kept(body, *CORE, *more)[1] == [*CORE, *more]


def test_under_another_theme_everything_is_left_as_it_is() -> None:
    other = app_of(["/elsewhere"])
    add_script(other)

    assert kept("<p>text</p>", *CORE, "pygments.css", app=other) == (["pygments.css"], list(CORE))
    assert other.files == []
    assert list(not_found_page(other)) == []


def test_a_theme_that_inherits_from_ours_is_ours() -> None:
    heir = app_of(["/elsewhere", THEME])
    add_script(heir)

    assert heir.files == list(SCRIPTS)
    assert [name for name, _, _ in not_found_page(heir)] == ["404"]


def test_a_format_without_a_theme_has_no_page_for_wrong_addresses() -> None:
    assert list(not_found_page(SimpleNamespace(builder=SimpleNamespace()))) == []  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    reader = make_reader(tmp_path_factory.mktemp("theme"), {"corpus/one/article.md": article("Text.", title="One")})
    reader.build()
    assert reader.warnings == []
    return reader


def test_every_script_of_the_theme_is_there(site: Reader) -> None:
    static = site.root / "_build/html/_static"
    assert [name for name in SCRIPTS if not (static / name).is_file()] == []
    assert {path.name for path in (THEME / "scripts").glob("*.js")} == set(SCRIPTS)


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_is_served_with_all_its_code_and_without_lines_of_comment(site: Reader, name: str) -> None:
    code, inside = [], False
    for line in (THEME / "scripts" / name).read_text(encoding="utf-8").splitlines():
        begins = line.lstrip().startswith("/*") and (line.endswith("*/") or "*/" not in line)
        if not (inside or begins or line.lstrip().startswith("//")):
            code.append(line)
        inside = (inside or begins) and "*/" not in line
    served = (site.root / "_build/html/_static" / name).read_text(encoding="utf-8")
    assert served.splitlines() == "\n".join(code).strip().splitlines()


def test_the_stylesheet_holds_each_of_its_files_once(site: Reader) -> None:
    css = (site.root / "_build/html/_static/reader.css").read_text(encoding="utf-8")
    files = {path.name: without_comments(path.read_text(encoding="utf-8")) for path in (THEME / "styles").glob("*.css")}

    assert files
    assert {name: css.count(text) for name, text in files.items()} == dict.fromkeys(files, 1)


def test_no_page_loads_anything_from_another_host(site: Reader) -> None:
    for path in Path(site.root, "_build/html").rglob("*.html"):
        page = site.page(path.relative_to(site.root / "_build/html").with_suffix("").as_posix())
        loaded = page.xpath("//script/@src | //img/@src | //link[@rel='stylesheet']/@href")
        assert [address for address in loaded if "//" in address] == [], path.name


@pytest.mark.parametrize(("body", "loaded"), [("<p>text</p>", False), ('<nav class="reader-levels">', True)])
def test_the_script_of_levels_is_loaded_where_an_article_has_several_texts(body: str, loaded: bool) -> None:
    assert ("levels.js" in kept(body, *SCRIPTS)[1]) is loaded


def test_teachers_pages_have_the_menu_of_teachers_at_the_top_and_the_others_at_the_foot(tmp_path: Path) -> None:
    menus = {"nav": [["Readings", "index"]], "nav_teachers": [["Lessons", "docs/teach"], ["Gone", "docs/gone"]]}
    files = {"docs/teach.md": "# Teach\n", "docs/more.md": "# More\n"}
    reader = make_reader(tmp_path, files, f"html_theme = 'course_reader'\nhtml_theme_options = {menus!r}\n")
    out = reader.build()

    found = {}
    for name in ("more", "teach"):
        tree = html.fromstring((out / f"docs/{name}.html").read_text(encoding="utf-8"))
        navs = tree.xpath("//header//nav | //footer//nav")
        found[name] = [(nav.get("aria-label"), [a.text for a in nav.xpath("a[not(@class)]")]) for nav in navs]
    assert found == {
        "more": [("Main", ["Readings"]), ("For teachers", ["Lessons"])],
        "teach": [("For teachers", ["Lessons"]), ("For students", ["Readings"])],
    }
