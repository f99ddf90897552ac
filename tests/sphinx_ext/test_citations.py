"""Citations: what a build asks of pybtex."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pybtex.plugin
import pytest
from pybtex.style.formatting import BaseStyle
from readers import article, make_reader

BIB = "@misc{one, title={One}, year={2020}}\n@misc{two, title={Two}, year={2021}}\n"
CONF = "bibtex_bibfiles = ['docs/sources.bib']\n"


@pytest.fixture
def searched(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Each search through the installed packages that pybtex makes."""
    real: Callable[..., Any] = pybtex.plugin.entry_points
    calls: list[dict[str, Any]] = []

    def counted(**wanted: Any) -> Any:
        calls.append(wanted)
        return real(**wanted)

    monkeypatch.setattr(pybtex.plugin, "entry_points", counted)
    monkeypatch.setattr(pybtex.plugin, "_RUNTIME_PLUGINS", {})
    return calls


def searches(tmp_path, searched, citations: int) -> int:
    del searched[:]
    body = " ".join("Said {footcite:p}`one`, and {footcite:p}`two`." for _ in range(citations))
    files = {
        "corpus/one/article.md": article("Text."),
        "docs/sources.bib": BIB,
        "docs/page.md": f"# Page\n\n{body}\n\n```{{footbibliography}}\n```\n",
    }
    reader = make_reader(tmp_path / str(citations), files, CONF)
    reader.build()
    assert reader.warnings == []
    assert len(reader.page("docs/page").xpath("//a[contains(@class, 'footnote-reference')]")) == 2 * citations
    return len(searched)


def test_more_citations_do_not_search_the_installed_packages_more_often(tmp_path, searched):
    few = searches(tmp_path, searched, 1)

    assert few > 0
    assert searches(tmp_path, searched, 20) <= few


def test_a_style_that_is_not_there_is_told_and_another_is_used(tmp_path):
    files = {"docs/sources.bib": BIB, "docs/page.md": "# Page\n\nSaid {footcite:p}`one`.\n"}

    reader = make_reader(tmp_path, files, CONF + "bibtex_default_style = 'nowhere'\n")
    reader.build()
    assert any("bibtex_default_style is 'nowhere', which is not installed" in line for line in reader.warnings)


# --- formatting

CITED = "# Page\n\nSaid {footcite:p}`one`, {footcite:p}`one`.\n\n```{footbibliography}\n```\n"
LISTED = f"{CITED}\n```{{bibliography}}\n:all:\n```\n"


@pytest.fixture
def formatted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The key of each source that pybtex formats."""
    real: Callable[..., Any] = BaseStyle.format_entry
    keys: list[str] = []

    def noted(self: BaseStyle, label: str, entry: Any, bib_data: Any = None) -> Any:
        keys.append(entry.key)
        return real(self, label, entry, bib_data)

    monkeypatch.setattr(BaseStyle, "format_entry", noted)
    monkeypatch.setattr(pybtex.plugin, "_RUNTIME_PLUGINS", {})
    return keys


def test_a_source_is_formatted_once_and_again_when_it_says_something_else(tmp_path, formatted):
    reader = make_reader(tmp_path, {"docs/sources.bib": BIB, "docs/page.md": LISTED}, CONF)
    reader.build()
    assert sorted(formatted) == ["one", "two"]

    formatted.clear()
    reader.write({"docs/page.md": LISTED + "\nMore.\n"})
    reader.build()
    assert formatted == []
    shown = " ".join(reader.texts("docs/page", "//main"))
    assert (shown.count("One. 2020."), shown.count("Two. 2021.")) == (2, 1)

    reader.write({"docs/sources.bib": BIB.replace("{Two}", "{Three}")})
    reader.build()
    assert formatted == ["two"]
    assert "Three. 2021." in " ".join(reader.texts("docs/page", "//main"))


def test_another_style_formats_anew(tmp_path, formatted):
    reader = make_reader(tmp_path, {"docs/sources.bib": BIB, "docs/page.md": LISTED}, CONF)
    reader.build()
    formatted.clear()
    reader.write({"docs/page.md": LISTED + "\nMore.\n"})
    reader.build(bibtex_default_style="unsrt")
    assert sorted(formatted) == ["one", "two"]


def test_a_source_that_lacks_a_field_is_told_in_every_build(tmp_path):
    files = {
        "docs/sources.bib": "@book{one, title={One}, year={2020}}\n",
        "docs/page.md": "# P\n\n```{bibliography}\n:all:\n```\n",
    }
    reader = make_reader(tmp_path, files, CONF)
    for _ in range(2):
        reader.build()
        assert any("missing editor" in line for line in reader.warnings)
