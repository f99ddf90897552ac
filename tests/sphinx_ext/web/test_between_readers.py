"""Readers link to each other's entries and paragraphs by the inventory that each site has."""

from __future__ import annotations

from pathlib import Path

from readers import article, entry, make_reader


def test_a_reader_links_to_the_entries_of_another(tmp_path: Path) -> None:
    files: dict[str, str | bytes | Path | None] = {"glossary/people/bo.md": entry("Bo Marsh", gloss="A sailor.")}
    inventory = make_reader(tmp_path / "port", files).build() / "objects.inv"
    conf = (
        'extensions = ["course_reader", "sphinx.ext.intersphinx"]\n'
        f'intersphinx_mapping = {{"port": ("https://port.example/", {str(inventory)!r})}}\n'
    )
    text = article("We met {person}`bo` and {entry}`him <bo>` and {external+port:reader:person}`bo`.")
    other = make_reader(tmp_path / "other", {"corpus/one/article.md": text}, conf)
    other.build()
    assert other.warnings == []
    links = other.page("corpus/one/article").xpath("//a[starts-with(@href, 'https://port.example')]")
    assert [link.text_content() for link in links] == ["Bo Marsh", "him", "Bo Marsh"]
    assert {link.get("href") for link in links} == {"https://port.example/glossary/people/bo.html"}
